//! What a person may do in the portal: the organization's table, narrowed for one person.

use portico_tests::{Actor, App, Value, json, makers};

async fn narrow(owner: &Actor, customer: &str, modules: Value) -> Value {
    let shown = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    let person = shown["primary_contact"]["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let path = format!("/customers/{customer}/contact-persons/{person}/portal-permissions");
    let request = owner.request(reqwest::Method::PUT, &path);
    portico_tests::send(request.json(&json!({ "modules": modules })))
        .await
        .expect(200)
        .body
}

fn invoices(permissions: &[&str]) -> Value {
    json!([{ "module": "invoices", "enabled": true, "permissions": permissions }])
}

#[tokio::test]
async fn a_person_who_only_looks_neither_downloads_nor_pays() {
    let app = App::start().await;
    let owner = app.sign_up("Narrow").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let invoice = makers::sent(&owner, &customer, "100").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    let path = format!("/portal/invoices/{invoice}");
    let whole = maja.get(&path).await.expect(200).body;
    assert_eq!(whole["allowed_actions"], json!(["pay", "download"]));

    let narrowed = narrow(&owner, &customer, invoices(&["view"])).await;
    assert_eq!(narrowed["portal_modules"], invoices(&["view"]));
    // From the next request on, with the same token.
    assert_eq!(
        maja.get(&path).await.expect(200).body["allowed_actions"],
        json!([])
    );
    maja.get(&format!("{path}/pdf"))
        .await
        .refused(403, "not_permitted");
    let pay = json!({ "gateway": "sandbox", "method": "card", "allocations": [{ "invoice_id": invoice, "amount": 10_000 }] });
    maja.post_once("/portal/payments", "one", pay.clone())
        .await
        .refused(403, "not_permitted");
    let home = maja.get("/portal/home").await.expect(200).body;
    let actions = home["allowed_actions"].as_array().expect("actions");
    assert!(actions.contains(&json!("view_invoices")) && !actions.contains(&json!("pay_invoices")));

    narrow(&owner, &customer, json!(null)).await;
    maja.get(&format!("{path}/pdf")).await.expect(200);
    maja.post_once("/portal/payments", "two", pay)
        .await
        .expect(201);
    let timeline = owner
        .get(&format!("/customers/{customer}/timeline"))
        .await
        .expect(200)
        .body;
    let count = timeline["data"].as_array().map(|list| {
        list.iter()
            .filter(|entry| entry["action"] == "contact_person.access_narrowed")
            .count()
    });
    assert_eq!(count, Some(2));
    app.stop().await;
}

#[tokio::test]
async fn a_module_that_is_closed_shows_nothing_anywhere() {
    let app = App::start().await;
    let owner = app.sign_up("Closed").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let invoice = makers::sent(&owner, &customer, "100").await;
    let payment = makers::pay(&app, &owner, &customer, &invoice, 1_000).await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    let home = maja.get("/portal/home").await.expect(200).body;
    assert_eq!(home["modules"], json!(["invoices", "payments"]));

    let closed =
        json!([{ "module": "payments", "enabled": false, "permissions": ["view", "download"] }]);
    let organization = owner
        .patch("/organization", 1, json!({ "portal_modules": closed }))
        .await
        .expect(200)
        .body;
    assert_eq!(
        organization["portal_modules"][0]["permissions"],
        json!(["view", "download", "pay"])
    );
    assert_eq!(organization["portal_modules"][1]["enabled"], false);
    let home = maja.get("/portal/home").await.expect(200).body;
    assert_eq!(
        (&home["modules"], &home["last_payment"]),
        (&json!(["invoices"]), &json!(null))
    );
    maja.get("/portal/payments")
        .await
        .refused(403, "not_permitted");
    maja.get(&format!("/portal/payments/{payment}/receipt"))
        .await
        .refused(403, "not_permitted");
    // Recorded by staff, not begun by this person: not even by its id.
    maja.get(&format!("/portal/payments/{payment}"))
        .await
        .refused(404, "not_found");
    let shown = maja
        .get(&format!("/portal/invoices/{invoice}"))
        .await
        .expect(200)
        .body;
    assert_eq!(shown["payments"], json!([]));
    assert_eq!(shown["balance"]["amount"], 9_000);

    // Whoever pays still learns how it went, of their own payment.
    let pay = json!({ "gateway": "sandbox", "method": "card", "allocations": [{ "invoice_id": invoice, "amount": 9_000 }] });
    let begun = maja
        .post_once("/portal/payments", "own", pay)
        .await
        .expect(201)
        .id();
    maja.get(&format!("/portal/payments/{begun}"))
        .await
        .expect(200);

    let both = json!([
        { "module": "payments", "enabled": false, "permissions": [] },
        { "module": "invoices", "enabled": false, "permissions": [] },
    ]);
    owner
        .patch("/organization", 2, json!({ "portal_modules": both }))
        .await
        .expect(200);
    let home = maja.get("/portal/home").await.expect(200).body;
    assert_eq!(home["modules"], json!([]));
    assert_eq!(
        (&home["balances"], &home["recent_invoices"]),
        (&json!([]), &json!([]))
    );
    maja.get("/portal/invoices")
        .await
        .refused(403, "not_permitted");
    maja.get("/portal/me").await.expect(200);
    app.stop().await;
}

#[tokio::test]
async fn each_invoice_is_paid_on_its_own_where_the_organization_wants_that() {
    let app = App::start().await;
    let owner = app.sign_up("Single").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (one, two) = (
        makers::sent(&owner, &customer, "10").await,
        makers::sent(&owner, &customer, "20").await,
    );
    let maja = makers::portal_person(&app, &owner, &customer).await;
    let pay = |ids: &[&str]| {
        let parts: Vec<Value> = ids
            .iter()
            .map(|id| json!({ "invoice_id": id, "amount": if *id == one { 1_000 } else { 2_000 } }))
            .collect();
        json!({ "gateway": "sandbox", "method": "card", "allocations": parts })
    };
    owner
        .patch("/organization", 1, json!({ "allow_bulk_payment": false }))
        .await
        .expect(200);
    maja.post_once("/portal/payments", "both", pay(&[&one, &two]))
        .await
        .refused(403, "not_permitted");
    maja.post_once("/portal/payments", "single", pay(&[&one]))
        .await
        .expect(201);
    owner
        .patch("/organization", 2, json!({ "allow_bulk_payment": true }))
        .await
        .expect(200);
    maja.post_once("/portal/payments", "both again", pay(&[&one, &two]))
        .await
        .expect(201);
    app.stop().await;
}

#[tokio::test]
async fn a_table_that_makes_no_sense_is_refused_by_its_entry() {
    let app = App::start().await;
    let owner = app.sign_up("Tables").await;
    let entry = |module: &str, permissions: Value| json!({ "module": module, "enabled": true, "permissions": permissions });
    for (table, pointer) in [
        (
            json!([entry("invoices", json!(["pay"]))]),
            "/portal_modules/0/permissions",
        ),
        (
            json!([entry("payments", json!(["view", "pay"]))]),
            "/portal_modules/0/permissions",
        ),
        (
            json!([entry("payments", json!([])), entry("payments", json!([]))]),
            "/portal_modules/1/module",
        ),
    ] {
        let answer = owner
            .patch("/organization", 1, json!({ "portal_modules": table }))
            .await;
        answer
            .refused(422, "validation_failed")
            .names_field(pointer);
    }
    for body in [
        json!([entry("chat", json!([]))]),
        json!([entry("invoices", json!(["own"]))]),
        json!(null),
    ] {
        let answer = owner
            .patch("/organization", 1, json!({ "portal_modules": body }))
            .await;
        assert_eq!(answer.status, 422, "{}", answer.body);
    }
    // Who keeps the books does not decide on access.
    let books = makers::member(&app, &owner, "Books", "accountant").await;
    let customer = makers::customer(&owner, "Lindqvist").await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let path = format!(
        "/customers/{}/contact-persons/{}/portal-permissions",
        text(&customer["id"]),
        text(&customer["primary_contact"]["id"])
    );
    let request = books
        .request(reqwest::Method::PUT, &path)
        .json(&json!({ "modules": null }));
    portico_tests::send(request).await.refused(403, "forbidden");
    app.stop().await;
}

#[tokio::test]
async fn new_customers_are_invited_at_once_where_the_organization_wants_that() {
    let app = App::start().await;
    let owner = app.sign_up("Welcoming").await;
    let status = |customer: &Value| customer["primary_contact"]["portal"]["status"].clone();
    assert_eq!(status(&makers::customer(&owner, "Before").await), "none");
    owner
        .patch(
            "/organization",
            1,
            json!({ "auto_invite_new_customers": true }),
        )
        .await
        .expect(200);
    let body = json!({ "kind": "company", "display_name": "After", "first_name": "Maja", "email": "maja@after.example" });
    let created = owner
        .post_once("/customers", "once", body.clone())
        .await
        .expect(201)
        .body;
    assert_eq!(status(&created), "invited");
    owner
        .post_once("/customers", "once", body)
        .await
        .expect(201);
    let mails = app.mails("maja@after.example", 1).await;
    assert_eq!(mails.len(), 1);
    let token = makers::invitation_token(&mails[0]);
    app.nobody()
        .get(&format!("/public/portals/welcoming/invitations/{token}"))
        .await
        .expect(200);
    // Somebody without an address is simply not invited, and nobody is while the portal is closed.
    let silent = json!({ "kind": "company", "display_name": "Silent", "first_name": "Ben" });
    let silent = owner.post("/customers", silent).await.expect(201).body;
    assert_eq!(status(&silent), "none");
    owner
        .patch("/organization", 2, json!({ "portal_enabled": false }))
        .await
        .expect(200);
    assert_eq!(status(&makers::customer(&owner, "Closed").await), "none");
    app.stop().await;
}
