use portico_tests::{App, json, makers::PASSWORD};
use totp_rs::{Algorithm, Secret, TOTP};

use super::Person;

/// An authenticator app.
struct Device {
    totp: TOTP,
    /// The code that proved it.
    proof: String,
}

impl Device {
    fn new(secret: &str) -> Self {
        let secret = Secret::Encoded(secret.to_owned())
            .to_bytes()
            .expect("base 32");
        Self {
            totp: TOTP::new(Algorithm::SHA1, 6, 0, 30, secret).expect("an app"),
            proof: String::new(),
        }
    }

    /// What it shows, so many seconds from now.
    fn code(&self, app: &App, seconds: i64) -> String {
        let now = app.clock().now().0 / 1000 + seconds;
        self.totp.generate(now.unsigned_abs())
    }
}

async fn set_up(app: &App, person: &Person) -> (Device, Vec<String>) {
    let path = format!("{}/mfa", person.me);
    let wrong = json!({ "password": "not-the-password-3" });
    person
        .actor
        .post(&path, wrong)
        .await
        .refused(401, "invalid_credentials");
    let right = json!({ "password": PASSWORD });
    let setup = person.actor.post(&path, right).await.expect(200).body;
    let secret = setup["secret"].as_str().expect("a secret");
    assert!(
        setup["otpauth_url"]
            .as_str()
            .is_some_and(|url| url.starts_with("otpauth://totp/") && url.contains(secret))
    );
    assert!(
        setup["qr_svg"]
            .as_str()
            .is_some_and(|svg| svg.contains("<svg"))
    );
    let mut device = Device::new(secret);
    // Not in use before it is proven.
    person.signs_in(app, PASSWORD, None).await.expect(200);
    let confirm = format!("{path}/confirm");
    person
        .actor
        .post(&confirm, json!({ "code": "000000" }))
        .await
        .refused(401, "mfa_invalid");
    device.proof = device.code(app, 0);
    let code = json!({ "code": device.proof });
    let codes = person
        .actor
        .post(&confirm, code.clone())
        .await
        .expect(200)
        .body;
    person
        .actor
        .post(&confirm, code)
        .await
        .refused(409, "not_allowed_in_state");
    let codes = codes["codes"].as_array().expect("codes").iter();
    let codes = codes
        .filter_map(|code| code.as_str().map(str::to_owned))
        .collect();
    (device, codes)
}

#[tokio::test]
async fn a_code_is_asked_for_and_good_once() {
    let app = App::start().await;
    for person in Person::of_both_sides(&app).await {
        let (device, codes) = set_up(&app, &person).await;
        assert_eq!(codes.len(), 10);
        person
            .signs_in(&app, PASSWORD, None)
            .await
            .refused(401, "mfa_required");
        person
            .signs_in(&app, "not-the-password-3", None)
            .await
            .refused(401, "invalid_credentials");
        // The code that proved the app was used. That very one: half a minute may end at any moment.
        person
            .signs_in(&app, PASSWORD, Some(&device.proof))
            .await
            .refused(401, "mfa_invalid");
        app.clock().advance_seconds(30);
        person
            .signs_in(&app, PASSWORD, Some(&device.code(&app, 600)))
            .await
            .refused(401, "mfa_invalid");
        let code = device.code(&app, 0);
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        person
            .signs_in(&app, PASSWORD, Some(&spaced))
            .await
            .expect(200);
        person
            .signs_in(&app, PASSWORD, Some(&code))
            .await
            .refused(401, "mfa_invalid");
        // A clock may be half a minute off, but nobody goes back.
        person
            .signs_in(&app, PASSWORD, Some(&device.code(&app, 30)))
            .await
            .expect(200);
        person
            .signs_in(&app, PASSWORD, Some(&device.code(&app, 0)))
            .await
            .refused(401, "mfa_invalid");

        person
            .signs_in(&app, PASSWORD, Some(&codes[0].to_uppercase()))
            .await
            .expect(200);
        person
            .signs_in(&app, PASSWORD, Some(&codes[0]))
            .await
            .refused(401, "mfa_invalid");
        assert_eq!(
            person.mfa().await,
            json!({ "enabled": true, "required": false, "recovery_codes_left": 9 })
        );
    }
    app.stop().await;
}

#[tokio::test]
async fn one_code_at_many_doors_opens_one() {
    let app = App::start().await;
    let [staff, _] = Person::of_both_sides(&app).await;
    let (device, _) = set_up(&app, &staff).await;
    app.clock().advance_seconds(30);
    let code = device.code(&app, 0);
    let tries = (0..4).map(|_| staff.signs_in(&app, PASSWORD, Some(&code)));
    let answers = futures::future::join_all(tries).await;
    let opened = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(opened, 1);
    app.stop().await;
}

#[tokio::test]
async fn guessing_codes_is_slowed_down_although_the_password_is_right() {
    let app = App::start().await;
    for person in Person::of_both_sides(&app).await {
        set_up(&app, &person).await;
        let mut slowed = false;
        for guess in 0..12 {
            let code = format!("{guess:06}");
            let answer = person.signs_in(&app, PASSWORD, Some(&code)).await;
            slowed |= answer.status == 429;
        }
        assert!(slowed, "{}", person.me);
    }
    app.stop().await;
}

#[tokio::test]
async fn turning_it_off_takes_password_and_code() {
    let app = App::start().await;
    for person in Person::of_both_sides(&app).await {
        let (device, codes) = set_up(&app, &person).await;
        let path = format!("{}/mfa", person.me);
        let again = json!({ "password": PASSWORD });
        person
            .actor
            .post(&path, again.clone())
            .await
            .refused(409, "not_allowed_in_state");
        let renewed = person
            .actor
            .post(&format!("{path}/recovery-codes"), again)
            .await
            .expect(200);
        assert_eq!(renewed.body["codes"].as_array().map(Vec::len), Some(10));
        person
            .signs_in(&app, PASSWORD, Some(&codes[0]))
            .await
            .refused(401, "mfa_invalid");

        app.clock().advance_seconds(60);
        let disable = format!("{path}/disable");
        let no_code = json!({ "password": PASSWORD, "code": "000000" });
        person
            .actor
            .post(&disable, no_code)
            .await
            .refused(401, "mfa_invalid");
        let no_password = json!({ "password": "not-the-password-3", "code": device.code(&app, 0) });
        person
            .actor
            .post(&disable, no_password)
            .await
            .refused(401, "invalid_credentials");
        let both = json!({ "password": PASSWORD, "code": device.code(&app, 0) });
        person.actor.post(&disable, both).await.expect(204);
        assert_eq!(person.mfa().await["enabled"], false);
        person.signs_in(&app, PASSWORD, None).await.expect(200);
    }
    app.stop().await;
}

#[tokio::test]
async fn an_organization_can_demand_it() {
    let app = App::start().await;
    let [staff, portal] = Person::of_both_sides(&app).await;
    let demand = json!({ "staff_mfa_required": true, "portal_mfa_required": true });
    let organization = staff.owner.get("/organization").await.expect(200).body;
    let version = organization["version"].as_i64().expect("a version");
    staff
        .owner
        .patch("/organization", version, demand)
        .await
        .expect(200);
    staff
        .owner
        .get("/customers")
        .await
        .refused(403, "mfa_setup_required");
    for (person, somewhere) in [(staff, "/customers"), (portal, "/portal/home")] {
        person
            .actor
            .get(somewhere)
            .await
            .refused(403, "mfa_setup_required");
        let me = person.actor.get(person.me).await.expect(200).body;
        assert_eq!(me["mfa_setup_required"], true);
        let (device, _) = set_up(&app, &person).await;
        person.actor.get(somewhere).await.expect(200);
        app.clock().advance_seconds(30);
        let disable = json!({ "password": PASSWORD, "code": device.code(&app, 0) });
        let path = format!("{}/mfa/disable", person.me);
        person
            .actor
            .post(&path, disable)
            .await
            .refused(409, "not_allowed_in_state");
    }
    app.stop().await;
}
