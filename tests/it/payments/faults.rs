//! A provider that is slow, goes away or drops its answers: nothing is lost, nothing is done twice.

use std::time::Duration;

use portico_gateways::sandbox::{Call, Fault};
use portico_tests::json;

use crate::payments::counter::{Counter, GOOD_CARD, id};

fn order(desk: &Counter, call: Call, fault: Fault) {
    let sandbox = desk
        .app
        .parts
        .gateways
        .sandbox()
        .expect("the sandbox is on");
    sandbox.faults().order(call, fault);
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_is_asked_again() {
    for fault in [Fault::Unreachable, Fault::AnswerLost] {
        let desk = Counter::open().await;
        order(&desk, Call::Create, fault);
        desk.start("k", "card")
            .await
            .refused(502, "gateway_unavailable");
        let payment = desk.start("k", "card").await.expect(201).body;
        desk.confirm(&payment, GOOD_CARD).await.expect(200);
        order(&desk, Call::Retrieve, fault);
        desk.grace
            .post(
                &format!("/portal/payments/{}/sync", id(&payment)),
                json!({}),
            )
            .await
            .refused(502, "gateway_unavailable");
        desk.sync(&payment).await;
        desk.paid_once().await;
        desk.app.stop().await;
    }
}

#[tokio::test]
async fn an_attempt_whose_gateway_never_answered_is_reconciled() {
    let desk = Counter::open().await;
    order(&desk, Call::Create, Fault::AnswerLost);
    desk.start("k", "card")
        .await
        .refused(502, "gateway_unavailable");
    // Another payment begins only once the first is known to take nothing.
    order(&desk, Call::Create, Fault::Unreachable);
    desk.start("l", "card")
        .await
        .refused(502, "gateway_unavailable");
    order(&desk, Call::Cancel, Fault::AnswerLost);
    desk.start("l", "card")
        .await
        .refused(502, "gateway_unavailable");
    let second = desk.start("l", "card").await.expect(201).body;
    desk.confirm(&second, GOOD_CARD).await.expect(200);
    desk.app.clock().advance_seconds(31 * 60);
    desk.round().await;
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_slow_provider_holds_nobody_else_up() {
    let desk = Counter::open().await;
    order(&desk, Call::Create, Fault::Slow(Duration::from_millis(600)));
    let list = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let begun = std::time::Instant::now();
        desk.owner
            .post("/items", json!({ "name": "While waiting", "rate": "1" }))
            .await
            .expect(201);
        begun.elapsed()
    };
    let (payment, waited) = tokio::join!(desk.start("k", "card"), list);
    assert!(
        waited < Duration::from_millis(500),
        "no transaction is open while the provider is asked"
    );
    let payment = payment.expect(201).body;
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    desk.sync(&payment).await;
    desk.paid_once().await;
    desk.app.stop().await;
}
