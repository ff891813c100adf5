//! A server that dies between any two steps beside Stripe: another one goes on, and the money is taken, given back,
//! booked and told of once (semantics §4).

use portico_fakes::LocalStripe;
use portico_tests::{Value, json, makers};

use super::{
    desk::Desk,
    stripe::{self, WEBHOOK_SECRET, intent, keep_card, signed, taken},
};
use crate::payments::{counter::id, kills::Mortal};

const GOOD_CARD: &str = "4242424242424242";

async fn mortal(desk: &Desk, stripe: &LocalStripe, place: &str) -> Mortal {
    let settings = [("PORTICO_STRIPE_URL", stripe.base.as_str())];
    Mortal::start_with(&desk.counter, place, &settings).await
}

/// What Stripe tells of a payment that succeeded.
fn event(payment: &Value) -> String {
    let intent = json!({ "id": intent(payment), "object": "payment_intent",
                         "metadata": { "portico_payment": id(payment) } });
    json!({ "id": "evt_1", "object": "event", "type": "payment_intent.succeeded", "data": { "object": intent } })
        .to_string()
}

#[tokio::test]
async fn a_card_in_the_element_pays_once() {
    for place in [
        "attempt_opened",
        "gateway_answered",
        "intent_kept",
        "about_to_book",
        "booked_not_committed",
        "booked",
        "webhook_received",
    ] {
        let Some((desk, stripe)) = stripe::open().await else {
            return;
        };
        let counter = &desk.counter;
        let mut mortal = mortal(&desk, &stripe, place).await;
        let body = json!({ "gateway": "stripe", "method": "card",
                           "allocations": [{ "invoice_id": counter.invoice, "amount": 10_000 }] });
        let first = mortal
            .try_post(&counter.grace, "/portal/payments", "k", body)
            .await;
        let payment = desk.start("k", "card").await.expect(201).body;
        assert!(
            first.is_none_or(|first| intent(&first) == intent(&payment)),
            "{place}: the same key is the same intent"
        );
        let card = stripe.card(GOOD_CARD).await;
        stripe.pay(&intent(&payment), &card).await;
        let told = event(&payment);
        let headers = signed(&desk, WEBHOOK_SECRET, &told);
        if place == "webhook_received" {
            // The second server's clock is the real one, and so is the first one's before anybody moves it.
            let path = desk.webhook_path().await;
            mortal
                .try_webhook(counter, &path, &headers, told.clone())
                .await;
        } else {
            let sync = format!("/portal/payments/{}/sync", id(&payment));
            mortal.try_post(&counter.grace, &sync, "s", json!({})).await;
        }
        mortal.is_dead().await;

        for _ in 0..2 {
            desk.webhook(&headers, told.clone()).await.expect(204);
        }
        counter.sync(&payment).await;
        counter.app.clock().advance_seconds(61);
        counter.round().await;
        counter.paid_once().await;
        makers::doctor(&counter.app).await;
        assert_eq!(taken(&stripe).await, 10_000, "{place}");
        desk.counter.app.stop().await;
    }
}

#[tokio::test]
async fn a_kept_card_is_charged_once() {
    for place in [
        "attempt_opened",
        "gateway_answered",
        "intent_kept",
        "payer_agreed",
        "about_to_book",
        "booked_not_committed",
        "booked",
    ] {
        let Some((desk, stripe)) = stripe::open().await else {
            return;
        };
        let (_, kept) = keep_card(&desk, &stripe).await;
        let owner = desk.owner().await;
        let mut mortal = mortal(&desk, &stripe, place).await;
        let body = json!({ "payment_method_id": kept["id"],
                           "allocations": [{ "invoice_id": desk.counter.invoice, "amount": 10_000 }] });
        let answer = mortal
            .try_post(&owner, "/payments/charge", "k", body.clone())
            .await;
        assert!(answer.is_none(), "{place}");
        mortal.is_dead().await;
        let charged = owner.post_once("/payments/charge", "k", body).await;
        assert_eq!(charged.expect(201).body["state"], "succeeded", "{place}");
        desk.counter.app.clock().advance_seconds(61);
        desk.counter.round().await;
        assert_eq!(taken(&stripe).await, 10_000, "{place}");
        assert_eq!(desk.counter.balance(&owner).await, 0, "{place}");
        makers::doctor(&desk.counter.app).await;
        desk.counter.app.stop().await;
    }
}

#[tokio::test]
async fn a_refund_gives_back_once() {
    for place in [
        "refund_reserved",
        "refund_answered",
        "refund_booked_not_committed",
        "refund_booked",
    ] {
        let Some((desk, stripe)) = stripe::open().await else {
            return;
        };
        let payment = desk.start("k", "card").await.expect(201).body;
        let card = stripe.card(GOOD_CARD).await;
        stripe.pay(&intent(&payment), &card).await;
        desk.counter.sync(&payment).await;
        let owner = desk.owner().await;
        let mut mortal = mortal(&desk, &stripe, place).await;
        let path = format!("/payments/{}/refunds", id(&payment));
        let body = json!({ "amount": 4_000, "allocations": [{ "invoice_id": desk.counter.invoice, "amount": 4_000 }] });
        mortal.try_post(&owner, &path, "r", body.clone()).await;
        mortal.is_dead().await;
        let refunded = owner.post_once(&path, "r", body).await.expect(201);
        assert_eq!(refunded.body["state"], "succeeded", "{place}");
        desk.counter.app.clock().advance_seconds(61);
        desk.counter.round().await;
        let refunds = stripe.get("refunds?limit=100").await;
        let given: Vec<_> = refunds["data"].as_array().expect("a list").iter().collect();
        assert_eq!(given.len(), 1, "{place}: {refunds}");
        assert_eq!(given[0]["amount"], 4_000, "{place}");
        assert_eq!(desk.counter.balance(&owner).await, 4_000, "{place}");
        makers::doctor(&desk.counter.app).await;
        desk.counter.app.stop().await;
    }
}
