//! Intents and refunds, as Portico makes them.

use std::collections::BTreeSet;

use portico_domain::money::{Currency, Money};
use portico_gateways::{
    Capabilities, CpCode, Currencies, GatewayError, Method, NewIntent, NewRefund,
    PaymentGateway as _, RefundStatus,
};

use crate::support::{GOOD_CARD, attempt, confirm, euros, refusal, sandbox};

#[tokio::test]
async fn creating_twice_makes_one_intent() {
    let sandbox = sandbox();
    let first = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let paid = confirm(&sandbox, &first, GOOD_CARD).await;
    let again = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    assert_eq!(again, paid, "a replay answers the present state");
    assert_eq!(
        refusal(sandbox.create_intent(attempt("1", euros(1_001))).await),
        "idempotency_key_reused"
    );
    assert_ne!(
        sandbox
            .create_intent(attempt("2", euros(1_000)))
            .await
            .unwrap()
            .id,
        first.id
    );
}

#[tokio::test]
async fn what_the_gateway_cannot_take_is_refused_with_its_code() {
    let only_euros = Capabilities {
        currencies: Currencies::Only(BTreeSet::from([Currency::EUR])),
        methods: BTreeSet::from([Method::Card]),
        ..sandbox().capabilities()
    };
    let sandbox = sandbox().with_capabilities(only_euros);
    let below = sandbox
        .create_intent(attempt("1", euros(49)))
        .await
        .unwrap_err();
    assert_eq!(below.cp(), Some(CpCode::BelowMinimum));
    let currency = sandbox
        .create_intent(attempt("2", Money::new(5_000, Currency::USD)))
        .await
        .unwrap_err();
    assert_eq!(currency.cp(), Some(CpCode::CurrencyNotSupported));
    let method = NewIntent {
        method: Method::BankDebit,
        ..attempt("3", euros(5_000))
    };
    assert_eq!(
        refusal(sandbox.create_intent(method).await),
        "method_not_supported"
    );
}

#[tokio::test]
async fn refunds_never_exceed_the_payment_and_happen_once() {
    let sandbox = sandbox();
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let refund = |key: &str, amount| NewRefund {
        idempotency_key: key.to_owned(),
        intent_id: intent.id.clone(),
        amount,
    };
    assert_eq!(
        refusal(sandbox.refund(refund("a", euros(1))).await),
        "intent_not_succeeded"
    );
    confirm(&sandbox, &intent, GOOD_CARD).await;

    let first = sandbox.refund(refund("a", euros(600))).await.unwrap();
    assert_eq!(first.status, RefundStatus::Succeeded);
    assert_eq!(
        sandbox.refund(refund("a", euros(600))).await.unwrap(),
        first
    );
    assert_eq!(
        refusal(sandbox.refund(refund("a", euros(1))).await),
        "idempotency_key_reused"
    );
    assert_eq!(
        refusal(sandbox.refund(refund("b", euros(401))).await),
        "refund_exceeds_payment"
    );
    assert_eq!(
        refusal(sandbox.refund(refund("b", euros(0))).await),
        "invalid_amount"
    );
    assert_eq!(
        refusal(
            sandbox
                .refund(refund("b", Money::new(1, Currency::USD)))
                .await
        ),
        "invalid_amount"
    );
    assert!(sandbox.refund(refund("b", euros(400))).await.is_ok());
    assert_eq!(
        refusal(sandbox.refund(refund("c", euros(1))).await),
        "refund_exceeds_payment"
    );
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let sandbox = sandbox();
    assert_eq!(
        sandbox.retrieve_intent("sbx_0").await,
        Err(GatewayError::NotFound)
    );
    assert_eq!(
        sandbox.cancel_intent("sbx_0").await,
        Err(GatewayError::NotFound)
    );
}
