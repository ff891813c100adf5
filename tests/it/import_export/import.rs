use std::{fmt::Write as _, time::Instant};

use portico_tests::{Actor, Answer, App, json};
use reqwest::Method;

const MAPPING: (&str, &str) = (
    "mapping",
    r#"{ "Name": "display_name", "Email": "email", "City": "billing_city" }"#,
);

async fn import(owner: &Actor, file: &str) -> Answer {
    owner
        .upload(
            Method::POST,
            "/customers/import",
            file.as_bytes().to_vec(),
            &[MAPPING],
        )
        .await
}

async fn total(owner: &Actor) -> u64 {
    let list = owner
        .get("/customers?include_total=true")
        .await
        .expect(200)
        .body;
    list["total"].as_u64().unwrap_or_default()
}

#[tokio::test]
async fn all_are_created_with_their_contact_persons() {
    let app = App::start().await;
    let owner = app.sign_up("Importing").await;
    let file =
        "Name,Email,City\nLindqvist,maja@lindqvist.example,Malmö\nBerg,,\n'=SUM(A1),x@y.example,\n";
    let answer = import(&owner, file).await.expect(201);
    assert_eq!(answer.body, json!({ "created": 3 }));
    let found = owner.get("/customers?q=lindqvist").await.expect(200).body;
    let id = found["data"][0]["id"].as_str().unwrap_or_default();
    let customer = owner
        .get(&format!("/customers/{id}"))
        .await
        .expect(200)
        .body;
    assert_eq!(customer["billing_address"]["city"], "Malmö");
    assert_eq!(
        customer["primary_contact"]["email"],
        "maja@lindqvist.example"
    );
    assert_eq!(
        (
            customer["currency"].as_str(),
            customer["payment_terms_days"].as_i64()
        ),
        (Some("EUR"), Some(14))
    );
    let timeline = owner
        .get(&format!("/customers/{id}/timeline"))
        .await
        .expect(200)
        .body;
    assert_eq!(timeline["data"][0]["action"], "customer.created");
    let again = import(&owner, file).await.refused(422, "validation_failed");
    again.names_field("/rows/2").names_field("/rows/4");
    assert_eq!(total(&owner).await, 3);
    app.stop().await;
}

#[tokio::test]
async fn one_bad_row_stops_all_of_them() {
    let app = App::start().await;
    let owner = app.sign_up("Importing").await;
    let file = "Name,Email,City\nFine,a@b.example,\n\nBad,nonsense,\n";
    let refused = import(&owner, file)
        .await
        .refused(422, "validation_failed")
        .names_field("/rows/4");
    assert!(
        refused.body["errors"][0]["detail"]
            .as_str()
            .is_some_and(|detail| detail.starts_with("Email: "))
    );
    assert_eq!(total(&owner).await, 0);
    owner
        .upload(
            Method::POST,
            "/customers/import",
            b"Name\nA\n".to_vec(),
            &[],
        )
        .await
        .refused(422, "validation_failed")
        .names_field("/mapping");
    owner
        .upload(
            Method::POST,
            "/customers/import",
            b"Name\nA\n".to_vec(),
            &[("mapping", "{}")],
        )
        .await
        .refused(422, "validation_failed")
        .names_field("/mapping");
    app.stop().await;
}

#[tokio::test]
async fn a_repeated_request_imports_once() {
    let app = App::start().await;
    let owner = app.sign_up("Importing").await;
    let send = async |file: &str| {
        let part = reqwest::multipart::Part::text(file.to_owned()).file_name("file");
        let form = reqwest::multipart::Form::new()
            .part("file", part)
            .text("mapping", r#"{ "Name": "display_name" }"#);
        let request = owner
            .request(Method::POST, "/customers/import")
            .header("Idempotency-Key", "import-1");
        portico_tests::send(request.multipart(form)).await
    };
    for _ in 0..2 {
        assert_eq!(send("Name\nA\nB\n").await.expect(201).body["created"], 2);
    }
    send("Name\nC\n")
        .await
        .refused(422, "idempotency_key_reused");
    assert_eq!(total(&owner).await, 2);
    app.stop().await;
}

#[tokio::test]
async fn ten_thousand_rows_take_seconds() {
    let app = App::start().await;
    let owner = app.sign_up("Importing").await;
    let mut file = "Name,Email,City\n".to_owned();
    for row in 0..10_000 {
        let _ = writeln!(file, "Customer {row},person{row}@many.example,Berlin");
    }
    let started = Instant::now();
    let answer = import(&owner, &file).await.expect(201);
    assert_eq!(answer.body["created"], 10_000);
    let elapsed = started.elapsed();
    assert!(
        elapsed.as_secs() < 20,
        "{elapsed:?} in a build that is not optimised"
    );
    assert_eq!(total(&owner).await, 10_000);
    app.stop().await;
}
