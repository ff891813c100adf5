//! Payments from beginning to end.

use portico_fakes::{
    FakePayPal,
    paypal::{Call, Fault, Funds},
};
use portico_gateways::{GatewayError, IntentStatus, PaymentGateway as _, RefundId, RefundStatus};

use crate::support::{approved, attempt, euros, gateway, paid, part, refusal};

#[tokio::test]
async fn a_payment_is_approved_captured_and_given_back() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let made = gateway
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    assert_eq!(made.status, IntentStatus::RequiresAction);
    assert_eq!(
        (made.amount, made.amount_received),
        (euros(1_000), euros(0))
    );
    assert_eq!(made.reference, "pay_1");
    assert_eq!(made.client_secret, "");
    let page = format!("{}/checkoutnow?token={}", fake.base, made.id);
    assert_eq!(made.approval_url, Some(page));

    let sent = fake.last_order();
    let unit = &sent["purchase_units"][0];
    assert_eq!(unit["amount"]["value"], "10.00");
    assert_eq!(
        (&unit["custom_id"], &unit["description"]),
        (&"pay_1".into(), &"INV-000001".into())
    );
    let context = &sent["payment_source"]["paypal"]["experience_context"];
    assert_eq!(
        context["return_url"],
        "https://portico.example/back?payment=1"
    );
    assert_eq!(context["cancel_url"], context["return_url"]);

    fake.approve(&made.id, Funds::Good);
    let agreed = gateway.retrieve_intent(&made.id).await.unwrap();
    assert_eq!(agreed.status, IntentStatus::RequiresConfirmation);
    assert_eq!(fake.captured(&made.id), 0);
    let taken = gateway.confirm_intent(&made.id, "1").await.unwrap();
    assert_eq!(taken.status, IntentStatus::Succeeded);
    assert_eq!(taken.amount_received, euros(1_000));
    assert_eq!(gateway.retrieve_intent(&made.id).await.unwrap(), taken);

    let first = gateway.refund(part(&taken, "a", euros(400))).await.unwrap();
    assert_eq!(
        (first.status, first.amount),
        (RefundStatus::Succeeded, euros(400))
    );
    let id = RefundId {
        id: &first.id,
        intent_id: &taken.id,
    };
    assert_eq!(gateway.retrieve_refund(&id).await.unwrap(), first);
    gateway.refund(part(&taken, "b", euros(600))).await.unwrap();
    let after = gateway.retrieve_intent(&made.id).await.unwrap();
    assert_eq!(after, taken, "a refund does not undo the payment");
    assert_eq!(
        (fake.captured(&made.id), fake.refunded(&made.id)),
        (1_000, 1_000)
    );
}

#[tokio::test]
async fn what_is_repeated_happens_once() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let create = |amount| gateway.create_intent(attempt("1", euros(amount)));
    let made = create(1_000).await.unwrap();
    assert_eq!(create(1_000).await.unwrap(), made);
    assert_eq!(refusal(create(1_001).await), "idempotency_key_reused");

    fake.approve(&made.id, Funds::Good);
    let taken = gateway.confirm_intent(&made.id, "1").await.unwrap();
    for key in ["1", "another key, as after six hours"] {
        let again = gateway.confirm_intent(&made.id, key).await.unwrap();
        assert_eq!(again, taken);
    }
    assert_eq!(
        create(1_000).await.unwrap(),
        taken,
        "a replay answers the present state"
    );

    let first = gateway.refund(part(&made, "a", euros(600))).await.unwrap();
    let again = gateway.refund(part(&made, "a", euros(600))).await.unwrap();
    assert_eq!(again, first);
    let other = gateway.refund(part(&made, "a", euros(1))).await;
    assert_eq!(refusal(other), "idempotency_key_reused");
    assert_eq!(
        (fake.captured(&made.id), fake.refunded(&made.id)),
        (1_000, 600)
    );
}

#[tokio::test]
async fn an_answer_that_got_lost_is_had_by_repeating() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    fake.fail(Call::Create, 1, &Fault::Drop);
    let new = || attempt("1", euros(1_000));
    assert!(
        gateway
            .create_intent(new())
            .await
            .unwrap_err()
            .outcome_is_unknown()
    );
    let made = gateway.create_intent(new()).await.unwrap();
    assert_eq!(made.id, gateway.create_intent(new()).await.unwrap().id);

    fake.approve(&made.id, Funds::Good);
    fake.fail(Call::Capture, 1, &Fault::Drop);
    let lost = gateway.confirm_intent(&made.id, "1").await.unwrap_err();
    assert!(lost.outcome_is_unknown(), "{lost}");
    assert_eq!(fake.captured(&made.id), 1_000);
    let asked = gateway.retrieve_intent(&made.id).await.unwrap();
    assert_eq!(asked.status, IntentStatus::Succeeded);
    assert_eq!(gateway.confirm_intent(&made.id, "1").await.unwrap(), asked);

    fake.fail(Call::Refund, 1, &Fault::Drop);
    let refund = || gateway.refund(part(&made, "a", euros(700)));
    assert!(refund().await.unwrap_err().outcome_is_unknown());
    assert_eq!(refund().await.unwrap().amount, euros(700));
    assert_eq!(
        (fake.captured(&made.id), fake.refunded(&made.id)),
        (1_000, 700)
    );
}

#[tokio::test]
async fn whoever_captures_at_once_takes_the_money_once() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let intent = approved(&fake, &gateway, "1").await;
    let confirm = |key| gateway.confirm_intent(&intent.id, key);
    let (one, two, three) = tokio::join!(confirm("1"), confirm("1"), confirm("2"));
    for taken in [one, two, three] {
        assert_eq!(taken.unwrap().status, IntentStatus::Succeeded);
    }
    assert_eq!(fake.captured(&intent.id), 1_000);
}

#[tokio::test]
async fn declined_funds_take_nothing() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let intent = approved(&fake, &gateway, "1").await;
    fake.approve(&intent.id, Funds::Declined);
    let declined = gateway.confirm_intent(&intent.id, "1").await;
    assert_eq!(refusal(declined), "instrument_declined");

    fake.approve(&intent.id, Funds::CaptureDeclined);
    let declined = gateway.confirm_intent(&intent.id, "1").await.unwrap();
    assert_eq!(declined.status, IntentStatus::RequiresPaymentMethod);
    let why = declined.latest_decline.unwrap();
    assert_eq!(why.customer_message_key, "payment-declined");
    assert_eq!(declined.amount_received, euros(0));
    assert_eq!(fake.captured(&intent.id), 0);
}

#[tokio::test]
async fn pending_money_is_on_its_way_until_it_arrives_or_not() {
    for (arrives, expected) in [
        (true, IntentStatus::Succeeded),
        (false, IntentStatus::RequiresPaymentMethod),
    ] {
        let fake = FakePayPal::start().await;
        let gateway = gateway(&fake);
        let intent = approved(&fake, &gateway, "1").await;
        fake.approve(&intent.id, Funds::Pending);
        let pending = gateway.confirm_intent(&intent.id, "1").await.unwrap();
        assert_eq!(pending.status, IntentStatus::Processing);
        assert_eq!(pending.amount_received, euros(0));
        let cancelled = gateway.cancel_intent(&intent.id).await;
        assert_eq!(refusal(cancelled), "intent_processing");
        let refund = gateway.refund(part(&intent, "a", euros(1))).await;
        assert_eq!(refusal(refund), "intent_not_succeeded");

        fake.settle(&intent.id, arrives);
        let settled = gateway.retrieve_intent(&intent.id).await.unwrap();
        assert_eq!(settled.status, expected);
    }
}

#[tokio::test]
async fn a_cancelled_order_takes_nothing_even_if_it_is_approved_later() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let intent = gateway
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    for _ in 0..2 {
        let cancelled = gateway.cancel_intent(&intent.id).await.unwrap();
        assert_eq!(cancelled.status, IntentStatus::Canceled);
        assert_eq!(cancelled.approval_url, None);
    }
    fake.approve(&intent.id, Funds::Good);
    let late = gateway.retrieve_intent(&intent.id).await.unwrap();
    assert_eq!(late.status, IntentStatus::RequiresConfirmation);
    assert_eq!(fake.captured(&intent.id), 0);

    let taken = paid(&fake, &gateway, "2").await;
    let cancelled = gateway.cancel_intent(&taken.id).await;
    assert_eq!(refusal(cancelled), "intent_succeeded");
}

#[tokio::test]
async fn an_order_that_is_not_approved_is_not_captured() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let intent = gateway
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let asked = gateway.confirm_intent(&intent.id, "1").await.unwrap();
    assert_eq!(asked, intent);

    fake.forget(&intent.id);
    let forgotten = Err(GatewayError::NotFound);
    assert_eq!(gateway.retrieve_intent(&intent.id).await, forgotten);
    assert_eq!(gateway.confirm_intent(&intent.id, "1").await, forgotten);
    assert_eq!(gateway.cancel_intent(&intent.id).await, forgotten);
}
