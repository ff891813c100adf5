//! What the payer's browser does.

use chrono::{DateTime, TimeDelta, Utc};
use portico_gateways::{
    CpCode, GatewayError, IntentStatus, Method, NewIntent, PaymentGateway as _,
};

use crate::support::{GOOD_CARD, account, attempt, card, confirm, euros, now, refusal, sandbox};

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
        .confirm(&intent.client_secret, &card(GOOD_CARD), now())
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
        let confirmed = sandbox.confirm(secret, &card(GOOD_CARD), now()).await;
        assert_eq!(confirmed, Err(GatewayError::NotFound), "{secret}");
    }
    assert!(!format!("{intent:?}").contains("secret"));
}

#[tokio::test]
async fn the_bank_may_ask_the_payer_first() {
    let sandbox = sandbox();
    for (key, number, approved, expected) in [
        ("1", "4000002760003184", true, Ok(())),
        ("2", "4000002760003184", false, Err("authentication_failed")),
        ("3", "4000008260003178", true, Err("insufficient_funds")),
    ] {
        let amount = euros(1_000 + key.parse::<i64>().unwrap());
        let intent = sandbox.create_intent(attempt(key, amount)).await.unwrap();
        let asked = confirm(&sandbox, &intent, number).await;
        assert_eq!(
            (asked.status, asked.amount_received),
            (IntentStatus::RequiresAction, euros(0))
        );
        let answered = sandbox
            .answer_challenge(&intent.client_secret, approved)
            .await
            .unwrap();
        match expected {
            Ok(()) => assert_eq!(answered.status, IntentStatus::Succeeded),
            Err(code) => {
                assert_eq!(answered.status, IntentStatus::RequiresPaymentMethod);
                assert_eq!(answered.latest_decline.unwrap().code, code);
            }
        }
        let again = sandbox.answer_challenge(&intent.client_secret, true).await;
        assert_eq!(refusal(again), "no_challenge");
    }
}

#[tokio::test]
async fn a_debit_settles_or_fails_when_its_time_has_come() {
    let sandbox = sandbox();
    for (key, number, ends) in [
        ("1", "DE89370400440532013000", IntentStatus::Succeeded),
        (
            "2",
            "DE62370400440532013001",
            IntentStatus::RequiresPaymentMethod,
        ),
    ] {
        let debit = NewIntent {
            method: Method::BankDebit,
            ..attempt(key, euros(1_000))
        };
        let intent = sandbox.create_intent(debit).await.unwrap();
        let carded = sandbox
            .confirm(&intent.client_secret, &card(GOOD_CARD), now())
            .await;
        assert_eq!(refusal(carded), "method_not_supported");
        let begun = sandbox
            .confirm(&intent.client_secret, &account(number), now())
            .await
            .unwrap();
        assert_eq!(
            (begun.status, begun.amount_received),
            (IntentStatus::Processing, euros(0))
        );
        assert_eq!(
            refusal(sandbox.cancel_intent(&intent.id).await),
            "intent_processing"
        );
        sandbox.settle_due(now()).await.unwrap();
        let same = sandbox.retrieve_intent(&intent.id).await.unwrap();
        assert_eq!(same.status, IntentStatus::Processing);
        for _ in 0..2 {
            sandbox
                .settle_due(now() + TimeDelta::minutes(2))
                .await
                .unwrap();
            let ended = sandbox.retrieve_intent(&intent.id).await.unwrap();
            assert_eq!(ended.status, ends);
        }
    }
}

#[tokio::test]
async fn the_same_again_within_minutes_is_taken_for_a_mistake() {
    let sandbox = sandbox();
    let pay = async |key: &str, amount: i64, number: &str, at: DateTime<Utc>| {
        let intent = sandbox
            .create_intent(attempt(key, euros(amount)))
            .await
            .unwrap();
        sandbox
            .confirm(&intent.client_secret, &card(number), at)
            .await
            .unwrap()
    };
    let failed = pay("0", 1_000, "4000000000000002", now()).await;
    assert!(failed.latest_decline.is_some());
    let first = pay("1", 1_000, GOOD_CARD, now()).await;
    assert_eq!(first.status, IntentStatus::Succeeded);
    let again = pay("2", 1_000, GOOD_CARD, now() + TimeDelta::minutes(4)).await;
    let decline = again.latest_decline.unwrap();
    assert_eq!(decline.cp, Some(CpCode::DuplicatePayment));
    for (key, amount, minutes) in [("3", 1_001, 4), ("4", 1_000, 6)] {
        let paid = pay(key, amount, GOOD_CARD, now() + TimeDelta::minutes(minutes)).await;
        assert_eq!(paid.status, IntentStatus::Succeeded, "{key}");
    }
}
