use portico_tests::{App, json, makers, makers::PASSWORD};

const OTHER: &str = "amber-quay-74-compass";

#[tokio::test]
async fn looking_uses_nothing_up_and_accepting_signs_in() {
    let app = App::start().await;
    let owner = app.sign_up("Accepting").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (invited, token) = makers::invite(&app, &owner, &customer).await;
    let link = format!("/public/portals/accepting/invitations/{token}");
    for _ in 0..2 {
        let page = app.nobody().get(&link).await.expect(200).body;
        assert_eq!(page["organization_name"], "Accepting");
        assert_eq!(page["customer_name"], "Lindqvist");
        assert_eq!(
            (page["email"].as_str(), page["first_name"].as_str()),
            (Some("maja@lindqvist.example"), Some("Maja"))
        );
        assert_eq!(page["identity_exists"], false);
    }
    for weak in ["short", "maja-lindqvist", "password1"] {
        app.nobody()
            .post(&format!("{link}/accept"), json!({ "password": weak }))
            .await
            .refused(422, "validation_failed")
            .names_field("/password");
    }
    let maja = makers::accept(&app, &invited, &token).await;
    assert_eq!(
        maja.session["customer"],
        json!({ "id": customer, "name": "Lindqvist" })
    );
    assert_eq!(maja.session["person"]["email"], "maja@lindqvist.example");
    maja.get("/portal/me").await.expect(200);
    app.nobody()
        .get(&link)
        .await
        .refused(410, "invitation_used");
    app.nobody()
        .post(&format!("{link}/accept"), json!({ "password": PASSWORD }))
        .await
        .refused(410, "invitation_used");

    let page = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    assert_eq!(page["primary_contact"]["portal"]["status"], "accepted");
    assert!(page["primary_contact"]["portal"]["last_sign_in_at"].is_string());
    let timeline = owner
        .get(&format!("/customers/{customer}/timeline"))
        .await
        .expect(200)
        .body;
    assert_eq!(
        timeline["data"][0]["action"],
        "contact_person.access_accepted"
    );
    assert_eq!(timeline["data"][0]["actor"]["kind"], "customer");
    let news = owner.get("/notifications").await.expect(200).body;
    assert_eq!(news["data"][0]["kind"], "access_accepted");
    owner
        .post(&format!("{}/portal-access", invited.path), json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    app.stop().await;
}

#[tokio::test]
async fn a_token_is_good_at_its_own_portal_in_its_time_and_untouched() {
    let app = App::start().await;
    let (owner, _) = (app.sign_up("Tokens").await, app.sign_up("Elsewhere").await);
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (invited, old) = makers::invite(&app, &owner, &customer).await;
    let accept = async |portal: &str, token: &str| {
        let path = format!("/public/portals/{portal}/invitations/{token}");
        let looked = app.nobody().get(&path).await;
        let answer = app
            .nobody()
            .post(&format!("{path}/accept"), json!({ "password": PASSWORD }))
            .await;
        assert_eq!(looked.status, answer.status);
        answer
    };
    accept("elsewhere", &old).await.refused(404, "not_found");
    accept("no-such-portal", &old)
        .await
        .refused(404, "not_found");
    accept("tokens", "nonsense").await.refused(404, "not_found");
    accept("tokens", &format!("{}A", &old[..42]))
        .await
        .refused(404, "not_found");
    let new = makers::invite_again(&app, &owner, &invited, 2).await;
    accept("tokens", &old).await.refused(410, "invitation_used");
    app.clock().advance_seconds(14 * 86_400);
    accept("tokens", &new)
        .await
        .refused(410, "invitation_expired");
    app.stop().await;
}

#[tokio::test]
async fn of_many_who_accept_at_once_one_wins() {
    let app = App::start().await;
    let owner = app.sign_up("Racing").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (_, token) = makers::invite(&app, &owner, &customer).await;
    let path = format!("/public/portals/racing/invitations/{token}/accept");
    let attempts = (0..6).map(|_| {
        let (nobody, path) = (app.nobody(), path.clone());
        tokio::spawn(async move {
            nobody
                .post(&path, json!({ "password": PASSWORD }))
                .await
                .status
        })
    });
    let mut won = 0;
    for attempt in attempts.collect::<Vec<_>>() {
        match attempt.await.expect("an answer") {
            200 => won += 1,
            // Somebody who comes late meets a used token, or the identity that the winner made.
            410 | 401 | 409 => {}
            status => panic!("{status}"),
        }
    }
    assert_eq!(won, 1);
    app.stop().await;
}

#[tokio::test]
async fn an_existing_password_is_proven_and_never_overwritten() {
    let app = App::start().await;
    let owner = app.sign_up("Twice").await;
    let first = makers::customer_with_person(&owner, "First", "grace@hopper.example").await;
    let second = makers::customer_with_person(&owner, "Second", "Grace@Hopper.example").await;
    makers::portal_person(&app, &owner, &first).await;
    let (invited, token) = {
        let customer = owner
            .get(&format!("/customers/{second}"))
            .await
            .expect(200)
            .body;
        let person = customer["primary_contact"]["id"]
            .as_str()
            .unwrap_or_default();
        let path = format!("/customers/{second}/contact-persons/{person}");
        let invited = makers::Invited {
            path,
            email: "Grace@Hopper.example".to_owned(),
            portal: "twice".to_owned(),
        };
        let token = makers::invite_again(&app, &owner, &invited, 1).await;
        (invited, token)
    };
    let link = format!("/public/portals/twice/invitations/{token}");
    assert_eq!(
        app.nobody().get(&link).await.expect(200).body["identity_exists"],
        true
    );
    app.nobody()
        .post(&format!("{link}/accept"), json!({ "password": OTHER }))
        .await
        .refused(401, "invalid_credentials");
    let grace = makers::accept(&app, &invited, &token).await;
    assert_eq!(grace.session["customer"]["name"], "Second");
    assert_eq!(
        grace.session["customers"],
        json!([{ "id": first, "name": "First" }, { "id": second, "name": "Second" }])
    );
    let sign_in = async |password: &str| {
        let body = json!({ "email": "grace@hopper.example", "password": password });
        app.nobody().post("/portal/twice/auth/sign-in", body).await
    };
    sign_in(OTHER).await.refused(401, "invalid_credentials");
    let session = sign_in(PASSWORD).await.expect(200).body;
    assert_eq!(session["customer"]["name"], "First");

    // In another organization the same address is somebody else, with a password of their own.
    let other = app.sign_up("Other").await;
    let third = makers::customer_with_person(&other, "Third", "grace@hopper.example").await;
    other
        .post(&format!("/customers/{third}/deactivate"), json!({}))
        .await
        .expect(200);
    other
        .post(&format!("/customers/{third}/activate"), json!({}))
        .await
        .expect(200);
    app.nobody()
        .post(
            "/portal/other/auth/sign-in",
            json!({ "email": "grace@hopper.example", "password": PASSWORD }),
        )
        .await
        .refused(401, "invalid_credentials");
    app.stop().await;
}
