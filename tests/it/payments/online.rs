use portico_tests::{Actor, Answer, App, Value, json, makers};

async fn start(person: &Actor, key: &str, invoice: &str, amount: i64) -> Answer {
    let body = json!({ "gateway": "sandbox", "method": "card", "allocations": [{ "invoice_id": invoice, "amount": amount }] });
    person.post_once("/portal/payments", key, body).await
}

async fn confirm(app: &App, payment: &Value, number: &str) -> Answer {
    let body = json!({ "client_secret": payment["client_secret"],
                       "card": { "number": number, "exp_month": 12, "exp_year": 2031, "cvc": "123" },
                       "billing": { "name": "Grace", "country": "DE" } });
    app.nobody()
        .post("/public/gateways/sandbox/confirm", body)
        .await
}

fn path(payment: &Value, verb: &str) -> String {
    format!(
        "/portal/payments/{}{verb}",
        payment["id"].as_str().unwrap_or_default()
    )
}

#[tokio::test]
async fn a_card_pays_an_invoice_and_both_sides_are_told_once() {
    let app = App::start().await;
    let owner = app.sign_up("Cards").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let grace = makers::portal_person(&app, &owner, &customer).await;
    let id = makers::sent(&owner, &customer, "100").await;
    let started = start(&grace, "k", &id, 10_000).await.expect(201).body;
    assert_eq!(started["state"], "requires_action");
    // Begun, but nothing is on its way yet.
    let begun = grace
        .get(&format!("/portal/invoices/{id}"))
        .await
        .expect(200)
        .body;
    assert_eq!(begun["payment_pending"], false);
    assert_eq!(begun["pending_payment"]["state"], "requires_action");

    let declined = confirm(&app, &started, "4000000000009995")
        .await
        .expect(200)
        .body;
    assert_eq!(declined["decline_code"], "insufficient_funds");
    let shown = grace
        .post(&path(&started, "/sync"), json!({}))
        .await
        .expect(200)
        .body;
    assert_eq!(
        (shown["state"].as_str(), shown["failure"]["code"].as_str()),
        (Some("requires_action"), Some("insufficient_funds"))
    );

    assert_eq!(
        confirm(&app, &started, "4242 4242 4242 4242")
            .await
            .expect(200)
            .body["status"],
        "succeeded"
    );
    for _ in 0..3 {
        let paid = grace
            .post(&path(&started, "/sync"), json!({}))
            .await
            .expect(200)
            .body;
        assert_eq!(
            (paid["state"].as_str(), paid["number"].as_str()),
            (Some("succeeded"), Some("PAY-000001"))
        );
        assert_eq!(paid["method"], json!({ "brand": "visa", "last4": "4242" }));
        assert!(paid["client_secret"].is_null());
    }
    assert_eq!(
        owner.get(&format!("/invoices/{id}")).await.expect(200).body["status"],
        "paid"
    );
    let receipts = app.mails("grace@hopper.example", 2).await;
    let receipts = receipts
        .iter()
        .filter(|mail| mail["attachments"][0]["name"] == "PAY-000001.pdf")
        .count();
    assert_eq!(receipts, 1);
    let told = owner.get("/notifications").await.expect(200).body;
    let kinds = |kind: &str| {
        told["data"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|one| one["kind"] == kind)
            .count()
    };
    assert_eq!(
        (kinds("payment_received"), kinds("payment_failed")),
        (1, 1),
        "{told}"
    );
    let list = grace.get("/portal/payments").await.expect(200).body;
    assert_eq!(list["data"].as_array().map(Vec::len), Some(1));
    assert!(
        grace
            .get(&path(&started, "/receipt"))
            .await
            .expect(200)
            .bytes
            .starts_with(b"%PDF-")
    );
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn amounts_and_invoices_are_checked() {
    let app = App::start().await;
    let owner = app.sign_up("Checks").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let grace = makers::portal_person(&app, &owner, &customer).await;
    let id = makers::sent(&owner, &customer, "100").await;
    start(&grace, "a", &id, 9_999)
        .await
        .refused(422, "full_amount_required");
    start(&grace, "b", &id, 10_001)
        .await
        .refused(422, "amount_exceeds_balance");
    start(&grace, "c", &id, 0)
        .await
        .refused(422, "validation_failed");
    start(&grace, "d", &id, -1)
        .await
        .refused(422, "validation_failed");
    let draft = makers::draft(&owner, &customer, "100").await.id();
    start(&grace, "e", &draft, 10_000)
        .await
        .refused(404, "not_found");
    let other = makers::customer_id(&owner, "Other").await;
    let foreign = makers::sent(&owner, &other, "100").await;
    start(&grace, "f", &foreign, 10_000)
        .await
        .refused(404, "not_found");
    let void = makers::sent(&owner, &customer, "100").await;
    owner
        .post(&format!("/invoices/{void}/void"), json!({ "reason": "x" }))
        .await
        .expect(200);
    start(&grace, "g", &void, 10_000)
        .await
        .refused(409, "not_allowed_in_state");
    let twice = json!({ "gateway": "sandbox", "method": "card",
                        "allocations": [{ "invoice_id": id, "amount": 10_000 }, { "invoice_id": id, "amount": 10_000 }] });
    grace
        .post_once("/portal/payments", "h", twice)
        .await
        .refused(422, "validation_failed");
    // Nothing was left behind.
    start(&grace, "i", &id, 10_000).await.expect(201);
    app.stop().await;
}

#[tokio::test]
async fn a_new_attempt_gives_the_old_one_up() {
    let app = App::start().await;
    let owner = app.sign_up("Attempts").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let grace = makers::portal_person(&app, &owner, &customer).await;
    let id = makers::sent(&owner, &customer, "100").await;
    let old = start(&grace, "a", &id, 10_000).await.expect(201).body;
    let new = start(&grace, "b", &id, 10_000).await.expect(201).body;
    confirm(&app, &old, "4242424242424242")
        .await
        .refused(409, "conflict");
    assert_eq!(
        confirm(&app, &new, "4242424242424242")
            .await
            .expect(200)
            .body["status"],
        "succeeded"
    );
    // A third attempt learns of the money instead of asking for more.
    start(&grace, "c", &id, 10_000)
        .await
        .refused(409, "not_allowed_in_state");
    assert_eq!(
        owner.get(&format!("/invoices/{id}")).await.expect(200).body["status"],
        "paid"
    );
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn an_attempt_that_nobody_came_back_for_is_settled_or_given_up() {
    let app = App::start().await;
    let owner = app.sign_up("Abandoned").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let grace = makers::portal_person(&app, &owner, &customer).await;
    let confirmed = makers::sent(&owner, &customer, "100").await;
    let left = makers::sent(&owner, &customer, "50").await;
    let payment = start(&grace, "a", &confirmed, 10_000)
        .await
        .expect(201)
        .body;
    confirm(&app, &payment, "4242424242424242")
        .await
        .expect(200);
    start(&grace, "b", &left, 5_000).await.expect(201);
    app.clock().advance_seconds(31 * 60);
    portico_api::worker::round(&app.parts, || false)
        .await
        .expect("a round");
    let status = async |id: &str| {
        let owner = makers::sign_in_again(&app, "abandoned").await;
        owner.get(&format!("/invoices/{id}")).await.expect(200).body
    };
    assert_eq!(status(&confirmed).await["status"], "paid");
    let open = status(&left).await;
    assert_eq!(open["balance"]["amount"], 5_000);
    assert_eq!(open["flags"]["payment_pending"], false);
    makers::doctor(&app).await;
    app.stop().await;
}
