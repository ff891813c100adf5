use portico_tests::{Actor, Value, json, makers};

use crate::payments::counter::{Counter, GOOD_ACCOUNT};

fn account(currency: Option<&str>, holder: &str) -> Value {
    json!({ "currency": currency, "holder": holder, "iban": GOOD_ACCOUNT, "bank_name": "Commerzbank" })
}

fn at(desk: &Counter, end: &str) -> String {
    format!("/portal/invoices/{}{end}", desk.invoice)
}

async fn staff_see(desk: &Counter) -> Value {
    let path = format!("/invoices/{}", desk.invoice);
    desk.owner.get(&path).await.expect(200).body["transfer_notice"].clone()
}

#[tokio::test]
async fn a_customer_sees_where_to_send_the_money() {
    let desk = Counter::open().await;
    assert_eq!(desk.portal_invoice().await["bank_transfer"], false);
    desk.grace
        .get(&at(&desk, "/bank-transfer"))
        .await
        .refused(404, "not_found");
    for body in [account(None, "General"), account(Some("EUR"), "For euros")] {
        desk.owner.post("/bank-accounts", body).await.expect(201);
    }
    let invoice = desk.portal_invoice().await;
    assert_eq!(invoice["bank_transfer"], true);
    let told = desk
        .grace
        .get(&at(&desk, "/bank-transfer"))
        .await
        .expect(200);
    assert_eq!(told.header("cache-control"), "no-store");
    let told = told.body;
    assert_eq!(told["holder"], "For euros");
    assert_eq!(told["iban"], GOOD_ACCOUNT);
    assert_eq!(
        told["amount"],
        json!({ "amount": 10_000, "currency": "EUR" })
    );
    assert_eq!(told["reference"], invoice["number"]);
    assert_eq!(told["can_announce"], true);
    let code = told["qr_svg"].as_str().unwrap_or_default();
    assert!(code.contains("<svg"), "{code}");
    desk.app
        .nobody()
        .get(&at(&desk, "/bank-transfer"))
        .await
        .refused(401, "not_authenticated");

    // What is paid asks for nothing any more.
    makers::pay(
        &desk.app,
        &desk.owner,
        &desk.customer,
        &desk.invoice,
        10_000,
    )
    .await;
    assert_eq!(desk.portal_invoice().await["bank_transfer"], false);
    desk.grace
        .get(&at(&desk, "/bank-transfer"))
        .await
        .refused(409, "not_allowed_in_state");
    desk.app.stop().await;
}

#[tokio::test]
async fn without_sepa_there_is_no_code() {
    let desk = Counter::open().await;
    let body = json!({ "holder": "Inc.", "account_number": "000123456789", "routing_number": "110000000", "bank_name": "First" });
    desk.owner.post("/bank-accounts", body).await.expect(201);
    let told = desk
        .grace
        .get(&at(&desk, "/bank-transfer"))
        .await
        .expect(200)
        .body;
    assert!(told["qr_svg"].is_null() && told["iban"].is_null(), "{told}");
    assert_eq!(told["account_number"], "000123456789");
    desk.app.stop().await;
}

#[tokio::test]
async fn a_customers_word_is_told_once_and_stands_until_money_is_recorded() {
    let desk = Counter::open().await;
    let notices = at(&desk, "/transfer-notices");
    desk.grace
        .post(&notices, json!({}))
        .await
        .refused(404, "not_found");
    let body = account(None, "Brightwater");
    desk.owner.post("/bank-accounts", body).await.expect(201);
    let today = makers::today(&desk.app);
    desk.grace
        .post(&notices, json!({ "transferred_on": "2199-01-01" }))
        .await
        .refused(422, "validation_failed")
        .names_field("/transferred_on");
    for _ in 0..3 {
        desk.grace.post(&notices, json!({})).await.expect(204);
    }
    assert_eq!(
        staff_see(&desk).await,
        json!({ "transferred_on": today, "told_by": "Grace Hopper" })
    );
    desk.grace
        .post(&notices, json!({ "transferred_on": "2020-02-29" }))
        .await
        .expect(204);
    assert_eq!(staff_see(&desk).await["transferred_on"], "2020-02-29");
    let told = desk
        .grace
        .get(&at(&desk, "/bank-transfer"))
        .await
        .expect(200)
        .body;
    assert_eq!(told["transferred_on"], "2020-02-29");
    assert_eq!(desk.told("transfer_announced").await, 1);
    // A word moves no money.
    assert_eq!(desk.portal_invoice().await["balance"]["amount"], 10_000);

    let dismiss = format!("/invoices/{}/transfer-notice", desk.invoice);
    let reader = makers::member(&desk.app, &desk.owner, "Rita", "read_only").await;
    reader.delete(&dismiss).await.refused(403, "forbidden");
    for _ in 0..2 {
        desk.owner.delete(&dismiss).await.expect(204);
    }
    assert!(staff_see(&desk).await.is_null());
    desk.app.clock().advance_seconds(1);
    desk.grace.post(&notices, json!({})).await.expect(204);
    assert_eq!(desk.told("transfer_announced").await, 2);
    makers::pay(&desk.app, &desk.owner, &desk.customer, &desk.invoice, 4_000).await;
    assert!(staff_see(&desk).await.is_null());
    makers::doctor(&desk.app).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn nobody_elses_invoice_tells_an_account() {
    let desk = Counter::open().await;
    let body = account(None, "Brightwater");
    desk.owner.post("/bank-accounts", body).await.expect(201);
    let other = makers::customer_with_person(&desk.owner, "Other", "eve@other.example").await;
    let sibling = makers::portal_person(&desk.app, &desk.owner, &other).await;
    refuse(&desk, &sibling).await;
    let stranger = desk.app.sign_up("Stranger").await;
    let customer = makers::customer_with_person(&stranger, "Far", "eve@far.example").await;
    let far = makers::portal_person(&desk.app, &stranger, &customer).await;
    refuse(&desk, &far).await;
    stranger
        .delete(&format!("/invoices/{}/transfer-notice", desk.invoice))
        .await
        .refused(404, "not_found");
    // A draft does not exist for the customer.
    let draft = makers::draft(&desk.owner, &desk.customer, "5").await.id();
    desk.grace
        .get(&format!("/portal/invoices/{draft}/bank-transfer"))
        .await
        .refused(404, "not_found");
    desk.app.stop().await;
}

async fn refuse(desk: &Counter, caller: &Actor) {
    let details = caller.get(&at(desk, "/bank-transfer")).await;
    details.refused(404, "not_found");
    let notice = caller.post(&at(desk, "/transfer-notices"), json!({})).await;
    notice.refused(404, "not_found");
    assert!(staff_see(desk).await.is_null());
}

#[tokio::test]
async fn while_a_debit_is_processed_nobody_is_asked_to_transfer_as_well() {
    let desk = Counter::open().await;
    let body = account(None, "Brightwater");
    desk.owner.post("/bank-accounts", body).await.expect(201);
    let payment = desk.start("k", "card").await.expect(201).body;
    assert_eq!(desk.portal_invoice().await["bank_transfer"], true);
    desk.confirm(&payment, "4000000000000002").await.expect(200);
    let debit = desk.start("l", "bank_debit").await.expect(201).body;
    desk.confirm(&debit, GOOD_ACCOUNT).await.expect(200);
    desk.sync(&debit).await;
    assert_eq!(desk.portal_invoice().await["bank_transfer"], false);
    desk.grace
        .get(&at(&desk, "/bank-transfer"))
        .await
        .refused(409, "payment_pending");
    desk.app.stop().await;
}
