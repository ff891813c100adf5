//! Guessing passwords: slow, and it teaches nothing.

use std::time::{Duration, Instant};

use portico_tests::{Actor, Answer, App, json, makers, makers::PASSWORD};

async fn try_once(actor: &Actor, door: &str, email: &str, password: &str) -> Answer {
    actor
        .post(
            &format!("{door}/auth/sign-in"),
            json!({ "email": email, "password": password }),
        )
        .await
}

#[tokio::test]
async fn the_delay_grows_with_every_failure_and_spares_other_accounts() {
    let app = App::start().await;
    app.sign_up("Guessed").await;
    app.sign_up("Spared").await;
    let guesser = app.nobody();
    for _ in 0..5 {
        try_once(&guesser, "", "owner@guessed.example", "wrong")
            .await
            .refused(401, "invalid_credentials");
    }
    let mut delays = Vec::new();
    for _ in 0..5 {
        try_once(&guesser, "", "owner@guessed.example", "wrong")
            .await
            .refused(401, "invalid_credentials");
        let blocked = try_once(&guesser, "", "owner@guessed.example", PASSWORD)
            .await
            .refused(429, "too_many_attempts");
        let seconds: i64 = blocked.header("retry-after").parse().expect("seconds");
        delays.push(seconds);
        app.clock().advance_seconds(seconds);
    }
    assert!(
        delays.windows(2).all(|pair| pair[1] > pair[0]),
        "{delays:?}"
    );
    assert!(delays[4] >= 30, "{delays:?}");
    try_once(&guesser, "", "owner@spared.example", PASSWORD)
        .await
        .expect(200);
    try_once(&guesser, "", "owner@guessed.example", PASSWORD)
        .await
        .expect(200);
    app.stop().await;
}

#[tokio::test]
async fn a_victim_is_never_locked_out() {
    let app = App::start_with(|config| {
        config.trusted_proxies = vec!["127.0.0.1".parse().expect("an address")];
    })
    .await;
    app.sign_up("Victim").await;
    let nobody = app.nobody();
    let from = async |address: String, password: &str| {
        let body = json!({ "email": "owner@victim.example", "password": password });
        let request = nobody
            .request(reqwest::Method::POST, "/auth/sign-in")
            .header("X-Forwarded-For", address);
        portico_tests::send(request.json(&body)).await
    };
    // Many machines guess, each below its own limit.
    let mut blocked = 0;
    for machine in 0..30 {
        let answer = from(format!("198.51.100.{machine}"), "wrong").await;
        blocked += u32::from(answer.status == 429);
    }
    assert!(
        blocked > 0,
        "guessing from many machines was not slowed down"
    );
    app.clock().advance_seconds(31);
    from("203.0.113.7".to_owned(), PASSWORD).await.expect(200);
    app.stop().await;
}

#[tokio::test]
async fn an_unknown_address_costs_as_much_time_as_a_known_one() {
    let app = App::start().await;
    let owner = app.sign_up("Timed").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    makers::portal_person(&app, &owner, &customer).await;
    let nobody = app.nobody();
    for (door, known) in [
        ("", "owner@timed.example"),
        ("/portal/timed", "maja@lindqvist.example"),
    ] {
        // The first use makes what is compared with for nobody.
        try_once(&nobody, door, "first@timed.example", "wrong")
            .await
            .refused(401, "invalid_credentials");
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for round in 0..5 {
            with.push(took(&nobody, door, known).await);
            without.push(took(&nobody, door, &format!("nobody{round}@timed.example")).await);
        }
        let (with, without) = (median(with), median(without));
        assert!(
            without * 3 > with,
            "{door}: unknown {without:?}, known {with:?}"
        );
    }
    app.stop().await;
}

async fn took(actor: &Actor, door: &str, email: &str) -> Duration {
    let start = Instant::now();
    try_once(actor, door, email, "wrong")
        .await
        .refused(401, "invalid_credentials");
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

#[tokio::test]
async fn whoever_owns_the_account_is_told_once() {
    let app = App::start().await;
    let owner = app.sign_up("Warned").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    makers::portal_person(&app, &owner, &customer).await;
    let guesser = app.nobody();
    for (door, email) in [
        ("", "owner@warned.example"),
        ("/portal/warned", "maja@lindqvist.example"),
        ("", "nobody@nowhere.example"),
    ] {
        for _ in 0..8 {
            try_once(&guesser, door, email, "wrong").await;
            app.clock().advance_seconds(17);
        }
    }
    for (email, link) in [
        ("owner@warned.example", "/office/forgot-password"),
        ("maja@lindqvist.example", "/warned/forgot-password"),
    ] {
        let mails = portico_tests::eventually("a warning", async || {
            let mails = app.mails(email, 1).await;
            let mails: Vec<_> = mails
                .into_iter()
                .filter(|mail| mail["subject"] == "Somebody tries to sign in to your account")
                .collect();
            (!mails.is_empty()).then_some(mails)
        })
        .await;
        assert_eq!(mails.len(), 1);
        let text = mails[0]["text"].as_str().unwrap_or_default();
        assert!(text.contains(link), "{text}");
    }
    app.stop().await;
}
