//! Paying by PayPal, from the portal to the books, with a PayPal that runs here and keeps its own.

use portico_fakes::{
    FakePayPal,
    paypal::{CLIENT_ID, CLIENT_SECRET, Call, Fault, Funds, WEBHOOK_ID},
};
use portico_tests::{Value, json};

use super::desk::Desk;
use crate::payments::counter::id;

pub async fn open() -> (Desk, FakePayPal) {
    let paypal = FakePayPal::start().await;
    let credentials = json!({ "public_key": CLIENT_ID, "secret_key": CLIENT_SECRET,
                              "webhook_key": WEBHOOK_ID, "test_mode": true });
    let url = paypal.base.parse().expect("an address");
    let desk = Desk::open("paypal", credentials, |config| {
        config.paypal_url = Some(url);
    })
    .await;
    (desk, paypal)
}

/// The order behind a payment: PayPal's page names it.
pub fn order(payment: &Value) -> String {
    let page = payment["approval_url"].as_str().unwrap_or_default();
    let (_, token) = page.split_once("token=").expect("a page to agree on");
    token.to_owned()
}

#[tokio::test]
async fn the_payer_agrees_at_paypal_and_the_money_is_taken_once() {
    let (desk, paypal) = open().await;
    assert_eq!(desk.check().await, Value::Null);
    let payment = desk.start("k", "wallet").await.expect(201).body;
    let order = order(&payment);
    let back = paypal.last_order().to_string();
    assert!(back.contains(&format!("/pay/{}", id(&payment))), "{back}");
    assert_eq!(
        desk.counter.sync(&payment).await["state"],
        "requires_action"
    );
    assert_eq!(paypal.captured(&order), 0);

    paypal.approve(&order, Funds::Good);
    // The page, the page again, and the reconcile job.
    assert_eq!(desk.counter.sync(&payment).await["state"], "succeeded");
    desk.counter.sync(&payment).await;
    desk.counter.round().await;
    assert_eq!(paypal.captured(&order), 10_000);
    desk.counter.paid_once().await;
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn a_payer_who_never_comes_back_is_heard_of_by_webhook() {
    let (desk, paypal) = open().await;
    let payment = desk.start("k", "wallet").await.expect(201).body;
    let order = order(&payment);
    paypal.approve(&order, Funds::Good);
    let now = desk.counter.app.clock().now().to_utc().to_rfc3339();
    let sent = paypal.webhook("CHECKOUT.ORDER.APPROVED", &order, &now);
    // The answer to the capture is lost: nothing is known until the webhook comes again.
    paypal.fail(Call::Capture, 3, &Fault::Drop);
    desk.webhook(&sent.headers, sent.body.clone())
        .await
        .refused(502, "gateway_unavailable");
    paypal.mend();
    for _ in 0..3 {
        desk.webhook(&sent.headers, sent.body.clone())
            .await
            .expect(204);
    }
    assert_eq!(paypal.captured(&order), 10_000);
    desk.counter.paid_once().await;

    let forged = desk
        .webhook(&sent.headers, sent.body.replace(&order, "OTHER"))
        .await;
    forged.refused(400, "webhook_rejected");
    desk.webhook(&[], sent.body)
        .await
        .refused(400, "webhook_rejected");
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn what_was_given_up_is_never_taken() {
    let (desk, paypal) = open().await;
    let payment = desk.start("k", "wallet").await.expect(201).body;
    let order = order(&payment);
    let path = format!("/portal/payments/{}/cancel", id(&payment));
    let cancelled = desk.counter.grace.post(&path, json!({})).await.expect(200);
    assert_eq!(cancelled.body["state"], "cancelled");
    paypal.approve(&order, Funds::Good);
    let now = desk.counter.app.clock().now().to_utc().to_rfc3339();
    let sent = paypal.webhook("CHECKOUT.ORDER.APPROVED", &order, &now);
    desk.webhook(&sent.headers, sent.body).await.expect(204);
    desk.counter.round().await;
    assert_eq!(paypal.captured(&order), 0);
    assert_eq!(
        desk.counter.portal_invoice().await["balance"]["amount"],
        10_000
    );
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn a_declined_instrument_ends_the_attempt_and_another_may_begin() {
    let (desk, paypal) = open().await;
    let payment = desk.start("k", "wallet").await.expect(201).body;
    paypal.approve(&order(&payment), Funds::Declined);
    assert_eq!(desk.counter.sync(&payment).await["state"], "failed");
    let again = desk.start("again", "wallet").await.expect(201).body;
    paypal.approve(&order(&again), Funds::Good);
    assert_eq!(desk.counter.sync(&again).await["state"], "succeeded");
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn an_order_that_paypal_forgot_ends_the_attempt() {
    let (desk, paypal) = open().await;
    let payment = desk.start("k", "wallet").await.expect(201).body;
    paypal.forget(&order(&payment));
    assert_eq!(desk.counter.sync(&payment).await["state"], "cancelled");
    desk.start("again", "wallet").await.expect(201);
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn bad_credentials_are_told_by_their_code() {
    let (desk, paypal) = open().await;
    paypal.change_secret("another");
    assert_eq!(desk.check().await, "CP3002");
    desk.start("k", "wallet")
        .await
        .refused(402, "payment_declined");
    let failed = desk
        .owner()
        .await
        .get("/payments?state=failed")
        .await
        .expect(200)
        .body;
    assert_eq!(
        failed["data"][0]["failure"]["cp_code"], "CP3002",
        "{failed}"
    );
    let balance = desk.counter.portal_invoice().await["balance"]["amount"].clone();
    assert_eq!(balance, 10_000);
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn money_goes_back_the_way_it_came() {
    let (desk, paypal) = open().await;
    let payment = desk.start("k", "wallet").await.expect(201).body;
    let order = order(&payment);
    paypal.approve(&order, Funds::Good);
    desk.counter.sync(&payment).await;
    let path = format!("/payments/{}/refunds", id(&payment));
    let body = json!({ "amount": 2_500, "allocations": [{ "invoice_id": desk.counter.invoice, "amount": 2_500 }] });
    let owner = desk.owner().await;
    for _ in 0..2 {
        owner
            .post_once(&path, "refund", body.clone())
            .await
            .expect(201);
    }
    assert_eq!(paypal.refunded(&order), 2_500);
    portico_tests::makers::doctor(&desk.counter.app).await;
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn what_an_organization_takes_counts_from_the_moment_of_the_change() {
    let (desk, _paypal) = open().await;
    desk.check().await;
    let set = async |body: Value| {
        let owner = desk.owner().await;
        owner
            .patch_plain("/gateways/paypal", body)
            .await
            .expect(200);
    };
    set(json!({ "currencies": ["USD"] })).await;
    desk.start("usd", "wallet")
        .await
        .refused(402, "payment_declined");
    let failed = desk
        .owner()
        .await
        .get("/payments?state=failed")
        .await
        .expect(200)
        .body;
    assert_eq!(
        failed["data"][0]["failure"]["cp_code"], "CP4003",
        "{failed}"
    );
    set(json!({ "currencies": [] })).await;
    desk.start("all", "wallet").await.expect(201);

    // What is under way needs the account: it can neither be left nor exchanged for another.
    let owner = desk.owner().await;
    owner
        .delete("/gateways/paypal")
        .await
        .refused(409, "payment_in_progress");
    let other = json!({ "public_key": "another", "secret_key": "s", "webhook_key": "w" });
    let exchange = json!({ "credentials": other });
    let answer = owner.patch_plain("/gateways/paypal", exchange).await;
    answer.refused(409, "payment_in_progress");
    desk.counter.app.stop().await;
}
