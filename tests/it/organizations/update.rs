use portico_tests::{
    App, json,
    makers::{customer_id, draft, member},
};

#[tokio::test]
async fn the_profile_is_shown_and_changed() {
    let app = App::start().await;
    let owner = app.sign_up("Profile").await;
    let shown = owner.get("/organization").await.expect(200);
    assert_eq!(shown.header("etag"), "\"1\"");
    assert_eq!(shown.body["portal_url"], format!("{}/profile", app.base));
    assert_eq!(shown.body["accent_text_colour"], "#ffffff");
    assert!(shown.body["logo_url"].is_null());

    let change = json!({
        "name": " Profile & Co ", "phone": "+49 30 1", "website": "https://profile.example",
        "address": { "street": "Torstraße 12", "country": "DE" }, "accent_colour": "#0000ff",
        "fiscal_year_start_month": 4, "date_format": "DD.MM.YYYY", "language": "de",
        "rounding": "document", "payment_terms_days": 30, "invoice_terms": "Net 30",
    });
    let changed = owner.patch("/organization", 1, change).await.expect(200);
    assert_eq!(changed.body["version"], 2);
    assert_eq!(changed.body["name"], "Profile & Co");
    assert_eq!(changed.body["address"]["street"], "Torstraße 12");
    assert_eq!(changed.body["rounding"], "document");

    let cleared = owner
        .patch(
            "/organization",
            2,
            json!({ "phone": null, "invoice_terms": "" }),
        )
        .await
        .expect(200);
    assert!(cleared.body["phone"].is_null() && cleared.body["invoice_terms"].is_null());
    assert_eq!(cleared.body["website"], "https://profile.example");
    assert_eq!(
        owner.get("/organization").await.expect(200).body,
        cleared.body
    );
    app.stop().await;
}

#[tokio::test]
async fn bad_input_is_refused_with_the_field() {
    let app = App::start().await;
    let owner = app.sign_up("Bad profile").await;
    for (field, value, pointer) in [
        ("name", json!(""), "/name"),
        ("name", json!(null), "/name"),
        ("email", json!("nobody"), "/email"),
        ("website", json!("javascript:alert(1)"), "/website"),
        ("website", json!("profile.example"), "/website"),
        ("time_zone", json!("Mars/Olympus"), "/time_zone"),
        ("date_format", json!("hh:mm"), "/date_format"),
        ("language", json!("tlh"), "/language"),
        ("accent_colour", json!("blue"), "/accent_colour"),
        ("accent_colour", json!("#ffff00"), "/accent_colour"),
        (
            "fiscal_year_start_month",
            json!(13),
            "/fiscal_year_start_month",
        ),
        ("payment_terms_days", json!(-1), "/payment_terms_days"),
        ("rounding", json!("up"), "/rounding"),
        ("invoice_terms", json!("x".repeat(10_001)), "/invoice_terms"),
        ("address", json!({ "zip": "1".repeat(51) }), "/address/zip"),
        (
            "address",
            json!({ "country": "Germany" }),
            "/address/country",
        ),
        ("portal_name", json!("office"), "/portal_name"),
        ("portal_name", json!("No Blanks"), "/portal_name"),
        ("logo_key", json!("x"), "/logo_key"),
    ] {
        owner
            .patch("/organization", 1, json!({ field: value }))
            .await
            .refused(422, "validation_failed")
            .names_field(pointer);
    }
    app.stop().await;
}

#[tokio::test]
async fn a_change_names_its_version_and_takes_the_permission() {
    let app = App::start().await;
    let owner = app.sign_up("Guarded").await;
    let clerk = member(&app, &owner, "Clerk", "accountant").await;
    let change = json!({ "name": "Other" });
    owner
        .patch_plain("/organization", change.clone())
        .await
        .refused(428, "precondition_required");
    owner
        .patch("/organization", 7, change.clone())
        .await
        .refused(412, "version_mismatch");
    clerk
        .patch("/organization", 1, change)
        .await
        .refused(403, "forbidden");
    clerk.get("/organization").await.expect(200);
    clerk
        .delete("/organization/logo")
        .await
        .refused(403, "forbidden");
    app.stop().await;
}

#[tokio::test]
async fn the_base_currency_stays_once_there_are_documents() {
    let app = App::start().await;
    let owner = app.sign_up("Currency").await;
    owner
        .patch("/organization", 1, json!({ "base_currency": "SEK" }))
        .await
        .expect(200);
    let customer = customer_id(&owner, "Harbour").await;
    draft(&owner, &customer, "10").await;
    owner
        .patch("/organization", 2, json!({ "base_currency": "EUR" }))
        .await
        .refused(409, "not_allowed_in_state");
    owner
        .patch("/organization", 2, json!({ "base_currency": "SEK" }))
        .await
        .expect(200);
    app.stop().await;
}
