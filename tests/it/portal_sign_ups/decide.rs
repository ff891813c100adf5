//! Whom nobody knows waits for staff.

use portico_tests::{App, json, makers, makers::PASSWORD};

use super::{ask, asked, mail, open, somebody_waits, stranger, waiting};

const NORA: &str = "nora@berg.example";

#[tokio::test]
async fn somebody_unknown_waits_until_staff_let_them_in_as_a_new_customer() {
    let app = App::start().await;
    let owner = open(&app, "Unknown").await;
    let link = asked(&app, "unknown", NORA).await;
    let shown = app.nobody().get(&link).await.expect(200).body;
    assert_eq!(
        (&shown["outcome"], &shown["customer_name"]),
        (&json!("ask"), &json!(null))
    );
    app.nobody()
        .post(&format!("{link}/join"), json!({ "password": PASSWORD }))
        .await
        .refused(410, "link_used");
    assert!(
        waiting(&owner).await.is_empty(),
        "nothing before the link is used"
    );
    let asking = format!("{link}/ask");
    app.nobody()
        .post(&asking, json!({ "first_name": " ", "last_name": "Berg" }))
        .await
        .refused(422, "validation_failed")
        .names_field("/first_name");
    let said = stranger(Some("Berg & Søn"));
    app.nobody().post(&asking, said.clone()).await.expect(204);
    app.nobody()
        .post(&asking, said)
        .await
        .refused(410, "link_used");

    let one = waiting(&owner).await.remove(0);
    assert_eq!(
        (&one["email"], &one["company_name"], &one["message"]),
        (
            &json!(NORA),
            &json!("Berg & Søn"),
            &json!("I keep the books since March.")
        )
    );
    let news = owner.get("/notifications").await.expect(200).body;
    assert_eq!(news["data"][0]["kind"], "sign_up_waiting");
    let told = app.mails("owner@unknown.example", 1).await;
    let text = told[0]["text"].as_str().unwrap_or_default();
    assert!(
        text.contains("Nora Berg") && text.contains("/office/customers/sign-ups"),
        "{text}"
    );

    let path = format!(
        "/portal-sign-ups/{}",
        one["id"].as_str().unwrap_or_default()
    );
    let approve = format!("{path}/approve");
    let approved = owner.post_once(&approve, "k", json!({})).await;
    let approved = approved.expect(200).body;
    let again = owner.post_once(&approve, "k", json!({})).await.expect(200);
    assert_eq!(again.body, approved, "whoever was not answered asks again");
    assert_eq!(
        (&approved["status"], &approved["customer"]["name"]),
        (&json!("approved"), &json!("Berg & Søn"))
    );
    assert_eq!(owner.get(&path).await.expect(200).body, approved);
    owner
        .post(&approve, json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    owner
        .post(&format!("{path}/decline"), json!({}))
        .await
        .refused(409, "not_allowed_in_state");

    // From here on it is an invitation like any other.
    let mails = app.mails(NORA, 2).await;
    let token = makers::invitation_token(&mails[0]);
    let accept = format!("/public/portals/unknown/invitations/{token}/accept");
    let session = app
        .nobody()
        .post(&accept, json!({ "password": PASSWORD }))
        .await
        .expect(200)
        .body;
    assert_eq!(session["person"]["first_name"], "Nora");
    let customer = approved["customer"]["id"].as_str().unwrap_or_default();
    let customer = owner.get(&format!("/customers/{customer}")).await;
    let customer = customer.expect(200).body;
    assert_eq!(
        (&customer["kind"], &customer["currency"]),
        (&json!("company"), &json!("EUR"))
    );
    app.stop().await;
}

#[tokio::test]
async fn staff_let_somebody_in_at_a_customer_that_is_there() {
    let app = App::start().await;
    let owner = open(&app, "There").await;
    let customer =
        makers::customer_with_person(&owner, "Lindqvist", "maja@lindqvist.example").await;
    let path = somebody_waits(&app, &owner, NORA, None).await;
    let approve = format!("{path}/approve");
    let body = json!({ "customer_id": customer });
    let (a, b) = tokio::join!(
        owner.post(&approve, body.clone()),
        owner.post(&approve, body.clone()),
    );
    let mut seen = [a.status, b.status];
    seen.sort_unstable();
    assert_eq!(seen, [200, 409], "one decision");
    let people = owner
        .get(&format!("/customers/{customer}/contact-persons"))
        .await
        .expect(200)
        .body;
    let people = people["data"].as_array().cloned().unwrap_or_default();
    let nora: Vec<_> = people.iter().filter(|one| one["email"] == NORA).collect();
    assert_eq!(nora.len(), 1, "{people:?}");
    assert_eq!(nora[0]["portal"]["status"], "invited");
    assert_eq!(nora[0]["is_primary"], false);
    app.stop().await;
}

#[tokio::test]
async fn who_was_turned_away_stays_away_until_staff_enter_them() {
    let app = App::start().await;
    let owner = open(&app, "Away").await;
    let path = somebody_waits(&app, &owner, NORA, None).await;
    // While it waits, there is nothing more to ask for.
    app.clock().advance_seconds(601);
    ask(&app, "away", NORA).await.expect(204);
    let known = mail(&app, NORA, 2).await;
    assert!(
        !known["text"]
            .as_str()
            .unwrap_or_default()
            .contains("/sign-up/")
    );
    let owner = makers::sign_in_again(&app, "away").await;
    let declined = owner
        .post(&format!("{path}/decline"), json!({}))
        .await
        .expect(200)
        .body;
    assert_eq!(
        (&declined["status"], &declined["customer"]),
        (&json!("declined"), &json!(null))
    );
    assert_eq!(declined["decided_by"], "Ada Holm");
    app.clock().advance_seconds(601);
    ask(&app, "away", NORA).await.expect(204);
    let known = mail(&app, NORA, 3).await;
    assert!(
        !known["text"]
            .as_str()
            .unwrap_or_default()
            .contains("/sign-up/")
    );

    let owner = makers::sign_in_again(&app, "away").await;
    makers::customer_with_person(&owner, "Berg", NORA).await;
    app.clock().advance_seconds(601);
    ask(&app, "away", NORA).await.expect(204);
    let link = super::link("away", &mail(&app, NORA, 4).await);
    let shown = app.nobody().get(&link).await.expect(200).body;
    assert_eq!(shown["outcome"], "join");
    app.stop().await;
}

#[tokio::test]
async fn letting_somebody_in_takes_both_permissions() {
    let app = App::start().await;
    let owner = open(&app, "Roles").await;
    let path = somebody_waits(&app, &owner, NORA, None).await;
    let books = makers::member(&app, &owner, "Grace", "accountant").await;
    books
        .get("/portal-sign-ups")
        .await
        .refused(403, "forbidden");
    for verb in ["approve", "decline"] {
        let path = format!("{path}/{verb}");
        books.post(&path, json!({})).await.refused(403, "forbidden");
    }
    let stranger = app.sign_up("Elsewhere").await;
    stranger.get(&path).await.refused(404, "not_found");
    let approve = format!("{path}/approve");
    let approved = stranger.post(&approve, json!({})).await;
    approved.refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn who_was_entered_meanwhile_is_not_made_a_customer_and_waits_no_more_once_in() {
    let app = App::start().await;
    let owner = open(&app, "Meanwhile").await;
    let path = somebody_waits(&app, &owner, NORA, None).await;
    let customer = makers::customer_with_person(&owner, "Berg", NORA).await;
    owner
        .post(&format!("{path}/approve"), json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    app.clock().advance_seconds(601);
    ask(&app, "meanwhile", NORA).await.expect(204);
    let join = format!(
        "{}/join",
        super::link("meanwhile", &mail(&app, NORA, 2).await)
    );
    app.nobody()
        .post(&join, json!({ "password": PASSWORD }))
        .await
        .expect(200);
    let owner = makers::sign_in_again(&app, "meanwhile").await;
    let settled = owner.get(&path).await.expect(200).body;
    assert_eq!(
        (&settled["status"], &settled["customer"]["name"]),
        (&json!("approved"), &json!("Berg"))
    );
    let timeline = owner.get(&format!("/customers/{customer}/timeline")).await;
    let timeline = timeline.expect(200).body.to_string();
    assert!(timeline.contains("portal_sign_up.approved"), "{timeline}");
    app.stop().await;
}
