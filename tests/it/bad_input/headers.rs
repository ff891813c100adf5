use std::collections::BTreeSet;

use portico_tests::{Actor, Answer, App, Value, json, makers, send};
use reqwest::{Method, header::HeaderValue};

async fn with_header(
    actor: &Actor,
    request: (Method, &str),
    header: (&str, &[u8]),
    body: &Value,
) -> Answer {
    let (method, path) = request;
    let (name, value) = header;
    let value = HeaderValue::from_bytes(value).expect("a header");
    send(actor.request(method, path).header(name, value).json(body)).await
}

#[tokio::test]
async fn a_change_names_the_version_that_was_seen() {
    let app = App::start().await;
    let owner = app.sign_up("Versions").await;
    let item = owner
        .post("/items", json!({ "name": "I", "rate": "1" }))
        .await
        .expect(201)
        .id();
    let path = format!("/items/{item}");
    let change = json!({ "name": "J" });
    owner
        .patch_plain(&path, change.clone())
        .await
        .refused(428, "precondition_required");
    for odd in [
        "",
        "\"\"",
        "*",
        "\"0\"",
        "\"2\"",
        "\"-1\"",
        "\"x\"",
        "\"1\", \"2\"",
        "\"99999999999999999999\"",
        "\"1.0\"",
    ] {
        with_header(
            &owner,
            (Method::PATCH, &path),
            ("If-Match", odd.as_bytes()),
            &change,
        )
        .await
        .refused(412, "version_mismatch");
    }
    with_header(
        &owner,
        (Method::PATCH, &path),
        ("If-Match", b"\"\xff\""),
        &change,
    )
    .await
    .refused(412, "version_mismatch");
    assert_eq!(owner.get(&path).await.expect(200).body["name"], "I");
    with_header(
        &owner,
        (Method::PATCH, &path),
        ("If-Match", b"\"1\""),
        &change,
    )
    .await
    .expect(200);
    app.stop().await;
}

#[tokio::test]
async fn of_two_changes_at_once_one_is_told() {
    let app = App::start().await;
    let owner = app.sign_up("Editing").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let path = format!(
        "/invoices/{}",
        makers::draft(&owner, &customer, "100").await.id()
    );
    for round in 0..10 {
        let version = 1 + round;
        let change = |name: &str| owner.patch(&path, version, json!({ "reference": name }));
        let change = |name: String| async move { change(&name).await };
        let (one, other) = tokio::join!(change("A".to_owned()), change("B".to_owned()));
        let (done, refused) = if one.status == 200 {
            (one, other)
        } else {
            (other, one)
        };
        let done = done.expect(200).body;
        refused.refused(412, "version_mismatch");
        let shown = owner.get(&path).await.expect(200).body;
        assert_eq!(
            (&shown["reference"], &shown["version"]),
            (&done["reference"], &json!(version + 1))
        );
    }
    app.stop().await;
}

#[tokio::test]
async fn an_idempotency_key_is_short_and_plain() {
    let app = App::start().await;
    let owner = app.sign_up("Keys").await;
    let item = json!({ "name": "I", "rate": "1" });
    for odd in [
        &b""[..],
        &[b'k'; 256],
        "schlüssel".as_bytes(),
        b"\xff",
        b"a\tb",
    ] {
        with_header(
            &owner,
            (Method::POST, "/items"),
            ("Idempotency-Key", odd),
            &item,
        )
        .await
        .refused(400, "invalid_request");
    }
    assert_eq!(
        owner.get("/items").await.expect(200).body["data"],
        json!([])
    );
    let longest = "k".repeat(255);
    let first = owner
        .post_once("/items", &longest, item.clone())
        .await
        .expect(201)
        .id();
    assert_eq!(
        owner
            .post_once("/items", &longest, item.clone())
            .await
            .expect(201)
            .id(),
        first
    );
    // The order of fields and blanks make no other request; another value and another operation do.
    let same = r#"{ "rate":"1",   "name":"I" }"#;
    let request = owner
        .request(Method::POST, "/items")
        .header("Idempotency-Key", &longest);
    let request = request
        .header("Content-Type", "application/json")
        .body(same);
    assert_eq!(send(request).await.expect(201).id(), first);
    owner
        .post_once("/items", &longest, json!({ "name": "I", "rate": "2" }))
        .await
        .refused(422, "idempotency_key_reused");
    owner
        .post_once("/taxes", &longest, json!({ "name": "VAT", "rate": "1" }))
        .await
        .refused(422, "idempotency_key_reused");
    // Another person's key is another key.
    let other = makers::member(&app, &owner, "Ben", "admin").await;
    assert_ne!(
        other
            .post_once("/items", &longest, item)
            .await
            .expect(201)
            .id(),
        first
    );
    app.stop().await;
}

#[tokio::test]
async fn the_same_key_at_once_makes_one_thing() {
    let app = App::start().await;
    let owner = app.sign_up("At once").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let body = json!({ "customer_id": customer, "date": makers::today(&app), "amount": { "amount": 100, "currency": "EUR" },
                       "mode": "cash", "allocations": [] });
    let requests: Vec<_> = (0..20)
        .map(|_| {
            let (owner, body) = (owner.clone(), body.clone());
            tokio::spawn(async move { owner.post_once("/payments", "once", body).await })
        })
        .collect();
    let mut made = BTreeSet::new();
    for request in requests {
        made.insert(request.await.expect("an answer").expect(201).id());
    }
    assert_eq!(made.len(), 1);
    let payments = owner
        .get("/payments?include_total=true")
        .await
        .expect(200)
        .body;
    assert_eq!(payments["total"], 1);
    makers::doctor(&app).await;
    app.stop().await;
}
