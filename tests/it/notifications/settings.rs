//! How staff are told: the organization's settings, each member's own, and the mails that follow from both.

use portico_tests::{Actor, App, Value, eventually, json, makers};

use super::notify;

const OFFICE: &str = "/notification-settings";
const OWN: &str = "/me/notification-settings";

fn choice<'v>(settings: &'v Value, kind: &str) -> &'v Value {
    let kinds = settings["kinds"].as_array().into_iter().flatten();
    kinds
        .into_iter()
        .find(|choice| choice["kind"] == kind)
        .unwrap_or(&Value::Null)
}

async fn unread(who: &Actor) -> u64 {
    let count = who.get("/notifications/unread-count").await.expect(200);
    count.body["count"].as_u64().unwrap_or(99)
}

/// The addresses to which staff were written, once every job is done.
async fn told_by_mail(app: &App, owner: &Actor) -> Vec<String> {
    settled(app).await;
    let mails = owner.get("/mails?limit=200").await.expect(200).body;
    let mails = mails["data"].as_array().cloned().unwrap_or_default();
    let mut told: Vec<String> = mails
        .into_iter()
        .filter(|mail| {
            mail["kind"]
                .as_str()
                .unwrap_or_default()
                .ends_with("_staff")
        })
        .map(|mail| mail["to"].as_str().unwrap_or_default().to_owned())
        .collect();
    told.sort();
    told
}

/// Waits until no job is left to be done.
async fn settled(app: &App) {
    #[derive(sea_orm::FromQueryResult)]
    struct Open {
        open: i64,
    }
    eventually("every job is done", async || {
        let sql = "select count(*) as open from job where state in ('queued', 'running')";
        let db = &app.parts.db;
        let rows: Result<Vec<Open>, sea_orm::DbErr> = db
            .system_read("wait for jobs", async |global| global.query(sql, []).await)
            .await;
        let rows = rows.expect("jobs can be counted");
        (rows.first()?.open == 0).then_some(())
    })
    .await;
}

#[tokio::test]
async fn everything_is_on_until_somebody_says_otherwise() {
    let app = App::start().await;
    let owner = app.sign_up("Defaults").await;
    let settings = owner.get(OFFICE).await.expect(200).body;
    assert_eq!(settings["notify_staff_in_app"], true);
    assert_eq!(settings["notify_staff_by_email"], true);
    let viewed = choice(&settings, "invoice_viewed");
    assert_eq!(
        (&viewed["in_app"], &viewed["by_email"]),
        (&json!(true), &json!(true))
    );

    let change = json!({ "kinds": [{ "kind": "invoice_viewed", "by_email": false }] });
    let changed = owner.patch_plain(OFFICE, change).await.expect(200).body;
    let viewed = choice(&changed, "invoice_viewed");
    assert_eq!(
        (&viewed["in_app"], &viewed["by_email"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(choice(&changed, "payment_received")["by_email"], true);

    let own = owner.get(OWN).await.expect(200).body;
    let viewed = choice(&own, "invoice_viewed");
    assert_eq!(viewed["by_email"], true);
    assert_eq!(viewed["offered_by_email"], false);
    assert_eq!(viewed["offered_in_app"], true);
    app.stop().await;
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    let app = App::start().await;
    let owner = app.sign_up("Senseless").await;
    let twice = json!({ "kinds": [
        { "kind": "mail_failed", "in_app": false }, { "kind": "mail_failed", "in_app": true },
    ] });
    for path in [OFFICE, OWN] {
        owner
            .patch_plain(path, twice.clone())
            .await
            .refused(422, "validation_failed")
            .names_field("/kinds/1/kind");
        for bad in [
            json!({ "kinds": [{ "kind": "moon_landing" }] }),
            json!({ "kinds": [{ "kind": "mail_failed", "by_pigeon": true }] }),
            json!({ "louder": true }),
        ] {
            let answer = owner.patch_plain(path, bad).await;
            assert!([400, 422].contains(&answer.status), "{}", answer.body);
        }
    }
    let reader = makers::member(&app, &owner, "Reader", "read_only").await;
    reader
        .patch_plain(OFFICE, json!({ "notify_staff_by_email": false }))
        .await
        .refused(403, "forbidden");
    // A reader may not see mails, so there is nothing to choose about them.
    let own = reader.get(OWN).await.expect(200).body;
    assert!(choice(&own, "mail_failed").is_null());
    let change = json!({ "kinds": [{ "kind": "mail_failed", "in_app": true }] });
    reader
        .patch_plain(OWN, change)
        .await
        .refused(422, "validation_failed")
        .names_field("/kinds/0/kind");
    app.stop().await;
}

#[tokio::test]
async fn each_active_member_who_may_know_is_written_to_once() {
    let app = App::start().await;
    let owner = app.sign_up("Writes").await;
    makers::member(&app, &owner, "Clerk", "staff").await;
    makers::member(&app, &owner, "Tim", "timesheet_only").await;
    let quiet = makers::member(&app, &owner, "Quiet", "staff").await;
    let change = json!({ "kinds": [{ "kind": "payment_received", "by_email": false }] });
    quiet.patch_plain(OWN, change).await.expect(200);
    makers::member(&app, &owner, "Former", "staff").await;
    let members = owner.get("/members").await.expect(200).body;
    let former = members["data"].as_array().into_iter().flatten();
    let former = former
        .filter(|member| member["name"] == "Former")
        .find_map(|member| member["id"].as_str())
        .expect("the member");
    owner
        .patch_plain(&format!("/members/{former}"), json!({ "active": false }))
        .await
        .expect(200);

    // The same news at once, and again: one notification, one mail each.
    let (first, second) = tokio::join!(notify(&app, &owner, "one"), notify(&app, &owner, "one"));
    assert!(first ^ second);
    assert!(!notify(&app, &owner, "one").await);
    let expected = ["clerk@staff.example", "owner@writes.example"];
    assert_eq!(told_by_mail(&app, &owner).await, expected);
    let mail = app.mails("clerk@staff.example", 2).await.remove(0);
    let text = mail["text"].as_str().unwrap_or_default();
    assert!(text.contains("Harbour"), "{text}");
    assert!(text.contains("/office/payments/pay_"), "{text}");

    // A job that is done a second time, as after a worker's death, writes no second mail.
    repeat_jobs(&app).await;
    assert_eq!(told_by_mail(&app, &owner).await, expected);
    app.stop().await;
}

/// Lets every job that wrote to staff run once more.
async fn repeat_jobs(app: &App) {
    let sql = "update job set state = 'queued', attempts = 0, finished_at = null where kind = 'notification.mail'";
    let done: Result<u64, sea_orm::DbErr> = app
        .parts
        .db
        .system_write("repeat jobs", async |global| global.execute(sql, []).await)
        .await;
    assert!(done.expect("jobs can be queued again") > 0);
}

#[tokio::test]
async fn the_organization_can_keep_mails_to_itself() {
    let app = App::start().await;
    let owner = app.sign_up("Silent").await;
    let off = json!({ "notify_staff_by_email": false });
    owner.patch_plain(OFFICE, off).await.expect(200);
    notify(&app, &owner, "one").await;
    assert!(told_by_mail(&app, &owner).await.is_empty());
    assert_eq!(unread(&owner).await, 1);

    let change = json!({ "notify_staff_by_email": true,
                         "kinds": [{ "kind": "payment_received", "by_email": false }] });
    owner.patch_plain(OFFICE, change).await.expect(200);
    notify(&app, &owner, "two").await;
    assert!(told_by_mail(&app, &owner).await.is_empty());
    app.stop().await;
}

#[tokio::test]
async fn the_bell_shows_what_organization_member_and_role_want() {
    let app = App::start().await;
    let owner = app.sign_up("Bell").await;
    let clerk = makers::member(&app, &owner, "Clerk", "staff").await;
    let timesheets = makers::member(&app, &owner, "Tim", "timesheet_only").await;
    notify(&app, &owner, "one").await;
    assert_eq!((unread(&clerk).await, unread(&timesheets).await), (1, 0));

    let off = json!({ "kinds": [{ "kind": "payment_received", "in_app": false }] });
    clerk.patch_plain(OWN, off).await.expect(200);
    assert_eq!((unread(&clerk).await, unread(&owner).await), (0, 1));
    let list = clerk.get("/notifications").await.expect(200).body;
    assert_eq!(list["data"], json!([]));

    let off = json!({ "notify_staff_in_app": false });
    owner.patch_plain(OFFICE, off).await.expect(200);
    assert_eq!(unread(&owner).await, 0);
    let on = json!({ "notify_staff_in_app": true });
    owner.patch_plain(OFFICE, on).await.expect(200);
    assert_eq!(unread(&owner).await, 1);
    app.stop().await;
}

#[tokio::test]
async fn settings_are_of_one_organization_and_one_member() {
    let app = App::start().await;
    let owner = app.sign_up("Ours").await;
    let clerk = makers::member(&app, &owner, "Clerk", "staff").await;
    let stranger = app.sign_up("Theirs").await;
    let off = json!({ "kinds": [{ "kind": "payment_received", "in_app": false }] });
    stranger.patch_plain(OFFICE, off.clone()).await.expect(200);
    stranger.patch_plain(OWN, off.clone()).await.expect(200);
    clerk.patch_plain(OWN, off).await.expect(200);
    let ours = owner.get(OFFICE).await.expect(200).body;
    assert_eq!(choice(&ours, "payment_received")["in_app"], true);
    let own = owner.get(OWN).await.expect(200).body;
    assert_eq!(choice(&own, "payment_received")["in_app"], true);
    app.stop().await;
}

#[tokio::test]
async fn a_mail_to_staff_that_failed_is_not_told_by_another_mail() {
    let app = App::start().await;
    let owner = app.sign_up("Loops").await;
    notify(&app, &owner, "one").await;
    assert_eq!(told_by_mail(&app, &owner).await.len(), 1);
    let mails = owner.get("/mails").await.expect(200).body;
    let id: entity::MailId = mails["data"][0]["id"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("the mail to staff");
    let organization: entity::OrganizationId = owner.session["organization"]["id"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("an organization");
    let system = portico_api::db::Actor::system();
    let scope = app.parts.db.scope_of(organization, system);
    let given_up: Result<(), portico_api::error::Error> = app
        .parts
        .db
        .write(scope, async |tx| {
            portico_api::mail::gave_up(tx, id, "no such mailbox").await
        })
        .await;
    given_up.expect("it is given up");
    assert_eq!(unread(&owner).await, 2);
    assert_eq!(told_by_mail(&app, &owner).await.len(), 1);
    app.stop().await;
}
