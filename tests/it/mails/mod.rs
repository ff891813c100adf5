mod smtp;
mod worker;

use entity::{MailId, mail};
use portico_api::{db::Actor as By, error::Error};
use portico_domain::work::MailStatus;
use portico_tests::{Actor, App, Value, eventually, json};
use sea_orm::{Set, Unchanged};

async fn invite(owner: &Actor, email: &str) -> String {
    let invitation = json!({ "name": "Ben", "email": email, "role": "staff" });
    owner.post("/members", invitation).await.expect(201).id()
}

async fn only_mail(owner: &Actor, query: &str) -> Value {
    let list = owner.get(&format!("/mails{query}")).await.expect(200).body;
    assert_eq!(
        list["data"].as_array().map(Vec::len),
        Some(1),
        "{query}: {list}"
    );
    list["data"][0].clone()
}

/// As if the mail server had refused it until it was given up.
async fn fail(app: &App, owner: &Actor, id: &str) {
    let organization = owner.session["organization"]["id"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("an organization");
    let id: MailId = id.parse().expect("a mail");
    let scope = app.parts.db.scope_of(organization, By::system());
    let failed: Result<_, Error> = app
        .parts
        .db
        .write(scope, async |tx| {
            let row = mail::ActiveModel {
                id: Unchanged(id),
                status: Set(MailStatus::Failed.into()),
                attempts: Set(8),
                last_error: Set(Some("550 no such mailbox".to_owned())),
                ..Default::default()
            };
            tx.update(row).await?;
            Ok(())
        })
        .await;
    failed.expect("a failed mail");
}

#[tokio::test]
async fn a_mail_arrives_and_is_listed() {
    let app = App::start().await;
    let owner = app.sign_up("Post").await;
    let member = invite(&owner, "ben@staff.example").await;
    let arrived = app.mails("ben@staff.example", 1).await;
    assert!(
        arrived[0]["html"]
            .as_str()
            .is_some_and(|html| html.contains("/invitation/"))
    );

    // The mailbox has it a moment before that is written down.
    eventually("the mail is written down", async || {
        let sent = owner.get("/mails?status=sent").await.expect(200).body;
        sent["data"].as_array().filter(|mails| !mails.is_empty())?;
        Some(())
    })
    .await;
    let mail = only_mail(&owner, "?status=sent").await;
    assert_eq!(mail["kind"], "member_invitation");
    assert_eq!(mail["to"], "ben@staff.example");
    assert_eq!(mail["related"], json!({ "type": "member", "id": member }));
    assert!(mail["sent_at"].is_string());
    assert_eq!(
        only_mail(&owner, &format!("?subject_id={member}")).await,
        mail
    );
    let none = owner.get("/mails?status=failed").await.expect(200);
    assert_eq!(none.body["data"], json!([]));
    for query in ["?status=lost", "?subject_id=nonsense"] {
        owner
            .get(&format!("/mails{query}"))
            .await
            .refused(422, "validation_failed");
    }
    app.stop().await;
}

#[tokio::test]
async fn a_failed_mail_is_sent_once_more_on_request() {
    let app = App::start_with(|config| config.worker = false).await;
    let owner = app.sign_up("Retry").await;
    let stranger = app.sign_up("Stranger").await;
    invite(&owner, "ben@staff.example").await;
    let mail = only_mail(&owner, "").await;
    let id = mail["id"].as_str().unwrap_or_default();
    let path = format!("/mails/{id}/retry");
    owner
        .post(&path, json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    fail(&app, &owner, id).await;
    stranger
        .post(&path, json!({}))
        .await
        .refused(404, "not_found");
    let queued = owner.post(&path, json!({})).await.expect(200).body;
    assert_eq!(queued["status"], "queued");
    assert_eq!(queued["attempts"], 0);
    assert!(queued["last_error"].is_null());
    app.stop().await;
}

#[tokio::test]
async fn a_real_installation_has_no_mailbox() {
    for change in [
        (|config| {
            let keys = config.data_dir.join("keys");
            portico_api::keys::Keys::open(&keys, true).expect("keys");
            config.development = false;
        }) as fn(&mut portico_api::config::Config),
        |config| config.bind = "0.0.0.0:80".parse().expect("an address"),
    ] {
        let app = App::start_with(change).await;
        app.nobody()
            .get("/public/dev/mailbox")
            .await
            .refused(404, "not_found");
        app.stop().await;
    }
}
