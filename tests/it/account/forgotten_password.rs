use portico_tests::{App, json, makers::PASSWORD};

use super::Person;

const NEW: &str = "amber-quay-74-compass";

/// The token of the link in the newest mail of so many.
async fn token(app: &App, email: &str, subject: &str, count: usize) -> String {
    let token = portico_tests::eventually("a mail with a link", async || {
        let mails = app.mails(email, 1).await;
        let resets: Vec<_> = mails
            .iter()
            .filter(|mail| {
                mail["subject"]
                    .as_str()
                    .is_some_and(|text| text.contains(subject))
            })
            .collect();
        (resets.len() == count).then(|| resets[0]["text"].as_str().unwrap_or_default().to_owned())
    })
    .await;
    let (_, link) = token.split_once("/reset-password/").expect("a link");
    link.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect()
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_once_and_every_session_ends() {
    let app = App::start().await;
    for person in Person::of_both_sides(&app).await {
        let ask = json!({ "email": person.email.to_uppercase() });
        for _ in 0..2 {
            app.nobody()
                .post(&person.resets, ask.clone())
                .await
                .expect(204);
        }
        let first = token(&app, person.email, "assword", 1).await;
        app.clock().advance_seconds(61);
        app.nobody().post(&person.resets, ask).await.expect(204);
        let second = token(&app, person.email, "assword", 2).await;
        assert_ne!(first, second);

        let nobody = app.nobody();
        let path = |token: &str| format!("{}/{token}", person.resets);
        nobody.get(&path(&first)).await.refused(410, "link_used");
        nobody.get(&path("unknown")).await.refused(404, "not_found");
        for _ in 0..2 {
            let shown = nobody.get(&path(&second)).await.expect(200).body;
            assert_eq!(shown["email"], person.email);
        }
        nobody
            .post(&path(&second), json!({ "password": "password" }))
            .await
            .refused(422, "validation_failed")
            .names_field("/password");
        let choose = json!({ "password": NEW });
        nobody
            .post(&path(&second), choose.clone())
            .await
            .expect(204);
        nobody
            .post(&path(&second), choose)
            .await
            .refused(410, "link_used");
        person
            .actor
            .get(person.me)
            .await
            .refused(401, "not_authenticated");
        person
            .signs_in(&app, PASSWORD, None)
            .await
            .refused(401, "invalid_credentials");
        person.signs_in(&app, NEW, None).await.expect(200);
    }
    app.stop().await;
}

#[tokio::test]
async fn a_link_expires_and_belongs_to_one_door() {
    let app = App::start().await;
    let [staff, portal] = Person::of_both_sides(&app).await;
    app.sign_up("Elsewhere").await;
    for person in [&staff, &portal] {
        let ask = json!({ "email": person.email });
        app.nobody().post(&person.resets, ask).await.expect(204);
    }
    let office = token(&app, staff.email, "assword", 1).await;
    let door = token(&app, portal.email, "assword", 1).await;
    let nobody = app.nobody();
    for path in [
        format!("{}/{door}", staff.resets),
        format!("{}/{office}", portal.resets),
        format!("/public/portals/elsewhere/password-resets/{door}"),
    ] {
        nobody.get(&path).await.refused(404, "not_found");
        let choose = json!({ "password": NEW });
        nobody.post(&path, choose).await.refused(404, "not_found");
    }
    app.clock().advance_seconds(3601);
    for path in [
        format!("{}/{office}", staff.resets),
        format!("{}/{door}", portal.resets),
    ] {
        nobody.get(&path).await.refused(410, "link_expired");
        let choose = json!({ "password": NEW });
        nobody
            .post(&path, choose)
            .await
            .refused(410, "link_expired");
    }
    app.stop().await;
}

#[tokio::test]
async fn asking_tells_nothing_and_shut_out_people_get_nothing() {
    let app = App::start().await;
    let [staff, portal] = Person::of_both_sides(&app).await;
    let disable = json!({ "active": false });
    let customers = portal.owner.get("/customers").await.expect(200).body;
    let customer = customers["data"][0]["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    portal
        .owner
        .post(&format!("/customers/{customer}/deactivate"), json!({}))
        .await
        .expect(200);
    let members = staff.owner.get("/members").await.expect(200).body;
    let member = members["data"]
        .as_array()
        .and_then(|list| list.iter().find(|row| row["email"] == staff.email))
        .and_then(|row| row["id"].as_str())
        .expect("the member");
    staff
        .owner
        .patch_plain(&format!("/members/{member}"), disable)
        .await
        .expect(200);
    for person in [&staff, &portal] {
        for email in [person.email, "nobody@nowhere.example"] {
            let ask = json!({ "email": email });
            let answer = app.nobody().post(&person.resets, ask).await.expect(204);
            assert!(answer.bytes.is_empty());
        }
        let ask = json!({ "email": "no address" });
        app.nobody()
            .post(&person.resets, ask)
            .await
            .refused(422, "validation_failed");
    }
    // The owner's mail comes after theirs would have.
    let ask = json!({ "email": "owner@doors.example" });
    app.nobody().post(&staff.resets, ask).await.expect(204);
    token(&app, "owner@doors.example", "assword", 1).await;
    let mailbox = app
        .nobody()
        .get("/public/dev/mailbox")
        .await
        .expect(200)
        .body;
    let wrong = mailbox["data"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|mail| {
            mail["text"]
                .as_str()
                .is_some_and(|text| text.contains("/reset-password/"))
                && mail["to"] != "owner@doors.example"
        });
    assert!(wrong.is_none(), "{wrong:?}");
    app.stop().await;
}
