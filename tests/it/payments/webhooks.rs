//! What the gateway tells of its own accord: believed only if signed, and never twice.

use std::time::Duration;

use portico_gateways::sandbox::SandboxEvent;
use portico_tests::{App, eventually, json, makers};

use crate::payments::counter::{Counter, GOOD_ACCOUNT, GOOD_CARD, id};

#[tokio::test]
async fn a_webhook_books_a_payment_whose_payer_never_came_back() {
    let desk = Counter::open_with(|_| {}).await;
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    eventually("the sandbox's webhook arrives", async || {
        (desk.portal_invoice().await["status"] == "paid").then_some(())
    })
    .await;
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn late_twice_and_out_of_order_is_all_the_same() {
    // Every order of the three events of a debit (declined account, processing, settled), the first sent twice.
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let desk = Counter::open().await;
        let payment = desk.start("k", "bank_debit").await.expect(201).body;
        desk.confirm(&payment, "DE00").await.expect(200);
        desk.confirm(&payment, GOOD_ACCOUNT).await.expect(200);
        desk.app.clock().advance_seconds(61);
        desk.settle().await;
        let events = desk.events().await;
        assert_eq!(events.len(), 3);
        for index in order.into_iter().chain([order[0]]) {
            desk.deliver(&events[index]).await.expect(204);
        }
        desk.round().await;
        desk.paid_once().await;
        desk.app.stop().await;
    }
}

#[tokio::test]
async fn a_webhook_before_the_gateways_answer_finds_its_payment() {
    use portico_gateways::sandbox::{Call, Fault};
    let desk = Counter::open().await;
    let sandbox = desk
        .app
        .parts
        .gateways
        .sandbox()
        .expect("the sandbox is on");
    // The intent is made, its answer is lost: we do not know the gateway's id.
    sandbox.faults().order(Call::Create, Fault::AnswerLost);
    desk.start("k", "card")
        .await
        .refused(502, "gateway_unavailable");
    // The same request again gives the same attempt and the same intent.
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    for event in desk.events().await {
        desk.deliver(&event).await.expect(204);
    }
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn late_money_of_an_attempt_that_was_given_up_is_booked_on_the_gateways_word() {
    use portico_gateways::sandbox::SandboxLedger as _;
    let desk = Counter::open().await;
    let given_up = desk.start("a", "card").await.expect(201).body;
    let path = format!("/portal/payments/{}/cancel", id(&given_up));
    desk.grace.post(&path, json!({})).await.expect(200);
    assert_eq!(desk.sync(&given_up).await["state"], "cancelled");
    // The provider has taken the money all the same.
    let sandbox = desk
        .app
        .parts
        .gateways
        .sandbox()
        .expect("the sandbox is on");
    let intent = given_up["client_secret"].as_str().unwrap_or_default();
    let intent = intent.split("_secret_").next().unwrap_or_default();
    let mut kept = sandbox
        .ledger()
        .get(intent)
        .await
        .expect("books")
        .expect("kept");
    kept.status = portico_gateways::IntentStatus::Succeeded;
    let event = SandboxEvent {
        id: "evt_late".to_owned(),
        intent_id: kept.id.clone(),
        reference: kept.reference.clone(),
        attempts: 0,
    };
    assert!(
        sandbox
            .ledger()
            .replace(kept, event.clone())
            .await
            .expect("books")
    );
    for _ in 0..2 {
        desk.deliver(&event).await.expect(204);
    }
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn what_is_not_signed_by_the_gateway_changes_nothing() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    let event = desk.events().await.remove(0);
    let sandbox = desk
        .app
        .parts
        .gateways
        .sandbox()
        .expect("the sandbox is on");
    let now = desk.app.clock().now().to_utc();
    let sent = sandbox.webhook(&event, now).expect("a body");
    let forged = sent.body.replace("intent.updated", "refund.updated");
    let old = sandbox
        .webhook(&event, now - Duration::from_mins(6))
        .expect("a body");
    for (signature, body) in [
        ("", sent.body.clone()),
        ("t=1,v1=00", sent.body.clone()),
        (sent.signature.as_str(), forged),
        (old.signature.as_str(), old.body.clone()),
    ] {
        desk.webhook(signature, body)
            .await
            .refused(400, "webhook_rejected");
    }
    desk.webhook(&sent.signature, "x".repeat(70_000))
        .await
        .refused(413, "payload_too_large");
    desk.app
        .nobody()
        .post("/public/gateways/nobody/webhooks", json!({}))
        .await
        .refused(404, "not_found");
    assert_eq!(desk.portal_invoice().await["status"], "sent");

    // Another installation's sandbox signs with another secret.
    let other = App::start().await;
    let theirs = other.parts.gateways.sandbox().expect("the sandbox is on");
    let theirs = theirs.webhook(&event, now).expect("a body");
    desk.webhook(&theirs.signature, theirs.body)
        .await
        .refused(400, "webhook_rejected");
    other.stop().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn an_event_of_an_unknown_attempt_is_taken_and_forgotten() {
    let desk = Counter::open().await;
    for reference in ["", "pay_01kar3w7y6e2xb4p9kq2m8t5zn", "inv_x"] {
        let event = SandboxEvent {
            id: "evt_1".to_owned(),
            intent_id: "sbx_unknown".to_owned(),
            reference: reference.to_owned(),
            attempts: 0,
        };
        desk.deliver(&event).await.expect(204);
    }
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}
