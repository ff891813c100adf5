//! What Stripe tells of its own accord.

use chrono::{DateTime, TimeDelta, Utc};
use portico_gateways::{
    PaymentGateway as _, WebhookError, WebhookEvent, WebhookKind,
    webhook::{SigningSecret, sign},
};
use serde_json::{Value, json};

use crate::support::{WEBHOOK_SECRET, account, gateway, intent};

fn now() -> DateTime<Utc> {
    "2026-11-21T10:00:00Z".parse().unwrap()
}

async fn receive(body: &[u8], secret: &str) -> Result<Option<WebhookEvent>, WebhookError> {
    let signature = sign(&SigningSecret::new(secret.as_bytes()), body, now());
    let headers = [("stripe-signature", signature.as_str())];
    let received_at = now() + TimeDelta::seconds(3);
    gateway(account(), "http://127.0.0.1:1")
        .parse_webhook(&headers, body, received_at)
        .await
}

async fn told(kind: &str, object: Value) -> Option<WebhookEvent> {
    let event =
        json!({ "id": "evt_1", "object": "event", "type": kind, "data": { "object": object } });
    receive(event.to_string().as_bytes(), WEBHOOK_SECRET)
        .await
        .unwrap()
}

fn concerns(kind: WebhookKind, reference: &str) -> WebhookEvent {
    WebhookEvent {
        id: "evt_1".to_owned(),
        kind,
        intent_id: "pi_1".to_owned(),
        reference: reference.to_owned(),
    }
}

#[tokio::test]
async fn each_event_concerns_its_intent() {
    for kind in [
        "succeeded",
        "payment_failed",
        "processing",
        "canceled",
        "of_tomorrow",
    ] {
        assert_eq!(
            told(&format!("payment_intent.{kind}"), intent(&json!({}))).await,
            Some(concerns(WebhookKind::IntentUpdated, "pay_1")),
            "{kind}"
        );
    }
    let charge = json!({ "id": "ch_1", "payment_intent": "pi_1", "metadata": { "portico_payment": "pay_1" } });
    assert_eq!(
        told("charge.refunded", charge.clone()).await,
        Some(concerns(WebhookKind::RefundUpdated, "pay_1"))
    );
    assert_eq!(
        told("charge.failed", charge.clone()).await,
        Some(concerns(WebhookKind::IntentUpdated, "pay_1"))
    );
    let child = json!({ "id": "x_1", "payment_intent": "pi_1", "metadata": {} });
    for kind in ["refund.created", "refund.failed", "charge.refund.updated"] {
        assert_eq!(
            told(kind, child.clone()).await,
            Some(concerns(WebhookKind::RefundUpdated, "")),
            "{kind}"
        );
    }
    for kind in ["created", "funds_withdrawn", "closed"] {
        assert_eq!(
            told(&format!("charge.dispute.{kind}"), child.clone()).await,
            Some(concerns(WebhookKind::Disputed, "")),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_debit_sent_back_after_it_was_paid_out_is_disputed() {
    let charge = json!({
        "id": "ch_1",
        "payment_intent": "pi_1",
        "failure_balance_transaction": "txn_1",
        "metadata": { "portico_payment": "pay_1" },
    });
    assert_eq!(
        told("charge.failed", charge).await,
        Some(concerns(WebhookKind::Disputed, "pay_1"))
    );
}

#[tokio::test]
async fn what_is_none_of_our_business_is_taken_and_forgotten() {
    let foreign = intent(&json!({ "metadata": {} }));
    for (kind, object) in [
        ("payment_intent.succeeded", foreign),
        ("customer.created", json!({ "id": "cus_1" })),
        (
            "charge.succeeded",
            json!({ "id": "ch_1", "payment_intent": "pi_1" }),
        ),
        (
            "charge.refunded",
            json!({ "id": "ch_1", "payment_intent": null }),
        ),
        ("ping", json!({ "id": "x" })),
    ] {
        assert_eq!(told(kind, object).await, None, "{kind}");
    }
}

#[tokio::test]
async fn nobody_elses_word_is_believed() {
    let event = json!({ "id": "evt_1", "type": "payment_intent.succeeded", "data": { "object": intent(&json!({})) } }).to_string();
    let body = event.as_bytes();
    assert_eq!(
        receive(body, "whsec_other").await,
        Err(WebhookError::WrongSignature)
    );
    let gateway_of = |secret: Option<&str>| {
        let mut account = account();
        account.webhook_secret = secret.map(str::to_owned);
        gateway(account, "http://127.0.0.1:1")
    };
    assert_eq!(
        gateway_of(Some(WEBHOOK_SECRET))
            .parse_webhook(&[], body, now())
            .await,
        Err(WebhookError::Unsigned)
    );
    let empty = sign(&SigningSecret::new(b""), body, now());
    for secret in [None, Some("")] {
        assert_eq!(
            gateway_of(secret)
                .parse_webhook(&[("Stripe-Signature", &empty)], body, now())
                .await,
            Err(WebhookError::WrongSignature),
            "without a secret anybody could sign"
        );
    }
    assert_eq!(
        receive(b"{}", WEBHOOK_SECRET).await,
        Err(WebhookError::Malformed)
    );
}
