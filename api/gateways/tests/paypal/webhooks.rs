//! What PayPal tells of its own accord.

use chrono::{DateTime, TimeDelta, Utc};
use portico_fakes::{
    FakePayPal,
    paypal::{Call, Fault, Webhook},
};
use portico_gateways::{
    PayPalAccount, PayPalGateway, PaymentGateway as _, WebhookError, WebhookEvent, WebhookKind,
};

use crate::support::{account, euros, gateway, gateway_of, paid, part};

const TIME: &str = "2026-11-21T10:00:00Z";

fn sent_at() -> DateTime<Utc> {
    TIME.parse().unwrap()
}

async fn parse_at(
    gateway: &PayPalGateway,
    webhook: &Webhook,
    at: DateTime<Utc>,
) -> Result<Option<WebhookEvent>, WebhookError> {
    let headers: Vec<(&str, &str)> = webhook
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    gateway
        .parse_webhook(&headers, webhook.body.as_bytes(), at)
        .await
}

async fn parse(
    gateway: &PayPalGateway,
    webhook: &Webhook,
) -> Result<Option<WebhookEvent>, WebhookError> {
    parse_at(gateway, webhook, sent_at()).await
}

#[tokio::test]
async fn every_event_about_a_payment_names_it() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let intent = paid(&fake, &gateway, "1").await;
    gateway
        .refund(part(&intent, "a", euros(100)))
        .await
        .unwrap();
    for (event_type, kind) in [
        ("CHECKOUT.ORDER.APPROVED", WebhookKind::IntentUpdated),
        ("CHECKOUT.ORDER.COMPLETED", WebhookKind::IntentUpdated),
        ("PAYMENT.CAPTURE.COMPLETED", WebhookKind::IntentUpdated),
        ("PAYMENT.CAPTURE.PENDING", WebhookKind::IntentUpdated),
        ("PAYMENT.CAPTURE.DENIED", WebhookKind::IntentUpdated),
        ("PAYMENT.CAPTURE.DECLINED", WebhookKind::IntentUpdated),
        ("PAYMENT.CAPTURE.REFUNDED", WebhookKind::RefundUpdated),
        ("PAYMENT.REFUND.FAILED", WebhookKind::RefundUpdated),
        ("PAYMENT.CAPTURE.REVERSED", WebhookKind::Disputed),
        ("CUSTOMER.DISPUTE.CREATED", WebhookKind::Disputed),
    ] {
        let webhook = fake.webhook(event_type, &intent.id, TIME);
        let event = parse(&gateway, &webhook).await.unwrap().unwrap();
        assert_eq!(event.kind, kind, "{event_type}");
        assert_eq!(event.intent_id, intent.id, "{event_type}");
        assert_eq!(event.reference, "pay_1", "{event_type}");
        let again = parse(&gateway, &webhook).await.unwrap().unwrap();
        assert_eq!(again.id, event.id, "a repetition is recognised");
    }
    for other in [
        "CHECKOUT.PAYMENT-APPROVAL.REVERSED",
        "PAYMENT.SALE.COMPLETED",
        "VAULT.X",
    ] {
        let webhook = fake.webhook(other, &intent.id, TIME);
        assert_eq!(parse(&gateway, &webhook).await, Ok(None), "{other}");
    }
}

#[tokio::test]
async fn what_paypal_did_not_send_is_not_believed() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let intent = paid(&fake, &gateway, "1").await;
    let genuine = fake.webhook("PAYMENT.CAPTURE.COMPLETED", &intent.id, TIME);
    let wrong = Err(WebhookError::WrongSignature);

    let rewritten = Webhook {
        body: genuine.body.replace("COMPLETED", "DENIED"),
        ..genuine.clone()
    };
    assert_eq!(parse(&gateway, &rewritten).await, wrong);
    let value: serde_json::Value = serde_json::from_str(&genuine.body).unwrap();
    let written_anew = Webhook {
        body: value.to_string(),
        ..genuine.clone()
    };
    assert_eq!(parse(&gateway, &written_anew).await, wrong);
    // Another event cannot be smuggled in behind the one that is checked.
    for body in [
        format!("{},\"webhook_event\":{}", rewritten.body, genuine.body),
        format!("{}{}", rewritten.body, genuine.body),
        "not JSON".to_owned(),
        "[]".to_owned(),
        "{}".to_owned(),
        String::new(),
    ] {
        let smuggled = Webhook {
            body,
            ..genuine.clone()
        };
        assert_eq!(
            parse(&gateway, &smuggled).await,
            Err(WebhookError::Malformed)
        );
    }
    for nth in 0..genuine.headers.len() {
        let mut without = genuine.clone();
        without.headers.remove(nth);
        assert_eq!(parse(&gateway, &without).await, Err(WebhookError::Unsigned));
        let mut other = genuine.clone();
        other.headers[nth].1.push('0');
        assert!(
            parse(&gateway, &other).await.is_err(),
            "{:?}",
            other.headers[nth]
        );
    }
    let other_webhook = PayPalAccount {
        webhook_id: Some("0AB12345CD678901E".to_owned()),
        ..account()
    };
    let elsewhere = gateway_of(other_webhook, &fake.base);
    assert_eq!(parse(&elsewhere, &genuine).await, wrong);
    assert!(parse(&gateway, &genuine).await.is_ok());
}

#[tokio::test]
async fn a_transmission_is_believed_while_paypal_repeats_it() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let intent = paid(&fake, &gateway, "1").await;
    let webhook = fake.webhook("PAYMENT.CAPTURE.COMPLETED", &intent.id, TIME);
    for (minutes, believed) in [(0, true), (3 * 24 * 60, true), (-4, true), (-6, false)] {
        let at = sent_at() + TimeDelta::minutes(minutes);
        assert_eq!(
            parse_at(&gateway, &webhook, at).await.is_ok(),
            believed,
            "{minutes}"
        );
    }
    let checked = fake.calls(Call::Verify);
    let late = parse_at(&gateway, &webhook, sent_at() + TimeDelta::days(5)).await;
    assert_eq!(late, Err(WebhookError::OutsideTolerance));
    assert_eq!(fake.calls(Call::Verify), checked, "PayPal is not troubled");
}

#[tokio::test]
async fn what_cannot_be_checked_now_is_to_be_sent_again() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let intent = paid(&fake, &gateway, "1").await;
    gateway
        .refund(part(&intent, "a", euros(100)))
        .await
        .unwrap();
    let webhook = fake.webhook("PAYMENT.CAPTURE.REFUNDED", &intent.id, TIME);
    let unavailable = Err(WebhookError::Unavailable);
    for call in [Call::Verify, Call::GetCapture] {
        for fault in [
            Fault::Drop,
            Fault::garbage(200),
            Fault::issue(403, "PERMISSION_DENIED"),
        ] {
            fake.fail(call, 1, &fault);
            assert_eq!(
                parse(&gateway, &webhook).await,
                unavailable,
                "{call:?} {fault:?}"
            );
        }
    }
    let unknown = PayPalAccount {
        webhook_id: None,
        ..account()
    };
    let gateway_without = gateway_of(unknown, &fake.base);
    assert_eq!(parse(&gateway_without, &webhook).await, unavailable);

    // PayPal finds fault with the headers; the capture is none that this app may see.
    fake.fail(
        Call::Verify,
        1,
        &Fault::issue(400, "INVALID_PARAMETER_SYNTAX"),
    );
    assert_eq!(
        parse(&gateway, &webhook).await,
        Err(WebhookError::WrongSignature)
    );
    fake.fail(
        Call::GetCapture,
        1,
        &Fault::issue(404, "INVALID_RESOURCE_ID"),
    );
    assert_eq!(parse(&gateway, &webhook).await, Ok(None));
    assert!(parse(&gateway, &webhook).await.unwrap().is_some());
}
