use portico_tests::{App, json, makers::PASSWORD};

#[tokio::test]
async fn the_answer_does_not_tell_whether_an_account_exists() {
    let app = App::start().await;
    app.sign_up("Known").await;
    let wrong = app
        .nobody()
        .post(
            "/auth/sign-in",
            json!({ "email": "owner@known.example", "password": "wrong" }),
        )
        .await;
    let unknown = app
        .nobody()
        .post(
            "/auth/sign-in",
            json!({ "email": "who@known.example", "password": "wrong" }),
        )
        .await;
    let (wrong, unknown) = (
        wrong.refused(401, "invalid_credentials"),
        unknown.refused(401, "invalid_credentials"),
    );
    assert_eq!(wrong.body["title"], unknown.body["title"]);
    app.stop().await;
}

#[tokio::test]
async fn guessing_is_slowed_down_for_known_and_unknown_accounts_alike() {
    let app = App::start().await;
    app.sign_up("Guessed").await;
    for email in ["owner@guessed.example", "nobody@guessed.example"] {
        for _ in 0..6 {
            app.nobody()
                .post(
                    "/auth/sign-in",
                    json!({ "email": email, "password": "wrong" }),
                )
                .await
                .refused(401, "invalid_credentials");
        }
        let blocked = app
            .nobody()
            .post(
                "/auth/sign-in",
                json!({ "email": email, "password": PASSWORD }),
            )
            .await;
        assert!(
            !blocked
                .refused(429, "too_many_attempts")
                .header("retry-after")
                .is_empty()
        );
    }
    app.clock().advance_seconds(10);
    app.nobody()
        .post(
            "/auth/sign-in",
            json!({ "email": "owner@guessed.example", "password": PASSWORD }),
        )
        .await
        .expect(200);
    app.stop().await;
}

#[tokio::test]
async fn tokens_that_are_not_ours_are_refused() {
    let app = App::start().await;
    let owner = app.sign_up("Tokens").await;
    for token in [
        "",
        "x",
        "eyJhbGciOiJub25lIn0.e30.",
        &owner.token()[..owner.token().len() - 4],
    ] {
        owner
            .clone()
            .with_token(token)
            .get("/me")
            .await
            .refused(401, "not_authenticated");
    }
    app.clock().advance_seconds(601);
    owner.get("/me").await.refused(401, "token_expired");
    app.stop().await;
}

#[tokio::test]
async fn changing_the_password_ends_other_sessions() {
    let app = App::start().await;
    let here = app.sign_up("Changing").await;
    let credentials = json!({ "email": "owner@changing.example", "password": PASSWORD });
    let there = app.nobody();
    let session = there
        .post("/auth/sign-in", credentials.clone())
        .await
        .expect(200)
        .body;
    let there = there.with_session(session);
    let new = json!({ "current_password": PASSWORD, "new_password": "amber-quay-74-compass" });
    here.post(
        "/me/password",
        json!({ "current_password": "wrong", "new_password": "amber-quay-74-compass" }),
    )
    .await
    .refused(401, "invalid_credentials");
    here.post("/me/password", new).await.expect(204);
    there.get("/me").await.refused(401, "not_authenticated");
    here.get("/me").await.expect(200);
    app.nobody()
        .post("/auth/sign-in", credentials)
        .await
        .refused(401, "invalid_credentials");
    app.stop().await;
}
