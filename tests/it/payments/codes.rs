//! The codes that staff see, and the plain words that customers see (F10), each provoked.

use portico_gateways::sandbox::{Call, Fault};
use portico_tests::{Value, json, makers};

use crate::payments::counter::{Counter, GOOD_CARD, confirm, id, start};

/// What staff see of a failure.
async fn failure(desk: &Counter, payment: &str) -> Value {
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    let shown = owner.get(&format!("/payments/{payment}")).await.expect(200);
    shown.body["failure"].clone()
}

/// The newest payment.
async fn newest(desk: &Counter) -> Value {
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    owner.get("/payments").await.expect(200).body["data"][0].clone()
}

/// Staff get code, cause and remedy, in the app too; the customer gets neither.
async fn told(desk: &Counter, payment: &Value, code: &str) {
    let failure = failure(desk, id(payment)).await;
    assert_eq!(failure["cp_code"], code, "{failure}");
    for field in ["cause", "remedy", "message"] {
        let text = failure[field].as_str().unwrap_or_default();
        assert!(text.ends_with('.'), "{field}: {failure}");
    }
    let owner = makers::sign_in_again(&desk.app, "counter").await;
    let news = owner.get("/notifications").await.expect(200).body;
    let news = news["data"].as_array().cloned().unwrap_or_default();
    let failed = news.iter().find(|one| one["kind"] == "payment_failed");
    assert_eq!(
        failed.map(|one| &one["data"]["cp_code"]),
        Some(&json!(code))
    );
    makers::doctor(&desk.app).await;
}

#[tokio::test]
async fn declines_of_cards_bear_their_codes() {
    for (number, code, key) in [
        ("4100000000000019", "CP3003", "payment-declined"),
        ("4000000000000101", "CP3004", "payment-check-address"),
    ] {
        let desk = Counter::open().await;
        let payment = desk.start("k", "card").await.expect(201).body;
        desk.confirm(&payment, number).await.expect(200);
        let shown = desk.sync(&payment).await;
        assert_eq!(shown["failure"]["message_key"], key);
        assert!(!shown.to_string().contains("CP3"), "{shown}");
        told(&desk, &payment, code).await;
        desk.app.stop().await;
    }
}

#[tokio::test]
async fn cp3005_the_same_amount_and_card_within_minutes() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    desk.sync(&payment).await;
    let second = makers::sent(&desk.owner, &desk.customer, "100").await;
    let again = start(&desk.grace, "l", "card", &second, 10_000).await;
    let again = again.expect(201).body;
    confirm(&desk.app.nobody(), &again, GOOD_CARD)
        .await
        .expect(200);
    let shown = desk.sync(&again).await;
    assert_eq!(shown["failure"]["message_key"], "payment-just-made");
    told(&desk, &again, "CP3005").await;
    desk.app.stop().await;
}

#[tokio::test]
async fn cp4001_below_the_gateways_minimum() {
    let desk = Counter::open().await;
    let cheap = makers::sent(&desk.owner, &desk.customer, "0.49").await;
    for _ in 0..2 {
        // Asking again answers the same, and begins nothing at the gateway.
        let refused = start(&desk.grace, "k", "card", &cheap, 49).await;
        let refused = refused.refused(402, "payment_declined");
        let detail = refused.body["detail"].as_str().unwrap_or_default();
        assert!(detail.contains("below"), "{detail}");
    }
    let payment = newest(&desk).await;
    assert_eq!(payment["state"], "failed");
    told(&desk, &payment, "CP4001").await;
    let invoice = desk
        .owner
        .get(&format!("/invoices/{cheap}"))
        .await
        .expect(200);
    assert_eq!(invoice.body["flags"]["payment_pending"], false);
    desk.app.stop().await;
}

#[tokio::test]
async fn cp4003_a_currency_that_the_gateway_does_not_charge() {
    let desk = Counter::open().await;
    let body = json!({ "customer_id": desk.customer, "currency": "KPW", "exchange_rate": "0.001",
                       "lines": [{ "name": "Work", "quantity": "1", "rate": "1000" }] });
    let invoice = desk.owner.post("/invoices", body).await.expect(201).id();
    desk.owner
        .post(&format!("/invoices/{invoice}/mark-sent"), json!({}))
        .await
        .expect(200);
    start(&desk.grace, "k", "card", &invoice, 100_000)
        .await
        .refused(402, "payment_declined");
    told(&desk, &newest(&desk).await, "CP4003").await;
    desk.app.stop().await;
}

#[tokio::test]
async fn cp1003_a_payer_who_was_deleted_meanwhile() {
    for answered in [true, false] {
        let desk = Counter::open().await;
        if answered {
            desk.start("k", "card").await.expect(201);
        } else {
            let sandbox = desk.app.parts.gateways.sandbox();
            let faults = sandbox.expect("the sandbox is on").faults();
            faults.order(Call::Create, Fault::Unreachable);
            desk.start("k", "card")
                .await
                .refused(502, "gateway_unavailable");
        }
        let customer = desk
            .owner
            .get(&format!("/customers/{}", desk.customer))
            .await;
        let person = customer.expect(200).body["primary_contact"]["id"].clone();
        let path = format!(
            "/customers/{}/contact-persons/{}",
            desk.customer,
            person.as_str().unwrap_or_default()
        );
        desk.owner.delete(&path).await.expect(204);
        desk.app.clock().advance_seconds(31 * 60);
        desk.round().await;
        let payment = newest(&desk).await;
        assert_eq!(payment["state"], "failed", "answered: {answered}");
        told(&desk, &payment, "CP1003").await;
        desk.app.stop().await;
    }
}

#[tokio::test]
async fn money_of_a_payer_who_was_deleted_is_booked_all_the_same() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.confirm(&payment, GOOD_CARD).await.expect(200);
    let customer = desk
        .owner
        .get(&format!("/customers/{}", desk.customer))
        .await;
    let person = customer.expect(200).body["primary_contact"]["id"].clone();
    let person = person.as_str().unwrap_or_default();
    let path = format!("/customers/{}/contact-persons/{person}", desk.customer);
    desk.owner.delete(&path).await.expect(204);
    desk.app.clock().advance_seconds(90);
    desk.round().await;
    assert_eq!(newest(&desk).await["state"], "succeeded");
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}
