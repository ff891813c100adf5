//! Payments that take longer than they should, and what the gateway says against what is booked.

use portico_api::payments::{Finding, compare};
use portico_domain::money::{Currency, Money};
use portico_gateways::{
    IntentStatus,
    sandbox::{Call, Fault, SandboxEvent, SandboxIntent, SandboxLedger},
};
use portico_tests::{Value, json, makers};

use crate::payments::counter::{Counter, GOOD_ACCOUNT, GOOD_CARD, id};

const DAY: i64 = 24 * 60 * 60;

fn order(desk: &Counter, call: Call, fault: Fault) {
    let sandbox = desk.app.parts.gateways.sandbox();
    sandbox
        .expect("the sandbox is on")
        .faults()
        .order(call, fault);
}

async fn stuck(desk: &Counter) -> Vec<Value> {
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    let body = owner.get("/payments/stuck").await.expect(200).body;
    body["data"].as_array().cloned().unwrap_or_default()
}

/// Has the sandbox take another amount than it was asked for.
async fn take_instead(desk: &Counter, payment: &Value, amount: Money) {
    let event = amount.amount.to_string();
    change(desk, payment, &event, |intent| intent.amount = amount).await;
}

/// Changes the sandbox's own books.
async fn change(
    desk: &Counter,
    payment: &Value,
    event: &str,
    change: impl FnOnce(&mut SandboxIntent),
) {
    let sandbox = desk
        .app
        .parts
        .gateways
        .sandbox()
        .expect("the sandbox is on");
    let secret = payment["client_secret"].as_str().expect("a secret");
    let (intent_id, _) = secret.split_once("_secret_").expect("of an intent");
    let mut intent = sandbox
        .ledger()
        .get(intent_id)
        .await
        .expect("the books can be read")
        .expect("an intent");
    change(&mut intent);
    let event = SandboxEvent {
        id: format!("evt_test_{event}"),
        intent_id: intent.id.clone(),
        reference: intent.reference.clone(),
        attempts: 0,
    };
    assert!(
        sandbox
            .ledger()
            .replace(intent, event)
            .await
            .expect("it is kept")
    );
}

async fn compared(desk: &Counter, rehearsal: bool) -> Vec<Finding> {
    let parts = &desk.app.parts;
    let since = parts.db.clock().now().plus_seconds(-7 * DAY);
    compare(
        &parts.db,
        &parts.gateways,
        &parts.outbox,
        &parts.config,
        since,
        rehearsal,
    )
    .await
    .expect("it compares")
    .1
}

#[tokio::test]
async fn a_gateway_that_does_not_answer_is_shown_and_asked_again() {
    let desk = Counter::open().await;
    assert!(stuck(&desk).await.is_empty());
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    assert!(stuck(&desk).await.is_empty(), "a payer may take a moment");
    let check = format!("/payments/{}/check", id(&payment));
    order(&desk, Call::Retrieve, Fault::Unreachable);
    desk.owner
        .post(&check, json!({}))
        .await
        .refused(502, "gateway_unavailable");
    let found = stuck(&desk).await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["reason"], "gateway_silent");
    assert_eq!(found[0]["payment"]["id"], payment["id"]);
    let since = found[0]["since"].clone();
    assert!(
        found[0]["error"]
            .as_str()
            .is_some_and(|error| error.contains("unreachable"))
    );

    // It is still silent since then, whoever asked last.
    desk.app.clock().advance_seconds(90);
    order(&desk, Call::Retrieve, Fault::AnswerLost);
    desk.round().await;
    let found = stuck(&desk).await;
    assert_eq!(found[0]["since"], since);
    assert_ne!(found[0]["checked_at"], since);
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    for _ in 0..2 {
        let checked = owner.post(&check, json!({})).await.expect(200).body;
        assert_eq!(checked["state"], "succeeded");
    }
    assert!(stuck(&desk).await.is_empty());
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_debit_that_takes_more_than_ten_days_is_shown() {
    let desk = Counter::open_with(|config| {
        config.sandbox_webhooks = false;
        config.sandbox_debit_seconds = 20 * 24 * 60 * 60;
    })
    .await;
    let debit = desk.start("k", "bank_debit").await.expect(201).body;
    desk.confirm(&debit, GOOD_ACCOUNT).await.expect(200);
    desk.sync(&debit).await;
    // The test's clock goes on while the machine works: ten days are not met to the second.
    desk.app.clock().advance_seconds(10 * DAY - 600);
    assert!(stuck(&desk).await.is_empty());
    desk.app.clock().advance_seconds(1_200);
    let found = stuck(&desk).await;
    assert_eq!(found[0]["reason"], "processing_long");
    assert_eq!(found[0]["answer"], "processing");
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    let check = format!("/payments/{}/check", id(&debit));
    let checked = owner.post(&check, json!({})).await.expect(200).body;
    assert_eq!(checked["state"], "pending");
    desk.app.clock().advance_seconds(11 * DAY);
    desk.settle().await;
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    let checked = owner.post(&check, json!({})).await.expect(200).body;
    assert_eq!(checked["state"], "succeeded");
    assert!(stuck(&desk).await.is_empty());
    desk.app.stop().await;
}

#[tokio::test]
async fn an_attempt_without_its_payer_is_given_up_by_checking() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.app.clock().advance_seconds(31 * 60);
    assert_eq!(stuck(&desk).await[0]["reason"], "payer_away");
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    let check = format!("/payments/{}/check", id(&payment));
    for _ in 0..2 {
        let checked = owner.post(&check, json!({})).await.expect(200).body;
        assert_eq!(checked["state"], "cancelled");
    }
    assert!(stuck(&desk).await.is_empty());
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn another_amount_is_left_to_staff_who_are_told_once() {
    for (taken, left) in [(6_000, 4_000), (12_500, 0)] {
        let desk = Counter::open().await;
        let payment = desk.start("k", "card").await.expect(201).body;
        desk.confirm(&payment, GOOD_CARD).await.expect(200);
        take_instead(&desk, &payment, Money::new(taken, Currency::EUR)).await;
        let shown = desk.sync(&payment).await;
        assert_eq!(shown["state"], "pending", "the payer must not pay again");
        desk.app.clock().advance_seconds(90);
        desk.round().await;
        desk.round().await;
        assert_eq!(desk.told("payment_differs").await, 1);
        let found = stuck(&desk).await;
        assert_eq!(found[0]["reason"], "amount_differs");
        assert_eq!(
            found[0]["taken"],
            json!({ "amount": taken, "currency": "EUR" })
        );
        let accept = format!("/payments/{}/accept-difference", id(&payment));
        let owner = makers::sign_in_again(&desk.app, "counter").await;
        owner
            .post(&accept, json!({}))
            .await
            .refused(400, "idempotency_key_required");
        let booked = owner
            .post_once(&accept, "a", json!({}))
            .await
            .expect(200)
            .body;
        assert_eq!(booked["state"], "succeeded");
        assert_eq!(booked["amount"]["amount"], taken);
        assert_eq!(booked["unused"]["amount"], (taken - 10_000).max(0));
        owner.post_once(&accept, "a", json!({})).await.expect(200);
        owner
            .post_once(&accept, "b", json!({}))
            .await
            .refused(409, "not_allowed_in_state");
        assert_eq!(desk.balance(&owner).await, left);
        assert!(stuck(&desk).await.is_empty());
        makers::doctor(&desk.app).await;
        desk.app.stop().await;
    }
}

#[tokio::test]
async fn another_currency_is_never_booked() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    take_instead(&desk, &payment, Money::new(10_000, Currency::USD)).await;
    desk.sync(&payment).await;
    let accept = format!("/payments/{}/accept-difference", id(&payment));
    desk.owner
        .post_once(&accept, "a", json!({}))
        .await
        .refused(422, "currency_mismatch");
    assert_eq!(stuck(&desk).await.len(), 1);
    makers::doctor(&desk.app).await;

    // Staff give it back at the gateway: the invoice can be paid anew, and nothing is heard of the old money again.
    let reject = format!("/payments/{}/reject-difference", id(&payment));
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    owner
        .post(&reject, json!({}))
        .await
        .refused(400, "idempotency_key_required");
    for _ in 0..2 {
        let rejected = owner.post_once(&reject, "r", json!({})).await.expect(200);
        assert_eq!(rejected.body["state"], "failed");
        assert_eq!(rejected.body["failure"]["code"], "difference_rejected");
    }
    owner
        .post_once(&reject, "s", json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    for event in desk.events().await {
        desk.deliver(&event).await.expect(204);
    }
    assert!(stuck(&desk).await.is_empty());
    assert!(compared(&desk, false).await.is_empty());
    let again = desk.start("again", "card").await.expect(201).body;
    desk.confirm(&again, GOOD_CARD).await.expect(200);
    assert_eq!(desk.sync(&again).await["state"], "succeeded");
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_payment_that_the_gateway_cancelled_while_it_was_pending_has_failed() {
    let desk = Counter::open().await;
    let debit = desk.start("k", "bank_debit").await.expect(201).body;
    desk.confirm(&debit, GOOD_ACCOUNT).await.expect(200);
    assert_eq!(desk.sync(&debit).await["state"], "pending");
    change(&desk, &debit, "cancelled", |intent| {
        intent.status = IntentStatus::Canceled;
    })
    .await;
    let failed = desk.sync(&debit).await;
    assert_eq!(failed["state"], "failed", "{failed}");
    desk.start("again", "card").await.expect(201);
    desk.app.stop().await;
}

#[tokio::test]
async fn only_gateways_are_asked_and_only_by_those_who_may() {
    let desk = Counter::open().await;
    let begun = desk.start("k", "card").await.expect(201).body;
    let other = makers::sent(&desk.owner, &desk.customer, "5").await;
    let cash = makers::pay(&desk.app, &desk.owner, &desk.customer, &other, 500).await;
    desk.owner
        .post(&format!("/payments/{cash}/check"), json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    let accept = format!("/payments/{}/accept-difference", id(&begun));
    desk.owner
        .post_once(&accept, "a", json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    let check = format!("/payments/{}/check", id(&begun));
    let reader = makers::member(&desk.app, &desk.owner, "Rita", "read_only").await;
    reader.get("/payments/stuck").await.expect(200);
    reader
        .post(&check, json!({}))
        .await
        .refused(403, "forbidden");
    let stranger = desk.app.sign_up("Stranger").await;
    stranger
        .post(&check, json!({}))
        .await
        .refused(404, "not_found");
    stranger
        .post_once(&accept, "a", json!({}))
        .await
        .refused(404, "not_found");
    desk.app.stop().await;
}

#[tokio::test]
async fn the_command_reports_and_settles() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "card").await.expect(201).body;
    assert!(compared(&desk, true).await.is_empty());
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    let found = compared(&desk, true).await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].ours, "requires_action 100.00 EUR");
    assert_eq!(found[0].theirs, "succeeded 100.00 EUR");
    assert!(!found[0].settled);
    assert!(compared(&desk, false).await[0].settled);
    assert!(compared(&desk, false).await.is_empty());
    desk.paid_once().await;
    // What was booked is compared as well.
    take_instead(&desk, &payment, Money::new(9_999, Currency::EUR)).await;
    let found = compared(&desk, false).await;
    assert!(!found[0].settled, "{found:?}");
    assert_eq!(found[0].theirs, "succeeded 99.99 EUR");
    order(&desk, Call::Retrieve, Fault::Unreachable);
    assert!(
        compared(&desk, true).await[0]
            .theirs
            .contains("unavailable")
    );
    desk.app.stop().await;
}
