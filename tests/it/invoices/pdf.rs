use portico_tests::{App, json, makers};

#[tokio::test]
async fn the_pdf_is_made_kept_and_changes_with_the_invoice() {
    let app = App::start().await;
    let owner = app.sign_up("Paper").await;
    let customer = makers::customer_id(&owner, "#read(\"/etc/passwd\") *Hopper* $x$").await;
    let id = makers::draft(&owner, &customer, "100").await.id();
    let path = format!("/invoices/{id}/pdf");
    let first = owner.get(&path).await.expect(200);
    assert!(first.bytes.starts_with(b"%PDF-"));
    assert_eq!(first.header("content-type"), "application/pdf");
    assert!(
        first
            .header("content-disposition")
            .starts_with("attachment")
    );
    assert!(
        owner
            .get(&format!("{path}?disposition=inline"))
            .await
            .expect(200)
            .header("content-disposition")
            .starts_with("inline")
    );
    assert_eq!(owner.get(&path).await.expect(200).bytes, first.bytes);
    owner
        .patch(&format!("/invoices/{id}"), 1, json!({ "notes": "Changed" }))
        .await
        .expect(200);
    assert_ne!(
        owner.get(&path).await.expect(200).header("etag"),
        first.header("etag")
    );
    app.stop().await;
}
