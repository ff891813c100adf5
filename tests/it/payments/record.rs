use portico_tests::{App, json, makers};

#[tokio::test]
async fn one_payment_pays_several_invoices_and_the_rest_is_credit() {
    let app = App::start().await;
    let owner = app.sign_up("Recording").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let one = makers::sent(&owner, &customer, "100").await;
    let two = makers::sent(&owner, &customer, "50").await;
    let body = json!({
        "customer_id": customer, "date": makers::today(&app), "amount": { "amount": 16_000, "currency": "EUR" },
        "mode": "bank_transfer", "reference": "T-1", "send_receipt": true,
        "allocations": [{ "invoice_id": one, "amount": 10_000 }, { "invoice_id": two, "amount": 4_000, "tax_withheld": 500 }],
    });
    owner
        .post("/payments", body.clone())
        .await
        .refused(400, "idempotency_key_required");
    let payment = owner
        .post_once("/payments", "k1", body.clone())
        .await
        .expect(201)
        .body;
    assert_eq!(
        (
            payment["number"].as_str(),
            payment["unused"]["amount"].as_i64()
        ),
        (Some("PAY-000001"), Some(2_000))
    );
    let again = owner
        .post_once("/payments", "k1", body.clone())
        .await
        .expect(201)
        .body;
    assert_eq!(again["id"], payment["id"]);
    let mut other = body;
    other["reference"] = json!("T-2");
    owner
        .post_once("/payments", "k1", other)
        .await
        .refused(422, "idempotency_key_reused");

    assert_eq!(
        owner
            .get(&format!("/invoices/{one}"))
            .await
            .expect(200)
            .body["status"],
        "paid"
    );
    let partly = owner
        .get(&format!("/invoices/{two}"))
        .await
        .expect(200)
        .body;
    assert_eq!(
        (
            partly["status"].as_str(),
            partly["balance"]["amount"].as_i64()
        ),
        (Some("partially_paid"), Some(500))
    );
    let balances = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body["balances"][0]
        .clone();
    assert_eq!(
        (
            balances["outstanding"].as_i64(),
            balances["credit"].as_i64()
        ),
        (Some(500), Some(2_000))
    );
    let receipt = owner
        .get(&format!(
            "/payments/{}/receipt",
            payment["id"].as_str().unwrap_or_default()
        ))
        .await
        .expect(200);
    assert!(receipt.bytes.starts_with(b"%PDF-"));
    let mail = app.mails("grace@hopper.example", 1).await.remove(0);
    assert_eq!(mail["attachments"][0]["name"], "PAY-000001.pdf");
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn voiding_a_paid_invoice_gives_the_money_back_as_credit() {
    let app = App::start().await;
    let owner = app.sign_up("Returning").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let id = makers::sent(&owner, &customer, "100").await;
    makers::pay(&app, &owner, &customer, &id, 6_000).await;
    owner
        .post(
            &format!("/invoices/{id}/void"),
            json!({ "reason": "Wrong" }),
        )
        .await
        .expect(200);
    let balances = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body["balances"][0]
        .clone();
    assert_eq!(
        (
            balances["outstanding"].as_i64(),
            balances["credit"].as_i64()
        ),
        (Some(0), Some(6_000))
    );
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn a_draft_a_void_a_paid_and_a_foreign_invoice_take_no_money() {
    let app = App::start().await;
    let owner = app.sign_up("Refusing").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let stranger = makers::customer_id(&owner, "Stranger").await;
    let draft = makers::draft(&owner, &customer, "100").await.id();
    let void = makers::sent(&owner, &customer, "100").await;
    owner
        .post(&format!("/invoices/{void}/void"), json!({ "reason": "x" }))
        .await
        .expect(200);
    let paid = makers::sent(&owner, &customer, "100").await;
    makers::pay(&app, &owner, &customer, &paid, 10_000).await;
    let foreign = makers::sent(&owner, &stranger, "100").await;
    let open = makers::sent(&owner, &customer, "100").await;
    let body = |id: &str, amount: i64, part: i64, currency: &str| {
        json!({ "customer_id": customer, "date": makers::today(&app), "amount": { "amount": amount, "currency": currency },
                "mode": "cash", "allocations": [{ "invoice_id": id, "amount": part }] })
    };
    for (key, id) in [("a", &draft), ("b", &void), ("c", &paid)] {
        owner
            .post_once("/payments", key, body(id, 10_000, 10_000, "EUR"))
            .await
            .refused(409, "not_allowed_in_state");
    }
    owner
        .post_once("/payments", "d", body(&foreign, 1, 1, "EUR"))
        .await
        .refused(422, "validation_failed")
        .names_field("/allocations/0/invoice_id");
    owner
        .post_once("/payments", "e", body(&open, 20_000, 10_001, "EUR"))
        .await
        .refused(422, "amount_exceeds_balance");
    owner
        .post_once("/payments", "f", body(&open, 10_000, 10_000, "USD"))
        .await
        .refused(422, "currency_mismatch");
    for (key, amount, part) in [
        ("g", 0, 1),
        ("h", -5, 1),
        ("i", 100, 0),
        ("j", 100, -1),
        ("k", i64::MAX, 1),
    ] {
        let answer = owner
            .post_once("/payments", key, body(&open, amount, part, "EUR"))
            .await;
        assert_eq!(answer.status, 422, "{amount} {part}: {}", answer.body);
    }
    makers::doctor(&app).await;
    app.stop().await;
}
