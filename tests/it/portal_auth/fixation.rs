//! A session that was there before signing in is not the one after it, and no page can be framed.

use portico_tests::{Answer, App, json, makers, makers::PASSWORD, send};
use reqwest::Method;

fn cookie(answer: &Answer) -> String {
    let header = answer.header("set-cookie");
    header
        .split(['=', ';'])
        .nth(1)
        .unwrap_or_default()
        .to_owned()
}

#[tokio::test]
async fn a_planted_cookie_does_not_become_the_victims_session() {
    let app = App::start().await;
    let owner = app.sign_up("Fixed").await;
    let victim = makers::customer_with_person(&owner, "Victim", "vera@victim.example").await;
    let attacker = makers::customer_with_person(&owner, "Attacker", "eve@attacker.example").await;
    makers::portal_person(&app, &owner, &victim).await;
    makers::portal_person(&app, &owner, &attacker).await;
    let sign_in = async |email: &str, planted: &str| {
        let request = app
            .nobody()
            .request(Method::POST, "/portal/fixed/auth/sign-in")
            .header("Cookie", format!("portico_portal_fixed={planted}"))
            .json(&json!({ "email": email, "password": PASSWORD }));
        send(request).await.expect(200)
    };
    let refresh = async |token: &str| {
        let request = app
            .nobody()
            .request(Method::POST, "/portal/fixed/auth/refresh")
            .header("X-Portico-Csrf", "1")
            .header("Cookie", format!("portico_portal_fixed={token}"));
        send(request).await
    };
    // What the attacker made up is not taken up …
    let answer = sign_in("vera@victim.example", "made-up").await;
    assert!(!["", "made-up"].contains(&cookie(&answer).as_str()));
    refresh("made-up").await.refused(401, "not_authenticated");
    // … and the attacker's own session stays the attacker's.
    let planted = cookie(&sign_in("eve@attacker.example", "").await);
    let hers = cookie(&sign_in("vera@victim.example", &planted).await);
    assert_ne!(hers, planted);
    let theirs = refresh(&planted).await.expect(200).body;
    assert_eq!(theirs["customer"]["name"], "Attacker");
    let own = refresh(&hers).await.expect(200).body;
    assert_eq!(own["customer"]["name"], "Victim");
    app.stop().await;
}

#[tokio::test]
async fn no_page_can_be_framed() {
    let app = App::start().await;
    app.sign_up("Framed").await;
    for path in [
        "/",
        "/framed",
        "/framed/login",
        "/framed/invoices/inv_1",
        "/framed/confirm-email/token",
        "/nowhere",
        "/office/",
        "/office/settings/portal",
        "/docs/",
        "/assets/portal/nothing.js",
        "/health/live",
        "/api/v1/openapi.json",
        "/api/v1/portal/home",
    ] {
        let request = reqwest::Client::new().get(format!("{}{path}", app.base));
        let answer = send(request).await;
        let policies = answer.headers.get_all("content-security-policy");
        let policies: Vec<_> = policies
            .iter()
            .filter_map(|policy| policy.to_str().ok())
            .collect();
        assert_eq!(policies.len(), 1, "{path}: {policies:?}");
        assert!(
            policies[0].contains("frame-ancestors 'none'"),
            "{path}: {policies:?}"
        );
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
    }
    app.stop().await;
}
