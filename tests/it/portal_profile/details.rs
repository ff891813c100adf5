use portico_tests::{Actor, App, Value, json, makers};
use reqwest::Method;

/// The notifications of a kind.
async fn news(owner: &Actor, kind: &str) -> Vec<Value> {
    let list = owner.get("/notifications").await.expect(200).body;
    let all = list["data"].as_array().cloned().unwrap_or_default();
    all.into_iter().filter(|one| one["kind"] == kind).collect()
}

fn version(body: &Value) -> i64 {
    body["version"].as_i64().expect("a version")
}

#[tokio::test]
async fn a_person_changes_their_own_details_and_staff_are_told_once() {
    let app = App::start().await;
    let owner = app.sign_up("Details").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    let before = maja.get("/portal/profile").await.expect(200);
    assert_eq!(
        before.header("etag"),
        format!("\"{}\"", version(&before.body))
    );
    assert_eq!(before.body["allowed_actions"], json!(["edit"]));
    let seen = version(&before.body);

    maja.patch_plain("/portal/profile", json!({ "phone": "1" }))
        .await
        .refused(428, "precondition_required");
    let change =
        json!({ "last_name": " Lindqvist-Berg ", "phone": "+46 8 1", "designation": "Owner" });
    let after = maja
        .patch("/portal/profile", seen, change.clone())
        .await
        .expect(200);
    assert_eq!(after.body["last_name"], "Lindqvist-Berg");
    assert_eq!(after.body["first_name"], "Maja");
    // Somebody who saw the earlier version does not overwrite this one.
    maja.patch("/portal/profile", seen, json!({ "phone": "+46 8 2" }))
        .await
        .refused(412, "version_mismatch");

    let told = news(&owner, "customer_changed").await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["data"]["person_name"], "Maja Lindqvist-Berg");
    let changes = json!([
        { "field": "designation", "before": null, "after": "Owner" },
        { "field": "last_name", "before": "Lindqvist", "after": "Lindqvist-Berg" },
        { "field": "phone", "before": null, "after": "+46 8 1" },
    ]);
    assert_eq!(told[0]["data"]["changes"], changes);
    let timeline = owner
        .get(&format!("/customers/{customer}/timeline"))
        .await
        .expect(200)
        .body;
    let newest = &timeline["data"][0];
    assert_eq!(newest["action"], "contact_person.updated");
    assert_eq!(newest["data"]["changes"], changes);
    assert_eq!(
        newest["actor"],
        json!({ "kind": "customer", "name": "Maja Lindqvist" })
    );
    let shown = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    assert_eq!(shown["primary_contact"]["phone"], "+46 8 1");

    // Saving what is there already is no change.
    maja.patch("/portal/profile", version(&after.body), change)
        .await
        .expect(200);
    assert_eq!(news(&owner, "customer_changed").await.len(), 1);
    app.stop().await;
}

#[tokio::test]
async fn the_company_is_changed_by_whoever_has_access_and_invoices_keep_their_address() {
    let app = App::start().await;
    let owner = app.sign_up("Company").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let old = json!({ "street": "Vasagatan 16", "city": "Stockholm", "country": "SE" });
    owner
        .patch(
            &format!("/customers/{customer}"),
            1,
            json!({ "billing_address": old, "tax_id": "SE5566" }),
        )
        .await
        .expect(200);
    let invoice = makers::sent(&owner, &customer, "100").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    let company = maja.get("/portal/company").await.expect(200).body;
    assert_eq!(company["tax_id"], "SE5566");
    let change = json!({
        "company_name": "Lindqvist AB", "company_phone": "+46 8 1", "website": "https://lindqvist.example",
        "billing_address": { "street": "Kungsgatan 1", "city": "Stockholm", "country": "SE" },
        "shipping_address": { "city": "Kiruna" },
    });
    let after = maja
        .patch("/portal/company", version(&company), change)
        .await
        .expect(200)
        .body;
    assert_eq!(after["billing_address"]["street"], "Kungsgatan 1");

    let told = news(&owner, "customer_changed").await;
    assert_eq!(told.len(), 1);
    let fields: Vec<&str> = told[0]["data"]["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .filter_map(|change| change["field"].as_str())
        .collect();
    let expected = [
        "billing_address.street",
        "company_name",
        "company_phone",
        "shipping_address.city",
        "website",
    ];
    assert_eq!(fields, expected);
    let seen = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    assert_eq!(
        (seen["company_name"].as_str(), seen["website"].as_str()),
        (Some("Lindqvist AB"), Some("https://lindqvist.example"))
    );
    let issued = maja
        .get(&format!("/portal/invoices/{invoice}"))
        .await
        .expect(200)
        .body;
    assert_eq!(
        issued["customer"]["billing_address"]["street"],
        "Vasagatan 16"
    );
    app.stop().await;
}

#[tokio::test]
async fn what_is_too_long_or_not_theirs_is_named() {
    let app = App::start().await;
    let owner = app.sign_up("Limits").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    let seen = version(&maja.get("/portal/profile").await.expect(200).body);
    for (field, limit) in [
        ("salutation", 50),
        ("first_name", 100),
        ("last_name", 100),
        ("phone", 50),
        ("designation", 100),
        ("department", 50),
    ] {
        let body = json!({ field: "ü".repeat(limit + 1) });
        let refusal = maja.patch("/portal/profile", seen, body).await;
        refusal
            .refused(422, "validation_failed")
            .names_field(&format!("/{field}"));
    }
    maja.patch("/portal/profile", seen, json!({ "first_name": " " }))
        .await
        .refused(422, "validation_failed")
        .names_field("/first_name");
    let long = |limit: usize| "x".repeat(limit + 1);
    for (body, pointer) in [
        (json!({ "company_name": long(200) }), "/company_name"),
        (json!({ "company_phone": long(50) }), "/company_phone"),
        (json!({ "website": "javascript:alert(1)" }), "/website"),
        (
            json!({ "billing_address": { "street": long(500) } }),
            "/billing_address/street",
        ),
        (
            json!({ "shipping_address": { "zip": long(50) } }),
            "/shipping_address/zip",
        ),
        (
            json!({ "billing_address": { "country": "Germany" } }),
            "/billing_address/country",
        ),
    ] {
        let refusal = maja.patch("/portal/company", 1, body).await;
        refusal
            .refused(422, "validation_failed")
            .names_field(pointer);
    }
    // Taxes, terms, and everything else that staff keep.
    for field in [
        "tax_id",
        "tax_treatment",
        "display_name",
        "currency",
        "credit_limit",
        "notes",
        "email",
    ] {
        for path in ["/portal/profile", "/portal/company"] {
            let answer = maja.patch(path, 1, json!({ field: "x" })).await;
            assert_eq!(answer.status, 422, "{path} {field}: {}", answer.body);
        }
    }
    assert!(news(&owner, "customer_changed").await.is_empty());
    app.stop().await;
}

#[tokio::test]
async fn contact_persons_are_listed_and_nobody_edits_another() {
    let app = App::start().await;
    let owner = app.sign_up("People").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    makers::customer_id(&owner, "Sibling").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    let ben =
        json!({ "first_name": "Ben", "email": "ben@lindqvist.example", "department": "Finance" });
    owner
        .post(&format!("/customers/{customer}/contact-persons"), ben)
        .await
        .expect(201);
    let list = maja.get("/portal/contact-persons").await.expect(200).body;
    let people = list["data"].as_array().expect("people");
    let names: Vec<_> = people
        .iter()
        .map(|person| (person["first_name"].as_str(), person["is_me"].as_bool()))
        .collect();
    assert_eq!(
        names,
        [(Some("Maja"), Some(true)), (Some("Ben"), Some(false))]
    );
    let home = maja.get("/portal/home").await.expect(200).body;
    assert_eq!(&home["contact_persons"], &list["data"]);
    let id = people[1]["id"].as_str().unwrap_or_default();
    let request = maja
        .request(Method::PATCH, &format!("/portal/contact-persons/{id}"))
        .json(&json!({ "first_name": "Eve" }));
    portico_tests::send(request).await.refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn an_organization_may_keep_all_details_to_itself() {
    let app = App::start().await;
    let owner = app.sign_up("Keeping").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    owner
        .patch("/organization", 1, json!({ "allow_edit_details": false }))
        .await
        .expect(200);
    for path in ["/portal/profile", "/portal/company"] {
        let shown = maja.get(path).await.expect(200).body;
        assert_eq!(shown["allowed_actions"], json!([]));
        let refusal = maja.patch(path, version(&shown), json!({})).await;
        refusal.refused(403, "not_permitted");
    }
    let body = json!({ "email": "new@lindqvist.example", "password": makers::PASSWORD });
    maja.post("/portal/profile/email", body)
        .await
        .refused(403, "not_permitted");
    let home = maja.get("/portal/home").await.expect(200).body;
    let actions = home["allowed_actions"].as_array().expect("actions");
    assert!(!actions.contains(&json!("edit_details")), "{actions:?}");
    app.stop().await;
}
