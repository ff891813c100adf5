//! Paying, declining, cancelling and giving back, against a Stripe that remembers.

use portico_domain::money::{Currency, Money};
use portico_gateways::{
    Expiry, GatewayError, IntentStatus, Method, MethodSummary, NewIntent, NewRefund,
    PaymentGateway as _, RefundId, RefundStatus,
};

use portico_fakes::LocalStripe;

use crate::support::{attempt, euros, gateway_of, refusal};

#[tokio::test]
async fn a_card_is_charged_and_given_back_in_parts() {
    let Some(stripe) = LocalStripe::start().await else {
        return;
    };
    let gateway = gateway_of(&stripe);
    gateway.check_credentials().await.unwrap();
    let created = gateway
        .create_intent(attempt("1", euros(1_999)))
        .await
        .unwrap();
    assert_eq!(created.status, IntentStatus::RequiresPaymentMethod);
    assert_eq!(
        (created.amount, created.amount_received),
        (euros(1_999), euros(0))
    );
    assert_eq!(created.reference, "pay_1");
    assert!(created.client_secret.starts_with(&created.id));

    let card = stripe.card("4242424242424242").await;
    stripe.pay(&created.id, &card).await;
    let paid = gateway.retrieve_intent(&created.id).await.unwrap();
    assert_eq!(paid.status, IntentStatus::Succeeded);
    assert_eq!(paid.amount_received, euros(1_999));
    assert_eq!(
        paid.method_summary,
        Some(MethodSummary {
            brand: "visa".to_owned(),
            last4: "4242".to_owned(),
            expiry: Some(Expiry {
                year: 2030,
                month: 12
            }),
        })
    );
    assert_eq!(paid.method_id, None, "it was not to be stored");
    assert_eq!(
        refusal(gateway.cancel_intent(&paid.id).await),
        "intent_succeeded"
    );

    let part = NewRefund {
        idempotency_key: "r1".to_owned(),
        intent_id: paid.id.clone(),
        amount: euros(500),
    };
    let refund = gateway.refund(part.clone()).await.unwrap();
    assert_eq!(
        (refund.amount, refund.status, &refund.intent_id),
        (euros(500), RefundStatus::Succeeded, &paid.id)
    );
    assert_eq!(
        gateway.refund(part).await,
        Ok(refund.clone()),
        "once, whatever is repeated"
    );
    let id = |intent_id| RefundId {
        id: &refund.id,
        intent_id,
    };
    assert_eq!(
        gateway.retrieve_refund(&id(&paid.id)).await,
        Ok(refund.clone())
    );
    assert_eq!(
        gateway.retrieve_refund(&id("pi_other")).await,
        Err(GatewayError::NotFound)
    );
}

#[tokio::test]
async fn creating_twice_makes_one_intent_and_answers_how_it_stands() {
    let Some(stripe) = LocalStripe::start().await else {
        return;
    };
    let gateway = gateway_of(&stripe);
    let first = gateway
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let card = stripe.card("4242424242424242").await;
    stripe.pay(&first.id, &card).await;
    let again = gateway
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    assert_eq!(
        (again.id, again.status),
        (first.id, IntentStatus::Succeeded)
    );
    assert_eq!(
        refusal(gateway.create_intent(attempt("1", euros(1_001))).await),
        "idempotency_key_reused"
    );
}

#[tokio::test]
async fn an_intent_is_given_up_once_and_again() {
    let Some(stripe) = LocalStripe::start().await else {
        return;
    };
    let gateway = gateway_of(&stripe);
    let created = gateway
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    for _ in 0..2 {
        let canceled = gateway.cancel_intent(&created.id).await.unwrap();
        assert_eq!(canceled.status, IntentStatus::Canceled);
    }
    for id in ["pi_unknown", "", "../customers", "pi_1?x=1"] {
        assert_eq!(
            gateway.cancel_intent(id).await,
            Err(GatewayError::NotFound),
            "{id}"
        );
    }
}

#[tokio::test]
async fn a_decline_leaves_the_intent_open_and_a_challenge_waits() {
    let Some(stripe) = LocalStripe::start().await else {
        return;
    };
    let gateway = gateway_of(&stripe);
    let created = gateway
        .create_intent(attempt("1", Money::new(700, Currency::JPY)))
        .await
        .unwrap();
    let bad = stripe.card("4000000000000341").await;
    stripe.pay(&created.id, &bad).await;
    let declined = gateway.retrieve_intent(&created.id).await.unwrap();
    assert_eq!(declined.status, IntentStatus::RequiresPaymentMethod);
    assert_eq!(declined.latest_decline.unwrap().code, "card_declined");

    let other = gateway
        .create_intent(attempt("2", euros(700)))
        .await
        .unwrap();
    let asks = stripe.card("4000002760003184").await;
    stripe.pay(&other.id, &asks).await;
    let asked = gateway.retrieve_intent(&other.id).await.unwrap();
    assert_eq!(asked.status, IntentStatus::RequiresAction);
    assert_eq!(asked.latest_decline, None);
}

#[tokio::test]
async fn a_debit_is_of_an_account_in_the_euro_area() {
    let Some(stripe) = LocalStripe::start().await else {
        return;
    };
    let gateway = gateway_of(&stripe);
    let debit = NewIntent {
        method: Method::BankDebit,
        ..attempt("1", euros(2_500))
    };
    let created = gateway.create_intent(debit).await.unwrap();
    let account = stripe
        .post(
            "payment_methods",
            "type=sepa_debit&sepa_debit[iban]=DE89370400440532013000",
        )
        .await;
    stripe
        .pay(&created.id, account["id"].as_str().unwrap())
        .await;
    // It settles of itself after a moment.
    let debited = loop {
        let debited = gateway.retrieve_intent(&created.id).await.unwrap();
        if debited.status != IntentStatus::Processing {
            break debited;
        }
        assert_eq!(
            debited.amount_received,
            euros(0),
            "not before it has arrived"
        );
        tokio::task::yield_now().await;
    };
    assert_eq!(debited.status, IntentStatus::Succeeded);
    assert_eq!(debited.amount_received, euros(2_500));
    assert_eq!(debited.method_summary.unwrap().last4, "3000");
}
