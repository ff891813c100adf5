use portico_tests::{App, json, makers};

#[tokio::test]
async fn bad_input_is_refused_with_the_field() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let good = json!({ "kind": "company", "display_name": "Lindqvist", "email": "a@b.example" });
    for (field, value, pointer) in [
        ("kind", json!("club"), "/kind"),
        ("display_name", json!("  "), "/display_name"),
        ("display_name", json!("x".repeat(201)), "/display_name"),
        ("display_name", json!(null), "/display_name"),
        ("company_name", json!("x".repeat(201)), "/company_name"),
        ("email", json!("not an address"), "/email"),
        (
            "email",
            json!("a@b.example\r\nBcc: all@b.example"),
            "/email",
        ),
        ("first_name", json!("x".repeat(101)), "/first_name"),
        ("phone", json!("1".repeat(51)), "/phone"),
        ("currency", json!("XYZ"), "/currency"),
        ("payment_terms_days", json!(-1), "/payment_terms_days"),
        ("payment_terms_days", json!(1.5), "/payment_terms_days"),
        ("language", json!("tlh"), "/language"),
        ("tax_treatment", json!("none"), "/tax_treatment"),
        (
            "tax_exemption_id",
            json!("txe_01h00000000000000000000000"),
            "/tax_exemption_id",
        ),
        (
            "tax_exemption_id",
            json!("tax_01h00000000000000000000000"),
            "/tax_exemption_id",
        ),
        (
            "billing_address",
            json!({ "country": "Germany" }),
            "/billing_address/country",
        ),
        (
            "shipping_address",
            json!({ "zip": "1".repeat(51) }),
            "/shipping_address/zip",
        ),
        (
            "billing_address",
            json!({ "planet": "Mars" }),
            "/billing_address/planet",
        ),
        ("notes", json!("x".repeat(5001)), "/notes"),
        (
            "opening_balance",
            json!({ "amount": 1, "currency": "USD" }),
            "/opening_balance/currency",
        ),
        (
            "credit_limit",
            json!({ "amount": -1, "currency": "EUR" }),
            "/credit_limit/amount",
        ),
        (
            "credit_limit",
            json!({ "amount": i64::MAX, "currency": "EUR" }),
            "/credit_limit/amount",
        ),
        ("surprise", json!(1), "/surprise"),
    ] {
        let mut body = good.clone();
        body[field] = value;
        owner
            .post("/customers", body)
            .await
            .refused(422, "validation_failed")
            .names_field(pointer);
    }
    let customer = makers::customer(&owner, "Patched").await;
    let path = format!("/customers/{}", customer["id"].as_str().unwrap_or_default());
    for (body, pointer) in [
        (json!({ "display_name": null }), "/display_name"),
        (json!({ "display_name": "" }), "/display_name"),
        (json!({ "kind": null }), "/kind"),
        (json!({ "email": "a@b.example" }), "/email"),
        (json!({ "notes": "x".repeat(5001) }), "/notes"),
    ] {
        owner
            .patch(&path, 1, body)
            .await
            .refused(422, "validation_failed")
            .names_field(pointer);
    }
    app.stop().await;
}

#[tokio::test]
async fn another_organizations_customers_do_not_exist() {
    let app = App::start().await;
    let (owner, stranger) = (
        app.sign_up("Brightwater").await,
        app.sign_up("Stranger").await,
    );
    let customer = makers::customer(&owner, "Lindqvist").await;
    let id = customer["id"].as_str().unwrap_or_default();
    let person = customer["primary_contact"]["id"]
        .as_str()
        .unwrap_or_default();
    let path = format!("/customers/{id}");
    let people = format!("{path}/contact-persons");
    stranger.get(&path).await.refused(404, "not_found");
    stranger
        .patch(&path, 1, json!({}))
        .await
        .refused(404, "not_found");
    stranger.delete(&path).await.refused(404, "not_found");
    for verb in ["activate", "deactivate"] {
        stranger
            .post(&format!("{path}/{verb}"), json!({}))
            .await
            .refused(404, "not_found");
    }
    stranger
        .get(&format!("{path}/timeline"))
        .await
        .refused(404, "not_found");
    stranger.get(&people).await.refused(404, "not_found");
    stranger
        .post(&people, json!({ "first_name": "X" }))
        .await
        .refused(404, "not_found");
    stranger
        .patch_plain(&format!("{people}/{person}"), json!({ "first_name": "X" }))
        .await
        .refused(404, "not_found");
    stranger
        .delete(&format!("{people}/{person}"))
        .await
        .refused(404, "not_found");
    let primary = format!("{people}/{person}/make-primary");
    stranger
        .post(&primary, json!({}))
        .await
        .refused(404, "not_found");
    // A sibling customer of the same organization is no way round either.
    let sibling = makers::customer(&owner, "Sibling").await;
    let sibling = sibling["id"].as_str().unwrap_or_default();
    owner
        .delete(&format!("/customers/{sibling}/contact-persons/{person}"))
        .await
        .refused(404, "not_found");
    assert_eq!(
        stranger.get("/customers").await.expect(200).body["data"],
        json!([])
    );
    owner
        .get("/customers/cus_nonsense")
        .await
        .refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn a_role_without_the_permission_is_refused() {
    let app = App::start().await;
    let owner = app.sign_up("Roles").await;
    let customer = makers::customer(&owner, "Lindqvist").await;
    let path = format!("/customers/{}", customer["id"].as_str().unwrap_or_default());
    let person = customer["primary_contact"]["id"]
        .as_str()
        .unwrap_or_default();
    let person = format!("{path}/contact-persons/{person}");
    let reader = makers::member(&app, &owner, "Reader", "read_only").await;
    let shown = reader.get(&path).await.expect(200).body;
    assert_eq!(shown["allowed_actions"], json!([]));
    let body = json!({ "kind": "company", "display_name": "X" });
    reader
        .post("/customers", body)
        .await
        .refused(403, "forbidden");
    reader
        .patch(&path, 1, json!({}))
        .await
        .refused(403, "forbidden");
    reader.delete(&path).await.refused(403, "forbidden");
    reader
        .post(&format!("{path}/contact-persons"), json!({}))
        .await
        .refused(403, "forbidden");
    reader
        .patch_plain(&person, json!({}))
        .await
        .refused(403, "forbidden");
    reader.delete(&person).await.refused(403, "forbidden");
    for verb in [
        "make-primary",
        "portal-access",
        "portal-access/disable",
        "portal-access/enable",
    ] {
        reader
            .post(&format!("{person}/{verb}"), json!({}))
            .await
            .refused(403, "forbidden");
    }
    let clerk = makers::member(&app, &owner, "Clerk", "staff").await;
    for import in ["/customers/import", "/customers/import/preview"] {
        clerk
            .upload(reqwest::Method::POST, import, b"Name\n".to_vec(), &[])
            .await
            .refused(403, "forbidden");
    }
    let recorder = makers::member(&app, &owner, "Recorder", "timesheet_only").await;
    recorder.get("/customers").await.refused(403, "forbidden");
    app.stop().await;
}
