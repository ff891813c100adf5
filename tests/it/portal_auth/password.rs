use portico_tests::{App, json, makers, makers::PASSWORD};

#[tokio::test]
async fn changing_it_ends_other_sessions_and_is_told_by_mail() {
    let app = App::start().await;
    let owner = app.sign_up("Changing").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let here = makers::portal_person(&app, &owner, &customer).await;
    let credentials = json!({ "email": "maja@lindqvist.example", "password": PASSWORD });
    let there = app.nobody();
    let session = there
        .post("/portal/changing/auth/sign-in", credentials.clone())
        .await
        .expect(200)
        .body;
    let there = there.with_session(session);
    let new = "amber-quay-74-compass";
    let change = async |present: &str, new: &str| {
        let body = json!({ "current_password": present, "new_password": new });
        here.post("/portal/me/password", body).await
    };
    change("wrong", new)
        .await
        .refused(401, "invalid_credentials");
    change(PASSWORD, "lindqvist")
        .await
        .refused(422, "validation_failed")
        .names_field("/new_password");
    there.get("/portal/me").await.expect(200);
    change(PASSWORD, new).await.expect(204);
    there
        .get("/portal/me")
        .await
        .refused(401, "not_authenticated");
    here.get("/portal/me").await.expect(200);
    app.nobody()
        .post("/portal/changing/auth/sign-in", credentials)
        .await
        .refused(401, "invalid_credentials");
    let mails = app.mails("maja@lindqvist.example", 2).await;
    assert!(mails.iter().all(|mail| !mail.to_string().contains(new)));
    app.stop().await;
}
