//! What is sent: the words of the moment in which a mail is written, and nothing that a name or a template smuggles in.

use portico_tests::{Actor, App, Value, json, makers};

use super::{INVOICE, edit};

async fn send(owner: &Actor, customer: &str) {
    let invoice = makers::draft(owner, customer, "19.95").await.id();
    let to = json!({ "to": ["grace@harbour.example"] });
    owner
        .post(&format!("/invoices/{invoice}/send"), to)
        .await
        .expect(200);
}

async fn newest(app: &App, count: usize) -> Value {
    app.mails("grace@harbour.example", count).await.remove(0)
}

#[tokio::test]
async fn mails_say_what_the_organization_wrote_last() {
    let app = App::start().await;
    let owner = app.sign_up("Sending").await;
    let customer = makers::customer_with_person(&owner, "Harbour", "grace@harbour.example").await;
    send(&owner, &customer).await;
    let mail = newest(&app, 1).await;
    assert_eq!(mail["subject"], "Invoice INV-000001 from Sending");

    let words =
        json!({ "subject": "Bill {number}", "body": "Dear {name},\n\nplease pay {amount}." });
    edit(&owner, INVOICE, words).await.expect(200);
    send(&owner, &customer).await;
    let mail = newest(&app, 2).await;
    assert_eq!(mail["subject"], "Bill INV-000002");
    let text = mail["text"].as_str().unwrap_or_default();
    assert!(
        text.starts_with("Dear Grace Hopper,\n\nplease pay €19.95.\n"),
        "{text}"
    );
    assert!(text.contains("View invoice:\n"), "{text}");
    let html = mail["html"].as_str().unwrap_or_default();
    assert!(html.contains("Dear Grace Hopper,") && html.contains("View invoice"));

    // A reader of British English is written to in these words too, one of German is not.
    for (language, subject) in [
        ("en-GB", "Bill INV-000003"),
        ("de", "Rechnung INV-000004 von Sending"),
    ] {
        let path = format!("/customers/{customer}");
        let version = owner.get(&path).await.expect(200).body["version"]
            .as_i64()
            .unwrap_or_default();
        owner
            .patch(&path, version, json!({ "language": language }))
            .await
            .expect(200);
        send(&owner, &customer).await;
        let count = if language == "de" { 4 } else { 3 };
        assert_eq!(newest(&app, count).await["subject"], subject);
    }
    owner
        .post(&format!("{INVOICE}/restore"), json!({}))
        .await
        .expect(200);
    let english = json!({ "language": "en" });
    owner
        .patch(&format!("/customers/{customer}"), 3, english)
        .await
        .expect(200);
    send(&owner, &customer).await;
    assert_eq!(
        newest(&app, 5).await["subject"],
        "Invoice INV-000005 from Sending"
    );
    app.stop().await;
}

#[tokio::test]
async fn no_name_and_no_template_becomes_markup_or_a_header() {
    let app = App::start().await;
    let owner = app.sign_up("Smuggling").await;
    let words = json!({ "subject": "{name} {number}", "body": "<script>alert(1)</script> {name}\n\n<img src=x>" });
    edit(&owner, INVOICE, words).await.expect(200);
    let body = json!({
        "kind": "company", "display_name": "Evil", "email": "grace@harbour.example",
        "first_name": "{amount}\r\nBcc: all@evil.example", "last_name": "<b>x</b>",
    });
    let customer = owner.post("/customers", body).await.expect(201).id();
    send(&owner, &customer).await;
    let mail = newest(&app, 1).await;
    let subject = mail["subject"].as_str().unwrap_or_default();
    assert_eq!(
        subject,
        "{amount} Bcc: all@evil.example <b>x</b> INV-000001"
    );
    let html = mail["html"].as_str().unwrap_or_default();
    for wrong in ["<script>", "<img src=x", "<b>x</b>"] {
        assert!(!html.contains(wrong), "{wrong}: {html}");
    }
    app.stop().await;
}

#[tokio::test]
async fn a_template_can_neither_lose_the_link_nor_show_the_password() {
    let app = App::start().await;
    let owner = app.sign_up("Inviting").await;
    let customer = makers::customer_with_person(&owner, "Harbour", "grace@harbour.example").await;
    for kind in ["portal_invitation", "portal_invitation_with_password"] {
        let words = json!({ "subject": "Welcome", "body": "Until {expires}" });
        edit(&owner, &format!("/email-templates/{kind}/en"), words)
            .await
            .expect(200);
    }
    let (invited, _) = makers::invite(&app, &owner, &customer).await;
    let first = "copper-meadow-51-window";
    owner
        .post(
            &format!("{}/portal-access", invited.path),
            json!({ "password": first }),
        )
        .await
        .expect(200);
    let mail = newest(&app, 2).await;
    assert_eq!(mail["subject"], "Welcome");
    let text = mail["text"].as_str().unwrap_or_default();
    assert!(
        text.contains(first) && text.contains("/inviting/login?email="),
        "{text}"
    );
    let listed = owner.get("/mails").await.expect(200).body;
    assert!(!listed.to_string().contains(first));
    app.stop().await;
}
