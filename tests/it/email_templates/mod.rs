//! What an organization's mails say, in its own words.

mod delivery;
mod refused;

use portico_tests::{Actor, Answer, App, Value, json, makers};

const INVOICE: &str = "/email-templates/invoice_sent/en";

/// Gives a kind of mail other words.
async fn edit(owner: &Actor, path: &str, words: Value) -> Answer {
    let version = owner.get(path).await.expect(200).body["version"]
        .as_i64()
        .expect("a version");
    owner.patch(path, version, words).await
}

#[tokio::test]
async fn every_kind_of_mail_is_listed_in_each_language() {
    let app = App::start().await;
    let owner = app.sign_up("Words").await;
    let list = owner.get("/email-templates").await.expect(200).body;
    let rows = list["data"].as_array().expect("rows");
    assert_eq!(rows.len(), 20 * 3);
    assert!(rows.iter().all(|row| row["edited"] == false));
    for kind in [
        "portal_invitation",
        "portal_invitation_with_password",
        "member_invitation",
        "invoice_sent",
        "payment_receipt",
        "password_reset",
        "sign_in_lockout",
    ] {
        let languages: Vec<_> = rows
            .iter()
            .filter(|row| row["kind"] == kind)
            .map(|row| row["language"].as_str().unwrap_or_default())
            .collect();
        assert_eq!(languages, ["en", "de", "ar"], "{kind}");
    }
    let german = owner
        .get("/email-templates/invoice_sent/de")
        .await
        .expect(200)
        .body;
    assert_eq!(german["subject"], "Rechnung {number} von {organization}");
    assert_eq!(german["default_subject"], german["subject"]);
    let names: Vec<_> = german["placeholders"]
        .as_array()
        .expect("placeholders")
        .iter()
        .map(|placeholder| placeholder["name"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(
        names,
        ["organization", "name", "number", "amount", "due_date"]
    );
    app.stop().await;
}

#[tokio::test]
async fn words_are_changed_and_taken_back() {
    let app = App::start().await;
    let owner = app.sign_up("Words").await;
    let before = owner.get(INVOICE).await.expect(200);
    assert_eq!(before.header("etag"), "\"0\"");
    let words =
        json!({ "subject": " Bill {number} ", "body": "Dear {name},\n\nplease pay {amount}." });
    let edited = owner.patch(INVOICE, 0, words).await.expect(200);
    assert_eq!(edited.header("etag"), "\"1\"");
    assert_eq!(edited.body["subject"], "Bill {number}");
    assert_eq!(edited.body["edited"], true);
    assert_eq!(edited.body["updated_by"], "Ada Holm");
    assert_eq!(edited.body["default_subject"], before.body["subject"]);

    // Somebody else has not seen that.
    owner
        .patch(INVOICE, 0, json!({ "subject": "Late" }))
        .await
        .refused(412, "version_mismatch");
    owner
        .patch_plain(INVOICE, json!({ "subject": "Blind" }))
        .await
        .refused(428, "precondition_required");
    let shorter = owner
        .patch(INVOICE, 1, json!({ "subject": "Invoice {number}" }))
        .await
        .expect(200)
        .body;
    assert_eq!(shorter["body"], edited.body["body"]);

    let list = owner.get("/email-templates").await.expect(200).body;
    let own: Vec<_> = list["data"]
        .as_array()
        .expect("rows")
        .iter()
        .filter(|row| row["edited"] == true)
        .map(|row| (row["kind"].as_str(), row["language"].as_str()))
        .collect();
    assert_eq!(own, [(Some("invoice_sent"), Some("en"))]);

    let restore = format!("{INVOICE}/restore");
    for _ in 0..2 {
        let restored = owner.post(&restore, json!({})).await.expect(200);
        assert_eq!(restored.body["edited"], false);
        assert_eq!(restored.body["subject"], before.body["subject"]);
        assert_eq!(restored.header("etag"), "\"3\"");
    }
    // A version never comes twice, so that nobody overwrites what they have not seen.
    owner
        .patch(INVOICE, 1, json!({ "subject": "Late again" }))
        .await
        .refused(412, "version_mismatch");
    // Typing the built-in words is no edit.
    let same = json!({ "subject": before.body["subject"] });
    let same = owner.patch(INVOICE, 3, same).await.expect(200).body;
    assert_eq!(same["edited"], false);
    app.stop().await;
}

#[tokio::test]
async fn a_preview_shows_a_recent_invoice_and_keeps_nothing() {
    let app = App::start().await;
    let owner = app.sign_up("Preview").await;
    let words = json!({ "subject": "Bill {number} for {name}", "body": "<b>{amount}</b> is due on {due_date}" });
    let preview = async |path: &str, words: &Value| {
        owner
            .post(&format!("{path}/preview"), words.clone())
            .await
            .expect(200)
            .body
    };
    let made_up = preview(INVOICE, &words).await;
    assert_eq!(made_up["subject"], "Bill INV-000042 for Maja Lindqvist");

    let customer = makers::customer_with_person(&owner, "Harbour", "grace@harbour.example").await;
    makers::sent(&owner, &customer, "19.95").await;
    let real = preview(INVOICE, &words).await;
    assert_eq!(real["subject"], "Bill INV-000001 for Grace Hopper");
    let html = real["html"].as_str().unwrap_or_default();
    assert!(
        html.contains("&lt;b&gt;€19.95&lt;/b&gt; is due on "),
        "{html}"
    );
    assert!(html.contains("View invoice") && html.contains("Preview"));
    let shown = owner.get(INVOICE).await.expect(200).body;
    assert_eq!(shown["edited"], false);
    assert_eq!(shown["placeholders"][2]["sample"], "INV-000001");

    let invoices = owner.get("/invoices").await.expect(200).body;
    let invoice = invoices["data"][0]["id"].as_str().unwrap_or_default();
    makers::pay(&app, &owner, &customer, invoice, 1995).await;
    let words = json!({ "subject": "{amount}", "body": "Thanks" });
    let receipt = preview("/email-templates/payment_receipt/en", &words).await;
    assert_eq!(receipt["subject"], "€19.95");
    assert!(
        receipt["text"]
            .as_str()
            .is_some_and(|text| text.contains("Invoice INV-000001: €19.95"))
    );
    for row in owner.get("/email-templates").await.expect(200).body["data"]
        .as_array()
        .expect("rows")
    {
        let path = format!(
            "/email-templates/{}/{}",
            row["kind"].as_str().unwrap_or_default(),
            row["language"].as_str().unwrap_or_default()
        );
        let shown = owner.get(&path).await.expect(200).body;
        let words = json!({ "subject": shown["subject"], "body": shown["body"] });
        let preview = preview(&path, &words).await;
        let text = preview["text"].as_str().unwrap_or_default();
        assert!(!text.contains('{'), "{path}: {text}");
    }
    app.stop().await;
}
