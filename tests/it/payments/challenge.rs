//! 3-D Secure: the payer's bank asks before it pays.

use crate::payments::counter::{CHALLENGED_CARD, Counter, GOOD_CARD};

#[tokio::test]
async fn the_bank_asks_and_the_payer_agrees() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "card").await.expect(201).body;
    let asked = desk
        .confirm(&payment, CHALLENGED_CARD)
        .await
        .expect(200)
        .body;
    assert_eq!(asked["status"], "requires_action");
    let waiting = desk.sync(&payment).await;
    assert_eq!(waiting["state"], "requires_action");
    assert!(waiting["failure"].is_null() && waiting["client_secret"].is_string());
    let agreed = desk.answer(&payment, true).await.expect(200).body;
    assert_eq!(agreed["status"], "succeeded");
    desk.answer(&payment, true).await.refused(409, "conflict");
    assert_eq!(desk.sync(&payment).await["state"], "succeeded");
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn the_payer_says_no_and_takes_another_card() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.confirm(&payment, CHALLENGED_CARD).await.expect(200);
    let refused = desk.answer(&payment, false).await.expect(200).body;
    assert_eq!(refused["decline_code"], "authentication_failed");
    let shown = desk.sync(&payment).await;
    assert_eq!(shown["failure"]["code"], "authentication_failed");
    assert_eq!(desk.told("payment_failed").await, 1);
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    assert!(desk.sync(&payment).await["failure"].is_null());
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_challenge_that_was_left_gives_way_to_a_second_try() {
    let desk = Counter::open().await;
    let left = desk.start("a", "card").await.expect(201).body;
    desk.confirm(&left, CHALLENGED_CARD).await.expect(200);
    let invoice = desk.portal_invoice().await;
    assert_eq!(invoice["payment_pending"], false);
    assert_eq!(invoice["pending_payment"]["state"], "requires_action");
    let second = desk.start("b", "card").await.expect(201).body;
    // The bank's page of the first is still open in another tab.
    desk.answer(&left, true).await.refused(409, "conflict");
    assert_eq!(desk.sync(&left).await["state"], "cancelled");
    desk.confirm(&second, GOOD_CARD).await.expect(200);
    desk.sync(&second).await;
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn the_same_amount_and_card_within_minutes_is_stopped_and_staff_learn_the_code() {
    let desk = Counter::open().await;
    let other = portico_tests::makers::sent(&desk.owner, &desk.customer, "100").await;
    let first = desk.start("a", "card").await.expect(201).body;
    desk.confirm(&first, GOOD_CARD).await.expect(200);
    desk.sync(&first).await;
    let second = super::counter::start(&desk.grace, "b", "card", &other, 10_000)
        .await
        .expect(201)
        .body;
    let stopped = desk.confirm(&second, GOOD_CARD).await.expect(200).body;
    assert_eq!(stopped["decline_code"], "duplicate_transaction");
    let shown = desk.sync(&second).await;
    let message = shown["failure"]["message"].as_str().unwrap_or_default();
    assert!(
        !message.contains("CP") && message.contains("few minutes"),
        "{message}"
    );
    let path = format!("/payments/{}", super::counter::id(&second));
    let staff = desk.owner.get(&path).await.expect(200).body;
    assert_eq!(staff["failure"]["cp_code"], "CP3005");
    assert!(staff["failure"]["remedy"].is_string());
    desk.app.clock().advance_seconds(301);
    desk.confirm(&second, GOOD_CARD).await.expect(200);
    assert_eq!(desk.sync(&second).await["state"], "succeeded");
    portico_tests::makers::doctor(&desk.app).await;
    desk.app.stop().await;
}
