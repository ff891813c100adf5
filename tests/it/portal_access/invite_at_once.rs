//! The tick on the person's form: adding or changing somebody and inviting them is one request.

use portico_tests::{App, json, makers};

use super::first_password::{FIRST, sign_in};

#[tokio::test]
async fn a_person_is_added_and_invited_or_neither() {
    let app = App::start().await;
    let owner = app.sign_up("Ticked").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let people = format!("/customers/{customer}/contact-persons");
    let wrong = [
        (json!({ "first_name": "Bo", "portal_access": {} }), "/email"),
        (
            json!({ "first_name": "Bo", "email": "bo@lindqvist.example", "portal_access": { "password": "bo" } }),
            "/portal_access/password",
        ),
        (
            json!({ "first_name": "Bo", "email": "bo@lindqvist.example", "portal_access": { "pass": "x" } }),
            "/portal_access/pass",
        ),
    ];
    for (body, field) in wrong {
        owner
            .post(&people, body)
            .await
            .refused(422, "validation_failed")
            .names_field(field);
    }
    let accountant = makers::member(&app, &owner, "Ann", "accountant").await;
    let body = json!({ "first_name": "Bo", "email": "bo@lindqvist.example", "portal_access": {} });
    accountant
        .post(&people, body.clone())
        .await
        .refused(403, "forbidden");
    let list = owner.get(&people).await.expect(200).body;
    assert_eq!(list["data"].as_array().map(Vec::len), Some(1), "{list}");

    for _ in 0..2 {
        let person = owner
            .post_once(&people, "bo", body.clone())
            .await
            .expect(201)
            .body;
        assert_eq!(person["portal"]["status"], "invited");
        assert_eq!(person["portal"]["with_password"], false);
    }
    let mail = app.mails("bo@lindqvist.example", 1).await.remove(0);
    assert_eq!(makers::invitation_token(&mail).len(), 43);
    owner.post(&people, body).await.refused(409, "email_taken");
    owner
        .post(&format!("/customers/{customer}/deactivate"), json!({}))
        .await
        .expect(200);
    let late = json!({ "first_name": "Cy", "email": "cy@lindqvist.example", "portal_access": {} });
    owner
        .post(&people, late)
        .await
        .refused(409, "not_allowed_in_state");
    let list = owner.get(&people).await.expect(200).body;
    assert_eq!(list["data"].as_array().map(Vec::len), Some(2), "{list}");
    app.stop().await;
}

#[tokio::test]
async fn a_person_is_changed_and_invited_or_neither() {
    let app = App::start().await;
    let owner = app.sign_up("Changed").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let people = format!("/customers/{customer}/contact-persons");
    let body = json!({ "first_name": "Bo" });
    let bo = owner.post(&people, body).await.expect(201).id();
    let path = format!("{people}/{bo}");
    owner
        .patch_plain(&path, json!({ "last_name": "Berg", "portal_access": {} }))
        .await
        .refused(422, "validation_failed")
        .names_field("/email");
    let accountant = makers::member(&app, &owner, "Ann", "accountant").await;
    let body = json!({ "email": "bo@lindqvist.example", "portal_access": { "password": FIRST } });
    accountant
        .patch_plain(&path, body.clone())
        .await
        .refused(403, "forbidden");
    let list = owner.get(&people).await.expect(200).body;
    assert_eq!(list["data"][1]["last_name"], "");
    assert_eq!(list["data"][1]["email"], json!(null));
    let person = owner.patch_plain(&path, body).await.expect(200).body;
    assert_eq!(person["email"], "bo@lindqvist.example");
    assert_eq!(person["portal"]["with_password"], true);
    sign_in(&app, "changed", "bo@lindqvist.example", FIRST)
        .await
        .expect(200);
    owner
        .patch_plain(&path, json!({ "last_name": "Berg", "portal_access": {} }))
        .await
        .refused(409, "not_allowed_in_state");
    let list = owner.get(&people).await.expect(200).body;
    assert_eq!(list["data"][1]["last_name"], "");
    app.stop().await;
}
