//! A password that staff set: it signs in once, and another must be chosen before anything else.

use portico_tests::{Actor, Answer, App, Value, json, makers, makers::PASSWORD};

pub const FIRST: &str = "copper-meadow-51-window";

/// Somebody invited with a password: the path of the contact person.
pub async fn invite(owner: &Actor, customer: &str, password: &str) -> (String, Answer) {
    let customer = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let path = format!(
        "/customers/{}/contact-persons/{}",
        text(&customer["id"]),
        text(&customer["primary_contact"]["id"])
    );
    let answer = owner
        .post(
            &format!("{path}/portal-access"),
            json!({ "password": password }),
        )
        .await;
    (path, answer)
}

pub async fn sign_in(app: &App, portal: &str, email: &str, password: &str) -> Answer {
    let body = json!({ "email": email, "password": password });
    app.nobody()
        .post(&format!("/portal/{portal}/auth/sign-in"), body)
        .await
}

/// Signed in with the password that staff had set.
pub async fn first_sign_in(app: &App, portal: &str, email: &str) -> Actor {
    let session = sign_in(app, portal, email, FIRST).await.expect(200).body;
    app.nobody().with_session(session)
}

#[tokio::test]
async fn it_accepts_the_invitation_once_and_another_is_chosen() {
    let app = App::start().await;
    let owner = app.sign_up("First").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let email = "maja@lindqvist.example";
    let (path, invited) = invite(&owner, &customer, FIRST).await;
    let invited = invited.expect(200).body;
    assert_eq!(invited["portal"]["status"], "invited");
    assert_eq!(invited["portal"]["with_password"], true);

    let mail = &app.mails(email, 1).await[0];
    let text = mail["text"].as_str().unwrap_or_default();
    let link = format!("{}/first/login?email=maja%40lindqvist.example", app.base);
    for part in [link.as_str(), FIRST, email] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("/invitation/"), "{text}");

    let maja = first_sign_in(&app, "first", "Maja@Lindqvist.example ").await;
    assert_eq!(maja.session["password_change_required"], true);
    assert_eq!(maja.session["customer"]["id"], json!(customer));
    sign_in(&app, "first", email, FIRST)
        .await
        .refused(401, "invalid_credentials");
    let person = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body;
    let portal = &person["primary_contact"]["portal"];
    assert_eq!(
        (portal["status"].as_str(), portal["with_password"].as_bool()),
        (Some("accepted"), Some(false))
    );
    let news = owner.get("/notifications").await.expect(200).body;
    assert_eq!(news["data"][0]["kind"], "access_accepted");
    assert_eq!(news["data"].as_array().map(Vec::len), Some(1));

    for closed in ["/home", "/invoices", "/payments", "/me/sessions", "/me/mfa"] {
        maja.get(&format!("/portal{closed}"))
            .await
            .refused(403, "password_change_required");
    }
    let change = json!({ "current_password": FIRST, "new_password": PASSWORD });
    maja.post("/portal/me/password", change)
        .await
        .refused(403, "password_change_required");
    let me = maja.get("/portal/me").await.expect(200).body;
    assert_eq!(me["password_change_required"], true);

    let choose = async |password: &str| {
        let body = json!({ "password": password });
        maja.post("/portal/me/first-password", body).await
    };
    for weak in ["short", "maja-lindqvist", FIRST] {
        choose(weak)
            .await
            .refused(422, "validation_failed")
            .names_field("/password");
    }
    choose(PASSWORD).await.expect(204);
    choose("another-violet-harbour-30")
        .await
        .refused(409, "not_allowed_in_state");
    maja.get("/portal/home").await.expect(200);
    sign_in(&app, "first", email, FIRST)
        .await
        .refused(401, "invalid_credentials");
    let session = sign_in(&app, "first", email, PASSWORD).await.expect(200);
    assert_eq!(session.body["password_change_required"], false);

    let timeline = owner
        .get(&format!("/customers/{customer}/timeline"))
        .await
        .expect(200)
        .body;
    let actions: Vec<_> = timeline["data"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| entry["action"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(
        actions[..3],
        [
            "contact_person.password_chosen",
            "contact_person.access_accepted",
            "contact_person.invited"
        ]
    );
    owner.delete(&path).await.expect(204);
    app.stop().await;
}

#[tokio::test]
async fn nobody_can_read_it_anywhere() {
    let app = App::start().await;
    let owner = app.sign_up("Secret").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let email = "maja@lindqvist.example";
    let (path, _) = invite(&owner, &customer, FIRST).await;
    let again = json!({ "password": FIRST });
    let granted = format!("{path}/portal-access");
    for _ in 0..2 {
        let answer = owner.post_once(&granted, "once", again.clone()).await;
        assert!(!answer.expect(200).body.to_string().contains(FIRST));
    }
    owner
        .post_once(&granted, "once", json!({ "password": PASSWORD }))
        .await
        .refused(422, "idempotency_key_reused");
    assert_eq!(app.mails(email, 2).await.len(), 2);
    sign_in(&app, "secret", email, FIRST).await.expect(200);
    for place in [
        "/mails".to_owned(),
        "/notifications".to_owned(),
        format!("/customers/{customer}"),
        format!("/customers/{customer}/timeline"),
        format!("/customers/{customer}/contact-persons"),
    ] {
        let answer = owner.get(&place).await.expect(200);
        assert!(!answer.body.to_string().contains(FIRST), "{place}");
    }
    let columns = [
        (
            "mail",
            "subject || coalesce(sealed_body, '') || coalesce(last_error, '')",
        ),
        ("audit_entry", "action || cast(data as text)"),
        ("notification", "label || cast(data as text)"),
        ("idempotency", "operation || digest"),
        ("job", "cast(payload as text) || coalesce(last_error, '')"),
        (
            "one_time_token",
            "coalesce(email, '') || coalesce(password_hash, '')",
        ),
        (
            "portal_identity",
            "password_hash || coalesce(first_password_hash, '')",
        ),
    ];
    for (table, columns) in columns {
        let sql = format!("select cast({columns} as text) as shown from {table}");
        let rows: Result<Vec<Shown>, sea_orm::DbErr> = app
            .parts
            .db
            .system_read("look for a secret", async |global| {
                global.query::<Shown>(&sql, []).await
            })
            .await;
        for row in rows.expect("rows") {
            assert!(!row.shown.contains(FIRST), "{table}: {}", row.shown);
            assert!(
                !row.shown.contains("$argon2") || table == "portal_identity",
                "{table}: {}",
                row.shown
            );
        }
    }
    let plain = portico_api::random::digest(&[br#"{"password":"copper-meadow-51-window"}"#]);
    let guessed: Result<Vec<Shown>, sea_orm::DbErr> = app
        .parts
        .db
        .system_read("guess a body", async |global| {
            let sql = "select key as shown from idempotency where digest = $1";
            global.query::<Shown>(sql, [plain.into()]).await
        })
        .await;
    assert!(guessed.expect("rows").is_empty(), "a body can be guessed");
    app.stop().await;
}

#[derive(sea_orm::FromQueryResult)]
struct Shown {
    shown: String,
}

#[tokio::test]
async fn of_many_who_sign_in_at_once_one_comes_in() {
    let app = App::start().await;
    let owner = app.sign_up("Racing").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    invite(&owner, &customer, FIRST).await.1.expect(200);
    let attempts = (0..5).map(|_| {
        let nobody = app.nobody();
        tokio::spawn(async move {
            let body = json!({ "email": "maja@lindqvist.example", "password": FIRST });
            let answer = nobody.post("/portal/racing/auth/sign-in", body).await;
            (answer.status, answer.body)
        })
    });
    let mut came_in = Vec::new();
    for attempt in attempts.collect::<Vec<_>>() {
        match attempt.await.expect("an answer") {
            (200, session) => came_in.push(session),
            (401, problem) => assert_eq!(problem["code"], "invalid_credentials"),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(came_in.len(), 1);
    let maja = app.nobody().with_session(came_in.remove(0));
    let choices = (0..3).map(|number| {
        let choice = maja.request(reqwest::Method::POST, "/portal/me/first-password");
        let body = json!({ "password": format!("another-violet-harbour-{number}") });
        tokio::spawn(portico_tests::send(choice.json(&body)))
    });
    let mut chosen = 0;
    for choice in choices.collect::<Vec<_>>() {
        match choice.await.expect("an answer").status {
            204 => chosen += 1,
            409 => {}
            status => panic!("{status}"),
        }
    }
    assert_eq!(chosen, 1);
    app.stop().await;
}
