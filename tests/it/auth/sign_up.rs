use portico_tests::{App, json, makers::PASSWORD};

#[tokio::test]
async fn a_business_signs_up_and_its_owner_is_signed_in() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater Studio").await;
    let me = owner.get("/me").await.expect(200);
    assert_eq!(me.body["organization"]["name"], "Brightwater Studio");
    assert_eq!(me.body["organization"]["portal_name"], "brightwater-studio");
    assert_eq!(me.body["role"], "owner");
    app.stop().await;
}

#[tokio::test]
async fn portal_names_are_unique_in_the_installation() {
    let app = App::start().await;
    let first = app.sign_up("Twin").await;
    let second = app
        .nobody()
        .post(
            "/auth/sign-up",
            json!({ "organization_name": "Twin", "name": "B", "email": "b@twin.example", "password": PASSWORD,
                    "base_currency": "EUR", "time_zone": "UTC", "language": "en" }),
        )
        .await
        .expect(201);
    assert_eq!(first.session["organization"]["portal_name"], "twin");
    assert_eq!(second.body["organization"]["portal_name"], "twin-2");
    app.stop().await;
}

#[tokio::test]
async fn bad_input_is_refused_with_the_field() {
    let app = App::start().await;
    let good = json!({ "organization_name": "A", "name": "B", "email": "a@b.example", "password": PASSWORD,
                       "base_currency": "EUR", "time_zone": "UTC", "language": "en" });
    for (field, value) in [
        ("email", json!("not an address")),
        ("password", json!("password1")),
        ("base_currency", json!("XYZ")),
        ("time_zone", json!("Mars/Olympus")),
        ("language", json!("tlh")),
        ("organization_name", json!("x".repeat(201))),
        ("surprise", json!(1)),
    ] {
        let mut body = good.clone();
        body[field] = value;
        app.nobody()
            .post("/auth/sign-up", body)
            .await
            .refused(422, "validation_failed")
            .names_field(&format!("/{field}"));
    }
    app.stop().await;
}

#[tokio::test]
async fn an_account_owns_a_second_business_with_its_own_password_only() {
    let app = App::start().await;
    app.sign_up("First").await;
    let body = |password: &str| {
        json!({ "organization_name": "Second", "name": "Ada", "email": "OWNER@first.example", "password": password,
                "base_currency": "EUR", "time_zone": "UTC", "language": "en" })
    };
    app.nobody()
        .post("/auth/sign-up", body("another-password-88-tree"))
        .await
        .refused(409, "email_taken");
    let second = app
        .nobody()
        .post("/auth/sign-up", body(PASSWORD))
        .await
        .expect(201);
    assert_eq!(second.body["memberships"].as_array().map(Vec::len), Some(2));
    app.stop().await;
}
