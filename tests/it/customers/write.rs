use portico_tests::{App, json, makers};
use reqwest::Method;

#[tokio::test]
async fn an_email_makes_the_primary_contact_person() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let body = json!({
        "kind": "company", "display_name": " Lindqvist ", "email": "maja@lindqvist.example", "first_name": "Maja",
        "billing_address": { "city": "Malmö", "country": "SE" },
        "opening_balance": { "amount": 5000, "currency": "EUR" },
    });
    let made = owner.post("/customers", body).await.expect(201);
    assert_eq!(made.header("etag"), "\"1\"");
    assert_eq!(made.body["display_name"], "Lindqvist");
    assert_eq!(made.body["currency"], "EUR");
    assert_eq!(made.body["payment_terms_days"], 14);
    assert_eq!(made.body["opening_balance"]["amount"], 5000);
    assert_eq!(
        made.body["primary_contact"]["email"],
        "maja@lindqvist.example"
    );
    assert_eq!(made.body["primary_contact"]["portal"]["status"], "none");
    assert_eq!(
        made.body["portal"],
        json!({ "enabled": false, "people": 0 })
    );
    assert_eq!(
        made.body["balances"],
        json!([{ "currency": "EUR", "outstanding": 0, "overdue": 0, "credit": 0 }])
    );
    assert_eq!(
        made.body["allowed_actions"],
        json!(["edit", "deactivate", "delete"])
    );
    let path = format!("/customers/{}", made.id());
    let read = owner.get(&path).await.expect(200);
    assert_eq!(read.body, made.body);
    let bare = json!({ "kind": "individual", "display_name": "Nobody known" });
    let bare = owner.post("/customers", bare).await.expect(201);
    assert!(bare.body["primary_contact"].is_null());
    app.stop().await;
}

#[tokio::test]
async fn a_change_says_what_it_is_made_on_and_is_in_the_timeline() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let customer = makers::customer(&owner, "Lindqvist").await;
    let path = format!("/customers/{}", customer["id"].as_str().unwrap_or_default());
    let change = json!({ "notes": "pays late", "language": "sv", "company_name": "Lindqvist AB" });
    owner
        .patch_plain(&path, change.clone())
        .await
        .refused(428, "precondition_required");
    let changed = owner.patch(&path, 1, change.clone()).await.expect(200);
    assert_eq!(changed.body["version"], 2);
    assert_eq!(changed.header("etag"), "\"2\"");
    assert_eq!(changed.body["language"], "sv");
    owner
        .patch(&path, 1, change)
        .await
        .refused(412, "version_mismatch");
    let cleared = owner
        .patch(&path, 2, json!({ "notes": null }))
        .await
        .expect(200);
    assert!(cleared.body["notes"].is_null());
    assert_eq!(cleared.body["company_name"], "Lindqvist AB");

    let timeline = owner
        .get(&format!("{path}/timeline"))
        .await
        .expect(200)
        .body;
    let newest = &timeline["data"][0];
    assert_eq!(newest["action"], "customer.updated");
    assert_eq!(
        newest["actor"],
        json!({ "kind": "staff", "name": "Ada Holm" })
    );
    assert_eq!(
        newest["data"]["changes"],
        json!([{ "field": "notes", "before": "pays late", "after": null }])
    );
    assert_eq!(timeline["data"][2]["action"], "customer.created");
    app.stop().await;
}

#[tokio::test]
async fn it_is_deactivated_and_deleted() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let customer = makers::customer(&owner, "Lindqvist").await;
    let path = format!("/customers/{}", customer["id"].as_str().unwrap_or_default());
    for _ in 0..2 {
        let inactive = owner
            .post(&format!("{path}/deactivate"), json!({}))
            .await
            .expect(200);
        assert_eq!(inactive.body["active"], false);
        assert_eq!(inactive.body["version"], 2);
        assert_eq!(
            inactive.body["allowed_actions"],
            json!(["edit", "activate", "delete"])
        );
    }
    let active = owner
        .post(&format!("{path}/activate"), json!({}))
        .await
        .expect(200);
    assert_eq!(active.body["active"], true);
    owner.delete(&path).await.expect(204);
    owner.get(&path).await.refused(404, "not_found");
    owner.delete(&path).await.refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn a_repeated_request_makes_one_customer() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let body = json!({ "kind": "company", "display_name": "Once" });
    let first = owner
        .post_once("/customers", "key-1", body.clone())
        .await
        .expect(201);
    let second = owner
        .post_once("/customers", "key-1", body)
        .await
        .expect(201);
    assert_eq!(first.id(), second.id());
    let other = json!({ "kind": "company", "display_name": "Twice" });
    owner
        .post_once("/customers", "key-1", other)
        .await
        .refused(422, "idempotency_key_reused");
    app.stop().await;
}

#[tokio::test]
async fn the_currency_changes_with_its_amounts() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let body = json!({ "kind": "company", "display_name": "A", "credit_limit": { "amount": 100, "currency": "EUR" } });
    let path = format!(
        "/customers/{}",
        owner.post("/customers", body).await.expect(201).id()
    );
    owner
        .patch(&path, 1, json!({ "currency": "SEK" }))
        .await
        .refused(422, "validation_failed")
        .names_field("/credit_limit");
    let change = json!({ "currency": "SEK", "credit_limit": { "amount": 900, "currency": "SEK" } });
    let changed = owner.patch(&path, 1, change).await.expect(200).body;
    assert_eq!(
        changed["credit_limit"],
        json!({ "amount": 900, "currency": "SEK" })
    );
    assert_eq!(changed["balances"][0]["currency"], "SEK");
    app.stop().await;
}

#[tokio::test]
async fn every_route_needs_a_session_and_a_body_of_the_right_type() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    app.nobody()
        .get("/customers")
        .await
        .refused(401, "not_authenticated");
    let plain = owner
        .request(Method::POST, "/customers")
        .header("content-type", "text/plain")
        .body("{}");
    portico_tests::send(plain)
        .await
        .refused(415, "unsupported_media_type");
    app.stop().await;
}

#[tokio::test]
async fn a_customer_with_documents_stays_and_shows_what_is_owed() {
    let app = App::start().await;
    let owner = app.sign_up("Brightwater").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    makers::sent(&owner, &customer, "100").await;
    let path = format!("/customers/{customer}");
    owner.delete(&path).await.refused(409, "still_referenced");
    owner
        .patch(&path, 1, json!({ "currency": "SEK" }))
        .await
        .refused(409, "not_allowed_in_state");
    let shown = owner.get(&path).await.expect(200).body;
    assert_eq!(shown["allowed_actions"], json!(["edit", "deactivate"]));
    assert_eq!(
        shown["balances"],
        json!([{ "currency": "EUR", "outstanding": 10_000, "overdue": 0, "credit": 0 }])
    );
    let row = &owner
        .get("/customers?sort=-outstanding")
        .await
        .expect(200)
        .body["data"][0];
    assert_eq!(
        row["outstanding"],
        json!({ "amount": 10_000, "currency": "EUR" })
    );
    // Due in 14 days, so overdue from the fifteenth on.
    app.clock().advance_seconds(15 * 86_400);
    let owner = makers::sign_in_again(&app, "brightwater").await;
    let shown = owner.get(&path).await.expect(200).body;
    assert_eq!(shown["balances"][0]["overdue"], 10_000);
    app.stop().await;
}
