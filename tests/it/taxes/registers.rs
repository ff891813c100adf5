use portico_tests::{App, json};

#[tokio::test]
async fn authorities_are_kept_until_no_tax_names_them() {
    let app = App::start().await;
    let owner = app.sign_up("Authorities").await;
    let authority = owner
        .post(
            "/tax-authorities",
            json!({ "name": "Finanzamt", "registration_number": "27/123" }),
        )
        .await
        .expect(201);
    let path = format!("/tax-authorities/{}", authority.id());
    let changed = owner
        .patch_plain(&path, json!({ "registration_number": null }))
        .await
        .expect(200);
    assert_eq!(changed.body["name"], "Finanzamt");
    assert!(changed.body["registration_number"].is_null());
    let tax = owner
        .post(
            "/taxes",
            json!({ "name": "VAT", "rate": "19", "authority_id": authority.id() }),
        )
        .await
        .expect(201);
    owner.delete(&path).await.refused(409, "still_referenced");
    owner
        .patch(
            &format!("/taxes/{}", tax.id()),
            1,
            json!({ "authority_id": null }),
        )
        .await
        .expect(200);
    owner.delete(&path).await.expect(204);
    let list = owner.get("/tax-authorities").await.expect(200);
    assert_eq!(list.body["data"], json!([]));
    app.stop().await;
}

#[tokio::test]
async fn exemptions_are_kept_changed_and_removed() {
    let app = App::start().await;
    let owner = app.sign_up("Exemptions").await;
    let stranger = app.sign_up("Stranger").await;
    let exemption = owner
        .post(
            "/tax-exemptions",
            json!({ "code": "VATEX-EU-IC", "kind": "customer" }),
        )
        .await
        .expect(201);
    let path = format!("/tax-exemptions/{}", exemption.id());
    let changed = owner
        .patch_plain(&path, json!({ "description": "Intra-community supply" }))
        .await
        .expect(200);
    assert_eq!(changed.body["description"], "Intra-community supply");
    owner
        .post("/tax-exemptions", json!({ "code": "X", "kind": "galaxy" }))
        .await
        .refused(422, "validation_failed")
        .names_field("/kind");
    stranger
        .patch_plain(&path, json!({ "code": "Y" }))
        .await
        .refused(404, "not_found");
    stranger.delete(&path).await.refused(404, "not_found");
    owner.delete(&path).await.expect(204);
    app.stop().await;
}
