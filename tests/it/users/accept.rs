use portico_tests::{
    App, json,
    makers::{PASSWORD, invitation_token, member},
};

#[tokio::test]
async fn a_newcomer_makes_an_account_and_is_signed_in() {
    let app = App::start().await;
    let owner = app.sign_up("Welcome").await;
    let ben = member(&app, &owner, "Ben", "accountant").await;
    assert_eq!(ben.session["role"], "accountant");
    assert_eq!(ben.session["organization"]["name"], "Welcome");
    assert_eq!(ben.get("/me").await.expect(200).body["user"]["name"], "Ben");
    let refreshed = portico_tests::send(
        ben.request(reqwest::Method::POST, "/auth/refresh")
            .header("X-Portico-Csrf", "1"),
    )
    .await;
    refreshed.expect(200);
    let list = owner.get("/members?q=ben").await.expect(200);
    assert_eq!(list.body["data"][0]["status"], "active");
    assert!(list.body["data"][0]["last_sign_in_at"].is_string());
    app.stop().await;
}

#[tokio::test]
async fn an_invitation_is_good_once() {
    let app = App::start().await;
    let owner = app.sign_up("Once").await;
    let email = "once@staff.example";
    let invitation = json!({ "name": "Once", "email": email, "role": "staff" });
    let id = owner.post("/members", invitation).await.expect(201).id();
    let token = invitation_token(&app.mails(email, 1).await[0]);
    let path = format!("/public/member-invitations/{token}/accept");
    app.nobody()
        .post(&path, json!({ "password": "password1" }))
        .await
        .refused(422, "validation_failed")
        .names_field("/password");
    let accept = json!({ "password": PASSWORD, "name": "Twice" });
    let accepted = app.nobody().post(&path, accept.clone()).await.expect(200);
    assert_eq!(accepted.body["user"]["name"], "Twice");
    app.nobody()
        .post(&path, accept)
        .await
        .refused(410, "invitation_used");
    owner
        .post(&format!("/members/{id}/invite"), json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    app.stop().await;
}

#[tokio::test]
async fn an_existing_account_joins_with_its_own_password() {
    let app = App::start().await;
    let owner = app.sign_up("Host").await;
    app.sign_up("Guest").await;
    let email = "owner@guest.example";
    let invitation = json!({ "name": "Guest", "email": email, "role": "read_only" });
    owner.post("/members", invitation).await.expect(201);
    let token = invitation_token(&app.mails(email, 1).await[0]);
    let path = format!("/public/member-invitations/{token}");
    let shown = app.nobody().get(&path).await.expect(200);
    assert_eq!(shown.body["user_exists"], true);
    app.nobody()
        .post(
            &format!("{path}/accept"),
            json!({ "password": "another-password-88-tree" }),
        )
        .await
        .refused(401, "invalid_credentials");
    let joined = app
        .nobody()
        .post(&format!("{path}/accept"), json!({ "password": PASSWORD }))
        .await
        .expect(200);
    assert_eq!(joined.body["organization"]["name"], "Host");
    assert_eq!(joined.body["memberships"].as_array().map(Vec::len), Some(2));
    app.stop().await;
}

#[tokio::test]
async fn guessing_an_accounts_password_here_is_slowed_down_too() {
    let app = App::start().await;
    let owner = app.sign_up("Slow host").await;
    app.sign_up("Victim").await;
    let email = "owner@victim.example";
    let invitation = json!({ "name": "V", "email": email, "role": "staff" });
    owner.post("/members", invitation).await.expect(201);
    let token = invitation_token(&app.mails(email, 1).await[0]);
    let path = format!("/public/member-invitations/{token}/accept");
    for _ in 0..6 {
        app.nobody()
            .post(&path, json!({ "password": "wrong" }))
            .await
            .refused(401, "invalid_credentials");
    }
    let answer = app
        .nobody()
        .post(&path, json!({ "password": "wrong" }))
        .await;
    assert_ne!(
        answer
            .refused(429, "too_many_attempts")
            .header("retry-after"),
        ""
    );
    app.stop().await;
}
