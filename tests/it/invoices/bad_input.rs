use portico_tests::{App, Value, json, makers, send};
use reqwest::Method;

#[tokio::test]
async fn bad_input_is_refused_with_the_field() {
    let app = App::start().await;
    let owner = app.sign_up("Bad").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let line = json!({ "name": "Work", "quantity": "2", "rate": "200" });
    let with = |path: &str, value: Value| {
        let mut body = json!({ "customer_id": customer, "lines": [line] });
        match path {
            "/lines" => body["lines"] = value,
            _ if path.starts_with("/lines/0/") => body["lines"][0][&path[9..]] = value,
            _ => body[&path[1..]] = value,
        }
        body
    };
    for (path, value) in [
        ("/lines", json!([])),
        ("/lines", Value::from(vec![line.clone(); 10_001])),
        ("/lines/0/quantity", json!("-1")),
        ("/lines/0/quantity", json!("1e9")),
        ("/lines/0/quantity", json!(1)),
        ("/lines/0/rate", json!("-0.01")),
        ("/lines/0/rate", json!("9999999999999999999")),
        ("/lines/0/rate", json!("9200000000000")),
        ("/lines/0/name", json!("")),
        ("/lines/0/name", json!("x".repeat(101))),
        ("/lines/0/description", json!("x".repeat(2001))),
        ("/lines/0/discount", json!({ "percent": "101" })),
        ("/lines/0/tax_id", json!("tax_01k6r0e5cw7vd9jkx1m8q2n4pz")),
        ("/lines/0/surprise", json!(1)),
        ("/customer_id", json!("cus_01k6r0e5cw7vd9jkx1m8q2n4pz")),
        ("/customer_id", json!("nonsense")),
        ("/currency", json!("EURO")),
        ("/date", json!("2026-02-30")),
        ("/due_date", json!("1999-01-01")),
        ("/discount", json!({ "amount": 999_999 })),
        ("/notes", json!("x".repeat(5001))),
    ] {
        let answer = owner.post("/invoices", with(path, value.clone())).await;
        assert_eq!(
            answer.status,
            422,
            "{path} {}: {}",
            value.to_string().chars().take(60).collect::<String>(),
            answer.body
        );
        let pointers: Vec<_> = answer.body["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|e| e["pointer"].as_str())
            .collect();
        assert!(
            pointers
                .iter()
                .any(|pointer| pointer.starts_with(path.trim_end_matches("/surprise"))),
            "{path}: {pointers:?}"
        );
    }
    app.stop().await;
}

#[tokio::test]
async fn bodies_that_are_no_json_or_too_large_are_refused() {
    let app = App::start().await;
    let owner = app.sign_up("Bodies").await;
    let post = |content_type: &str, body: Vec<u8>| {
        send(
            owner
                .request(Method::POST, "/invoices")
                .header("Content-Type", content_type)
                .body(body),
        )
    };
    post("text/plain", b"{}".to_vec())
        .await
        .refused(415, "unsupported_media_type");
    post("application/json", b"{".to_vec())
        .await
        .refused(400, "malformed_json");
    post("application/json", vec![b' '; 20 << 20])
        .await
        .refused(413, "payload_too_large");
    app.stop().await;
}
