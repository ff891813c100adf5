//! Characters that are none, or that one of the databases does not take.

use portico_tests::{Actor, Answer, App, json, makers, makers::PASSWORD, send};
use reqwest::Method;

async fn raw(owner: &Actor, method: Method, path: &str, body: impl Into<reqwest::Body>) -> Answer {
    let request = owner
        .request(method, path)
        .header("Content-Type", "application/json")
        .header("If-Match", "\"1\"")
        .header("Idempotency-Key", "text")
        .body(body);
    send(request).await
}

#[tokio::test]
async fn nul_characters_are_refused_with_the_field() {
    let app = App::start().await;
    let owner = app.sign_up("Nul").await;
    let customer = makers::customer_id(&owner, "Hopper").await;
    let draft = makers::draft(&owner, &customer, "1").await.id();
    let sent = makers::sent(&owner, &customer, "1").await;
    let line = |name: &str| json!([{ "name": "Work", "quantity": "1", "rate": "1" }, { "name": name, "quantity": "1", "rate": "1" }]);
    let text = "a\0b";
    let cases = [
        (
            Method::POST,
            "/items".to_owned(),
            json!({ "name": text, "rate": "1" }),
            "/name",
        ),
        (
            Method::POST,
            "/items".to_owned(),
            json!({ "name": "I", "rate": "1", "description": text }),
            "/description",
        ),
        (
            Method::POST,
            "/customers".to_owned(),
            json!({ "kind": "company", "display_name": text }),
            "/display_name",
        ),
        (
            Method::POST,
            "/customers".to_owned(),
            json!({ "kind": "company", "display_name": "C", "billing_address": { "city": text } }),
            "/billing_address/city",
        ),
        (
            Method::POST,
            "/invoices".to_owned(),
            json!({ "customer_id": customer, "lines": line(text) }),
            "/lines/1/name",
        ),
        (
            Method::PATCH,
            format!("/invoices/{draft}"),
            json!({ "notes": text }),
            "/notes",
        ),
        (
            Method::POST,
            format!("/invoices/{sent}/void"),
            json!({ "reason": text }),
            "/reason",
        ),
        (
            Method::PATCH,
            "/organization".to_owned(),
            json!({ "name": text }),
            "/name",
        ),
        (
            Method::POST,
            "/taxes".to_owned(),
            json!({ "name": text, "rate": "1" }),
            "/name",
        ),
        (
            Method::POST,
            "/members".to_owned(),
            json!({ "name": text, "email": "b@b.example", "role": "staff" }),
            "/name",
        ),
        (
            Method::POST,
            "/auth/sign-in".to_owned(),
            json!({ "email": "a\0@b.example", "password": PASSWORD }),
            "/email",
        ),
    ];
    for (method, path, body, pointer) in cases {
        let answer = raw(&owner, method, &path, body.to_string()).await;
        assert_eq!(answer.status, 422, "{path} {pointer}: {}", answer.body);
        answer.names_field(pointer);
    }
    // What only looks like one is a text like any other.
    let harmless = r#"{ "name": "a\\u0000b", "rate": "1" }"#;
    let item = raw(&owner, Method::POST, "/items", harmless)
        .await
        .expect(201);
    assert_eq!(item.body["name"], r"a\u0000b");
    app.stop().await;
}

#[tokio::test]
async fn nul_characters_beside_the_body_are_refused_too() {
    let app = App::start().await;
    let owner = app.sign_up("Nul elsewhere").await;
    for path in [
        "/customers?q=a%00b",
        "/invoices?q=%00",
        "/payments?q=%00",
        "/items?q=%00",
        "/members?q=%00",
        "/mails?subject_id=%00",
    ] {
        let answer = owner.get(path).await;
        assert_eq!(answer.status, 422, "{path}: {}", answer.body);
    }
    for path in [
        "/public/portals/a%00b",
        "/public/portals/a%00b/logo",
        "/customers/a%00b",
        "/number-series/%00",
        "/public/portals/nul-elsewhere/invitations/a%00b",
        "/public/member-invitations/a%00b",
    ] {
        let answer = owner.get(path).await;
        assert!(
            [404, 405].contains(&answer.status),
            "{path}: {} {}",
            answer.status,
            answer.body
        );
    }
    let page = reqwest::get(format!("{}/a%00b/invoices", app.base))
        .await
        .expect("a page");
    assert_ne!(page.status(), 500);
    let csv = b"Name,Email,City\nLind\0qvist,,\n".to_vec();
    let mapping = ("mapping", r#"{ "Name": "display_name" }"#);
    let answer = owner
        .upload(Method::POST, "/customers/import", csv.clone(), &[mapping])
        .await;
    assert_eq!(answer.status, 422, "{}", answer.body);
    let preview = owner
        .upload(Method::POST, "/customers/import/preview", csv, &[mapping])
        .await;
    assert!([200, 422].contains(&preview.status), "{}", preview.body);
    let odd = ("mapping", "{ \"Na\\u0000me\": \"display_name\" }");
    let answer = owner
        .upload(
            Method::POST,
            "/customers/import",
            b"Name\nA\n".to_vec(),
            &[odd],
        )
        .await;
    assert_eq!(answer.status, 422, "{}", answer.body);
    app.stop().await;
}

#[tokio::test]
async fn what_is_no_unicode_is_refused() {
    let app = App::start().await;
    let owner = app.sign_up("Unicode").await;
    let bodies: [&[u8]; 6] = [
        br#"{"name":"\ud800","rate":"1"}"#,
        br#"{"name":"\udc00\ud800","rate":"1"}"#,
        br#"{"name":"\ud800x","rate":"1"}"#,
        b"{\"name\":\"\xff\xfe\",\"rate\":\"1\"}",
        b"{\"name\":\"\xc0\xaf\",\"rate\":\"1\"}",
        b"{\"name\":\"\xed\xa0\x80\",\"rate\":\"1\"}",
    ];
    for body in bodies {
        let answer = raw(&owner, Method::POST, "/items", body).await;
        let shown = String::from_utf8_lossy(body);
        assert!(
            [400, 422].contains(&answer.status),
            "{shown}: {}",
            answer.body
        );
    }
    let query = owner.get("/items?q=%ff%fe").await;
    assert!([200, 422].contains(&query.status), "{}", query.body);
    assert_eq!(
        owner.get("/items").await.expect(200).body["data"],
        json!([])
    );
    // Whatever is Unicode comes back as it was.
    let name = "𝔘𝔫𝔦 👩‍👩‍👧 \u{202e}\u{200b}\u{fffd}\u{10ffff} ’";
    let item = owner
        .post("/items", json!({ "name": name, "rate": "1" }))
        .await
        .expect(201);
    assert_eq!(item.body["name"], name);
    app.stop().await;
}
