//! What signing up must not be: a way around staff, or a way to learn who is known.

use portico_tests::{App, json, makers, makers::PASSWORD};

use super::{allow, ask, asked, link, mail, open, stranger, waiting};

const MAJA: &str = "maja@lindqvist.example";

#[tokio::test]
async fn who_was_shut_out_never_comes_back_by_signing_up() {
    let app = App::start().await;
    let owner = open(&app, "Shut").await;
    let customer = makers::customer_id(&owner, "Lindqvist").await;
    let (invited, token) = makers::invite(&app, &owner, &customer).await;
    makers::accept(&app, &invited, &token).await;
    // A link from before does not help either.
    let other = makers::customer_with_person(&owner, "Noether", MAJA).await;
    let early = asked(&app, "shut", MAJA).await;
    let off = format!("{}/portal-access/disable", invited.path);
    owner.post(&off, json!({})).await.expect(200);
    owner
        .delete(&format!("/customers/{other}"))
        .await
        .expect(204);
    let join = json!({ "password": PASSWORD });
    app.nobody()
        .post(&format!("{early}/join"), join)
        .await
        .refused(410, "link_used");
    // Nor another row with the same address at the same customer.
    let again = json!({ "first_name": "Maja", "email": MAJA });
    owner
        .post(&format!("/customers/{customer}/contact-persons"), again)
        .await
        .expect(201);
    app.clock().advance_seconds(601);
    ask(&app, "shut", MAJA).await.expect(204);
    let known = mail(&app, MAJA, 2).await;
    let text = known["text"].as_str().unwrap_or_default();
    assert!(
        !text.contains("/sign-up/") && text.contains("/shut/login"),
        "{text}"
    );
    app.stop().await;
}

#[tokio::test]
async fn the_answer_tells_nobody_who_is_known_and_mails_are_few() {
    let app = App::start().await;
    let owner = open(&app, "Silent").await;
    makers::customer_with_person(&owner, "Lindqvist", MAJA).await;
    for email in [MAJA, "nobody@berg.example"] {
        for _ in 0..3 {
            let answer = ask(&app, "silent", email).await.expect(204);
            assert!(answer.body.is_null());
        }
        mail(&app, email, 1).await;
    }
    app.clock().advance_seconds(601);
    ask(&app, "silent", MAJA).await.expect(204);
    mail(&app, MAJA, 2).await;
    // Nobody voids the link that its owner holds by asking once more; whichever is used, the others are void then.
    let mails = app.mails(MAJA, 2).await;
    let [second, first] = [0, 1].map(|at| link("silent", &mails[at]));
    let join = json!({ "password": PASSWORD });
    let joined = app.nobody().post(&format!("{first}/join"), join).await;
    joined.expect(200);
    app.nobody().get(&second).await.refused(410, "link_used");
    // After five a day there is no more.
    for count in 3..=6 {
        app.clock().advance_seconds(601);
        ask(&app, "silent", MAJA).await.expect(204);
        mail(&app, MAJA, count.min(5)).await;
    }
    app.clock().advance_seconds(601);
    ask(&app, "silent", "somebody@else.example")
        .await
        .expect(204);
    mail(&app, "somebody@else.example", 1).await;
    assert_eq!(
        mail(&app, MAJA, 5).await["subject"],
        "Signing up to the customer portal of Silent"
    );
    for wrong in ["", "maja", "maja@"] {
        ask(&app, "silent", wrong)
            .await
            .refused(422, "validation_failed")
            .names_field("/email");
    }
    app.stop().await;
}

#[tokio::test]
async fn a_link_is_good_at_its_own_portal_in_its_time_and_while_signing_up_is_allowed() {
    let app = App::start().await;
    let owner = open(&app, "Own").await;
    open(&app, "Elsewhere").await;
    let path = asked(&app, "own", "nora@berg.example").await;
    let tries = async |path: &str, status: u16, code: &str| {
        let nobody = app.nobody();
        nobody.get(path).await.refused(status, code);
        let asking = nobody.post(&format!("{path}/ask"), stranger(None)).await;
        asking.refused(status, code);
        let join = format!("{path}/join");
        let joining = nobody.post(&join, json!({ "password": PASSWORD })).await;
        joining.refused(status, code);
    };
    let elsewhere = path.replace("/own/", "/elsewhere/");
    tries(&elsewhere, 404, "not_found").await;
    tries("/public/portals/own/sign-ups/unknown", 404, "not_found").await;
    allow(&owner, false).await;
    tries(&path, 409, "not_allowed_in_state").await;
    ask(&app, "own", "nora@berg.example")
        .await
        .refused(409, "not_allowed_in_state");
    allow(&owner, true).await;
    app.nobody().get(&path).await.expect(200);
    app.clock().advance_seconds(24 * 3600);
    tries(&path, 410, "link_expired").await;
    let owner = makers::sign_in_again(&app, "own").await;
    assert!(waiting(&owner).await.is_empty());
    ask(&app, "no-such-portal", "nora@berg.example")
        .await
        .refused(404, "not_found");
    app.stop().await;
}

#[tokio::test]
async fn an_inactive_customers_people_do_not_come_in() {
    let app = App::start().await;
    let owner = open(&app, "Inactive").await;
    let customer = makers::customer_with_person(&owner, "Lindqvist", MAJA).await;
    let path = asked(&app, "inactive", MAJA).await;
    owner
        .post(&format!("/customers/{customer}/deactivate"), json!({}))
        .await
        .expect(200);
    app.nobody()
        .post(&format!("{path}/join"), json!({ "password": PASSWORD }))
        .await
        .refused(410, "link_used");
    app.stop().await;
}

#[tokio::test]
async fn a_portal_is_no_way_to_write_to_strangers() {
    let app = App::start().await;
    let owner = open(&app, "Strangers").await;
    makers::customer_with_person(&owner, "Lindqvist", MAJA).await;
    for number in 0..60 {
        let stranger = format!("stranger{number}@berg.example");
        ask(&app, "strangers", &stranger).await.expect(204);
    }
    mail(&app, "stranger59@berg.example", 1).await;
    let late = "late@berg.example";
    ask(&app, "strangers", late).await.expect(204);
    // Whom staff have entered still gets the link, and after an hour strangers do.
    ask(&app, "strangers", MAJA).await.expect(204);
    mail(&app, MAJA, 1).await;
    assert!(app.mails(late, 0).await.is_empty());
    app.clock().advance_seconds(3601);
    ask(&app, "strangers", late).await.expect(204);
    mail(&app, late, 1).await;
    app.stop().await;
}
