//! What an organization keeps of its gateways: secrets that never come back, and what customers are offered.

use portico_tests::{Actor, App, Value, json, makers};

use crate::payments::counter::{Counter, start};

const SECRET: &str = "sk_test_do_not_print_me";
const WEBHOOK_SECRET: &str = "whsec_do_not_print_me";

fn stripe() -> Value {
    json!({ "public_key": "pk_test_1", "secret_key": SECRET, "webhook_key": WEBHOOK_SECRET })
}

async fn listed(actor: &Actor, kind: &str) -> Value {
    let list = actor.get("/gateways").await.expect(200).body;
    let all = list["data"].as_array().cloned().unwrap_or_default();
    all.into_iter()
        .find(|gateway| gateway["kind"] == kind)
        .unwrap_or(Value::Null)
}

#[tokio::test]
async fn secrets_are_kept_encrypted_and_never_given_back() {
    let app = App::start().await;
    let owner = app.sign_up("Keys").await;
    let before = listed(&owner, "stripe").await;
    assert_eq!(
        (&before["connected"], &before["enabled"]),
        (&json!(false), &json!(false))
    );
    let body = json!({ "credentials": stripe(), "enabled": true });
    let changed = owner
        .patch_plain("/gateways/stripe", body)
        .await
        .expect(200);
    assert_eq!(changed.body["connected"], true);
    assert_eq!(changed.body["test_mode"], true);
    assert_eq!(changed.body["public_key"], "pk_test_1");
    let address = changed.body["webhook_url"].as_str().unwrap_or_default();
    assert!(address.starts_with(&app.base), "{address}");
    for told in [
        changed.body.clone(),
        owner.get("/gateways").await.expect(200).body,
    ] {
        assert!(!told.to_string().contains("do_not_print_me"), "{told}");
    }
    let row = app
        .parts
        .db
        .system_read("look at what is stored", async |global| {
            #[derive(sea_orm::FromQueryResult)]
            struct Row {
                credentials: String,
            }
            global
                .query::<Row>("select credentials from gateway_account", [])
                .await
        });
    let stored = row.await.expect("a row");
    assert_eq!(stored.len(), 1);
    assert!(!stored[0].credentials.contains("do_not_print_me"));
    app.stop().await;
}

#[tokio::test]
async fn what_cannot_be_right_is_refused_with_its_field() {
    let app = App::start().await;
    let owner = app.sign_up("Forms").await;
    let patch =
        async |kind: &str, body: Value| owner.patch_plain(&format!("/gateways/{kind}"), body).await;
    for (field, value) in [
        ("public_key", "pk_1"),
        ("secret_key", "sk_live_of_the_other_mode"),
        ("secret_key", ""),
        ("webhook_key", "secret"),
    ] {
        let mut credentials = stripe();
        credentials[field] = json!(value);
        let answer = patch("stripe", json!({ "credentials": credentials })).await;
        let answer = answer.refused(422, "validation_failed");
        answer.names_field(&format!("/credentials/{field}"));
    }
    let answer = patch("sandbox", json!({ "credentials": stripe() })).await;
    answer.refused(422, "validation_failed");
    let answer = patch("stripe", json!({ "enabled": true })).await;
    answer
        .refused(422, "validation_failed")
        .names_field("/credentials");
    let answer = patch("sandbox", json!({ "methods": ["card", "wallet"] })).await;
    answer
        .refused(422, "validation_failed")
        .names_field("/methods/1");
    let answer = patch("sandbox", json!({ "secret": "?" })).await;
    answer.refused(422, "validation_failed");
    patch("cash", json!({})).await.refused(404, "not_found");
    let check = owner.post("/gateways/stripe/check", json!({})).await;
    check.refused(502, "gateway_unavailable");
    let gone = owner.delete("/gateways/stripe").await;
    gone.refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn only_those_who_run_the_organization_change_its_gateways() {
    let app = App::start().await;
    let owner = app.sign_up("Roles").await;
    let accountant = makers::member(&app, &owner, "Books", "accountant").await;
    listed(&accountant, "sandbox").await;
    for answer in [
        accountant
            .patch_plain("/gateways/sandbox", json!({ "enabled": false }))
            .await,
        accountant.post("/gateways/sandbox/check", json!({})).await,
        accountant.delete("/gateways/sandbox").await,
    ] {
        answer.refused(403, "forbidden");
    }
    let stranger = app.sign_up("Stranger").await;
    stranger
        .patch_plain("/gateways/sandbox", json!({ "enabled": false }))
        .await
        .expect(200);
    assert_eq!(listed(&owner, "sandbox").await["enabled"], true);
    app.stop().await;
}

#[tokio::test]
async fn customers_are_offered_what_the_organization_takes() {
    let desk = Counter::open().await;
    let options = async || desk.portal_invoice().await["payment_options"].clone();
    assert_eq!(
        options().await.as_array().map(Vec::len),
        Some(2),
        "card and debit"
    );
    let set = async |body: Value| {
        desk.owner
            .patch_plain("/gateways/sandbox", body)
            .await
            .expect(200);
    };
    set(json!({ "methods": ["card"], "verification_fields": ["zip", "country"] })).await;
    let offered = options().await;
    assert_eq!(offered.as_array().map(Vec::len), Some(1));
    assert_eq!(offered[0]["method"], "card");
    assert_eq!(offered[0]["verification_fields"], json!(["zip", "country"]));
    desk.start("debit", "bank_debit")
        .await
        .refused(422, "validation_failed")
        .names_field("/method");

    for narrow in [
        json!({ "methods": [], "currencies": ["USD"] }),
        json!({ "currencies": [], "minimum_amounts": [{ "amount": 10_001, "currency": "EUR" }] }),
    ] {
        set(narrow).await;
        assert_eq!(options().await, json!([]));
        let actions = desk.portal_invoice().await["allowed_actions"].clone();
        assert!(!actions.to_string().contains("pay"), "{actions}");
    }
    set(json!({ "minimum_amounts": [], "enabled": false })).await;
    assert_eq!(options().await, json!([]));
    desk.start("off", "card")
        .await
        .refused(422, "validation_failed")
        .names_field("/gateway");
    set(json!({ "enabled": true })).await;
    desk.start("on", "card").await.expect(201);
    desk.app.stop().await;
}

#[tokio::test]
async fn a_gateway_that_is_switched_off_still_ends_what_was_begun() {
    let desk = Counter::open().await;
    let payment = desk.start("k", "card").await.expect(201).body;
    desk.confirm(&payment, crate::payments::counter::GOOD_CARD)
        .await
        .expect(200);
    let off = json!({ "enabled": false });
    desk.owner
        .patch_plain("/gateways/sandbox", off)
        .await
        .expect(200);
    assert_eq!(desk.sync(&payment).await["state"], "succeeded");
    desk.paid_once().await;
    desk.app.stop().await;
}

#[tokio::test]
async fn an_invoice_offers_only_the_gateways_that_it_names() {
    let desk = Counter::open().await;
    let body = json!({ "customer_id": desk.customer, "gateways": ["paypal"],
                       "lines": [{ "name": "Work", "quantity": "1", "rate": "10" }] });
    let draft = desk.owner.post("/invoices", body).await.expect(201).id();
    desk.owner
        .post(&format!("/invoices/{draft}/mark-sent"), json!({}))
        .await
        .expect(200);
    let shown = desk
        .grace
        .get(&format!("/portal/invoices/{draft}"))
        .await
        .expect(200)
        .body;
    assert_eq!(shown["payment_options"], json!([]));
    let paid = start(&desk.grace, "k", "card", &draft, 1_000).await;
    paid.refused(422, "validation_failed")
        .names_field("/gateway");
    desk.app.stop().await;
}
