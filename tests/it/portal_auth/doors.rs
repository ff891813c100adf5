//! One session never passes for another.

use portico_tests::{Actor, Answer, App, json, makers};
use reqwest::Method;

async fn refresh(actor: &Actor, portal: &str) -> Answer {
    let request = actor.request(Method::POST, &format!("/portal/{portal}/auth/refresh"));
    portico_tests::send(request.header("X-Portico-Csrf", "1")).await
}

#[tokio::test]
async fn staff_and_customers_do_not_pass_for_one_another() {
    let app = App::start().await;
    let owner = app.sign_up("Doors").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    for path in ["/me", "/customers", "/invoices"] {
        maja.get(path).await.refused(401, "not_authenticated");
    }
    for path in ["/portal/me", "/portal/invoices"] {
        owner.get(path).await.refused(401, "not_authenticated");
    }
    app.stop().await;
}

#[tokio::test]
async fn two_portals_in_one_browser_keep_apart() {
    let app = App::start().await;
    let (one, two) = (app.sign_up("One").await, app.sign_up("Two").await);
    let mine = makers::customer_with_person(&one, "Mine", "grace@mine.example").await;
    let theirs = makers::customer_with_person(&two, "Theirs", "grace@theirs.example").await;
    makers::portal_person(&app, &one, &mine).await;
    makers::portal_person(&app, &two, &theirs).await;
    let browser = app.nobody();
    let mut cookies = Vec::new();
    for (portal, email) in [
        ("one", "grace@mine.example"),
        ("two", "grace@theirs.example"),
    ] {
        let body = json!({ "email": email, "password": makers::PASSWORD });
        let answer = browser
            .post(&format!("/portal/{portal}/auth/sign-in"), body)
            .await
            .expect(200);
        let cookie = answer.header("set-cookie").to_owned();
        for attribute in [
            "HttpOnly",
            "SameSite=Strict",
            &format!("Path=/api/v1/portal/{portal}/auth"),
        ] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        cookies.push(
            cookie
                .split(['=', ';'])
                .nth(1)
                .unwrap_or_default()
                .to_owned(),
        );
    }
    assert_eq!(
        refresh(&browser, "one").await.expect(200).body["customer"]["name"],
        "Mine"
    );
    assert_eq!(
        refresh(&browser, "two").await.expect(200).body["customer"]["name"],
        "Theirs"
    );
    // The token of one portal is nothing at the other, even under the other's name.
    let smuggled = app
        .nobody()
        .request(Method::POST, "/portal/two/auth/refresh")
        .header("X-Portico-Csrf", "1")
        .header("Cookie", format!("portico_portal_two={}", cookies[0]));
    assert_ne!(portico_tests::send(smuggled).await.status, 200);
    app.stop().await;
}

#[tokio::test]
async fn the_cookie_needs_the_header_and_signing_out_ends_the_session() {
    let app = App::start().await;
    let owner = app.sign_up("Leaving").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let maja = makers::portal_person(&app, &owner, &customer).await;
    maja.post("/portal/leaving/auth/refresh", json!({}))
        .await
        .refused(403, "csrf_required");
    maja.post("/portal/leaving/auth/sign-out", json!({}))
        .await
        .refused(403, "csrf_required");
    let renewed = refresh(&maja, "leaving").await.expect(200);
    let renewed = maja.clone().with_session(renewed.body);
    let out = maja
        .request(Method::POST, "/portal/leaving/auth/sign-out")
        .header("X-Portico-Csrf", "1");
    portico_tests::send(out).await.expect(204);
    renewed
        .get("/portal/me")
        .await
        .refused(401, "not_authenticated");
    refresh(&maja, "leaving")
        .await
        .refused(401, "not_authenticated");
    app.stop().await;
}

#[tokio::test]
async fn everybody_sees_a_portal_by_its_name() {
    let app = App::start().await;
    app.sign_up("Brightwater Studio").await;
    let portal = app
        .nobody()
        .get("/public/portals/brightwater-studio")
        .await
        .expect(200)
        .body;
    assert_eq!(portal["organization_name"], "Brightwater Studio");
    assert_eq!(
        (
            portal["language"].as_str(),
            portal["accent_text_colour"].as_str()
        ),
        (Some("en"), Some("#ffffff"))
    );
    for name in ["nobody", "Brightwater-Studio", "..%2F"] {
        app.nobody()
            .get(&format!("/public/portals/{name}"))
            .await
            .refused(404, "not_found");
    }
    app.stop().await;
}
