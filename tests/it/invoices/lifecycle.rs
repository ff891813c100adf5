use portico_tests::{App, eventually, json, makers};

#[tokio::test]
async fn a_draft_is_written_changed_sent_voided_and_written_again() {
    let app = App::start().await;
    let owner = app.sign_up("Lifecycle").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let draft = makers::draft(&owner, &customer, "100").await;
    let id = draft.id();
    assert_eq!(draft.body["status"], "draft");
    assert!(draft.body["number"].is_null());
    assert_eq!(draft.header("etag"), "\"1\"");

    let path = format!("/invoices/{id}");
    let changed = owner.patch(&path, 1, json!({ "notes": "Thanks", "lines": [{ "name": "Work", "quantity": "2", "rate": "100" }] })).await.expect(200);
    assert_eq!(
        (
            changed.body["total"]["amount"].as_i64(),
            changed.body["version"].as_i64()
        ),
        (Some(20_000), Some(2))
    );

    let sent = owner
        .post(&format!("{path}/mark-sent"), json!({}))
        .await
        .expect(200)
        .body;
    assert_eq!(
        (sent["status"].as_str(), sent["number"].as_str()),
        (Some("sent"), Some("INV-000001"))
    );
    let balances = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body["balances"]
        .clone();
    assert_eq!(balances[0]["outstanding"], 20_000);

    owner
        .post(&format!("{path}/void"), json!({ "reason": "" }))
        .await
        .refused(422, "validation_failed")
        .names_field("/reason");
    let void = owner
        .post(&format!("{path}/void"), json!({ "reason": "Twice" }))
        .await
        .expect(200)
        .body;
    assert_eq!(
        (void["status"].as_str(), void["void_reason"].as_str()),
        (Some("void"), Some("Twice"))
    );
    assert_eq!(void["number"], "INV-000001");
    owner
        .delete(&path)
        .await
        .refused(409, "not_allowed_in_state");

    let again = owner
        .post(&format!("{path}/revert-to-draft"), json!({}))
        .await
        .expect(200)
        .body;
    assert_eq!(
        (again["status"].as_str(), again["number"].as_str()),
        (Some("draft"), Some("INV-000001"))
    );
    let resent = owner
        .post(&format!("{path}/mark-sent"), json!({}))
        .await
        .expect(200)
        .body;
    assert_eq!(resent["number"], "INV-000001");

    let actions: Vec<String> = owner
        .get(&format!("{path}/timeline"))
        .await
        .expect(200)
        .body["data"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|entry| entry["action"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(
        actions,
        [
            "invoice.marked_sent",
            "invoice.reverted_to_draft",
            "invoice.voided",
            "invoice.marked_sent",
            "invoice.updated",
            "invoice.created"
        ]
    );
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn two_people_cannot_overwrite_each_other() {
    let app = App::start().await;
    let owner = app.sign_up("Editing").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let path = format!(
        "/invoices/{}",
        makers::draft(&owner, &customer, "100").await.id()
    );
    owner
        .patch(&path, 1, json!({ "reference": "A" }))
        .await
        .expect(200);
    owner
        .patch(&path, 1, json!({ "reference": "B" }))
        .await
        .refused(412, "version_mismatch");
    owner
        .patch_plain(&path, json!({ "reference": "B" }))
        .await
        .refused(428, "precondition_required");
    app.stop().await;
}

#[tokio::test]
async fn sending_mails_the_invoice_with_its_pdf_once() {
    let app = App::start().await;
    let owner = app.sign_up("Sending").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let path = format!(
        "/invoices/{}",
        makers::draft(&owner, &customer, "100").await.id()
    );
    let body = json!({ "message": "As discussed <b>today</b>" });
    for _ in 0..2 {
        owner
            .post_once(&format!("{path}/send"), "once", body.clone())
            .await
            .expect(200);
    }
    let mails = app.mails("grace@hopper.example", 1).await;
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert!(
        mail["subject"]
            .as_str()
            .is_some_and(|subject| subject.contains("INV-000001")),
        "{mail}"
    );
    assert_eq!(mail["attachments"][0]["name"], "INV-000001.pdf");
    assert!(
        mail["html"]
            .as_str()
            .is_some_and(|html| html.contains("&lt;b&gt;today")),
        "{mail}"
    );
    // The mailbox has it a moment before that is written down.
    eventually("the invoice shows its mail as sent", async || {
        let shown = owner.get(&path).await.expect(200).body;
        (shown["mail"]["status"] == "sent").then_some(())
    })
    .await;
    app.stop().await;
}

#[tokio::test]
async fn a_copy_is_a_draft_of_today() {
    let app = App::start().await;
    let owner = app.sign_up("Copying").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let id = makers::sent(&owner, &customer, "100").await;
    let copy = owner
        .post(&format!("/invoices/{id}/duplicate"), json!({}))
        .await
        .expect(201)
        .body;
    assert_eq!(
        (copy["status"].as_str(), copy["total"]["amount"].as_i64()),
        (Some("draft"), Some(10_000))
    );
    assert!(copy["number"].is_null());
    app.stop().await;
}

#[tokio::test]
async fn lists_filter_sort_and_page() {
    let app = App::start().await;
    let owner = app.sign_up("Lists").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    for amount in ["10", "30", "20"] {
        makers::sent(&owner, &customer, amount).await;
    }
    makers::draft(&owner, &customer, "99").await;
    let totals = |body: &portico_tests::Value| -> Vec<i64> {
        body["data"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|row| row["total"]["amount"].as_i64())
            .collect()
    };
    let first = owner
        .get("/invoices?status=unpaid&sort=-total&limit=2&include_total=true")
        .await
        .expect(200);
    assert_eq!(totals(&first.body), [3000, 2000]);
    assert_eq!(first.body["total"], 3);
    assert!(
        first
            .header("x-statements")
            .parse::<u32>()
            .is_ok_and(|n| n <= 4),
        "{}",
        first.header("x-statements")
    );
    let cursor = first.body["next_cursor"].as_str().expect("a second page");
    let second = owner
        .get(&format!(
            "/invoices?status=unpaid&sort=-total&limit=2&cursor={cursor}"
        ))
        .await
        .expect(200);
    assert_eq!(totals(&second.body), [1000]);
    assert!(second.body["next_cursor"].is_null());
    owner
        .get(&format!("/invoices?sort=total&cursor={cursor}"))
        .await
        .refused(422, "validation_failed");
    assert_eq!(
        totals(&owner.get("/invoices?q=inv-000002").await.expect(200).body),
        [3000]
    );
    assert!(
        totals(&owner.get("/invoices?q=%25").await.expect(200).body).is_empty(),
        "% means itself"
    );
    owner
        .get("/invoices?colour=red")
        .await
        .refused(422, "unknown_parameter");
    owner
        .get("/invoices?limit=0")
        .await
        .refused(422, "validation_failed");
    app.stop().await;
}

#[tokio::test]
async fn detail_stays_within_its_statements() {
    let app = App::start().await;
    let owner = app.sign_up("Statements").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let id = makers::sent(&owner, &customer, "100").await;
    let shown = owner.get(&format!("/invoices/{id}")).await.expect(200);
    assert_eq!(shown.header("x-statements"), "4");
    app.stop().await;
}
