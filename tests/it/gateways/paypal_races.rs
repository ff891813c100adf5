//! PayPal's money is taken by Portico, after the payer has agreed: whatever happens just then, it is taken once, or the
//! invoice is free.

use portico_fakes::paypal::{Call, Fault, Funds};
use portico_tests::{json, makers};

use super::paypal::{open, order};
use crate::payments::{counter::id, kills::Mortal};

#[tokio::test]
async fn what_is_being_taken_can_be_neither_given_up_nor_replaced() {
    let (desk, paypal) = open().await;
    let payment = desk.start("k", "wallet").await.expect(201).body;
    let order = order(&payment);
    paypal.approve(&order, Funds::Good);
    // It is taken, and the answer is lost.
    paypal.fail(Call::Capture, 3, &Fault::Drop);
    let path = format!("/portal/payments/{}", id(&payment));
    let grace = &desk.counter.grace;
    grace
        .post(&format!("{path}/sync"), json!({}))
        .await
        .refused(502, "gateway_unavailable");
    // Whatever the organization says of payments that are being processed.
    let owner = desk.owner().await;
    for blocking in [true, false] {
        let shown = owner.get("/organization").await.expect(200).body;
        let version = shown["version"].as_i64().unwrap_or(1);
        let settings = json!({ "block_when_pending": blocking });
        owner
            .patch("/organization", version, settings)
            .await
            .expect(200);
        grace
            .post(&format!("{path}/cancel"), json!({}))
            .await
            .refused(409, "payment_pending");
        let again = desk.start("again", "wallet").await;
        assert_eq!(again.status, 409, "{}", again.body);
    }
    paypal.mend();
    assert_eq!(desk.counter.sync(&payment).await["state"], "succeeded");
    assert_eq!(paypal.captured(&order), 10_000);
    desk.counter.paid_once().await;
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn what_was_agreed_to_and_never_taken_ends_when_paypal_forgets_it() {
    let (desk, paypal) = open().await;
    let payment = desk.start("k", "wallet").await.expect(201).body;
    let order = order(&payment);
    paypal.approve(&order, Funds::Good);
    paypal.fail(Call::Capture, 3, &Fault::garbage(503));
    let path = format!("/portal/payments/{}/sync", id(&payment));
    let grace = &desk.counter.grace;
    grace
        .post(&path, json!({}))
        .await
        .refused(502, "gateway_unavailable");
    paypal.mend();
    paypal.forget(&order);
    assert_eq!(desk.counter.sync(&payment).await["state"], "failed");
    let again = desk.start("again", "wallet").await.expect(201).body;
    paypal.approve(&super::paypal::order(&again), Funds::Good);
    assert_eq!(desk.counter.sync(&again).await["state"], "succeeded");
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn paying_and_giving_up_at_once_ends_one_way_or_the_other() {
    for _ in 0..6 {
        let (desk, paypal) = open().await;
        let payment = desk.start("k", "wallet").await.expect(201).body;
        let order = order(&payment);
        paypal.approve(&order, Funds::Good);
        let path = format!("/portal/payments/{}", id(&payment));
        let (sync, cancel) = (format!("{path}/sync"), format!("{path}/cancel"));
        let grace = &desk.counter.grace;
        tokio::join!(
            grace.post(&sync, json!({})),
            grace.post(&cancel, json!({})),
            grace.post(&sync, json!({})),
        );
        let ended = desk.counter.sync(&payment).await["state"].clone();
        let taken = paypal.captured(&order);
        match ended.as_str() {
            Some("succeeded") => assert_eq!(taken, 10_000),
            Some("cancelled") => assert_eq!(taken, 0),
            _ => panic!("it is {ended}, with {taken} taken"),
        }
        makers::doctor(&desk.counter.app).await;
        desk.counter.app.stop().await;
    }
}

#[tokio::test]
async fn a_server_that_dies_beside_the_capture_takes_the_money_once() {
    for place in ["payer_agreed", "about_to_book", "booked"] {
        let (desk, paypal) = open().await;
        let payment = desk.start("k", "wallet").await.expect(201).body;
        let order = order(&payment);
        paypal.approve(&order, Funds::Good);
        let settings = [("PORTICO_PAYPAL_URL", paypal.base.as_str())];
        let mut mortal = Mortal::start_with(&desk.counter, place, &settings).await;
        let path = format!("/portal/payments/{}/sync", id(&payment));
        let grace = &desk.counter.grace;
        mortal.try_post(grace, &path, "s", json!({})).await;
        mortal.is_dead().await;
        // Whoever has agreed cannot take it back half-way.
        let cancel = format!("/portal/payments/{}/cancel", id(&payment));
        let cancelled = grace.post(&cancel, json!({})).await;
        assert_ne!(cancelled.body["state"], "cancelled", "{place}");
        desk.counter.app.clock().advance_seconds(61);
        desk.counter.round().await;
        assert_eq!(paypal.captured(&order), 10_000, "{place}");
        desk.counter.paid_once().await;
        desk.counter.app.stop().await;
    }
}
