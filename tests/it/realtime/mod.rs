//! What is told live, over real sockets.

mod ends;
mod processes;

use portico_tests::{App, events::Events, json, makers};

/// What the test of an audience listens to.
const OFFICE: &str = "/events";
const PORTAL: &str = "/portal/events";

#[tokio::test]
async fn staff_hear_of_what_changes_once_it_is_there() {
    let app = App::start().await;
    let owner = app.sign_up("Live").await;
    let mut events = Events::open(&owner, OFFICE).await;
    assert_eq!(events.header("content-type"), "text/event-stream");
    assert_eq!(events.header("cache-control"), "no-store");
    assert!(["", "identity"].contains(&events.header("content-encoding")));

    let customer = makers::customer_id(&owner, "Harbour").await;
    assert_eq!(events.next().await, format!("customer {customer}"));
    let invoice = makers::sent(&owner, &customer, "100").await;
    events.until(&format!("invoice {invoice}")).await;
    let payment = makers::pay(&app, &owner, &customer, &invoice, 10_000).await;
    events.until(&format!("payment {payment}")).await;
    events.until(&format!("invoice {invoice}")).await;

    let person = makers::portal_person(&app, &owner, &customer).await;
    person
        .post(&format!("/portal/invoices/{invoice}/view"), json!({}))
        .await
        .expect(204);
    let seen = owner.get("/notifications").await.expect(200).body;
    let seen = seen["data"][0]["id"].as_str().unwrap_or_default();
    events.until(&format!("notification {seen}")).await;
    app.stop().await;
}

#[tokio::test]
async fn what_was_refused_is_not_told() {
    let app = App::start().await;
    let owner = app.sign_up("Refused").await;
    let mut events = Events::open(&owner, OFFICE).await;
    let nameless = json!({ "kind": "company", "display_name": "" });
    owner
        .post("/customers", nameless)
        .await
        .refused(422, "validation_failed");
    let customer = makers::customer_id(&owner, "Harbour").await;
    assert_eq!(events.next().await, format!("customer {customer}"));
    app.stop().await;
}

#[tokio::test]
async fn another_organization_hears_nothing() {
    let app = App::start().await;
    let owner = app.sign_up("Talkative").await;
    let stranger = app.sign_up("Elsewhere").await;
    let mut events = Events::open(&stranger, OFFICE).await;
    makers::customer_id(&owner, "Harbour").await;
    let own = makers::customer_id(&stranger, "Own").await;
    assert_eq!(events.next().await, format!("customer {own}"));
    app.stop().await;
}

#[tokio::test]
async fn a_role_hears_of_what_it_may_see() {
    let app = App::start().await;
    let owner = app.sign_up("Roles").await;
    let timesheets = makers::member(&app, &owner, "Tim", "timesheet_only").await;
    let mut events = Events::open(&timesheets, OFFICE).await;
    let customer = makers::customer_id(&owner, "Harbour").await;
    let invoice = makers::sent(&owner, &customer, "100").await;
    let person = makers::portal_person(&app, &owner, &customer).await;
    person
        .post(&format!("/portal/invoices/{invoice}/view"), json!({}))
        .await
        .expect(204);
    assert!(events.next().await.starts_with("notification "));
    app.stop().await;
}

#[tokio::test]
async fn a_customer_hears_of_its_own_and_of_no_draft() {
    let app = App::start().await;
    let owner = app.sign_up("Discreet").await;
    let customer = makers::customer_id(&owner, "Harbour").await;
    let sibling = makers::customer_id(&owner, "Nordwind").await;
    let person = makers::portal_person(&app, &owner, &customer).await;
    let mut events = Events::open(&person, PORTAL).await;

    makers::draft(&owner, &customer, "7").await;
    makers::sent(&owner, &sibling, "100").await;
    owner
        .patch(
            &format!("/customers/{customer}"),
            owner
                .get(&format!("/customers/{customer}"))
                .await
                .expect(200)
                .body["version"]
                .as_i64()
                .unwrap_or_default(),
            json!({ "notes": "pays late" }),
        )
        .await
        .expect(200);
    let invoice = makers::sent(&owner, &customer, "100").await;
    assert_eq!(events.next().await, format!("invoice {invoice}"));
    let payment = makers::pay(&app, &owner, &customer, &invoice, 2_500).await;
    events.until(&format!("payment {payment}")).await;
    app.stop().await;
}

#[tokio::test]
async fn much_at_once_is_one_hint() {
    let app = App::start().await;
    let owner = app.sign_up("Many").await;
    let mut events = Events::open(&owner, OFFICE).await;
    let rows: Vec<String> = (0..30).map(|n| format!("Customer {n}")).collect();
    let file = format!("Name\n{}\n", rows.join("\n")).into_bytes();
    let mapping = [("mapping", r#"{"Name":"display_name"}"#)];
    owner
        .upload(reqwest::Method::POST, "/customers/import", file, &mapping)
        .await
        .expect(201);
    assert_eq!(events.next().await, "resync");
    app.stop().await;
}
