use portico_tests::{App, json, makers};

#[tokio::test]
async fn live_totals_follow_the_one_rule_and_keep_nothing() {
    let app = App::start().await;
    let owner = app.sign_up("Totals").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let vat = makers::tax(&owner, "VAT", "19", false).await;
    let body = json!({
        "customer_id": customer,
        "lines": [
            { "name": "Work", "quantity": "3", "rate": "33.333", "tax_id": vat },
            { "name": "Goods", "quantity": "2", "rate": "50", "discount": { "percent": "10" }, "tax_id": vat },
        ],
        "discount": { "amount": 1000 },
        "shipping": { "amount": 500, "tax_id": vat },
        "adjustment": { "label": "Goodwill", "amount": -100 },
    });
    let totals = owner
        .post("/invoices/calculate", body)
        .await
        .expect(200)
        .body;
    // 100.00 + 90.00 = 190.00, less 10.00, plus 5.00 shipping: 185.00 at 19 % is 35.15.
    assert_eq!(
        (
            totals["subtotal"].as_i64(),
            totals["tax"].as_i64(),
            totals["total"].as_i64()
        ),
        (Some(19_000), Some(3_515), Some(21_915))
    );
    assert_eq!(totals["lines"][1]["amount"], 9_000);
    assert!(
        owner.get("/invoices").await.expect(200).body["data"]
            .as_array()
            .is_some_and(Vec::is_empty)
    );
    app.stop().await;
}

#[tokio::test]
async fn currencies_keep_their_decimals() {
    let app = App::start().await;
    let owner = app.sign_up("Currencies").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    for (currency, total) in [("JPY", 1235), ("EUR", 123_450), ("KWD", 1_234_500)] {
        let body = json!({ "customer_id": customer, "currency": currency,
                           "lines": [{ "name": "Work", "quantity": "1", "rate": "1234.5" }] });
        let totals = owner
            .post("/invoices/calculate", body)
            .await
            .expect(200)
            .body;
        assert_eq!(totals["total"], total, "{currency}");
    }
    app.stop().await;
}

#[tokio::test]
async fn compound_and_inclusive_taxes_agree() {
    let app = App::start().await;
    let owner = app.sign_up("Compound").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let simple = makers::tax(&owner, "Sales tax", "10", false).await;
    let compound = makers::tax(&owner, "City tax", "5", true).await;
    let group = owner
        .post(
            "/tax-groups",
            json!({ "name": "Both", "tax_ids": [simple, compound] }),
        )
        .await
        .expect(201)
        .id();
    for (included, rate) in [(true, "1155"), (false, "1000")] {
        let body = json!({ "customer_id": customer, "prices_include_tax": included,
                           "lines": [{ "name": "Work", "quantity": "1", "rate": rate, "tax_id": group }] });
        let totals = owner
            .post("/invoices/calculate", body)
            .await
            .expect(200)
            .body;
        assert_eq!(
            (totals["total"].as_i64(), totals["tax"].as_i64()),
            (Some(115_500), Some(15_500)),
            "included: {included}"
        );
    }
    app.stop().await;
}

#[tokio::test]
async fn a_customer_who_pays_no_tax_is_charged_none() {
    let app = App::start().await;
    let owner = app.sign_up("Reverse").await;
    let vat = makers::tax(&owner, "VAT", "19", false).await;
    let customer = owner
        .post("/customers", json!({ "kind": "company", "display_name": "Abroad", "tax_treatment": "reverse_charge" }))
        .await
        .expect(201)
        .id();
    let body = json!({ "customer_id": customer, "lines": [{ "name": "Work", "quantity": "1", "rate": "100", "tax_id": vat }] });
    let totals = owner
        .post("/invoices/calculate", body)
        .await
        .expect(200)
        .body;
    assert_eq!(
        (totals["total"].as_i64(), totals["tax"].as_i64()),
        (Some(10_000), Some(0))
    );
    app.stop().await;
}
