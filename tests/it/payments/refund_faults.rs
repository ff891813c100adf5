//! Refunds and a provider that is slow, goes away, drops its answers or says no: the money is given back once, or not.

use portico_gateways::sandbox::{Call, Fault};
use portico_tests::json;

use crate::payments::counter::{Counter, GOOD_CARD, REFUND_FAILS_CARD, REFUNDED_LATER_CARD};

fn order(desk: &Counter, call: Call, fault: Fault) {
    let sandbox = desk.app.parts.gateways.sandbox();
    sandbox
        .expect("the sandbox is on")
        .faults()
        .order(call, fault);
}

#[tokio::test]
async fn a_refund_whose_answer_is_lost_is_asked_for_again_and_made_once() {
    for fault in [Fault::AnswerLost, Fault::Unreachable] {
        let desk = Counter::open().await;
        let payment = desk.paid(GOOD_CARD).await;
        order(&desk, Call::Refund, fault);
        let refund = desk.refund(&payment, "k", 4_000).await.expect(201).body;
        assert_eq!(refund["state"], "requested", "{refund}");
        // Its money is set aside all the same.
        desk.refund(&payment, "l", 6_001)
            .await
            .refused(422, "amount_exceeds_payment");
        desk.app.clock().advance_seconds(61);
        desk.round().await;
        desk.round().await;
        let again = desk.refund(&payment, "k", 4_000).await.expect(201).body;
        assert_eq!(again["state"], "succeeded");
        desk.refunded(&payment, 4_000, 1).await;
        desk.app.stop().await;
    }
}

#[tokio::test]
async fn the_same_key_goes_on_with_the_same_refund() {
    let desk = Counter::open().await;
    let payment = desk.paid(GOOD_CARD).await;
    order(&desk, Call::Refund, Fault::AnswerLost);
    let first = desk.refund(&payment, "k", 4_000).await.expect(201).body;
    let again = desk.refund(&payment, "k", 4_000).await.expect(201).body;
    assert_eq!(
        (&first["id"], "succeeded"),
        (&again["id"], again["state"].as_str().unwrap_or(""))
    );
    desk.refunded(&payment, 4_000, 1).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_refund_that_was_never_answered_is_not_made_again_once_its_key_is_forgotten() {
    let desk = Counter::open().await;
    let payment = desk.paid(GOOD_CARD).await;
    order(&desk, Call::Refund, Fault::Unreachable);
    desk.refund(&payment, "k", 4_000).await.expect(201);
    desk.app.clock().advance_seconds(24 * 60 * 60);
    desk.round().await;
    assert_eq!(desk.given_back().await, 0);

    // Staff look there whether it was made, and say so.
    let owner = portico_tests::makers::sign_in_again(&desk.app, "counter").await;
    let path = format!("/payments/{payment}");
    let shown = owner.get(&path).await.expect(200).body;
    assert_eq!(shown["refunds"][0]["unanswered"], true, "{shown}");
    let refund = shown["refunds"][0]["id"].as_str().unwrap_or_default();
    let decide = format!("{path}/refunds/{refund}/decide");
    let other = format!("/payments/{refund}/refunds/{refund}/decide");
    let made = |made: bool| json!({ "made": made });
    owner
        .post(&other, made(true))
        .await
        .refused(404, "not_found");
    let stranger = desk.app.sign_up("Stranger").await;
    stranger
        .post(&decide, made(true))
        .await
        .refused(404, "not_found");
    let decided = owner.post(&decide, made(false)).await.expect(200).body;
    assert_eq!(decided["refunds"][0]["state"], "failed", "{decided}");
    assert_eq!(decided["refunds"][0]["unanswered"], false);
    owner
        .post(&decide, made(true))
        .await
        .refused(409, "not_allowed_in_state");
    desk.refunded(&payment, 0, 0).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_refund_that_staff_found_made_is_booked() {
    let desk = Counter::open().await;
    let payment = desk.paid(GOOD_CARD).await;
    order(&desk, Call::Refund, Fault::AnswerLost);
    let refund = desk.refund(&payment, "k", 4_000).await.expect(201).body;
    let decide = format!(
        "/payments/{payment}/refunds/{}/decide",
        refund["id"].as_str().unwrap_or_default()
    );
    let made = json!({ "made": true });
    desk.owner
        .post(&decide, made.clone())
        .await
        .refused(409, "not_allowed_in_state");
    desk.app.clock().advance_seconds(24 * 60 * 60);
    let owner = portico_tests::makers::sign_in_again(&desk.app, "counter").await;
    let reader = portico_tests::makers::member(&desk.app, &owner, "Rita", "read_only").await;
    reader
        .post(&decide, made.clone())
        .await
        .refused(403, "forbidden");
    let decided = owner.post(&decide, made).await.expect(200).body;
    assert_eq!(decided["refunds"][0]["state"], "succeeded", "{decided}");
    desk.refunded(&payment, 4_000, 1).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_refund_that_the_connected_account_does_not_know_has_failed() {
    let desk = Counter::open().await;
    let payment = desk.paid(GOOD_CARD).await;
    order(&desk, Call::Refund, Fault::NotFound);
    let refund = desk.refund(&payment, "k", 4_000).await.expect(201).body;
    assert_eq!(
        (refund["state"].as_str(), refund["failure"].as_str()),
        (Some("failed"), Some("not_found"))
    );
    desk.refunded(&payment, 0, 0).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_refund_that_cannot_be_looked_into_goes_behind_the_others() {
    let desk = Counter::open().await;
    let payment = desk.paid(REFUNDED_LATER_CARD).await;
    desk.refund(&payment, "k", 100).await.expect(201);
    desk.app.clock().advance_seconds(61);
    let untouched = desk.app.clock().now();
    order(&desk, Call::RetrieveRefund, Fault::Unreachable);
    desk.round().await;
    let db = &desk.app.parts.db;
    let touched: Vec<Touched> = db
        .system_read("see when a refund was looked at", async |global| {
            global.query("select updated_at from refund", []).await
        })
        .await
        .expect("it is there");
    assert!(touched[0].updated_at >= untouched, "the oldest are first");
    desk.app.stop().await;
}

#[derive(sea_orm::FromQueryResult)]
struct Touched {
    updated_at: entity::Instant,
}

#[tokio::test]
async fn a_refused_refund_gives_the_money_back_to_the_invoice() {
    let desk = Counter::open().await;
    let payment = desk.paid(GOOD_CARD).await;
    order(&desk, Call::Refund, Fault::Refused);
    let refund = desk.refund(&payment, "k", 4_000).await.expect(201).body;
    assert_eq!(
        (refund["state"].as_str(), refund["failure"].as_str()),
        (Some("failed"), Some("refused"))
    );
    desk.refunded(&payment, 0, 0).await;
    assert_eq!(desk.portal_invoice().await["status"], "paid");
    desk.app.stop().await;
}

#[tokio::test]
async fn a_refund_that_takes_a_moment_is_told_by_webhook_once() {
    let desk = Counter::open().await;
    let payment = desk.paid(REFUNDED_LATER_CARD).await;
    let refund = desk.refund(&payment, "k", 4_000).await.expect(201).body;
    assert_eq!(refund["state"], "pending", "{refund}");
    desk.settle().await;
    let events = desk.events().await;
    for event in events.iter().rev().chain(&events) {
        desk.deliver(event).await.expect(204);
    }
    desk.round().await;
    desk.refunded(&payment, 4_000, 1).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_refund_that_fails_later_becomes_credit_where_the_invoice_was_paid_meanwhile() {
    let desk = Counter::open().await;
    let payment = desk.paid(REFUND_FAILS_CARD).await;
    desk.refund(&payment, "k", 4_000).await.expect(201);
    // Somebody pays 30.00 of the 40.00 that are due again.
    let body = json!({ "customer_id": desk.customer, "date": portico_tests::makers::today(&desk.app),
                       "amount": { "amount": 3_000, "currency": "EUR" }, "mode": "cash",
                       "allocations": [{ "invoice_id": desk.invoice, "amount": 3_000 }] });
    desk.owner
        .post_once("/payments", "cash", body)
        .await
        .expect(201);
    desk.settle().await;
    desk.app.clock().advance_seconds(61);
    // The gateway cannot be asked at first.
    order(&desk, Call::RetrieveRefund, Fault::Unreachable);
    desk.round().await;
    desk.app.clock().advance_seconds(61);
    desk.round().await;
    let owner = portico_tests::makers::sign_in_again(&desk.app, "counter").await;
    let path = format!("/payments/{payment}");
    let shown = owner.get(&path).await.expect(200).body;
    assert_eq!(shown["refunds"][0]["state"], "failed", "{shown}");
    assert_eq!(
        (&shown["status"], &shown["unused"]["amount"]),
        (&json!("succeeded"), &json!(3_000))
    );
    let path = format!("/invoices/{}", desk.invoice);
    assert_eq!(owner.get(&path).await.expect(200).body["status"], "paid");
    portico_tests::makers::doctor(&desk.app).await;
    desk.app.stop().await;
}
