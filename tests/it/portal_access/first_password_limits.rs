//! When a password that staff had set is good for nothing.

use portico_tests::{App, json, makers, makers::PASSWORD};

use super::first_password::{FIRST, first_sign_in, invite, sign_in};

const EMAIL: &str = "maja@lindqvist.example";
const OTHER: &str = "amber-quay-74-compass";

#[tokio::test]
async fn it_ends_with_its_invitation() {
    let app = App::start().await;
    let owner = app.sign_up("Ending").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    for weak in ["short", "maja-lindqvist", "Password1"] {
        let (_, refused) = invite(&owner, &customer, weak).await;
        refused
            .refused(422, "validation_failed")
            .names_field("/password");
    }
    let (path, _) = invite(&owner, &customer, FIRST).await;
    let refused = async |password: &str| {
        sign_in(&app, "ending", EMAIL, password)
            .await
            .refused(401, "invalid_credentials");
    };
    // Another one takes its place, then a link does.
    invite(&owner, &customer, OTHER).await.1.expect(200);
    refused(FIRST).await;
    let granted = format!("{path}/portal-access");
    let person = owner.post(&granted, json!({})).await.expect(200).body;
    assert_eq!(person["portal"]["with_password"], false);
    refused(OTHER).await;

    invite(&owner, &customer, FIRST).await.1.expect(200);
    let disable = format!("{granted}/disable");
    owner.post(&disable, json!({})).await.expect(200);
    refused(FIRST).await;
    let enable = format!("{granted}/enable");
    let person = owner.post(&enable, json!({})).await.expect(200).body;
    assert_eq!(person["portal"]["with_password"], false);
    refused(FIRST).await;

    invite(&owner, &customer, FIRST).await.1.expect(200);
    let moved = json!({ "email": "new@lindqvist.example" });
    owner.patch_plain(&path, moved).await.expect(200);
    for email in [EMAIL, "new@lindqvist.example"] {
        sign_in(&app, "ending", email, FIRST)
            .await
            .refused(401, "invalid_credentials");
    }
    app.stop().await;
}

#[tokio::test]
async fn it_expires_and_is_good_at_its_own_portal() {
    let app = App::start().await;
    let owner = app.sign_up("Late").await;
    app.sign_up("Elsewhere").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    invite(&owner, &customer, FIRST).await.1.expect(200);
    sign_in(&app, "elsewhere", EMAIL, FIRST)
        .await
        .refused(401, "invalid_credentials");
    app.clock().advance_seconds(14 * 86_400);
    sign_in(&app, "late", EMAIL, FIRST)
        .await
        .refused(401, "invalid_credentials");
    app.stop().await;
}

#[tokio::test]
async fn guessing_it_is_slowed_down() {
    let app = App::start().await;
    let owner = app.sign_up("Guessing").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    invite(&owner, &customer, FIRST).await.1.expect(200);
    for _ in 0..6 {
        sign_in(&app, "guessing", EMAIL, OTHER)
            .await
            .refused(401, "invalid_credentials");
    }
    sign_in(&app, "guessing", EMAIL, FIRST)
        .await
        .refused(429, "too_many_attempts");
    app.clock().advance_seconds(60);
    sign_in(&app, "guessing", EMAIL, FIRST).await.expect(200);
    app.stop().await;
}

#[tokio::test]
async fn a_demanded_authenticator_app_comes_after_the_password() {
    let app = App::start().await;
    let owner = app.sign_up("Demanding").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let organization = owner.get("/organization").await.expect(200).body;
    let version = organization["version"].as_i64().expect("a version");
    let demand = json!({ "portal_mfa_required": true });
    owner
        .patch("/organization", version, demand)
        .await
        .expect(200);
    invite(&owner, &customer, FIRST).await.1.expect(200);
    let maja = first_sign_in(&app, "demanding", EMAIL).await;
    assert_eq!(maja.session["mfa_setup_required"], true);
    for closed in ["/portal/home", "/portal/me/mfa"] {
        maja.get(closed)
            .await
            .refused(403, "password_change_required");
    }
    let choose = json!({ "password": PASSWORD });
    maja.post("/portal/me/first-password", choose)
        .await
        .expect(204);
    maja.get("/portal/home")
        .await
        .refused(403, "mfa_setup_required");
    maja.get("/portal/me/mfa").await.expect(200);
    app.stop().await;
}

#[tokio::test]
async fn a_forgotten_one_is_replaced_by_mail() {
    let app = App::start().await;
    let owner = app.sign_up("Forgetful").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    invite(&owner, &customer, FIRST).await.1.expect(200);
    let maja = first_sign_in(&app, "forgetful", EMAIL).await;
    let resets = "/public/portals/forgetful/password-resets";
    app.nobody()
        .post(resets, json!({ "email": EMAIL }))
        .await
        .expect(204);
    let mail = app.mails(EMAIL, 2).await.remove(0);
    let text = mail["text"].as_str().unwrap_or_default();
    let (_, link) = text.split_once("/reset-password/").expect("a link");
    let token: String = link
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect();
    let reset = format!("{resets}/{token}");
    app.nobody()
        .post(&reset, json!({ "password": FIRST }))
        .await
        .refused(422, "validation_failed");
    app.nobody()
        .post(&reset, json!({ "password": PASSWORD }))
        .await
        .expect(204);
    maja.get("/portal/me")
        .await
        .refused(401, "not_authenticated");
    let session = sign_in(&app, "forgetful", EMAIL, PASSWORD)
        .await
        .expect(200)
        .body;
    assert_eq!(session["password_change_required"], false);
    app.stop().await;
}

#[tokio::test]
async fn it_never_takes_the_place_of_a_password_that_is_there() {
    let app = App::start().await;
    let owner = app.sign_up("Kept").await;
    let email = "grace@hopper.example";
    let first = makers::customer_with_person(&owner, "First", email).await;
    let second = makers::customer_with_person(&owner, "Second", "Grace@hopper.example").await;
    makers::portal_person(&app, &owner, &first).await;
    let (_, answer) = invite(&owner, &second, FIRST).await;
    assert_eq!(answer.expect(200).body["portal"]["with_password"], false);
    let mail = app.mails("Grace@hopper.example", 1).await.remove(0);
    let text = mail["text"].as_str().unwrap_or_default();
    assert!(
        text.contains("/invitation/") && !text.contains(FIRST),
        "{text}"
    );
    sign_in(&app, "kept", email, FIRST)
        .await
        .refused(401, "invalid_credentials");
    let session = sign_in(&app, "kept", email, PASSWORD).await.expect(200);
    assert_eq!(
        session.body["customers"],
        json!([{ "id": first, "name": "First" }])
    );
    app.stop().await;
}

#[tokio::test]
async fn what_else_waits_is_accepted_with_the_own_password() {
    let app = App::start().await;
    let owner = app.sign_up("Both").await;
    let email = "grace@hopper.example";
    let first = makers::customer_with_person(&owner, "First", email).await;
    let second = makers::customer_with_person(&owner, "Second", email).await;
    invite(&owner, &first, FIRST).await.1.expect(200);
    invite(&owner, &second, OTHER).await.1.expect(200);
    let grace = first_sign_in(&app, "both", email).await;
    sign_in(&app, "both", email, OTHER)
        .await
        .refused(401, "invalid_credentials");
    grace
        .post("/portal/me/first-password", json!({ "password": PASSWORD }))
        .await
        .expect(204);
    let session = sign_in(&app, "both", email, PASSWORD)
        .await
        .expect(200)
        .body;
    assert_eq!(
        session["customers"],
        json!([{ "id": first, "name": "First" }, { "id": second, "name": "Second" }])
    );
    app.stop().await;
}
