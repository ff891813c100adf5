use portico_tests::{App, Value, json, makers};

use super::desk::{Desk, Link};

async fn verify(desk: &Desk) {
    let version = desk.owner.get("/organization").await.expect(200).body["version"].as_i64();
    let on = json!({ "verify_public_links": true });
    desk.owner
        .patch("/organization", version.unwrap_or(1), on)
        .await
        .expect(200);
}

/// The code in the newest of so many mails.
async fn code(app: &App, count: usize) -> String {
    let mails = app.mails("grace@hopper.example", count).await;
    let text = mails[0]["text"].as_str().unwrap_or_default();
    let digits = |word: &&str| word.len() == 6 && word.chars().all(|c| c.is_ascii_digit());
    let code = text.split_whitespace().find(digits);
    code.unwrap_or_else(|| panic!("no code in {text}"))
        .to_owned()
}

async fn enter(desk: &Desk, link: &Link, code: &str) -> portico_tests::Answer {
    link.post(&desk.nobody, "/verify", json!({ "code": code }))
        .await
}

fn wrong(code: &str) -> String {
    let other = if code.starts_with('1') { "2" } else { "1" };
    format!("{other}{}", &code[1..])
}

#[tokio::test]
async fn nothing_is_told_or_done_before_the_code() {
    let desk = Desk::open().await;
    let mut link = desk.link().await;
    let other = desk.link().await;
    let before = desk.start(&link, "a", "card").await.expect(201).body;
    verify(&desk).await;
    let page = link.get(&desk.nobody, "").await.expect(200).body;
    let told =
        json!({ "organization_name": "Links", "verification_required": true, "link": Value::Null });
    assert_eq!(page, told);
    let payment = format!("/payments/{}", before["id"].as_str().unwrap_or_default());
    link.get(&desk.nobody, &payment)
        .await
        .refused(403, "verification_required");
    for path in [
        "/view".to_owned(),
        format!("{payment}/sync"),
        format!("{payment}/cancel"),
    ] {
        let answer = link.post(&desk.nobody, &path, json!({})).await;
        answer.refused(403, "verification_required");
    }
    desk.start(&link, "b", "card")
        .await
        .refused(403, "verification_required");
    enter(&desk, &link, "000000")
        .await
        .refused(410, "link_expired");

    let sent = link.post(&desk.nobody, "/codes", json!({})).await;
    let sent = sent.expect(200).body;
    assert_eq!(
        sent,
        json!({ "sent_to": "g•••@h•••.example", "minutes": 10 })
    );
    let second = link.post(&desk.nobody, "/codes", json!({})).await;
    let second = second.refused(429, "too_many_attempts");
    assert!(!second.header("retry-after").is_empty());
    let code = code(&desk.app, 1).await;
    // It is this link's code only.
    enter(&desk, &other, &code)
        .await
        .refused(410, "link_expired");
    enter(&desk, &link, &wrong(&code))
        .await
        .refused(422, "validation_failed")
        .names_field("/code");
    let proof = enter(&desk, &link, &code).await.expect(200).body;
    let proof = proof["proof"].as_str().expect("a proof").to_owned();
    enter(&desk, &link, &code)
        .await
        .refused(410, "link_expired");

    // It opens this link, not another, for an hour.
    let mut stolen = other.clone();
    stolen.proof = Some(proof.clone());
    desk.start(&stolen, "c", "card")
        .await
        .refused(403, "verification_required");
    link.proof = Some(format!("{proof}x"));
    desk.start(&link, "d", "card")
        .await
        .refused(403, "verification_required");
    link.proof = Some(proof);
    link.post(&desk.nobody, "/view", json!({}))
        .await
        .expect(204);
    assert_eq!(desk.staff(&link).await["status"], "viewed");
    assert_eq!(desk.pay(&link, "e").await["state"], "succeeded");
    desk.app.clock().advance_seconds(3_600);
    let page = link.get(&desk.nobody, "").await.expect(200).body;
    assert_eq!(page["verification_required"], true);
    desk.end(1).await;
}

#[tokio::test]
async fn a_code_is_not_guessed() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    verify(&desk).await;
    let mut sent = 0;
    loop {
        let answer = link.post(&desk.nobody, "/codes", json!({})).await;
        if answer.status == 429 {
            break;
        }
        answer.expect(200);
        sent += 1;
        let code = code(&desk.app, sent).await;
        let guess = wrong(&code);
        // Many at once are counted like many in a row.
        let guesses: Vec<_> = (0..8)
            .map(|_| {
                let (link, guess, nobody) = (link.clone(), guess.clone(), desk.app.nobody());
                tokio::spawn(async move {
                    let body = json!({ "code": guess });
                    link.post(&nobody, "/verify", body).await.status
                })
            })
            .collect();
        let mut tried = 0;
        for guess in guesses {
            match guess.await.expect("a guess ends") {
                422 => tried += 1,
                status => assert_eq!(status, 410),
            }
        }
        assert_eq!(tried, 5);
        // By now the right one does not help either.
        enter(&desk, &link, &code)
            .await
            .refused(410, "link_expired");
        desk.app.clock().advance_seconds(61);
    }
    assert_eq!(sent, 10, "codes in a day");
    desk.end(0).await;
}

#[tokio::test]
async fn a_code_works_for_ten_minutes_and_the_newest_only() {
    let desk = Desk::open().await;
    let link = desk.link().await;
    verify(&desk).await;
    link.post(&desk.nobody, "/codes", json!({}))
        .await
        .expect(200);
    let first = code(&desk.app, 1).await;
    desk.app.clock().advance_seconds(60);
    link.post(&desk.nobody, "/codes", json!({}))
        .await
        .expect(200);
    let second = code(&desk.app, 2).await;
    if first != second {
        enter(&desk, &link, &first)
            .await
            .refused(422, "validation_failed");
    }
    desk.app.clock().advance_seconds(600);
    enter(&desk, &link, &second)
        .await
        .refused(410, "link_expired");
    // Nobody to write to: said plainly.
    let lonely = json!({ "kind": "company", "display_name": "Lonely" });
    let owner = makers::sign_in_again(&desk.app, "links").await;
    let lonely = owner.post("/customers", lonely).await.expect(201).id();
    let amount = json!({ "amount": 1, "currency": "EUR" });
    let body = json!({ "customer_id": lonely, "amount": amount, "description": "x" });
    let mut mailed = body.clone();
    mailed["send_mail"] = json!(true);
    owner
        .post("/payment-links", mailed)
        .await
        .refused(422, "validation_failed")
        .names_field("/send_mail");
    let link = desk.make(body).await;
    link.post(&desk.nobody, "/codes", json!({}))
        .await
        .refused(409, "not_allowed_in_state");
    desk.end(0).await;
}
