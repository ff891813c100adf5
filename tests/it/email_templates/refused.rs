//! What no template can be, and who may not touch one.

use portico_tests::{App, json, makers};

use super::{INVOICE, edit};

#[tokio::test]
async fn unknown_and_missing_placeholders_are_named() {
    let app = App::start().await;
    let owner = app.sign_up("Refused").await;
    let invitation = "/email-templates/portal_invitation_with_password/en";
    let wrong = [
        (
            json!({ "subject": "{nmber}" }),
            "/subject",
            "unknown_placeholder",
            "{nmber}",
        ),
        (
            json!({ "subject": "{password}" }),
            "/subject",
            "unknown_placeholder",
            "{password}",
        ),
        (
            json!({ "body": "{expires} {Name}" }),
            "/body",
            "unknown_placeholder",
            "{Name}",
        ),
        (
            json!({ "body": "{expires} {accept_url}" }),
            "/body",
            "unknown_placeholder",
            "{accept_url}",
        ),
        (
            json!({ "body": "Come in" }),
            "/body",
            "missing_placeholder",
            "{expires}",
        ),
        (json!({ "subject": " " }), "/subject", "required", "empty"),
        (
            json!({ "subject": "a\nBcc: all@evil.example" }),
            "/subject",
            "line_break",
            "one line",
        ),
        (
            json!({ "subject": "x".repeat(201) }),
            "/subject",
            "length",
            "200",
        ),
        (
            json!({ "body": "x".repeat(5001) }),
            "/body",
            "length",
            "5000",
        ),
        (json!({ "body": null }), "/body", "invalid", "null"),
    ];
    for (words, field, code, word) in wrong {
        let refused = edit(&owner, invitation, words.clone())
            .await
            .refused(422, "validation_failed")
            .names_field(field);
        let errors = refused.body["errors"].to_string();
        assert!(errors.contains(code), "{words}: {errors}");
        assert!(errors.contains(word), "{words}: {errors}");
    }
    let both = json!({ "subject": "{one}", "body": "{two}" });
    let errors = edit(&owner, invitation, both.clone()).await.body["errors"].clone();
    assert_eq!(errors.as_array().map(Vec::len), Some(3), "{errors}");
    owner
        .post(&format!("{invitation}/preview"), both)
        .await
        .refused(422, "validation_failed");
    for nowhere in [
        "/email-templates/spam/en",
        "/email-templates/invoice_sent/fr",
        "/email-templates/invoice_sent/xx",
    ] {
        owner.get(nowhere).await.refused(404, "not_found");
        owner
            .patch(nowhere, 0, json!({ "subject": "x" }))
            .await
            .refused(404, "not_found");
    }
    app.stop().await;
}

#[tokio::test]
async fn another_organizations_words_are_its_own() {
    let app = App::start().await;
    let (owner, other) = (app.sign_up("Mine").await, app.sign_up("Theirs").await);
    edit(&owner, INVOICE, json!({ "subject": "Mine {number}" }))
        .await
        .expect(200);
    let theirs = other.get(INVOICE).await.expect(200).body;
    assert_eq!(
        (&theirs["edited"], &theirs["version"]),
        (&json!(false), &json!(0))
    );
    other
        .post(&format!("{INVOICE}/restore"), json!({}))
        .await
        .expect(200);
    assert_eq!(owner.get(INVOICE).await.expect(200).body["edited"], true);
    let customer = makers::customer_with_person(&owner, "Hidden", "grace@hidden.example").await;
    makers::sent(&owner, &customer, "19.95").await;
    let theirs = other.get(INVOICE).await.expect(200);
    assert!(!String::from_utf8_lossy(&theirs.bytes).contains("Grace"));

    let accountant = makers::member(&app, &owner, "Ann", "accountant").await;
    let words = json!({ "subject": "x", "body": "x" });
    for path in ["/email-templates", INVOICE] {
        accountant.get(path).await.refused(403, "forbidden");
        app.nobody()
            .get(path)
            .await
            .refused(401, "not_authenticated");
    }
    accountant
        .post(&format!("{INVOICE}/preview"), words.clone())
        .await
        .refused(403, "forbidden");
    accountant
        .patch(INVOICE, 1, words)
        .await
        .refused(403, "forbidden");
    app.stop().await;
}

#[tokio::test]
async fn of_two_who_edit_at_once_one_is_told() {
    let app = App::start().await;
    let owner = app.sign_up("Twice").await;
    let edits = (0..4).map(|number| {
        let request = owner
            .request(reqwest::Method::PATCH, INVOICE)
            .header("If-Match", "\"0\"")
            .json(&json!({ "subject": format!("{number} {{number}}") }));
        tokio::spawn(portico_tests::send(request))
    });
    let mut saved = 0;
    for edit in edits.collect::<Vec<_>>() {
        match edit.await.expect("an answer").status {
            200 => saved += 1,
            412 => {}
            status => panic!("{status}"),
        }
    }
    assert_eq!(saved, 1);
    app.stop().await;
}
