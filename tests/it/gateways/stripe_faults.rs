//! A Stripe that does not answer, answers too late or fails: nothing is lost, nothing is taken twice (semantics §4).

use portico_fakes::stripe::Fault;
use portico_tests::{json, makers};

use super::stripe::{self, intent, keep_card, taken};
use crate::payments::counter::id;

const GOOD_CARD: &str = "4242424242424242";

/// The first one the adapter's own repetition mends, under the same key; the others outlast it.
const FAULTS: [(Fault, usize); 4] = [
    (Fault::AnswerLost, 1),
    (Fault::Unreachable, 20),
    (Fault::AnswerLost, 20),
    (Fault::ServerError, 20),
];

const OPENING: &str = "POST /v1/payment_intents";
const LOOKING: &str = "GET /v1/payment_intents/[^/]+";
const CONFIRMING: &str = "POST /v1/payment_intents/[^/]+/confirm";
const REFUNDING: &str = "POST /v1/refunds";

#[tokio::test]
async fn opening_an_intent_that_fails_opens_one() {
    for (fault, times) in FAULTS {
        let Some((desk, stripe)) = stripe::open().await else {
            return;
        };
        stripe.fail(OPENING, fault, times).await;
        let first = desk.start("k", "card").await;
        if times == 1 {
            first.expect(201);
        } else {
            first.refused(502, "gateway_unavailable");
        }
        stripe.mend().await;
        let payment = desk.start("k", "card").await.expect(201).body;
        let card = stripe.card(GOOD_CARD).await;
        stripe.pay(&intent(&payment), &card).await;
        let paid = desk.counter.sync(&payment).await;
        assert_eq!(paid["state"], "succeeded", "{fault:?} {times}");
        let made = stripe.get("payment_intents?limit=100").await;
        assert_eq!(
            made["data"].as_array().map(Vec::len),
            Some(1),
            "{fault:?} {times}: {made}"
        );
        desk.counter.paid_once().await;
        desk.counter.app.stop().await;
    }
}

#[tokio::test]
async fn looking_that_fails_leaves_it_to_the_next_look() {
    for (fault, times) in FAULTS {
        let Some((desk, stripe)) = stripe::open().await else {
            return;
        };
        let payment = desk.start("k", "card").await.expect(201).body;
        let card = stripe.card(GOOD_CARD).await;
        stripe.pay(&intent(&payment), &card).await;
        stripe.fail(LOOKING, fault, times).await;
        let sync = format!("/portal/payments/{}/sync", id(&payment));
        let first = desk.counter.grace.post(&sync, json!({})).await;
        if times == 1 {
            first.expect(200);
        } else {
            first.refused(502, "gateway_unavailable");
            // Nothing new begins beside money that may have moved.
            let again = desk.start("again", "card").await;
            again.refused(502, "gateway_unavailable");
        }
        stripe.mend().await;
        desk.counter.app.clock().advance_seconds(61);
        desk.counter.round().await;
        desk.counter.paid_once().await;
        assert_eq!(taken(&stripe).await, 10_000, "{fault:?} {times}");
        desk.counter.app.stop().await;
    }
}

#[tokio::test]
async fn charging_a_kept_card_that_fails_charges_it_once() {
    for (fault, times) in FAULTS {
        for call in [OPENING, CONFIRMING] {
            let Some((desk, stripe)) = stripe::open().await else {
                return;
            };
            let (_, kept) = keep_card(&desk, &stripe).await;
            let owner = desk.owner().await;
            stripe.fail(call, fault, times).await;
            let body = json!({ "payment_method_id": kept["id"],
                               "allocations": [{ "invoice_id": desk.counter.invoice, "amount": 10_000 }] });
            let first = owner.post_once("/payments/charge", "k", body.clone()).await;
            if times == 1 {
                first.expect(201);
            } else {
                first.refused(502, "gateway_unavailable");
            }
            stripe.mend().await;
            desk.counter.app.clock().advance_seconds(61);
            desk.counter.round().await;
            let owner = desk.owner().await;
            let charged = owner.post_once("/payments/charge", "k", body).await;
            assert_eq!(
                charged.expect(201).body["state"],
                "succeeded",
                "{call} {fault:?} {times}"
            );
            assert_eq!(taken(&stripe).await, 10_000, "{call} {fault:?} {times}");
            assert_eq!(desk.counter.balance(&owner).await, 0);
            makers::doctor(&desk.counter.app).await;
            desk.counter.app.stop().await;
        }
    }
}

#[tokio::test]
async fn a_refund_that_fails_gives_back_once() {
    for (fault, times) in FAULTS {
        let Some((desk, stripe)) = stripe::open().await else {
            return;
        };
        let payment = desk.start("k", "card").await.expect(201).body;
        let card = stripe.card(GOOD_CARD).await;
        stripe.pay(&intent(&payment), &card).await;
        desk.counter.sync(&payment).await;
        stripe.fail(REFUNDING, fault, times).await;
        let owner = desk.owner().await;
        let path = format!("/payments/{}/refunds", id(&payment));
        let body = json!({ "amount": 4_000, "allocations": [{ "invoice_id": desk.counter.invoice, "amount": 4_000 }] });
        // Without an answer it is set aside and waits.
        owner.post_once(&path, "r", body.clone()).await;
        stripe.mend().await;
        desk.counter.app.clock().advance_seconds(61);
        desk.counter.round().await;
        let refunded = owner.post_once(&path, "r", body).await.expect(201);
        assert_eq!(refunded.body["state"], "succeeded", "{fault:?} {times}");
        let refunds = stripe.get("refunds?limit=100").await;
        let amounts: Vec<_> = refunds["data"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| one["amount"].clone())
            .collect();
        assert_eq!(amounts, [json!(4_000)], "{fault:?} {times}");
        assert_eq!(desk.counter.balance(&desk.owner().await).await, 4_000);
        makers::doctor(&desk.counter.app).await;
        desk.counter.app.stop().await;
    }
}
