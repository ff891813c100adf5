use portico_tests::{Answer, App, json, makers, makers::PASSWORD};

async fn sign_in(app: &App, portal: &str, email: &str, password: &str) -> Answer {
    let body = json!({ "email": email, "password": password });
    app.nobody()
        .post(&format!("/portal/{portal}/auth/sign-in"), body)
        .await
}

#[tokio::test]
async fn a_person_signs_in_and_reads_who_they_are() {
    let app = App::start().await;
    let owner = app.sign_up("Entering").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    makers::portal_person(&app, &owner, &customer).await;
    let session = sign_in(&app, "entering", " Maja@Lindqvist.example ", PASSWORD)
        .await
        .expect(200)
        .body;
    assert_eq!(session["expires_in"], 600);
    let maja = app.nobody().with_session(session);
    let me = maja.get("/portal/me").await.expect(200).body;
    assert_eq!(me["person"]["first_name"], "Maja");
    assert_eq!(me["portal_name"], "entering");
    assert!(
        me["permissions"]
            .as_array()
            .is_some_and(|list| !list.is_empty())
    );
    assert!(me.get("access_token").is_none());
    app.clock().advance_seconds(601);
    maja.get("/portal/me").await.refused(401, "token_expired");
    sign_in(&app, "no-such-portal", "maja@lindqvist.example", PASSWORD)
        .await
        .refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn the_answer_does_not_tell_who_exists() {
    let app = App::start().await;
    let owner = app.sign_up("Silent").await;
    let customer = makers::customer_id(&owner, "Known").await;
    let (invited, token) = makers::invite(&app, &owner, &customer).await;
    let not_yet = sign_in(&app, "silent", &invited.email, PASSWORD).await;
    makers::accept(&app, &invited, &token).await;
    let wrong = sign_in(&app, "silent", &invited.email, "wrong").await;
    let unknown = sign_in(&app, "silent", "who@known.example", PASSWORD).await;
    owner
        .post(
            &format!("{}/portal-access/disable", invited.path),
            json!({}),
        )
        .await
        .expect(200);
    let disabled = sign_in(&app, "silent", &invited.email, PASSWORD).await;
    let mut bodies = [not_yet, wrong, unknown, disabled].map(|answer| {
        let mut body = answer.refused(401, "invalid_credentials").body;
        body["request_id"] = json!(null);
        body
    });
    let first = bodies[0].take();
    assert!(bodies[1..].iter().all(|body| *body == first), "{bodies:?}");
    app.stop().await;
}

#[tokio::test]
async fn guessing_is_slowed_down_at_this_portal() {
    let app = App::start().await;
    let owner = app.sign_up("Guessed").await;
    let customer = makers::customer_id(&owner, "Known").await;
    makers::portal_person(&app, &owner, &customer).await;
    for email in ["maja@known.example", "nobody@known.example"] {
        for _ in 0..6 {
            sign_in(&app, "guessed", email, "wrong")
                .await
                .refused(401, "invalid_credentials");
        }
        let blocked = sign_in(&app, "guessed", email, PASSWORD)
            .await
            .refused(429, "too_many_attempts");
        assert!(!blocked.header("retry-after").is_empty());
    }
    app.clock().advance_seconds(10);
    sign_in(&app, "guessed", "maja@known.example", PASSWORD)
        .await
        .expect(200);
    app.stop().await;
}
