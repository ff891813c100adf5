//! Answers as Stripe gives them today and may give them tomorrow.

use portico_gateways::{
    CpCode, GatewayError, Intent, IntentStatus, MethodSummary, PaymentGateway as _, RefundId,
    RefundStatus,
};
use serde_json::{Value, json};

use crate::support::{account, answer, euros, gateway, intent, stripe_that_answers};

async fn read(change: Value) -> Result<Intent, GatewayError> {
    let stripe = stripe_that_answers(answer(200, &intent(&change))).await;
    gateway(account(), &stripe.uri())
        .retrieve_intent("pi_1")
        .await
}

#[tokio::test]
async fn each_status_has_its_counterpart() {
    for (theirs, ours) in [
        (
            "requires_payment_method",
            IntentStatus::RequiresPaymentMethod,
        ),
        ("requires_confirmation", IntentStatus::RequiresConfirmation),
        ("requires_action", IntentStatus::RequiresAction),
        ("processing", IntentStatus::Processing),
        ("requires_capture", IntentStatus::Processing),
        ("canceled", IntentStatus::Canceled),
        ("succeeded", IntentStatus::Succeeded),
    ] {
        let read = read(json!({ "status": theirs })).await.unwrap();
        assert_eq!(read.status, ours, "{theirs}");
    }
}

#[tokio::test]
async fn a_status_of_tomorrow_is_not_guessed_at() {
    let error = read(json!({ "status": "requires_patience" })).await;
    assert!(error.unwrap_err().outcome_is_unknown());
}

#[tokio::test]
async fn nothing_else_of_tomorrow_does_harm() {
    let read = read(json!({
        "status": "succeeded",
        "amount_received": 1000,
        "capture_method": "by_owl",
        "metadata": null,
        "payment_method": { "id": "pm_1", "type": "telepathy", "telepathy": { "range": 3 } },
        "next_action": { "type": "wave" },
    }))
    .await
    .unwrap();
    assert_eq!(read.amount_received, euros(1_000));
    assert_eq!(read.reference, "");
    assert_eq!(read.method_summary.unwrap().brand, "telepathy");
}

#[tokio::test]
async fn an_answer_without_its_money_is_none() {
    for field in ["amount", "amount_received", "currency", "id", "status"] {
        let error = read(json!({ field: null })).await.unwrap_err();
        assert!(error.outcome_is_unknown(), "{field}: {error:?}");
    }
}

#[tokio::test]
async fn the_method_that_was_declined_stands_with_the_reason() {
    let declined = read(json!({ "last_payment_error": {
        "type": "card_error",
        "code": "card_declined",
        "decline_code": "fraudulent",
        "payment_method": { "id": "pm_1", "type": "card", "card": { "brand": "visa", "last4": "0019" } },
    } }))
    .await
    .unwrap();
    assert_eq!(
        declined.latest_decline.unwrap().cp,
        Some(CpCode::FraudFilter)
    );
    assert_eq!(declined.method_summary.unwrap().last4, "0019");
    assert_eq!(declined.method_id, None);
}

#[tokio::test]
async fn an_account_in_the_united_states_is_named_by_its_bank() {
    let debited = read(json!({
        "status": "processing",
        "payment_method": {
            "id": "pm_1",
            "type": "us_bank_account",
            "customer": "cus_1",
            "us_bank_account": { "bank_name": "STRIPE TEST BANK", "last4": "6789" },
        },
    }))
    .await
    .unwrap();
    assert_eq!(debited.method_id.as_deref(), Some("pm_1"), "it is stored");
    assert_eq!(
        debited.method_summary,
        Some(MethodSummary {
            brand: "STRIPE TEST BANK".to_owned(),
            last4: "6789".to_owned(),
            expiry: None
        })
    );
}

#[tokio::test]
async fn a_refund_is_pending_until_stripe_says_otherwise() {
    for (theirs, ours) in [
        (json!("succeeded"), RefundStatus::Succeeded),
        (json!("failed"), RefundStatus::Failed),
        (json!("canceled"), RefundStatus::Failed),
        (json!("pending"), RefundStatus::Pending),
        (json!("requires_action"), RefundStatus::Pending),
        (Value::Null, RefundStatus::Pending),
    ] {
        let refund = json!({ "id": "re_1", "amount": 5, "currency": "eur", "status": theirs, "payment_intent": "pi_1" });
        let stripe = stripe_that_answers(answer(200, &refund)).await;
        let gateway = gateway(account(), &stripe.uri());
        let (id, intent_id) = ("re_1", "pi_1");
        let read = gateway.retrieve_refund(&RefundId { id, intent_id }).await;
        assert_eq!(read.unwrap().status, ours, "{theirs}");
    }
}
