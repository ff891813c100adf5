use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use portico_tests::{App, Value, json, makers};

/// Every kind of key that a cursor can hold, for a column of another kind.
fn keys() -> [(&'static str, Value); 6] {
    [
        ("int", json!({ "int": 1 })),
        ("date", json!({ "date": "2026-01-01" })),
        (
            "id",
            json!({ "id": "0199a000-0000-7000-8000-000000000001" }),
        ),
        ("text", json!({ "text": "a" })),
        ("text", json!({ "text": "a\u{0}" })),
        ("float", json!({ "float": 1.5 })),
    ]
}

fn cursor(sort: &str, key: &Value) -> String {
    let id = "0199a000-0000-7000-8000-000000000001";
    let cursor = json!({ "sort": sort, "key": key, "id": id });
    BASE64_URL_SAFE_NO_PAD.encode(cursor.to_string())
}

#[tokio::test]
async fn a_cursor_of_another_kind_is_refused() {
    let app = App::start().await;
    let owner = app.sign_up("Cursors").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    makers::sent(&owner, &customer, "1").await;
    for (path, sort, kind) in [
        ("/invoices", "-date", "date"),
        ("/invoices", "number", "text"),
        ("/invoices", "total", "int"),
        ("/payments", "-date", "date"),
        ("/payments", "amount", "int"),
        ("/customers", "display_name", "text"),
        ("/customers", "-created_at", "int"),
        ("/items", "name", "text"),
        ("/mails", "-created_at", "id"),
    ] {
        for (key_kind, key) in keys() {
            let answer = owner
                .get(&format!("{path}?sort={sort}&cursor={}", cursor(sort, &key)))
                .await;
            let nul = key["text"].as_str().is_some_and(|text| text.contains('\0'));
            if key_kind == kind && !nul {
                answer.expect(200);
            } else {
                assert_eq!(answer.status, 422, "{path} {sort} {key}: {}", answer.body);
                answer
                    .refused(422, "validation_failed")
                    .names_field("?cursor");
            }
        }
    }
    app.stop().await;
}

#[tokio::test]
async fn a_cursor_that_is_none_is_refused() {
    let app = App::start().await;
    let owner = app.sign_up("No cursors").await;
    let stranger = app.sign_up("Stranger").await;
    for (actor, name) in [(&owner, "a"), (&owner, "b"), (&stranger, "c")] {
        actor
            .post("/items", json!({ "name": name, "rate": "1" }))
            .await
            .expect(201);
    }
    let page = owner.get("/items?limit=1").await.expect(200).body;
    let good = page["next_cursor"]
        .as_str()
        .expect("a second page")
        .to_owned();
    for bad in [
        "x",
        "%00",
        "====",
        &good[1..],
        &good[..good.len() - 3],
        &format!("{good}x"),
        "bnVsbA",
        "W10",
        &"A".repeat(5000),
    ] {
        owner
            .get(&format!("/items?limit=1&cursor={bad}"))
            .await
            .refused(422, "validation_failed")
            .names_field("?cursor");
    }
    // A cursor tells where, not whose: with another's one sees one's own.
    let foreign = stranger
        .get(&format!("/items?cursor={good}"))
        .await
        .expect(200)
        .body;
    assert_eq!(foreign["data"].as_array().map(Vec::len), Some(1));
    assert_eq!(foreign["data"][0]["name"], "c");
    app.stop().await;
}

#[tokio::test]
async fn parameters_are_known_single_and_bounded() {
    let app = App::start().await;
    let owner = app.sign_up("Parameters").await;
    let lists = [
        "/customers",
        "/invoices",
        "/payments",
        "/items",
        "/taxes",
        "/tax-groups",
        "/mails",
        "/members",
        "/notifications",
    ];
    for list in lists {
        for query in ["colour=red", "Limit=1", "limit[]=1"] {
            owner
                .get(&format!("{list}?{query}"))
                .await
                .refused(422, "unknown_parameter");
        }
        for query in [
            "limit=0",
            "limit=201",
            "limit=-1",
            "limit=1.5",
            "limit=",
            "limit=x",
            "limit=18446744073709551616",
            "limit=9223372036854775807",
            "limit=1&limit=2",
            "sort=",
            "sort=-",
            "sort=id%3Bdrop",
            "sort=organization_id",
            "include_total=maybe",
            "cursor=",
        ] {
            let answer = owner.get(&format!("{list}?{query}")).await;
            assert_eq!(answer.status, 422, "{list}?{query}: {}", answer.body);
        }
        owner.get(&format!("{list}?limit=200")).await.expect(200);
    }
    for query in [
        "date_from=2026-02-30",
        "date_from=yesterday",
        "customer_id=nonsense",
        "currency=EURO",
        "status=lost",
        "status=sent&status=paid",
    ] {
        let answer = owner.get(&format!("/invoices?{query}")).await;
        assert_eq!(answer.status, 422, "{query}: {}", answer.body);
    }
    app.stop().await;
}
