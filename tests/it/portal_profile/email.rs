use portico_tests::{Actor, Answer, App, Value, json, makers, makers::PASSWORD};

const NEW: &str = "maja.new@lindqvist.example";
const OLD: &str = "maja@lindqvist.example";

async fn ask(maja: &Actor, email: &str) -> Answer {
    maja.post(
        "/portal/profile/email",
        json!({ "email": email, "password": PASSWORD }),
    )
    .await
}

fn token(mail: &Value) -> String {
    let text = mail["text"].as_str().unwrap_or_default();
    let (_, link) = text.split_once("/confirm-email/").expect("a link");
    link.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect()
}

async fn signs_in(app: &App, email: &str) -> bool {
    let body = json!({ "email": email, "password": PASSWORD });
    let answer = app.nobody().post("/portal/moving/auth/sign-in", body).await;
    answer.status == 200
}

async fn world(app: &App) -> (Actor, String, Actor) {
    let owner = app.sign_up("Moving").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let maja = makers::portal_person(app, &owner, &customer).await;
    (owner, customer, maja)
}

#[tokio::test]
async fn a_new_address_counts_once_it_is_verified() {
    let app = App::start().await;
    let (owner, customer, maja) = world(&app).await;
    ask(&maja, "Maja.New@Lindqvist.example").await.expect(204);
    let token = token(&app.mails(NEW, 1).await[0]);
    // The invitation, and that somebody asked.
    let told = app.mails(OLD, 2).await;
    assert!(
        told[0]["text"]
            .as_str()
            .is_some_and(|text| text.contains(NEW))
    );
    assert_eq!(
        maja.get("/portal/profile").await.expect(200).body["pending_email"],
        NEW
    );
    assert!(signs_in(&app, OLD).await && !signs_in(&app, NEW).await);

    // Scanners open links, as often as they like.
    let path = format!("/public/portals/moving/email-changes/{token}");
    for _ in 0..2 {
        assert_eq!(
            app.nobody().get(&path).await.expect(200).body,
            json!({ "email": NEW })
        );
    }
    app.nobody()
        .get(&format!("/public/portals/nowhere/email-changes/{token}"))
        .await
        .refused(404, "not_found");
    app.nobody()
        .post(&format!("{path}/confirm"), json!({}))
        .await
        .expect(204);
    assert!(!signs_in(&app, OLD).await && signs_in(&app, NEW).await);
    app.mails(OLD, 3).await;
    let profile = maja.get("/portal/profile").await.expect(200).body;
    assert_eq!(
        (profile["email"].as_str(), &profile["pending_email"]),
        (Some(NEW), &json!(null))
    );
    let shown = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    assert_eq!(shown["primary_contact"]["email"], NEW);
    assert_eq!(shown["primary_contact"]["portal"]["status"], "accepted");

    let news = owner.get("/notifications").await.expect(200).body;
    let told: Vec<&Value> = news["data"]
        .as_array()
        .expect("notifications")
        .iter()
        .filter(|one| one["kind"] == "customer_changed")
        .collect();
    assert_eq!(told.len(), 1);
    let change = json!([{ "field": "email", "before": OLD, "after": NEW }]);
    assert_eq!(told[0]["data"]["changes"], change);
    // Once.
    app.nobody()
        .post(&format!("{path}/confirm"), json!({}))
        .await
        .refused(410, "link_used");
    app.nobody().get(&path).await.refused(410, "link_used");
    app.stop().await;
}

#[tokio::test]
async fn it_takes_the_password_and_a_pause_between_mails() {
    let app = App::start().await;
    let (_, _, maja) = world(&app).await;
    maja.post(
        "/portal/profile/email",
        json!({ "email": NEW, "password": "not-the-password-3" }),
    )
    .await
    .refused(401, "invalid_credentials");
    for (email, field) in [("nonsense", "/email"), (OLD, "/email")] {
        ask(&maja, email)
            .await
            .refused(422, "validation_failed")
            .names_field(field);
    }
    ask(&maja, NEW).await.expect(204);
    ask(&maja, "other@lindqvist.example")
        .await
        .refused(429, "too_many_attempts");
    app.clock().advance_seconds(61);
    ask(&maja, "other@lindqvist.example").await.expect(204);
    // The earlier link is void.
    let first = token(&app.mails(NEW, 1).await[0]);
    app.nobody()
        .post(
            &format!("/public/portals/moving/email-changes/{first}/confirm"),
            json!({}),
        )
        .await
        .refused(410, "link_used");
    app.stop().await;
}

#[tokio::test]
async fn a_change_can_be_called_off_expires_and_falls_with_a_new_password() {
    let app = App::start().await;
    let (_, _, maja) = world(&app).await;
    let confirm = async |token: &str| {
        let path = format!("/public/portals/moving/email-changes/{token}/confirm");
        app.nobody().post(&path, json!({})).await
    };
    ask(&maja, NEW).await.expect(204);
    maja.delete("/portal/profile/email").await.expect(204);
    confirm(&token(&app.mails(NEW, 1).await[0]))
        .await
        .refused(410, "link_used");

    app.clock().advance_seconds(61);
    ask(&maja, NEW).await.expect(204);
    let change =
        json!({ "current_password": PASSWORD, "new_password": "another-violet-harbour-30" });
    maja.post("/portal/me/password", change).await.expect(204);
    confirm(&token(&app.mails(NEW, 2).await[0]))
        .await
        .refused(410, "link_used");
    assert!(!signs_in(&app, NEW).await);

    app.clock().advance_seconds(61);
    let body = json!({ "email": NEW, "password": "another-violet-harbour-30" });
    maja.post("/portal/profile/email", body).await.expect(204);
    let last = token(&app.mails(NEW, 3).await[0]);
    app.clock().advance_seconds(24 * 3600);
    confirm(&last).await.refused(410, "link_expired");
    app.stop().await;
}

#[tokio::test]
async fn nobody_takes_anothers_address() {
    let app = App::start().await;
    let (owner, customer, maja) = world(&app).await;
    let path = format!("/customers/{customer}/contact-persons");
    let ben = json!({ "first_name": "Ben", "email": "ben@lindqvist.example" });
    let ben = owner.post(&path, ben).await.expect(201).id();
    owner
        .post(&format!("{path}/{ben}/portal-access"), json!({}))
        .await
        .expect(200);
    ask(&maja, "Ben@lindqvist.example")
        .await
        .refused(409, "email_taken")
        .names_field("/email");
    // A sibling's address is not told of, and cannot be taken either.
    let sibling = makers::customer_with_person(&owner, "Sibling", "eve@sibling.example").await;
    makers::portal_person(&app, &owner, &sibling).await;
    ask(&maja, "eve@sibling.example").await.expect(204);
    let token = token(&app.mails("eve@sibling.example", 2).await[0]);
    app.nobody()
        .post(
            &format!("/public/portals/moving/email-changes/{token}/confirm"),
            json!({}),
        )
        .await
        .refused(409, "email_taken");
    assert!(signs_in(&app, OLD).await);
    app.stop().await;
}
