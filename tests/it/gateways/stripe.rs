//! Paying by Stripe, from the portal up to its element and from there to the books. `localstripe` plays Stripe, and the
//! test what the element does in the browser.

use portico_fakes::{LocalStripe, stripe::SECRET_KEY};
use portico_gateways::webhook::{SigningSecret, sign};
use portico_tests::{Value, json, makers};

use super::desk::Desk;
use crate::payments::counter::id;

pub const WEBHOOK_SECRET: &str = "whsec_of_the_tests";

pub async fn open() -> Option<(Desk, LocalStripe)> {
    let stripe = LocalStripe::start().await?;
    let credentials = json!({ "public_key": "pk_test_anybody", "secret_key": SECRET_KEY,
                              "webhook_key": WEBHOOK_SECRET });
    let url = stripe.base.parse().expect("an address");
    let desk = Desk::open("stripe", credentials, |config| {
        config.stripe_url = Some(url);
    })
    .await;
    Some((desk, stripe))
}

/// The headers of an event that somebody with this secret sends now.
pub fn signed(desk: &Desk, secret: &str, body: &str) -> [(String, String); 1] {
    let now = desk.counter.app.clock().now().to_utc();
    let secret = SigningSecret::new(secret.as_bytes());
    let signature = sign(&secret, body.as_bytes(), now);
    [("Stripe-Signature".to_owned(), signature)]
}

/// The intent behind a payment: its secret begins with its id.
pub fn intent(payment: &Value) -> String {
    let secret = payment["client_secret"].as_str().unwrap_or_default();
    let (intent, _) = secret.split_once("_secret_").expect("a secret");
    intent.to_owned()
}

#[tokio::test]
async fn a_card_in_stripes_element_pays_the_invoice_once() {
    let Some((desk, stripe)) = open().await else {
        return;
    };
    assert_eq!(desk.check().await, Value::Null);
    let offered = desk.counter.portal_invoice().await["payment_options"].clone();
    assert_eq!(offered[0]["public_key"], "pk_test_anybody", "{offered}");
    let payment = desk.start("k", "card").await.expect(201).body;
    assert_eq!(payment["public_key"], "pk_test_anybody");
    let intent = intent(&payment);
    let good = stripe.card("4242424242424242").await;
    stripe.pay(&intent, &good).await;
    assert_eq!(desk.counter.sync(&payment).await["state"], "succeeded");
    assert_eq!(
        desk.seen(&payment).await["method"],
        json!({ "brand": "visa", "last4": "4242" })
    );
    desk.counter.paid_once().await;

    let path = format!("/payments/{}/refunds", id(&payment));
    let body = json!({ "amount": 4_000, "allocations": [{ "invoice_id": desk.counter.invoice, "amount": 4_000 }] });
    let refunded = desk
        .owner()
        .await
        .post_once(&path, "r", body)
        .await
        .expect(201);
    assert!(
        refunded.body.to_string().contains("succeeded"),
        "{}",
        refunded.body
    );
    makers::doctor(&desk.counter.app).await;
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn a_declined_card_leaves_the_payment_open_and_says_why() {
    let Some((desk, stripe)) = open().await else {
        return;
    };
    let payment = desk.start("k", "card").await.expect(201).body;
    let declined = stripe.card("4000000000000341").await;
    stripe.pay(&intent(&payment), &declined).await;
    let shown = desk.counter.sync(&payment).await;
    assert_eq!(shown["state"], "requires_action", "{shown}");
    assert_eq!(shown["failure"]["code"], "card_declined", "{shown}");
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn a_card_that_was_given_and_not_confirmed_can_be_given_up() {
    let Some((desk, stripe)) = open().await else {
        return;
    };
    let payment = desk.start("k", "card").await.expect(201).body;
    let path = format!("payment_intents/{}", intent(&payment));
    let card = stripe.card("4242424242424242").await;
    stripe.post(&path, &format!("payment_method={card}")).await;
    assert_eq!(stripe.get(&path).await["status"], "requires_confirmation");
    // Nobody agreed: looking takes nothing.
    assert_eq!(
        desk.counter.sync(&payment).await["state"],
        "requires_action"
    );
    let cancel = format!("/portal/payments/{}/cancel", id(&payment));
    let cancelled = desk.counter.grace.post(&cancel, json!({})).await;
    assert_eq!(cancelled.expect(200).body["state"], "cancelled");
    assert_eq!(stripe.get(&path).await["status"], "canceled");
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn stripes_webhook_books_what_nobody_came_back_for() {
    let Some((desk, stripe)) = open().await else {
        return;
    };
    let payment = desk.start("k", "card").await.expect(201).body;
    let intent = intent(&payment);
    let card = stripe.card("4242424242424242").await;
    stripe.pay(&intent, &card).await;
    let body = json!({ "id": "evt_1", "object": "event", "type": "payment_intent.succeeded",
                       "data": { "object": { "id": intent, "object": "payment_intent",
                                             "metadata": { "portico_payment": id(&payment) } } } });
    let body = body.to_string();
    let forged = signed(&desk, "whsec_of_somebody_else", &body);
    desk.webhook(&forged, body.clone())
        .await
        .refused(400, "webhook_rejected");
    let signed = signed(&desk, WEBHOOK_SECRET, &body);
    for _ in 0..2 {
        desk.webhook(&signed, body.clone()).await.expect(204);
    }
    desk.counter.paid_once().await;

    // Another organization's endpoint does not believe this one's secret, and tells of none of its payments.
    let stranger = desk.counter.app.sign_up("Stranger").await;
    let organization = stranger.session["organization"]["id"]
        .as_str()
        .unwrap_or_default();
    let path = format!("/public/gateways/stripe/{organization}/webhooks");
    let nobody = desk.counter.app.nobody();
    let request = nobody.request(reqwest::Method::POST, &path).body(body);
    portico_tests::send(request).await.refused(404, "not_found");
    desk.counter.app.stop().await;
}

/// How much Stripe has taken, over all its intents.
pub async fn taken(stripe: &LocalStripe) -> i64 {
    let intents = stripe.get("payment_intents?limit=100").await;
    let intents = intents["data"].as_array().expect("a list");
    let paid = intents.iter().filter(|one| one["status"] == "succeeded");
    paid.filter_map(|one| one["amount"].as_i64()).sum()
}

/// Lets the customer keep a good card: its id at Stripe, and what the portal shows of it.
pub async fn keep_card(desk: &Desk, stripe: &LocalStripe) -> (String, Value) {
    let grace = &desk.counter.grace;
    let body = json!({ "gateway": "stripe", "method": "card" });
    let begun = grace
        .post("/portal/payment-methods/setups", body)
        .await
        .expect(201)
        .body;
    let setup = begun["setup_id"].as_str().unwrap_or_default();
    // What the element does in the browser, and what Stripe does then.
    let card = stripe.card("4242424242424242").await;
    let found = stripe.get(&format!("setup_intents/{setup}")).await;
    let payer = found["customer"].as_str().unwrap_or_default().to_owned();
    let confirm = format!("payment_method={card}");
    stripe
        .post(&format!("setup_intents/{setup}/confirm"), &confirm)
        .await;
    stripe
        .post(
            &format!("payment_methods/{card}/attach"),
            &format!("customer={payer}"),
        )
        .await;
    let body = json!({ "gateway": "stripe", "setup_id": setup });
    let kept = grace
        .post("/portal/payment-methods", body)
        .await
        .expect(201)
        .body;
    (card, kept)
}

#[tokio::test]
async fn a_card_that_stripe_keeps_is_charged_while_its_holder_is_away() {
    let Some((desk, stripe)) = open().await else {
        return;
    };
    let grace = &desk.counter.grace;
    let (card, kept) = keep_card(&desk, &stripe).await;
    assert_eq!(
        (&kept["brand"], &kept["last4"], &kept["expiry"]["year"]),
        (&json!("visa"), &json!("4242"), &json!(2030))
    );

    let body = json!({ "payment_method_id": kept["id"],
                       "allocations": [{ "invoice_id": desk.counter.invoice, "amount": 10_000 }] });
    let owner = desk.owner().await;
    for _ in 0..2 {
        let charged = owner.post_once("/payments/charge", "k", body.clone()).await;
        let charged = charged.expect(201).body;
        assert_eq!(charged["state"], "succeeded", "{charged}");
    }
    assert_eq!(desk.counter.balance(&owner).await, 0);

    let path = format!(
        "/portal/payment-methods/{}",
        kept["id"].as_str().unwrap_or_default()
    );
    grace.delete(&path).await.expect(204);
    let gone = stripe.get(&format!("payment_methods/{card}")).await;
    assert_eq!(gone["customer"], Value::Null, "{gone}");
    makers::doctor(&desk.counter.app).await;
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn a_disputed_payment_is_told_of_once_and_what_was_taken_back_is_recorded() {
    let Some((desk, stripe)) = open().await else {
        return;
    };
    let payment = desk.start("k", "card").await.expect(201).body;
    let intent = intent(&payment);
    let card = stripe.card("4242424242424242").await;
    stripe.pay(&intent, &card).await;
    desk.counter.sync(&payment).await;
    let refunds = format!("/payments/{}/refunds", id(&payment));
    let allocations = json!([{ "invoice_id": desk.counter.invoice, "amount": 10_000 }]);
    let by_hand = json!({ "amount": 10_000, "mode": "other", "allocations": allocations });
    let owner = desk.owner().await;
    let early = owner.post_once(&refunds, "early", by_hand.clone()).await;
    early.refused(422, "validation_failed");

    for (event, kind) in [
        ("evt_1", "created"),
        ("evt_1", "created"),
        ("evt_2", "closed"),
    ] {
        let body = json!({ "id": event, "object": "event", "type": format!("charge.dispute.{kind}"),
                           "data": { "object": { "id": "dp_1", "object": "dispute", "payment_intent": intent } } });
        let body = body.to_string();
        let headers = signed(&desk, WEBHOOK_SECRET, &body);
        desk.webhook(&headers, body).await.expect(204);
    }
    assert_eq!(desk.counter.told("payment_disputed").await, 1);
    assert_ne!(desk.seen(&payment).await["disputed_at"], Value::Null);

    // Stripe has taken it back: the books say so, the invoice is open again, and the customer is not thanked for it.
    for _ in 0..2 {
        let recorded = owner.post_once(&refunds, "lost", by_hand.clone()).await;
        assert_eq!(recorded.expect(201).body["state"], "succeeded");
    }
    let shown = desk.seen(&payment).await;
    assert_eq!(shown["status"], "refunded", "{shown}");
    assert_eq!(desk.counter.balance(&owner).await, 10_000);
    let mails = desk.counter.app.mails("grace@hopper.example", 2).await;
    assert_eq!(mails.len(), 2, "the invitation and the receipt");
    makers::doctor(&desk.counter.app).await;
    desk.counter.app.stop().await;
}
