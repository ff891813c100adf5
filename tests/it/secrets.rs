//! No secret is written down: a server that logs everything it can is put through whatever has one, and then its log
//! and its audit trail are searched for them.

use std::process::Command;

use portico_tests::{Answer, App, Value, eventually, json, makers, makers::PASSWORD};
use totp_rs::{Algorithm, Secret, TOTP};

use crate::payments::counter::{Counter, GOOD_ACCOUNT, GOOD_CARD, start};

/// Marks a line of the process's output that names a secret.
const MARK: &str = "SECRET ";

/// Nobody listens there.
const NOWHERE: &str = "http://127.0.0.1:9";

fn cookie(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie").split(';').next();
    let (_, value) = cookie
        .and_then(|pair| pair.split_once('='))
        .expect("a cookie");
    value.to_owned()
}

/// The token of a link that was mailed to an address.
async fn mailed(app: &App, to: &str, part: &str) -> String {
    eventually("a mail with a link", async || {
        let mails = app.mails(to, 1).await;
        let mut texts = mails.iter().filter_map(|mail| mail["text"].as_str());
        let (_, link) = texts.find_map(|text| text.split_once(part))?;
        let plain = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
        Some(link.chars().take_while(plain).collect())
    })
    .await
}

/// Signing in, well and badly, by password and with an authenticator app; a forgotten password.
async fn of_accounts(desk: &Counter, secrets: &mut Vec<String>) {
    let (app, owner) = (&desk.app, &desk.owner);
    secrets.extend([owner.token().to_owned(), desk.grace.token().to_owned()]);
    secrets.push(mailed(app, "grace@hopper.example", "/invitation/").await);
    let nobody = app.nobody();
    let sign_in =
        |password: &str| json!({ "email": "owner@counter.example", "password": password });
    let signed_in = nobody.post("/auth/sign-in", sign_in(PASSWORD)).await;
    secrets.push(cookie(&signed_in.expect(200)));
    let wrong = "wrong-horse-battery-9";
    nobody
        .post("/auth/sign-in", sign_in(wrong))
        .await
        .expect(401);
    secrets.push(wrong.to_owned());

    let forgotten = json!({ "email": "owner@counter.example" });
    nobody
        .post("/public/password-resets", forgotten)
        .await
        .expect(204);
    let token = mailed(app, "owner@counter.example", "/reset-password/").await;
    let path = format!("/public/password-resets/{token}");
    nobody.get(&path).await.expect(200);
    secrets.push(token);

    let password = json!({ "password": PASSWORD });
    let setup = owner.post("/me/mfa", password).await.expect(200).body;
    let secret = setup["secret"].as_str().expect("a secret").to_owned();
    let bytes = Secret::Encoded(secret.clone()).to_bytes();
    let totp = TOTP::new(Algorithm::SHA1, 6, 0, 30, bytes.expect("base 32")).expect("an app");
    let code = totp.generate((app.clock().now().0 / 1000).unsigned_abs());
    let confirmed = owner.post("/me/mfa/confirm", json!({ "code": code })).await;
    let codes = confirmed.expect(200).body;
    let codes = codes["codes"].as_array().expect("codes").iter();
    secrets.extend(codes.filter_map(|code| code.as_str().map(str::to_owned)));
    secrets.push(secret);
}

/// Gateways connected, payments made, a payment link opened.
async fn of_payments(desk: &Counter, secrets: &mut Vec<String>) {
    let (app, owner) = (&desk.app, &desk.owner);
    for (kind, secret, webhook) in [
        ("stripe", "sk_test_do_not_write_me", "whsec_do_not_write_me"),
        ("paypal", "EJ-do-not-write-me", "WH-do-not-write-me"),
    ] {
        let account = json!({ "credentials": {
            "public_key": "pk_test_1", "secret_key": secret, "webhook_key": webhook, "test_mode": true,
        }});
        let path = format!("/gateways/{kind}");
        owner.patch_plain(&path, account).await.expect(200);
        let check = format!("{path}/check");
        owner.post(&check, json!({})).await.expect(200);
        secrets.extend([secret.to_owned(), webhook.to_owned()]);
    }
    for (method, number) in [("card", GOOD_CARD), ("bank_debit", GOOD_ACCOUNT)] {
        let invoice = makers::sent(owner, &desk.customer, "100").await;
        let started = start(&desk.grace, method, method, &invoice, 10_000).await;
        let started = started.expect(201).body;
        let secret = started["client_secret"].as_str();
        secrets.push(secret.expect("a client secret").to_owned());
        desk.confirm(&started, number).await.expect(200);
        desk.sync(&started).await;
        secrets.push(number.to_owned());
    }
    let setup = json!({ "gateway": "sandbox", "method": "card" });
    let setup = desk
        .grace
        .post("/portal/payment-methods/setups", setup)
        .await;
    let secret = setup.expect(201).body["client_secret"].clone();
    secrets.push(secret.as_str().expect("a client secret").to_owned());
    let link = json!({ "invoice_id": desk.invoice });
    let link = owner.post_once("/payment-links", "link", link).await;
    let link = link.expect(201).body;
    let token = link["url"].as_str().and_then(|url| url.rsplit('/').next());
    let token = token.expect("an address").to_owned();
    let path = format!("/public/payment-links/{token}");
    app.nobody().get(&path).await.expect(200);
    secrets.push(token);
}

#[derive(sea_orm::FromQueryResult)]
struct Audited {
    data: entity::Doc<Value>,
}

/// Not a test of its own: what the test below runs as a process whose log it reads.
#[tokio::test]
#[ignore = "the test of this file runs it as a process"]
async fn talkative() {
    let desk = Counter::open_with(|config| {
        config.stripe_url = Some(NOWHERE.parse().expect("an address"));
        config.paypal_url = Some(NOWHERE.parse().expect("an address"));
    })
    .await;
    let mut secrets = vec![PASSWORD.to_owned()];
    of_accounts(&desk, &mut secrets).await;
    of_payments(&desk, &mut secrets).await;

    let read = desk
        .app
        .parts
        .db
        .system_read("search the audit trail", async |global| {
            let sql = "select data from audit_entry";
            global.query::<Audited>(sql, []).await
        });
    let entries = read.await.expect("the audit trail");
    assert!(entries.len() > 10, "{} entries", entries.len());
    for secret in &secrets {
        assert!(secret.len() >= 8, "{secret} would be found anywhere");
        for Audited { data } in &entries {
            assert!(
                !data.0.to_string().contains(secret),
                "{secret} in {}",
                data.0
            );
        }
        println!("{MARK}{secret}");
    }
    desk.app.stop().await;
}

#[tokio::test]
async fn no_secret_is_written_down() {
    let mut process = Command::new(std::env::current_exe().expect("this program"));
    process
        .args(["--exact", "secrets::talkative", "--ignored", "--nocapture"])
        // The cookie jar is the test's own, and says what it puts there.
        .env("RUST_LOG", "trace,cookie_store=off");
    let output = tokio::task::spawn_blocking(move || process.output());
    let output = output.await.expect("a thread").expect("a process");
    let told = String::from_utf8_lossy(&output.stdout);
    let log = String::from_utf8_lossy(&output.stderr);
    let end = log.len().saturating_sub(2_000);
    assert!(
        output.status.success(),
        "{told}\n…{}",
        log.get(end..).unwrap_or_default()
    );
    let secrets: Vec<&str> = told
        .lines()
        .filter_map(|line| line.split_once(MARK))
        .map(|(_, s)| s)
        .collect();
    assert!(secrets.len() > 25, "{} secrets", secrets.len());
    for expected in ["portico_api", "actix_http", "hyper", "PATCH"] {
        assert!(log.contains(expected), "the log says nothing of {expected}");
    }
    for secret in secrets {
        let found = log.lines().find(|line| line.contains(secret));
        assert_eq!(found, None, "{secret} is in the log");
    }
}
