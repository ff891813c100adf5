use portico_tests::{Actor, App, json, makers, makers::PASSWORD};

async fn sign_in(app: &App, portal: &str, email: &str) -> portico_tests::Answer {
    let body = json!({ "email": email, "password": PASSWORD });
    app.nobody()
        .post(&format!("/portal/{portal}/auth/sign-in"), body)
        .await
}

async fn refused(app: &App, maja: &Actor) {
    maja.get("/portal/me")
        .await
        .refused(401, "not_authenticated");
    sign_in(app, "closing", "maja@lindqvist.example")
        .await
        .refused(401, "invalid_credentials");
    let refresh = maja.request(reqwest::Method::POST, "/portal/closing/auth/refresh");
    let refresh = portico_tests::send(refresh.header("X-Portico-Csrf", "1")).await;
    assert!(
        refresh.status == 401 || refresh.status == 409,
        "{}",
        refresh.body
    );
}

#[tokio::test]
async fn whoever_is_shut_out_is_refused_on_the_next_request() {
    let app = App::start().await;
    let owner = app.sign_up("Closing").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (invited, token) = makers::invite(&app, &owner, &customer).await;
    let maja = makers::accept(&app, &invited, &token).await;
    for _ in 0..2 {
        let person = owner
            .post(
                &format!("{}/portal-access/disable", invited.path),
                json!({}),
            )
            .await
            .expect(200);
        assert_eq!(person.body["portal"]["status"], "disabled");
    }
    refused(&app, &maja).await;
    let person = owner
        .post(&format!("{}/portal-access/enable", invited.path), json!({}))
        .await
        .expect(200);
    assert_eq!(person.body["portal"]["status"], "accepted");
    maja.get("/portal/me").await.expect(200);
    owner
        .post(&format!("{}/portal-access/enable", invited.path), json!({}))
        .await
        .refused(409, "not_allowed_in_state");

    owner
        .post(&format!("/customers/{customer}/deactivate"), json!({}))
        .await
        .expect(200);
    refused(&app, &maja).await;
    owner
        .post(&format!("/customers/{customer}/activate"), json!({}))
        .await
        .expect(200);
    sign_in(&app, "closing", "maja@lindqvist.example")
        .await
        .expect(200);

    owner.delete(&invited.path).await.expect(204);
    refused(&app, &maja).await;
    app.stop().await;
}

#[tokio::test]
async fn another_address_must_be_invited() {
    let app = App::start().await;
    let owner = app.sign_up("Closing").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (invited, token) = makers::invite(&app, &owner, &customer).await;
    let maja = makers::accept(&app, &invited, &token).await;
    let person = owner
        .patch_plain(&invited.path, json!({ "last_name": "Berg" }))
        .await
        .expect(200);
    assert_eq!(person.body["portal"]["status"], "accepted");
    let person = owner
        .patch_plain(&invited.path, json!({ "email": "new@lindqvist.example" }))
        .await
        .expect(200);
    assert_eq!(person.body["portal"]["status"], "reinvite_needed");
    refused(&app, &maja).await;
    let moved = makers::Invited {
        email: "new@lindqvist.example".to_owned(),
        ..invited
    };
    let token = makers::invite_again(&app, &owner, &moved, 1).await;
    makers::accept(&app, &moved, &token).await;
    app.stop().await;
}

#[tokio::test]
async fn an_open_invitation_is_withdrawn() {
    let app = App::start().await;
    let owner = app.sign_up("Closing").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (invited, token) = makers::invite(&app, &owner, &customer).await;
    owner
        .post(
            &format!("{}/portal-access/disable", invited.path),
            json!({}),
        )
        .await
        .expect(200);
    let link = format!("/public/portals/closing/invitations/{token}");
    app.nobody()
        .get(&link)
        .await
        .refused(410, "invitation_used");
    let person = owner
        .post(&format!("{}/portal-access/enable", invited.path), json!({}))
        .await
        .expect(200);
    assert_eq!(person.body["portal"]["status"], "invited");
    app.mails(&invited.email, 2).await;
    app.nobody()
        .get(&link)
        .await
        .refused(410, "invitation_used");
    app.stop().await;
}

#[tokio::test]
async fn a_portal_that_is_switched_off_is_closed_at_once() {
    let app = App::start().await;
    let owner = app.sign_up("Closing").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    let off = app
        .parts
        .db
        .system_write("switch a portal off", async |global| {
            global
                .execute(
                    "update organization set portal_enabled = false where portal_name = $1",
                    ["closing".into()],
                )
                .await
        });
    off.await.expect("the portal is off");
    maja.get("/portal/me")
        .await
        .refused(401, "not_authenticated");
    sign_in(&app, "closing", "maja@lindqvist.example")
        .await
        .refused(404, "not_found");
    app.nobody()
        .get("/public/portals/closing")
        .await
        .refused(404, "not_found");
    app.stop().await;
}
