mod settings;

use portico_api::{
    db::Actor as By,
    error::Error,
    notifications::{self, NewNotification},
};
use portico_domain::notification::NotificationKind;
use portico_tests::{Actor, App, json, makers::member};

async fn notify(app: &App, owner: &Actor, key: &str) -> bool {
    let organization = owner.session["organization"]["id"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("an organization");
    let scope = app.parts.db.scope_of(organization, By::system());
    let written: Result<_, Error> = app
        .parts
        .db
        .write(scope, async |tx| {
            let new = NewNotification {
                kind: NotificationKind::PaymentReceived,
                dedupe_key: key.to_owned(),
                subject_type: "payment",
                subject_id: tx.new_uuid(),
                label: key.to_owned(),
                data: json!({ "customer_name": "Harbour", "amount": { "amount": 100, "currency": "EUR" } }),
            };
            notifications::notify(tx, new).await
        })
        .await;
    written.expect("a notification")
}

#[tokio::test]
async fn staff_are_told_once_and_each_reads_for_themselves() {
    let app = App::start().await;
    let owner = app.sign_up("Told").await;
    let reader = member(&app, &owner, "Reader", "read_only").await;
    assert!(notify(&app, &owner, "one").await);
    assert!(notify(&app, &owner, "two").await);
    assert!(!notify(&app, &owner, "one").await);

    let list = owner.get("/notifications").await.expect(200).body;
    let labels: Vec<_> = list["data"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| row["subject"]["label"].clone())
        .collect();
    assert_eq!(labels, ["two", "one"]);
    let newest = &list["data"][0];
    assert_eq!(newest["data"]["customer_name"], "Harbour");
    assert!(
        newest["subject"]["id"]
            .as_str()
            .is_some_and(|id| id.starts_with("pay_"))
    );
    assert!(newest["read_at"].is_null());

    let path = format!(
        "/notifications/{}/read",
        newest["id"].as_str().unwrap_or_default()
    );
    let read = owner.post(&path, json!({})).await.expect(200).body;
    assert!(read["read_at"].is_string());
    app.clock().advance_seconds(60);
    let again = owner.post(&path, json!({})).await.expect(200).body;
    assert_eq!(again["read_at"], read["read_at"]);

    let count = async |who: &Actor| {
        who.get("/notifications/unread-count")
            .await
            .expect(200)
            .body
    };
    assert_eq!(count(&owner).await["count"], 1);
    assert_eq!(count(&reader).await["count"], 2);
    owner
        .post("/notifications/read-all", json!({}))
        .await
        .expect(204);
    assert_eq!(count(&owner).await["count"], 0);
    assert_eq!(count(&reader).await["count"], 2);
    app.stop().await;
}

#[tokio::test]
async fn another_organizations_notifications_do_not_exist() {
    let app = App::start().await;
    let owner = app.sign_up("Private").await;
    let stranger = app.sign_up("Stranger").await;
    notify(&app, &owner, "one").await;
    let list = owner.get("/notifications").await.expect(200).body;
    let id = list["data"][0]["id"].as_str().unwrap_or_default();
    stranger
        .post(&format!("/notifications/{id}/read"), json!({}))
        .await
        .refused(404, "not_found");
    stranger
        .post("/notifications/read-all", json!({}))
        .await
        .expect(204);
    let count = stranger
        .get("/notifications/unread-count")
        .await
        .expect(200);
    assert_eq!(count.body["count"], 0);
    let count = owner.get("/notifications/unread-count").await.expect(200);
    assert_eq!(count.body["count"], 1);
    app.stop().await;
}
