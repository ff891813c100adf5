//! A payment link that is paid on PayPal's page, by somebody who has not signed in.

use portico_fakes::paypal::Funds;
use portico_tests::{Value, json};

use super::paypal::{open, order};
use crate::payments::counter::id;

#[tokio::test]
async fn whoever_holds_a_link_agrees_at_paypal_and_comes_back_to_it() {
    let (desk, paypal) = open().await;
    let body = json!({ "invoice_id": desk.counter.invoice });
    let made = desk.owner().await.post("/payment-links", body).await;
    let made = made.expect(201).body;
    let (_, token) = made["url"]
        .as_str()
        .and_then(|url| url.split_once("/pay-link/"))
        .expect("the link");
    let path = format!("/public/payment-links/{token}");
    let nobody = desk.counter.app.nobody();
    let page = nobody.get(&path).await.expect(200).body;
    let option = &page["link"]["payment_options"][0];
    assert_eq!(
        (&option["gateway"], &option["method"]),
        (&json!("paypal"), &json!("wallet")),
        "{page}"
    );
    let body = json!({ "gateway": "paypal", "method": "wallet" });
    let payments = format!("{path}/payments");
    let started = nobody.post_once(&payments, "k", body).await;
    let payment = started.expect(201).body;
    let order = order(&payment);
    // The link itself is nobody's to know but its holder's: PayPal is not told.
    let told = paypal.last_order().to_string();
    assert!(
        told.contains(&format!("/counter/pay-link/back/{}", id(&payment))) && !told.contains(token),
        "{told}"
    );
    let sync = format!("{path}/payments/{}/sync", id(&payment));
    let waits = nobody.post(&sync, json!({})).await.expect(200).body;
    assert_eq!(waits["state"], "requires_action");

    paypal.approve(&order, Funds::Good);
    for _ in 0..2 {
        let paid = nobody.post(&sync, json!({})).await.expect(200).body;
        assert_eq!(paid["state"], "succeeded", "{paid}");
    }
    desk.counter.round().await;
    assert_eq!(paypal.captured(&order), 10_000);
    let page = nobody.get(&path).await.expect(200).body;
    assert_eq!(page["link"]["standing"], "paid");
    assert_eq!(page["link"]["payment_options"], Value::Array(Vec::new()));
    assert_eq!(desk.counter.balance(&desk.owner().await).await, 0);
    desk.counter.app.stop().await;
}
