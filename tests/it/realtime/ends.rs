//! How a stream ends.

use portico_tests::{Actor, App, Value, events::Events, eventually, json, makers};

use super::{OFFICE, PORTAL};

async fn first(owner: &Actor, list: &str, is: impl Fn(&Value) -> bool) -> String {
    let list = owner.get(list).await.expect(200).body;
    let rows = list["data"].as_array().cloned().unwrap_or_default();
    let row = rows.into_iter().find(|row| is(row)).expect("a row");
    row["id"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn it_ends_with_the_session_of_a_member_of_staff() {
    let app = App::start().await;
    let owner = app.sign_up("Ends").await;
    let admin = makers::member(&app, &owner, "Former", "admin").await;
    let mut leaving = Events::open(&owner, OFFICE).await;
    let mut deactivated = Events::open(&admin, OFFICE).await;

    let member = first(&owner, "/members", |row| row["name"] == "Former").await;
    let path = format!("/members/{member}");
    owner
        .patch_plain(&path, json!({ "active": false }))
        .await
        .expect(200);
    deactivated.ended().await;
    Events::refused(&admin, OFFICE)
        .await
        .refused(401, "not_authenticated");

    let sign_out = owner
        .request(reqwest::Method::POST, "/auth/sign-out")
        .header("X-Portico-Csrf", "1");
    portico_tests::send(sign_out).await.expect(204);
    leaving.ended().await;
    app.stop().await;
}

#[tokio::test]
async fn it_ends_when_a_person_or_a_customer_is_shut_out() {
    let app = App::start().await;
    let owner = app.sign_up("Shut").await;
    let customer = makers::customer_id(&owner, "Harbour").await;
    let (invited, token) = makers::invite(&app, &owner, &customer).await;
    let person = makers::accept(&app, &invited, &token).await;
    let access = format!("{}/portal-access", invited.path);

    let mut events = Events::open(&person, PORTAL).await;
    owner
        .post(&format!("{access}/disable"), json!({}))
        .await
        .expect(200);
    events.ended().await;
    owner
        .post(&format!("{access}/enable"), json!({}))
        .await
        .expect(200);

    let mut events = Events::open(&person, PORTAL).await;
    owner
        .post(&format!("/customers/{customer}/deactivate"), json!({}))
        .await
        .expect(200);
    events.ended().await;
    app.stop().await;
}

#[tokio::test]
async fn it_ends_when_the_token_runs_out_at_the_latest() {
    let app = App::start().await;
    let owner = app.sign_up("Runs out").await;
    let mut events = Events::open(&owner, OFFICE).await;
    app.clock().advance_seconds(11 * 60);
    events.ended().await;
    Events::refused(&owner, OFFICE)
        .await
        .refused(401, "token_expired");
    app.stop().await;
}

#[tokio::test]
async fn a_session_holds_a_few_and_gets_them_back() {
    let app = App::start().await;
    let owner = app.sign_up("Few").await;
    let mut open = Vec::new();
    for _ in 0..20 {
        open.push(Events::open(&owner, OFFICE).await);
    }
    let refused = Events::refused(&owner, OFFICE).await;
    assert!(!refused.header("retry-after").is_empty());
    refused.refused(429, "too_many_streams");
    // Another session has its own.
    let again = makers::sign_in_again(&app, "few").await;
    drop(Events::open(&again, OFFICE).await);

    open.pop();
    eventually("a place that was given back", async || {
        let answer = Events::refused(&owner, OFFICE).await;
        (answer.status == 200).then_some(())
    })
    .await;
    app.stop().await;
}

#[tokio::test]
async fn it_ends_when_the_server_stops() {
    let app = App::start().await;
    let owner = app.sign_up("Stops").await;
    let mut events = Events::open(&owner, OFFICE).await;
    let stopping = tokio::time::timeout(std::time::Duration::from_secs(15), app.stop());
    let (stopped, ()) = tokio::join!(stopping, events.ended());
    stopped.expect("a server that stops waits for no stream");
}

#[tokio::test]
async fn nobody_and_the_wrong_audience_hear_nothing() {
    let app = App::start().await;
    let owner = app.sign_up("Walls").await;
    let customer = makers::customer_id(&owner, "Harbour").await;
    let person = makers::portal_person(&app, &owner, &customer).await;
    for (who, path) in [
        (&app.nobody(), OFFICE),
        (&app.nobody(), PORTAL),
        (&person, OFFICE),
        (&owner, PORTAL),
    ] {
        Events::refused(who, path)
            .await
            .refused(401, "not_authenticated");
    }
    // No token travels in an address.
    let path = format!("{OFFICE}?access_token={}", owner.token());
    Events::refused(&app.nobody(), &path)
        .await
        .refused(401, "not_authenticated");
    app.stop().await;
}

#[tokio::test]
async fn it_ends_when_an_authenticator_app_is_demanded() {
    let app = App::start().await;
    let owner = app.sign_up("Demands").await;
    let mut events = Events::open(&owner, OFFICE).await;
    let organization = owner.get("/organization").await.expect(200).body;
    let version = organization["version"].as_i64().unwrap_or_default();
    let demand = json!({ "staff_mfa_required": true });
    owner
        .patch("/organization", version, demand)
        .await
        .expect(200);
    events.ended().await;
    Events::refused(&owner, OFFICE)
        .await
        .refused(403, "mfa_setup_required");
    app.stop().await;
}
