use portico_tests::{Actor, Answer, App, Value, json, makers, send};
use reqwest::{Body, Method};

async fn raw(
    owner: &Actor,
    path: &str,
    content_type: Option<&str>,
    body: impl Into<Body>,
) -> Answer {
    let request = owner.request(Method::POST, path).body(body);
    let request = match content_type {
        Some(content_type) => request.header("Content-Type", content_type),
        None => request,
    };
    send(request).await
}

#[tokio::test]
async fn a_body_must_be_json() {
    let app = App::start().await;
    let owner = app.sign_up("Bodies").await;
    let body = r#"{"name":"Consulting","rate":"1"}"#;
    for content_type in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("multipart/form-data; boundary=x"),
        Some("application/jsonp"),
        Some("nonsense"),
    ] {
        raw(&owner, "/items", content_type, body)
            .await
            .refused(415, "unsupported_media_type");
    }
    raw(
        &owner,
        "/items",
        Some("application/json; charset=utf-8"),
        body,
    )
    .await
    .expect(201);
    for text in [
        "",
        "{",
        "nonsense",
        r#"{"name":"Consulting","rate":"1"} x"#,
        "{\"name\":\"a\tb\"}",
        "[[[",
    ] {
        let answer = raw(&owner, "/items", Some("application/json"), text).await;
        answer.refused(400, "malformed_json");
    }
    let list = r#"["Consulting",null,null,null,"1",null,null,true]"#;
    for text in ["null", "[]", list, "1", "\"text\"", "true"] {
        let answer = raw(&owner, "/items", Some("application/json"), text).await;
        answer.refused(422, "validation_failed");
    }
    app.stop().await;
}

#[tokio::test]
async fn a_body_that_is_too_large_leaves_the_connection_usable() {
    let app = App::start().await;
    let owner = app.sign_up("Large").await;
    for path in ["/items", "/invoices", "/invoices/calculate", "/customers"] {
        raw(&owner, path, Some("application/json"), vec![b' '; 20 << 20])
            .await
            .refused(413, "payload_too_large");
        owner.get("/me").await.expect(200);
    }
    // Without a length before it: the server counts as it reads.
    let length = json!({ "name": "x".repeat(6 << 20), "rate": "1" }).to_string();
    raw(&owner, "/items", Some("application/json"), length)
        .await
        .refused(413, "payload_too_large");
    owner.get("/me").await.expect(200);
    app.stop().await;
}

#[tokio::test]
async fn unknown_fields_are_named_wherever_they_stand() {
    let app = App::start().await;
    let owner = app.sign_up("Unknown fields").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let draft = makers::draft(&owner, &customer, "1").await.id();
    let line = json!({ "name": "Work", "quantity": "1", "rate": "1" });
    let mut odd_line = line.clone();
    odd_line["tax/rate"] = json!(1);
    for (path, body, pointer) in [
        ("/items", json!({ "name": "I", "rate": "1", "x": 1 }), "/x"),
        (
            "/customers",
            json!({ "kind": "company", "display_name": "C", "organization_id": "org_1" }),
            "/organization_id",
        ),
        (
            "/invoices",
            json!({ "customer_id": customer, "lines": [line, odd_line] }),
            "/lines/1/tax~1rate",
        ),
        (
            "/invoices/calculate",
            json!({ "customer_id": customer, "lines": [line], "total": 1 }),
            "/total",
        ),
        (
            "/members",
            json!({ "name": "B", "email": "b@b.example", "role": "staff", "status": "active" }),
            "/status",
        ),
    ] {
        owner
            .post(path, body)
            .await
            .refused(422, "validation_failed")
            .names_field(pointer);
    }
    owner
        .patch(&format!("/invoices/{draft}"), 1, json!({ "state": "sent" }))
        .await
        .refused(422, "validation_failed")
        .names_field("/state");
    app.stop().await;
}

#[tokio::test]
async fn amounts_are_whole_numbers_of_a_bearable_size() {
    let app = App::start().await;
    let owner = app.sign_up("Amounts").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let id = makers::sent(&owner, &customer, "100").await;
    let body = |amount: &str| {
        format!(
            r#"{{"customer_id":"{customer}","date":"{}","amount":{{"amount":{amount},"currency":"EUR"}},"mode":"cash","allocations":[]}}"#,
            makers::today(&app)
        )
    };
    let odd = [
        "-1",
        "0",
        "1.5",
        "1e3",
        "1E400",
        "\"100\"",
        "null",
        "true",
        "[1]",
        "{}",
        "1000000000000001",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "123456789012345678901234567890",
    ];
    for (n, amount) in odd.iter().enumerate() {
        let request = owner
            .request(Method::POST, "/payments")
            .header("Idempotency-Key", format!("amount-{n}"))
            .header("Content-Type", "application/json")
            .body(body(amount));
        let answer = send(request).await;
        assert_eq!(answer.status, 422, "{amount}: {}", answer.body);
        let pointer = answer.body["errors"][0]["pointer"]
            .as_str()
            .unwrap_or_default();
        assert!(pointer.starts_with("/amount"), "{amount}: {}", answer.body);
    }
    for (n, part) in [
        json!(-1),
        json!(0),
        json!(1.5),
        json!("1"),
        json!(i64::MAX),
        json!(10_000_000_000_000_000_i64),
    ]
    .into_iter()
    .enumerate()
    {
        let allocation = json!({ "invoice_id": id, "amount": part });
        let body = json!({ "customer_id": customer, "date": makers::today(&app), "mode": "cash",
                           "amount": { "amount": 100, "currency": "EUR" }, "allocations": [allocation] });
        let answer = owner
            .post_once("/payments", &format!("part-{n}"), body)
            .await;
        assert_eq!(answer.status, 422, "{part}: {}", answer.body);
    }
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn quantities_and_rates_are_plain_decimals() {
    let app = App::start().await;
    let owner = app.sign_up("Decimals").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let calculate = async |quantity: Value, rate: Value| {
        let lines = json!([{ "name": "Work", "quantity": quantity, "rate": rate }]);
        owner
            .post(
                "/invoices/calculate",
                json!({ "customer_id": customer, "lines": lines }),
            )
            .await
    };
    for odd in [
        "",
        " ",
        "-1",
        "+1",
        "1e3",
        "1E3",
        "1,5",
        "1_000",
        "0x10",
        "NaN",
        "inf",
        "1.",
        ".5",
        "1.2345678",
        "--1",
        "１",
        "1 ",
        "999999999999999999999",
        "9223372036854775808",
    ] {
        for (field, quantity, rate) in [("quantity", odd, "1"), ("rate", "1", odd)] {
            let answer = calculate(json!(quantity), json!(rate)).await;
            assert_eq!(answer.status, 422, "{field} {odd:?}: {}", answer.body);
            let pointer = answer.body["errors"][0]["pointer"]
                .as_str()
                .unwrap_or_default();
            assert_eq!(
                pointer,
                format!("/lines/0/{field}"),
                "{odd:?}: {}",
                answer.body
            );
        }
    }
    for odd in [json!(1), json!(1.5), json!(null), json!([]), json!(true)] {
        calculate(odd.clone(), json!("1"))
            .await
            .refused(422, "validation_failed")
            .names_field("/lines/0/quantity");
    }
    // Each bearable alone, too much together.
    let much = calculate(json!("9000000000"), json!("9000000000")).await;
    much.refused(422, "validation_failed");
    app.stop().await;
}

#[tokio::test]
async fn nothing_nests_deeply_and_no_list_is_endless() {
    let app = App::start().await;
    let owner = app.sign_up("Depth").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    for field in ["name", "description", "unknown"] {
        for depth in [200, 100_000] {
            let body = format!(r#"{{"name":"I","rate":"1","{field}":{}}}"#, nested(depth));
            let answer = raw(&owner, "/items", Some("application/json"), body).await;
            assert!(
                [400, 422].contains(&answer.status),
                "{depth}: {}",
                answer.body
            );
        }
    }
    let line = json!({ "name": "Work", "quantity": "1", "rate": "1" });
    let body = json!({ "customer_id": customer, "lines": vec![line; 10_001] });
    for path in ["/invoices", "/invoices/calculate"] {
        owner
            .post(path, body.clone())
            .await
            .refused(422, "validation_failed")
            .names_field("/lines");
    }
    let allocation =
        json!({ "invoice_id": makers::sent(&owner, &customer, "1").await, "amount": 1 });
    let body = json!({ "customer_id": customer, "date": makers::today(&app), "mode": "cash",
                       "amount": { "amount": 1000, "currency": "EUR" }, "allocations": vec![allocation; 501] });
    owner
        .post_once("/payments", "many", body)
        .await
        .refused(422, "validation_failed")
        .names_field("/allocations");
    app.stop().await;
}
