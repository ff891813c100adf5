//! Mails over SMTP: what arrives, and what becomes of those that are refused.

use base64::{Engine, prelude::BASE64_STANDARD};
use portico_api::jobs::{Job, Queue};
use portico_tests::{
    Actor, App, Value, eventually, json, makers,
    smtp::{Delivered, Mood, SmtpServer},
};

const FROM: &str = "Portico <post@portico.example>";

async fn start(server: &SmtpServer) -> App {
    let url = server.url.clone();
    App::start_with(|config| {
        config.smtp_url = Some(url);
        FROM.clone_into(&mut config.mail_from);
    })
    .await
}

async fn invite(owner: &Actor, name: &str, email: &str) {
    let invitation = json!({ "name": name, "email": email, "role": "staff" });
    owner.post("/members", invitation).await.expect(201);
}

async fn arrived(server: &SmtpServer, count: usize) -> Vec<Delivered> {
    eventually("mails at the mail server", async || {
        Some(server.delivered()).filter(|mails| mails.len() >= count)
    })
    .await
}

/// The organization's only mail, once it is as wanted.
async fn mail_when(owner: &Actor, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    eventually(what, async || {
        let mails = owner.get("/mails").await.expect(200).body;
        Some(mails["data"][0].clone()).filter(|mail| wanted(mail))
    })
    .await
}

/// The text of a header in RFC 2047's base64, or as it stands.
fn decoded(value: &str) -> String {
    let words = value.split(' ').map(|word| {
        let inner = word
            .strip_prefix("=?utf-8?b?")
            .and_then(|word| word.strip_suffix("?="));
        inner.map_or_else(
            || format!("{word} "),
            |inner| {
                let bytes = BASE64_STANDARD.decode(inner).expect("base64");
                String::from_utf8(bytes).expect("UTF-8")
            },
        )
    });
    words.collect::<String>().trim().to_owned()
}

#[tokio::test]
async fn a_mail_comes_from_the_installation_and_is_answered_to_the_organization() {
    let server = SmtpServer::start().await;
    let app = start(&server).await;
    let owner = app.sign_up("Größe & Söhne").await;
    owner
        .patch(
            "/organization",
            1,
            json!({ "email": "hello@groesse.example" }),
        )
        .await
        .expect(200);
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let id = makers::draft(&owner, &customer, "100").await.id();
    owner
        .post(
            &format!("/invoices/{id}/send"),
            json!({ "message": "Grüße\n.\nein Punkt" }),
        )
        .await
        .expect(200);

    let mail = arrived(&server, 1).await.remove(0);
    assert_eq!(mail.from, "post@portico.example");
    assert_eq!(mail.to, ["grace@hopper.example"]);
    let from = decoded(&mail.header("From"));
    assert!(
        from.starts_with("Größe & Söhne") && from.ends_with("<post@portico.example>"),
        "{from}"
    );
    assert_eq!(mail.header("Reply-To"), "hello@groesse.example");
    assert_eq!(mail.header("To"), "grace@hopper.example");
    assert!(decoded(&mail.header("Subject")).contains("INV-000001"));
    assert!(mail.header("Content-Type").starts_with("multipart/mixed"));
    assert!(!mail.header("Date").is_empty());
    let parts = &mail.data;
    for wanted in [
        "Content-Type: text/plain; charset=utf-8",
        "Content-Type: text/html; charset=utf-8",
        "Content-Type: application/pdf",
        "filename=\"INV-000001.pdf\"",
        // "%PDF-" in base64.
        "JVBERi0",
    ] {
        assert!(parts.contains(wanted), "no {wanted} in {parts:.2000}");
    }
    let sent = mail_when(&owner, "the mail is written down", |mail| {
        mail["status"] == "sent"
    })
    .await;
    let id = sent["id"].as_str().unwrap_or_default();
    assert!(mail.header("Message-ID").starts_with(&format!("<{id}@")));
    app.stop().await;
}

/// Waits until the only job has been tried so often and waits for its next turn.
async fn put_back(app: &App, tries: i64) {
    eventually("the job was put back", async || {
        let waiting = app.parts.db.system_read("look at jobs", async |global| {
            let sql = "select id, kind, organization_id, payload, attempts from job where state = 'queued' and attempts = $1";
            global.query::<Job>(sql, [tries.into()]).await
        });
        waiting.await.expect("jobs can be read").pop()
    })
    .await;
}

#[tokio::test]
async fn a_refused_mail_is_tried_again_later_then_shown_as_failed_and_sent_on_request() {
    let server = SmtpServer::start().await;
    server.set(Mood::Busy);
    let app = start(&server).await;
    let owner = app.sign_up("Patient").await;
    // Otherwise a mail of its own tells that this one failed.
    let quiet = json!({ "notify_staff_by_email": false });
    owner
        .patch_plain("/notification-settings", quiet)
        .await
        .expect(200);
    invite(&owner, "Ben", "ben@staff.example").await;
    let moods = [
        (Mood::Busy, "451"),
        (Mood::Refuse, "550"),
        (Mood::HangUp, ""),
    ];
    let pauses = [5, 10, 20, 40, 80, 160, 320];
    for ((tries, pause), (_, said)) in (1..).zip(pauses).zip(moods.into_iter().cycle()) {
        put_back(&app, tries).await;
        let list = owner.get("/mails").await.expect(200).body;
        let mail = &list["data"][0];
        assert_eq!(
            (&mail["status"], &mail["attempts"]),
            (&json!("queued"), &json!(tries))
        );
        let error = mail["last_error"].as_str().unwrap_or_default();
        assert!(!error.is_empty() && error.contains(said), "{error}");
        let (next, _) = moods[usize::try_from(tries).expect("a few tries") % 3];
        server.set(next);
        app.clock().advance_seconds(pause - 1);
        let early = Queue::new(app.parts.db.get_ref().clone()).claim().await;
        assert!(
            early.expect("the queue can be read").is_none(),
            "{pause} s were not over"
        );
        app.clock().advance_seconds(1);
    }
    let renewed = makers::sign_in_again(&app, "patient").await;
    let failed = mail_when(&renewed, "the mail is given up", |mail| {
        mail["status"] == "failed"
    })
    .await;
    assert_eq!((failed["attempts"].as_i64(), server.begun()), (Some(8), 8));
    assert!(failed["last_error"].is_string() && failed["sent_at"].is_null());
    let notes = renewed.get("/notifications").await.expect(200).body;
    assert_eq!(notes["data"][0]["kind"], "mail_failed", "{notes}");

    server.set(Mood::Accept);
    let path = format!("/mails/{}/retry", failed["id"].as_str().unwrap_or_default());
    let retry = || renewed.post(&path, json!({}));
    let (one, other) = tokio::join!(retry(), retry());
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "of two clicks one counts");
    mail_when(&renewed, "the mail is sent", |mail| {
        mail["status"] == "sent"
    })
    .await;
    app.clock().advance_seconds(4000);
    assert_eq!(server.delivered().len(), 1);
    app.stop().await;
}

#[tokio::test]
async fn names_and_addresses_make_no_headers() {
    let server = SmtpServer::start().await;
    let app = start(&server).await;
    let evil = "Ada\r\nBcc: all@evil.example\r\n\r\n<b>Pay here</b>";
    let owner = app.sign_up("Breaking lines").await;
    let change = json!({ "name": evil, "email": "hello@breaking.example" });
    owner.patch("/organization", 1, change).await.expect(200);
    for email in [
        "a@b.example\r\nBcc: all@evil.example",
        "a@b.example\nRCPT TO:<all@evil.example>",
        "a@b.example, all@evil.example",
        "<all@evil.example> a@b.example",
    ] {
        owner
            .post(
                "/members",
                json!({ "name": "Ben", "email": email, "role": "staff" }),
            )
            .await
            .refused(422, "validation_failed")
            .names_field("/email");
        owner
            .patch("/organization", 2, json!({ "email": email }))
            .await
            .refused(422, "validation_failed")
            .names_field("/email");
    }
    invite(&owner, evil, "ben@staff.example").await;
    let mail = arrived(&server, 1).await.remove(0);
    assert_eq!(mail.to, ["ben@staff.example"]);
    let allowed = [
        "Message-ID",
        "From",
        "To",
        "Subject",
        "Reply-To",
        "MIME-Version",
        "Date",
        "Content-Type",
        "Content-Transfer-Encoding",
    ];
    for (name, value) in mail.headers() {
        assert!(allowed.contains(&name.as_str()), "{name}: {value}");
    }
    let (head, _) = mail.data.split_once("\r\n\r\n").expect("headers");
    assert!(!head.to_lowercase().contains("\r\nbcc"), "{head}");
    app.stop().await;
}
