use portico_tests::{Actor, Answer, App, json, makers::PASSWORD};
use reqwest::Method;

async fn refresh(actor: &Actor) -> Answer {
    portico_tests::send(
        actor
            .request(Method::POST, "/auth/refresh")
            .header("X-Portico-Csrf", "1"),
    )
    .await
}

#[tokio::test]
async fn the_cookie_renews_the_session_and_needs_the_header() {
    let app = App::start().await;
    let owner = app.sign_up("Cookies").await;
    owner
        .post("/auth/refresh", json!({}))
        .await
        .refused(403, "csrf_required");
    let renewed = refresh(&owner).await.expect(200);
    let cookie = renewed.header("set-cookie").to_owned();
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/api/v1/auth"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    app.nobody()
        .with_session(renewed.body)
        .get("/me")
        .await
        .expect(200);
    app.stop().await;
}

#[tokio::test]
async fn a_refresh_token_that_is_used_again_ends_the_session() {
    let app = App::start().await;
    let owner = app.sign_up("Reuse").await;
    let answer = app
        .nobody()
        .post(
            "/auth/sign-in",
            json!({ "email": "owner@reuse.example", "password": PASSWORD }),
        )
        .await
        .expect(200);
    let cookie = answer
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap_or_default()
        .to_owned();
    let victim = app.nobody().with_session(answer.body);
    let steal = async || {
        portico_tests::send(
            app.nobody()
                .request(Method::POST, "/auth/refresh")
                .header("X-Portico-Csrf", "1")
                .header("Cookie", &cookie),
        )
        .await
    };
    steal().await.expect(200);
    steal().await.refused(409, "refresh_in_progress");
    victim.get("/me").await.expect(200);
    app.clock().advance_seconds(30);
    steal().await.refused(401, "not_authenticated");
    victim.get("/me").await.refused(401, "not_authenticated");
    owner.get("/me").await.expect(200);
    app.stop().await;
}

#[tokio::test]
async fn signing_out_ends_the_session_at_once() {
    let app = App::start().await;
    let owner = app.sign_up("Leaving").await;
    portico_tests::send(
        owner
            .request(Method::POST, "/auth/sign-out")
            .header("X-Portico-Csrf", "1"),
    )
    .await
    .expect(204);
    owner.get("/me").await.refused(401, "not_authenticated");
    refresh(&owner).await.refused(401, "not_authenticated");
    app.stop().await;
}

#[tokio::test]
async fn another_sites_page_renews_nothing() {
    let app =
        App::start_with(|config| config.cors_origins = vec!["https://app.example".to_owned()])
            .await;
    let owner = app.sign_up("Crossing").await;
    let from = async |path: &str, headers: &[(&str, &str)]| {
        let request = owner
            .request(Method::POST, path)
            .header("X-Portico-Csrf", "1");
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        portico_tests::send(request).await
    };
    for headers in [
        [
            ("Origin", "https://evil.example"),
            ("Sec-Fetch-Site", "cross-site"),
        ]
        .as_slice(),
        &[("Origin", "https://evil.example")],
        &[("Origin", "null")],
        &[("Sec-Fetch-Site", "cross-site")],
        // Another port or name of the same site.
        &[
            ("Origin", "http://127.0.0.1:1"),
            ("Sec-Fetch-Site", "same-site"),
        ],
        // A browser says where it was, whatever the host was said to be.
        &[
            ("Origin", "https://evil.example"),
            ("Host", "evil.example"),
            ("Sec-Fetch-Site", "cross-site"),
        ],
    ] {
        from("/auth/refresh", headers)
            .await
            .refused(403, "csrf_required");
        from("/auth/sign-out", headers)
            .await
            .refused(403, "csrf_required");
    }
    let own = app.base.clone();
    for headers in [
        [("Origin", own.as_str()), ("Sec-Fetch-Site", "same-origin")].as_slice(),
        &[("Origin", &own)],
        &[("Sec-Fetch-Site", "none")],
        &[
            ("Origin", "https://app.example"),
            ("Sec-Fetch-Site", "cross-site"),
        ],
        // Behind a proxy that names another host.
        &[("Origin", &own), ("Host", "inside:8080")],
    ] {
        from("/auth/refresh", headers).await.expect(200);
    }
    app.stop().await;
}

#[tokio::test]
async fn whoever_was_deactivated_renews_nothing() {
    let app = App::start().await;
    let owner = app.sign_up("Leaving too").await;
    let ben = portico_tests::makers::member(&app, &owner, "Ben", "staff").await;
    refresh(&ben).await.expect(200);
    let list = owner.get("/members?q=ben@").await.expect(200).body;
    let path = format!(
        "/members/{}",
        list["data"][0]["id"].as_str().unwrap_or_default()
    );
    owner
        .patch_plain(&path, json!({ "active": false }))
        .await
        .expect(200);
    ben.get("/me").await.refused(401, "not_authenticated");
    refresh(&ben).await.refused(401, "not_authenticated");
    app.stop().await;
}
