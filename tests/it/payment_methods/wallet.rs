//! Gateways that keep nothing, and accounts that are exchanged.

use portico_fakes::{
    FakePayPal,
    paypal::{CLIENT_ID, CLIENT_SECRET, WEBHOOK_ID},
};
use portico_tests::json;

use super::{kept, save};
use crate::{
    gateways::desk::Desk,
    payments::counter::{Counter, GOOD_CARD},
};

#[tokio::test]
async fn paypal_keeps_nothing() {
    let paypal = FakePayPal::start().await;
    let credentials = json!({ "public_key": CLIENT_ID, "secret_key": CLIENT_SECRET,
                              "webhook_key": WEBHOOK_ID, "test_mode": true });
    let url = paypal.base.parse().expect("an address");
    let desk = Desk::open("paypal", credentials, |config| {
        config.paypal_url = Some(url);
    })
    .await;
    let grace = &desk.counter.grace;
    let list = grace.get("/portal/payment-methods").await.expect(200).body;
    assert_eq!(list["options"], json!([]));
    let body = json!({ "gateway": "paypal", "method": "wallet" });
    grace
        .post("/portal/payment-methods/setups", body)
        .await
        .refused(422, "validation_failed");
    desk.counter.app.stop().await;
}

#[tokio::test]
async fn what_was_kept_goes_with_the_gateway() {
    let desk = Counter::open().await;
    save(&desk, "card", GOOD_CARD).await;
    let off = json!({ "enabled": false });
    let owner = &desk.owner;
    owner
        .patch_plain("/gateways/sandbox", off)
        .await
        .expect(200);
    assert_eq!(kept(&desk).await.len(), 1, "switched off, it keeps");
    owner.delete("/gateways/sandbox").await.expect(204);
    assert!(kept(&desk).await.is_empty());
    desk.app.stop().await;
}
