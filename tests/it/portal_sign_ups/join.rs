//! Whom staff have entered comes in.

use portico_tests::{App, json, makers, makers::PASSWORD};

use super::{ask, asked, link, mail, open, waiting};

const MAJA: &str = "maja@lindqvist.example";

#[tokio::test]
async fn whom_staff_have_entered_comes_in_once_the_address_is_verified() {
    let app = App::start().await;
    let owner = open(&app, "Known").await;
    let portal = app.nobody().get("/public/portals/known").await.expect(200);
    assert_eq!(portal.body["sign_up_allowed"], true);
    let customer =
        makers::customer_with_person(&owner, "Lindqvist", "Maja@Lindqvist.example").await;
    ask(&app, "known", "MAJA@lindqvist.example")
        .await
        .expect(204);
    let link = link("known", &mail(&app, MAJA, 1).await);
    for _ in 0..2 {
        let shown = app.nobody().get(&link).await.expect(200).body;
        assert_eq!(
            (&shown["outcome"], &shown["customer_name"], &shown["email"]),
            (&json!("join"), &json!("Lindqvist"), &json!(MAJA))
        );
        assert_eq!(shown["identity_exists"], false);
    }
    let join = format!("{link}/join");
    app.nobody()
        .post(&join, json!({ "password": "maja1234" }))
        .await
        .refused(422, "validation_failed")
        .names_field("/password");
    let session = app
        .nobody()
        .post(&join, json!({ "password": PASSWORD }))
        .await
        .expect(200);
    assert_eq!(session.body["customer"]["id"], json!(customer));
    let maja = app.nobody().with_session(session.body);
    maja.get("/portal/me").await.expect(200);
    app.nobody()
        .post(&join, json!({ "password": PASSWORD }))
        .await
        .refused(410, "link_used");
    app.nobody().get(&link).await.refused(410, "link_used");

    // Nobody had to decide; staff hear of it and find it in the customer's history.
    assert!(waiting(&owner).await.is_empty());
    let news = owner.get("/notifications").await.expect(200).body;
    assert_eq!(news["data"][0]["kind"], "access_accepted");
    let timeline = owner.get(&format!("/customers/{customer}/timeline")).await;
    let timeline = timeline.expect(200).body;
    assert_eq!(timeline["data"][0]["action"], "contact_person.signed_up");
    assert_eq!(timeline["data"][0]["actor"]["kind"], "customer");
    app.stop().await;
}

#[tokio::test]
async fn an_invitation_is_void_once_its_owner_has_signed_up() {
    let app = App::start().await;
    let owner = open(&app, "Invited").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (_, invitation) = makers::invite(&app, &owner, &customer).await;
    let link = asked(&app, "invited", MAJA).await;
    app.nobody()
        .post(&format!("{link}/join"), json!({ "password": PASSWORD }))
        .await
        .expect(200);
    let path = format!("/public/portals/invited/invitations/{invitation}");
    app.nobody()
        .get(&path)
        .await
        .refused(410, "invitation_used");
    app.stop().await;
}

#[tokio::test]
async fn one_address_at_two_customers_comes_in_at_both_by_one_password() {
    let app = App::start().await;
    let owner = open(&app, "Twice").await;
    for name in ["Lindqvist", "Noether"] {
        makers::customer_with_person(&owner, name, MAJA).await;
    }
    let first = asked(&app, "twice", MAJA).await;
    let session = app
        .nobody()
        .post(&format!("{first}/join"), json!({ "password": PASSWORD }))
        .await
        .expect(200)
        .body;
    assert_eq!(session["customers"].as_array().map(Vec::len), Some(2));

    // A third one later: the password that is there must be given, and is not replaced.
    makers::customer_with_person(&owner, "Hopper", MAJA).await;
    app.clock().advance_seconds(601);
    ask(&app, "twice", MAJA).await.expect(204);
    let second = link("twice", &mail(&app, MAJA, 2).await);
    let shown = app.nobody().get(&second).await.expect(200).body;
    assert_eq!(
        (&shown["identity_exists"], &shown["customer_name"]),
        (&json!(true), &json!("Hopper"))
    );
    let join = format!("{second}/join");
    app.nobody()
        .post(&join, json!({ "password": "amber-quay-74-compass" }))
        .await
        .refused(401, "invalid_credentials");
    let session = app
        .nobody()
        .post(&join, json!({ "password": PASSWORD }))
        .await
        .expect(200)
        .body;
    assert_eq!(session["customers"].as_array().map(Vec::len), Some(3));
    app.stop().await;
}

#[tokio::test]
async fn of_several_at_once_one_comes_in() {
    let app = App::start().await;
    let owner = open(&app, "Crowd").await;
    makers::customer_with_person(&owner, "Lindqvist", MAJA).await;
    let join = format!("{}/join", asked(&app, "crowd", MAJA).await);
    let nobody = app.nobody();
    let body = json!({ "password": PASSWORD });
    let (a, b, c) = tokio::join!(
        nobody.post(&join, body.clone()),
        nobody.post(&join, body.clone()),
        nobody.post(&join, body.clone()),
    );
    let mut seen = [a.status, b.status, c.status];
    seen.sort_unstable();
    assert_eq!(seen[0], 200, "{seen:?}");
    // The slower find the link used, or the password there already.
    assert!(
        seen[1..].iter().all(|status| [409, 410].contains(status)),
        "{seen:?}"
    );
    app.stop().await;
}
