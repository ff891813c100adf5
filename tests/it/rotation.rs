//! A new key for what is encrypted: everything opens with it and nothing with the old one, what is derived stays, and
//! a kill between the database and the key's file loses nothing.

use std::path::{Path, PathBuf};

use portico_api::keys::{Keys, rotate::rotate};
use portico_tests::{Actor, App, eventually, json, makers::PASSWORD};
use totp_rs::{Algorithm, Secret, TOTP};

/// A server whose database holds one of everything that is encrypted.
struct Vault {
    app: App,
    owner: Actor,
    totp: TOTP,
}

impl Vault {
    async fn fill() -> Self {
        let app = App::start_with(|config| {
            config.worker = false;
            // Nobody listens there: whether the credentials open is the question, not what Stripe thinks of them.
            config.stripe_url = Some("http://127.0.0.1:9".parse().expect("an address"));
        })
        .await;
        let owner = app.sign_up("Vault").await;
        let account = json!({ "credentials": {
            "public_key": "pk_test_1", "secret_key": "sk_test_1", "webhook_key": "whsec_1",
        }});
        owner
            .patch_plain("/gateways/stripe", account)
            .await
            .expect(200);
        let setup = owner
            .post("/me/mfa", json!({ "password": PASSWORD }))
            .await
            .expect(200)
            .body;
        let secret = Secret::Encoded(setup["secret"].as_str().expect("a secret").to_owned());
        let secret = secret.to_bytes().expect("base 32");
        let totp = TOTP::new(Algorithm::SHA1, 6, 0, 30, secret).expect("an app");
        let vault = Self { app, owner, totp };
        let code = json!({ "code": vault.code() });
        vault.owner.post("/me/mfa/confirm", code).await.expect(200);
        let invitation = json!({ "name": "Ben", "email": "ben@staff.example", "role": "staff" });
        vault.owner.post("/members", invitation).await.expect(201);
        vault
    }

    fn code(&self) -> String {
        let now = self.app.clock().now().0 / 1000;
        self.totp.generate(now.unsigned_abs())
    }

    fn folder(&self) -> PathBuf {
        self.app.parts.config.data_dir.join("keys")
    }

    /// As it was a moment before the end: everything is sealed with the next key, which is not in its place. Tells that key.
    async fn interrupt(&self) -> Vec<u8> {
        let folder = self.folder();
        let old = read(&folder, "data.key");
        let rotated = rotate(&folder, &self.app.parts.db).await;
        rotated.expect("a rotation");
        let (data, next) = (folder.join("data.key"), folder.join("data.key.next"));
        std::fs::rename(&data, &next).expect("renamed");
        std::fs::write(&data, &old).expect("written");
        read(&folder, "data.key.next")
    }

    /// With the keys as they are now: the owner signs in by code, the account opens, the waiting mail goes out.
    async fn opens(self) {
        let second = self.app.beside_with(|config| config.worker = true).await;
        self.app.clock().advance_seconds(30);
        let sign_in = json!({
            "email": "owner@vault.example", "password": PASSWORD, "code": self.code(),
        });
        let nobody = self.app.nobody().at(&second.base);
        let session = nobody.post("/auth/sign-in", sign_in).await.expect(200).body;
        let owner = nobody.with_session(session);
        // Credentials that do not open would be our own fault, a 500.
        let check = owner.post("/gateways/stripe/check", json!({})).await;
        let found = check.expect(200).body;
        assert_eq!(found["check_failure"]["code"], "unavailable", "{found}");
        eventually("the invitation arrives", async || {
            let mails = owner.get("/public/dev/mailbox").await.expect(200).body;
            let mails = mails["data"].as_array().cloned().unwrap_or_default();
            mails
                .iter()
                .any(|mail| mail["to"] == "ben@staff.example")
                .then_some(())
        })
        .await;
        second.stop().await;
        self.app.stop().await;
    }
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join(name)).expect("a key")
}

#[tokio::test]
async fn everything_opens_with_the_new_key() {
    let vault = Vault::fill().await;
    let folder = vault.folder();
    let old = read(&folder, "data.key");
    let before = Keys::open(&folder, false).expect("keys");
    let sealed = before.seal("here", "secret").expect("a ciphertext");
    let count = rotate(&folder, &vault.app.parts.db)
        .await
        .expect("a rotation");
    assert_eq!(count, 3, "a mail, an authenticator, an account");
    assert_ne!(read(&folder, "data.key"), old);
    assert!(!folder.join("data.key.next").exists());
    let after = Keys::open(&folder, false).expect("keys");
    assert!(
        after.open_sealed("here", &sealed).is_err(),
        "the old key is out of use"
    );
    assert_eq!(before.derive("a link"), after.derive("a link"));
    // And once more, as the derived secrets have a file of their own now.
    rotate(&folder, &vault.app.parts.db)
        .await
        .expect("another rotation");
    let last = Keys::open(&folder, false).expect("keys");
    assert_eq!(before.derive("a link"), last.derive("a link"));
    vault.opens().await;
}

#[tokio::test]
async fn killed_before_the_key_is_in_its_place_it_goes_on() {
    let vault = Vault::fill().await;
    let next = vault.interrupt().await;
    let folder = vault.folder();
    let count = rotate(&folder, &vault.app.parts.db)
        .await
        .expect("it goes on");
    assert_eq!(count, 3);
    assert_eq!(read(&folder, "data.key"), next, "the key it had begun with");
    vault.opens().await;
}

#[tokio::test]
async fn killed_before_the_key_is_in_its_place_a_server_opens_everything() {
    let vault = Vault::fill().await;
    vault.interrupt().await;
    vault.opens().await;
}

#[tokio::test]
async fn what_opens_with_no_key_stops_the_rotation() {
    let vault = Vault::fill().await;
    let folder = vault.folder();
    let old = read(&folder, "data.key");
    std::fs::write(folder.join("data.key"), [7; 32]).expect("written");
    let error = rotate(&folder, &vault.app.parts.db)
        .await
        .expect_err("no rotation");
    assert!(
        format!("{error:#}").contains("opens with none of the keys"),
        "{error:#}"
    );
    // Nothing was sealed anew, nor kept of the wrong key: the right one still opens all of it.
    std::fs::write(folder.join("data.key"), &old).expect("written");
    assert!(!folder.join("derivation.key").exists());
    vault.opens().await;
}
