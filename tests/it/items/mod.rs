use portico_tests::{Actor, App, Value, json, makers::customer_id};

async fn add(owner: &Actor, item: Value) -> String {
    owner.post("/items", item).await.expect(201).id()
}

fn names(list: &Value) -> Vec<&str> {
    let rows = list["data"].as_array().map(Vec::as_slice);
    rows.unwrap_or_default()
        .iter()
        .filter_map(|row| row["name"].as_str())
        .collect()
}

#[tokio::test]
async fn an_item_is_kept_changed_and_removed() {
    let app = App::start().await;
    let owner = app.sign_up("Items").await;
    let created = owner
        .post(
            "/items",
            json!({ "name": "Consulting", "rate": "95.50", "unit": "h", "sku": "C-1", "description": "On site" }),
        )
        .await
        .expect(201);
    assert_eq!(created.header("etag"), "\"1\"");
    assert_eq!(created.body["rate"], "95.5");
    assert_eq!(created.body["currency"], "EUR");
    assert_eq!(created.body["active"], true);
    let path = format!("/items/{}", created.id());
    let changed = owner
        .patch(&path, 1, json!({ "unit": null, "rate": "100", "sku": " " }))
        .await
        .expect(200);
    assert!(changed.body["unit"].is_null() && changed.body["sku"].is_null());
    assert_eq!(changed.body["description"], "On site");
    assert_eq!(owner.get(&path).await.expect(200).body, changed.body);
    owner.delete(&path).await.expect(204);
    owner.get(&path).await.refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn an_item_bears_a_tax_or_a_group() {
    let app = App::start().await;
    let owner = app.sign_up("Taxed items").await;
    let tax = owner
        .post("/taxes", json!({ "name": "VAT", "rate": "19" }))
        .await
        .expect(201)
        .id();
    let group = owner
        .post("/tax-groups", json!({ "name": "All", "tax_ids": [tax] }))
        .await
        .expect(201)
        .id();
    let item = |tax: &str| json!({ "name": "I", "rate": "1", "tax_id": tax });
    let with_tax = add(&owner, item(&tax)).await;
    let with_group = add(&owner, item(&group)).await;
    for (id, tax) in [(&with_tax, &tax), (&with_group, &group)] {
        let item = owner.get(&format!("/items/{id}")).await.expect(200);
        assert_eq!(item.body["tax_id"], json!(tax));
    }
    owner
        .delete(&format!("/tax-groups/{group}"))
        .await
        .refused(409, "still_referenced");
    owner
        .delete(&format!("/items/{with_group}"))
        .await
        .expect(204);
    owner
        .delete(&format!("/tax-groups/{group}"))
        .await
        .expect(204);
    owner
        .delete(&format!("/taxes/{tax}"))
        .await
        .refused(409, "still_referenced");
    owner
        .post("/items", item(&group))
        .await
        .refused(422, "validation_failed")
        .names_field("/tax_id");
    app.stop().await;
}

#[tokio::test]
async fn items_are_found_filtered_and_sorted() {
    let app = App::start().await;
    let owner = app.sign_up("Search").await;
    add(&owner, json!({ "name": "Ürgent 100% care", "rate": "9" })).await;
    add(
        &owner,
        json!({ "name": "Basic", "rate": "10", "sku": "B_1" }),
    )
    .await;
    add(
        &owner,
        json!({ "name": "Old", "rate": "11", "active": false, "description": "B01" }),
    )
    .await;
    for (query, expected) in [
        ("", vec!["Basic", "Old", "Ürgent 100% care"]),
        ("?sort=-rate", vec!["Old", "Basic", "Ürgent 100% care"]),
        ("?sort=created_at", vec!["Ürgent 100% care", "Basic", "Old"]),
        ("?active=false", vec!["Old"]),
        ("?q=%C3%BCrgent", vec!["Ürgent 100% care"]),
        ("?q=b_1", vec!["Basic"]),
        ("?q=0%25", vec!["Ürgent 100% care"]),
        ("?q=nothing", vec![]),
    ] {
        let list = owner.get(&format!("/items{query}")).await.expect(200);
        assert_eq!(names(&list.body), expected, "{query}");
    }
    owner
        .get("/items?sort=colour")
        .await
        .refused(422, "validation_failed")
        .names_field("?sort");
    app.stop().await;
}

#[tokio::test]
async fn bad_input_is_refused_with_the_field() {
    let app = App::start().await;
    let owner = app.sign_up("Bad items").await;
    add(&owner, json!({ "name": "First", "rate": "1", "sku": "S" })).await;
    for (field, value) in [
        ("name", json!("")),
        ("name", json!("x".repeat(201))),
        ("rate", json!("-0.01")),
        ("rate", json!(5)),
        ("sku", json!("S")),
        ("currency", json!("XXX")),
        ("unit", json!("x".repeat(51))),
        ("tax_id", json!("tax_1")),
        ("version", json!(1)),
    ] {
        let mut body = json!({ "name": "Second", "rate": "1" });
        body[field] = value;
        owner
            .post("/items", body)
            .await
            .refused(422, "validation_failed")
            .names_field(&format!("/{field}"));
    }
    app.stop().await;
}

#[tokio::test]
async fn a_change_names_the_version_and_the_organization_is_the_wall() {
    let app = App::start().await;
    let owner = app.sign_up("Wall").await;
    let stranger = app.sign_up("Stranger").await;
    let path = format!(
        "/items/{}",
        add(&owner, json!({ "name": "I", "rate": "1" })).await
    );
    let change = json!({ "rate": "2" });
    owner
        .patch_plain(&path, change.clone())
        .await
        .refused(428, "precondition_required");
    owner
        .patch(&path, 9, change.clone())
        .await
        .refused(412, "version_mismatch");
    stranger.get(&path).await.refused(404, "not_found");
    stranger
        .patch(&path, 1, change)
        .await
        .refused(404, "not_found");
    stranger.delete(&path).await.refused(404, "not_found");
    app.nobody()
        .get(&path)
        .await
        .refused(401, "not_authenticated");
    app.stop().await;
}

#[tokio::test]
async fn an_item_on_a_document_stays() {
    let app = App::start().await;
    let owner = app.sign_up("Sold").await;
    let customer = customer_id(&owner, "Harbour").await;
    let item = add(&owner, json!({ "name": "I", "rate": "1" })).await;
    let line = json!({ "item_id": item, "name": "I", "quantity": "1", "rate": "1" });
    let invoice = json!({ "customer_id": customer, "lines": [line] });
    owner.post("/invoices", invoice).await.expect(201);
    owner
        .delete(&format!("/items/{item}"))
        .await
        .refused(409, "still_referenced");
    app.stop().await;
}
