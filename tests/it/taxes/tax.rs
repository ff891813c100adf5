use portico_tests::{
    App, json,
    makers::{customer_id, tax},
};

#[tokio::test]
async fn a_tax_is_kept_changed_and_removed() {
    let app = App::start().await;
    let owner = app.sign_up("Taxes").await;
    let input = json!({ "name": " VAT 19 % ", "rate": "19" });
    let created = owner.post("/taxes", input).await.expect(201);
    assert_eq!(created.header("etag"), "\"1\"");
    assert_eq!(created.body["name"], "VAT 19 %");
    let path = format!("/taxes/{}", created.id());

    let changed = owner
        .patch(&path, 1, json!({ "rate": "20.5" }))
        .await
        .expect(200);
    assert_eq!(changed.body["rate"], "20.5");
    assert_eq!(changed.body["name"], "VAT 19 %");
    assert_eq!(changed.header("etag"), "\"2\"");
    assert_eq!(owner.get(&path).await.expect(200).body, changed.body);

    owner.delete(&path).await.expect(204);
    owner.get(&path).await.refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn one_tax_at_most_is_the_default() {
    let app = App::start().await;
    let owner = app.sign_up("Defaults").await;
    let tax = |name: &str| json!({ "name": name, "rate": "7", "is_default": true });
    let first = owner.post("/taxes", tax("First")).await.expect(201).id();
    let second = owner.post("/taxes", tax("Second")).await.expect(201).id();
    let first = owner.get(&format!("/taxes/{first}")).await.expect(200);
    assert_eq!(first.body["is_default"], false);
    assert_eq!(first.body["version"], 2);

    let path = format!("/taxes/{second}");
    let retired = owner
        .patch(&path, 1, json!({ "active": false }))
        .await
        .expect(200);
    assert_eq!(retired.body["is_default"], false);
    owner
        .patch(&path, 2, json!({ "is_default": true }))
        .await
        .refused(422, "validation_failed")
        .names_field("/is_default");
    app.stop().await;
}

#[tokio::test]
async fn bad_input_is_refused_with_the_field() {
    let app = App::start().await;
    let owner = app.sign_up("Bad taxes").await;
    let stranger = app.sign_up("Stranger").await;
    let authority = stranger
        .post("/tax-authorities", json!({ "name": "Elsewhere" }))
        .await
        .expect(201)
        .id();
    for (field, value) in [
        ("name", json!("  ")),
        ("name", json!("x".repeat(201))),
        ("rate", json!("-1")),
        ("rate", json!("1000.1")),
        ("rate", json!("a lot")),
        ("authority_id", json!(authority)),
        ("surprise", json!(1)),
    ] {
        let mut body = json!({ "name": "VAT", "rate": "19" });
        body[field] = value;
        owner
            .post("/taxes", body)
            .await
            .refused(422, "validation_failed")
            .names_field(&format!("/{field}"));
    }
    let id = owner
        .post("/taxes", json!({ "name": "VAT", "rate": "19" }))
        .await
        .expect(201)
        .id();
    owner
        .patch(&format!("/taxes/{id}"), 1, json!({ "name": null }))
        .await
        .refused(422, "validation_failed")
        .names_field("/name");
    owner
        .get("/taxes?colour=red")
        .await
        .refused(422, "unknown_parameter");
    app.stop().await;
}

#[tokio::test]
async fn a_change_names_the_version_it_was_made_on() {
    let app = App::start().await;
    let owner = app.sign_up("Versions").await;
    let id = owner
        .post("/taxes", json!({ "name": "VAT", "rate": "19" }))
        .await
        .expect(201)
        .id();
    let path = format!("/taxes/{id}");
    let change = json!({ "rate": "20" });
    owner
        .patch_plain(&path, change.clone())
        .await
        .refused(428, "precondition_required");
    owner.patch(&path, 1, change.clone()).await.expect(200);
    owner
        .patch(&path, 1, change)
        .await
        .refused(412, "version_mismatch");
    app.stop().await;
}

#[tokio::test]
async fn another_organization_does_not_see_it() {
    let app = App::start().await;
    let owner = app.sign_up("Owner").await;
    let stranger = app.sign_up("Stranger").await;
    let id = owner
        .post("/taxes", json!({ "name": "VAT", "rate": "19" }))
        .await
        .expect(201)
        .id();
    let path = format!("/taxes/{id}");
    stranger.get(&path).await.refused(404, "not_found");
    stranger
        .patch(&path, 1, json!({ "rate": "0" }))
        .await
        .refused(404, "not_found");
    stranger.delete(&path).await.refused(404, "not_found");
    let list = stranger.get("/taxes").await.expect(200);
    assert_eq!(list.body["data"], json!([]));
    app.stop().await;
}

#[tokio::test]
async fn a_repeated_request_adds_one_tax() {
    let app = App::start().await;
    let owner = app.sign_up("Twice").await;
    let tax = json!({ "name": "VAT", "rate": "19" });
    let first = owner.post_once("/taxes", "k", tax.clone()).await;
    let again = owner.post_once("/taxes", "k", tax).await;
    assert_eq!(first.expect(201).id(), again.expect(201).id());
    owner
        .post_once("/taxes", "k", json!({ "name": "Other", "rate": "1" }))
        .await
        .refused(422, "idempotency_key_reused");
    app.stop().await;
}

#[tokio::test]
async fn taxes_are_listed_by_name_and_page_by_page() {
    let app = App::start().await;
    let owner = app.sign_up("Pages").await;
    for name in ["C", "A", "B"] {
        let tax = json!({ "name": name, "rate": "1", "active": name != "B" });
        owner.post("/taxes", tax).await.expect(201);
    }
    let first = owner
        .get("/taxes?limit=2&include_total=true")
        .await
        .expect(200)
        .body;
    assert_eq!(first["total"], 3);
    assert_eq!(first["data"][0]["name"], "A");
    let cursor = first["next_cursor"].as_str().expect("a second page");
    let second = owner
        .get(&format!("/taxes?limit=2&cursor={cursor}"))
        .await
        .expect(200)
        .body;
    assert_eq!(second["data"][0]["name"], "C");
    assert!(second["next_cursor"].is_null());
    let active = owner.get("/taxes?active=true").await.expect(200).body;
    assert_eq!(active["data"].as_array().map(Vec::len), Some(2));
    app.stop().await;
}

#[tokio::test]
async fn a_tax_that_a_document_bears_stays() {
    let app = App::start().await;
    let owner = app.sign_up("Borne").await;
    let customer = customer_id(&owner, "Harbour").await;
    let on_line = tax(&owner, "Line", "19", false).await;
    let on_shipping = tax(&owner, "Shipping", "7", false).await;
    let invoice = json!({
        "customer_id": customer, "shipping": { "amount": 500, "tax_id": on_shipping },
        "lines": [{ "name": "Work", "quantity": "1", "rate": "10", "tax_id": on_line }],
    });
    let invoice = owner.post("/invoices", invoice).await.expect(201).id();
    for tax in [&on_line, &on_shipping] {
        owner
            .delete(&format!("/taxes/{tax}"))
            .await
            .refused(409, "still_referenced");
    }
    owner
        .delete(&format!("/invoices/{invoice}"))
        .await
        .expect(204);
    for tax in [&on_line, &on_shipping] {
        owner.delete(&format!("/taxes/{tax}")).await.expect(204);
    }
    app.stop().await;
}
