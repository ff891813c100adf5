//! What the payer's browser does.

use portico_gateways::{CpCode, GatewayError, IntentStatus, PaymentGateway as _};

use crate::support::{GOOD_CARD, attempt, card, confirm, euros, refusal, sandbox, today};

#[tokio::test]
async fn a_good_card_pays() {
    let sandbox = sandbox();
    let intent = sandbox
        .create_intent(attempt("1", euros(1_234)))
        .await
        .unwrap();
    assert_eq!(
        (intent.status, intent.amount_received),
        (IntentStatus::RequiresPaymentMethod, euros(0))
    );

    let paid = confirm(&sandbox, &intent, "4242 4242 4242 4242").await;
    assert_eq!(
        (paid.status, paid.amount_received),
        (IntentStatus::Succeeded, euros(1_234))
    );
    assert_eq!(paid.method_summary.as_ref().unwrap().last4, "4242");
    assert_eq!(sandbox.retrieve_intent(&intent.id).await.unwrap(), paid);
}

#[tokio::test]
async fn a_declined_card_can_be_followed_by_a_good_one() {
    let sandbox = sandbox();
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    for (number, code, cp) in [
        ("4000000000000002", "card_declined", None),
        ("4000000000009995", "insufficient_funds", None),
        ("4000000000000069", "expired_card", None),
        (
            "4000000000000101",
            "address_not_verified",
            Some(CpCode::AddressNotVerified),
        ),
        (
            "4100000000000019",
            "fraud_filter",
            Some(CpCode::FraudFilter),
        ),
        ("5555555555554444", "invalid_number", None),
    ] {
        let declined = confirm(&sandbox, &intent, number).await;
        let decline = declined.latest_decline.unwrap();
        assert_eq!((decline.code.as_str(), decline.cp), (code, cp));
        assert_eq!(
            (declined.status, declined.amount_received),
            (IntentStatus::RequiresPaymentMethod, euros(0))
        );
    }
    let paid = confirm(&sandbox, &intent, GOOD_CARD).await;
    assert_eq!(
        (paid.status, paid.latest_decline),
        (IntentStatus::Succeeded, None)
    );
}

#[tokio::test]
async fn what_has_succeeded_stays_so() {
    let sandbox = sandbox();
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let paid = confirm(&sandbox, &intent, GOOD_CARD).await;
    assert_eq!(confirm(&sandbox, &intent, "4000000000000002").await, paid);
    assert_eq!(
        refusal(sandbox.cancel_intent(&intent.id).await),
        "intent_succeeded"
    );
}

#[tokio::test]
async fn what_is_cancelled_takes_no_money() {
    let sandbox = sandbox();
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    for _ in 0..2 {
        assert_eq!(
            sandbox.cancel_intent(&intent.id).await.unwrap().status,
            IntentStatus::Canceled
        );
    }
    let confirmed = sandbox
        .confirm(&intent.client_secret, &card(GOOD_CARD), today())
        .await;
    assert_eq!(refusal(confirmed), "intent_canceled");
}

#[tokio::test]
async fn only_the_client_secret_confirms() {
    let sandbox = sandbox();
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let other = sandbox
        .create_intent(attempt("2", euros(1_000)))
        .await
        .unwrap();
    let foreign = other.client_secret.replace(&other.id, &intent.id);
    for secret in [
        "",
        &intent.id,
        &format!("{}_secret_", intent.id),
        &foreign,
        "sbx_0_secret_0",
    ] {
        let confirmed = sandbox.confirm(secret, &card(GOOD_CARD), today()).await;
        assert_eq!(confirmed, Err(GatewayError::NotFound), "{secret}");
    }
    assert!(!format!("{intent:?}").contains("secret"));
}
