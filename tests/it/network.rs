//! What a request claims of where it comes from and where it goes to.

use portico_tests::{Answer, App, json, makers, send};
use reqwest::Method;

async fn forwarded(app: &App, forwarded: &[&str]) -> Answer {
    let request = app.nobody().request(Method::GET, "/public/portals/nobody");
    let request = forwarded.iter().fold(request, |request, value| {
        request.header("X-Forwarded-For", *value)
    });
    send(request).await
}

/// How many of these requests come through, at five a minute for each address.
async fn through(app: &App, requests: impl IntoIterator<Item = String>) -> usize {
    let mut through = 0;
    for value in requests {
        match forwarded(app, &[&value]).await.status {
            404 => through += 1,
            status => assert_eq!(status, 429),
        }
    }
    through
}

#[tokio::test]
async fn whoever_is_no_trusted_proxy_speaks_for_nobody() {
    let app = App::start_with(|config| config.rate_limit = 5.try_into().expect("five")).await;
    let claims = (0..8).map(|n| format!("203.0.113.{n}"));
    assert_eq!(through(&app, claims).await, 5);
    app.stop().await;
}

#[tokio::test]
async fn a_trusted_proxy_tells_its_clients_apart() {
    let app = App::start_with(|config| {
        config.rate_limit = 5.try_into().expect("five");
        config.trusted_proxies = ["127.0.0.1", "10.0.0.2"]
            .map(|text| text.parse().expect("an address"))
            .to_vec();
    })
    .await;
    let clients = (0..8).map(|n| format!("203.0.113.{n}"));
    assert_eq!(through(&app, clients).await, 8);
    // What a client wrote itself stands before what the proxies saw.
    let spoofed = (0..8).map(|n| format!("198.51.100.{n}, 203.0.113.99, 10.0.0.2"));
    assert_eq!(through(&app, spoofed).await, 5);
    // Nor does a line of its own, before the proxy's.
    let mut heard = 0;
    for n in 0..8 {
        let lines = [format!("192.0.2.{n}"), "203.0.113.98".to_owned()];
        let answer = forwarded(&app, &[&lines[0], &lines[1]]).await;
        heard += usize::from(answer.status == 404);
    }
    assert_eq!(heard, 5);
    // What is no address tells nothing: the proxy itself is counted.
    let nonsense = (0..8).map(|n| format!("nobody-{n}"));
    assert_eq!(through(&app, nonsense).await, 5);
    app.stop().await;
}

#[tokio::test]
async fn links_begin_with_the_public_url_whatever_host_was_asked() {
    let app = App::start_with(|config| {
        config.public_url = "https://pay.brightwater.example/"
            .parse()
            .expect("an address");
    })
    .await;
    let owner = app.sign_up("Links").await;
    let customer = makers::customer_with_person(&owner, "Hopper", "grace@hopper.example").await;
    let id = makers::draft(&owner, &customer, "1").await.id();
    let person = owner
        .get(&format!("/customers/{customer}"))
        .await
        .expect(200)
        .body["primary_contact"]["id"]
        .clone();
    let person = person.as_str().unwrap_or_default();
    for (path, body) in [
        (
            "/members".to_owned(),
            json!({ "name": "Ben", "email": "grace@hopper.example", "role": "staff" }),
        ),
        (
            format!("/customers/{customer}/contact-persons/{person}/portal-access"),
            json!({}),
        ),
        (format!("/invoices/{id}/send"), json!({})),
    ] {
        let request = owner.request(Method::POST, &path).json(&body);
        let request = ["Host", "X-Forwarded-Host", "X-Forwarded-Server"]
            .into_iter()
            .fold(request, |request, name| {
                request.header(name, "evil.example")
            })
            .header("Forwarded", "host=evil.example;proto=http")
            .header("X-Forwarded-Proto", "gopher")
            .header("Origin", "https://evil.example")
            .header("Referer", "https://evil.example/");
        let answer = send(request).await;
        assert!(
            [200, 201].contains(&answer.status),
            "{path}: {}",
            answer.body
        );
    }
    for mail in app.mails("grace@hopper.example", 3).await {
        let whole = mail.to_string();
        assert!(!whole.contains("evil.example"), "{whole}");
        assert!(
            whole.contains("https://pay.brightwater.example/"),
            "{whole}"
        );
        assert!(!whole.contains(&app.base), "{whole}");
    }
    let request = owner
        .request(Method::GET, "/organization")
        .header("Host", "evil.example");
    let organization = send(request).await.expect(200).body;
    assert_eq!(
        organization["portal_url"],
        "https://pay.brightwater.example/links"
    );
    app.stop().await;
}
