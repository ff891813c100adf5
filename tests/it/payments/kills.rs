//! A server that dies between any two steps of a payment: another one goes on, and the money is taken, booked and
//! told of once (semantics §4).

use std::process::{Child, Command, Stdio};

use clap::Parser;
use portico_api::{
    app::{self, Parts},
    clock::Clock,
    config::Config,
};
use portico_tests::{Value, eventually, json};

use crate::payments::counter::{Counter, GOOD_ACCOUNT, GOOD_CARD, confirm, id};

#[derive(Parser)]
struct Flags {
    #[command(flatten)]
    config: Config,
}

/// Not a test of its own: the server that the others start and that dies. It says where it listens in a file.
#[tokio::test]
#[ignore = "the other tests of this file run it as a process"]
async fn mortal_server() {
    let config = Flags::parse_from(["portico"]).config;
    let address = config.data_dir.join("mortal");
    let parts = Parts::open(config, Clock::system())
        .await
        .expect("it opens");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let running = app::start(parts, listener).expect("it starts");
    std::fs::write(&address, base).expect("the address can be written");
    running.wait().await.expect("it ends well");
}

/// A second server on the same database, which dies at a place.
pub struct Mortal {
    process: Child,
    base: String,
}

impl Mortal {
    async fn start(desk: &Counter, place: &str) -> Self {
        Self::start_with(desk, place, &[]).await
    }

    /// With further settings.
    pub async fn start_with(desk: &Counter, place: &str, settings: &[(&str, &str)]) -> Self {
        let config = &desk.app.parts.config;
        let address = config.data_dir.join("mortal");
        let process = Command::new(std::env::current_exe().expect("this program"))
            .args([
                "--exact",
                "payments::kills::mortal_server",
                "--ignored",
                "--nocapture",
            ])
            .env("DATABASE_URL", &config.database_url)
            .env("PORTICO_DATA_DIR", &config.data_dir)
            .env("PORTICO_PUBLIC_URL", config.public_url.as_str())
            .env("PORTICO_WORKER", "false")
            .env("PORTICO_SANDBOX_WEBHOOKS", "false")
            .env("PORTICO_FAILPOINT", place)
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a process starts");
        let base = eventually("the second server listens", async || {
            std::fs::read_to_string(&address)
                .ok()
                .filter(|base| !base.is_empty())
        })
        .await;
        Self { process, base }
    }

    /// A request that the server may not live to answer.
    pub async fn try_post(
        &self,
        person: &portico_tests::Actor,
        path: &str,
        key: &str,
        body: Value,
    ) -> Option<Value> {
        let request = person
            .clone()
            .at(&self.base)
            .request(reqwest::Method::POST, path)
            .header("Idempotency-Key", key)
            .json(&body);
        request.send().await.ok()?.json().await.ok()
    }

    /// An event of a gateway, likewise.
    pub async fn try_webhook(
        &self,
        desk: &Counter,
        path: &str,
        headers: &[(String, String)],
        body: String,
    ) {
        let nobody = desk.app.nobody().at(&self.base);
        let mut request = nobody.request(reqwest::Method::POST, path);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let request = request.header("content-type", "application/json");
        let _ = request.body(body).send().await;
    }

    /// Waits until it is dead by its own hand; a test that never reached the place fails here.
    pub async fn is_dead(&mut self) {
        let status = eventually("the second server dies", async || {
            self.process.try_wait().expect("its state is known")
        })
        .await;
        assert!(!status.success(), "it ended well");
    }
}

/// A test that fails leaves no server behind.
impl Drop for Mortal {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Pays with a server that dies at `place`; what the payer does again reaches the one that lives. Then everything the
/// gateway tells arrives, backwards and twice, and the round runs.
async fn survives(place: &str, method: &str, number: &str) {
    let desk = Counter::open().await;
    let mut mortal = Mortal::start(&desk, place).await;
    let body = json!({ "gateway": "sandbox", "method": method, "mandate_accepted": true,
                       "allocations": [{ "invoice_id": desk.invoice, "amount": 10_000 }] });
    let first = mortal
        .try_post(&desk.grace, "/portal/payments", "k", body.clone())
        .await;
    let payment = desk
        .grace
        .post_once("/portal/payments", "k", body)
        .await
        .expect(201)
        .body;
    assert!(
        first.is_none_or(|first| first["id"] == payment["id"]),
        "the same key is the same payment"
    );
    confirm(&desk.app.nobody(), &payment, number)
        .await
        .expect(200);
    let sync = format!("/portal/payments/{}/sync", id(&payment));
    mortal.try_post(&desk.grace, &sync, "s", json!({})).await;
    desk.app.clock().advance_seconds(61);
    desk.settle().await;
    for event in desk.events().await {
        let sandbox = desk
            .app
            .parts
            .gateways
            .sandbox()
            .expect("the sandbox is on");
        // The second server's clock is the real one.
        let sent = sandbox
            .webhook(&event, Clock::system().now().to_utc())
            .expect("a body");
        let request = desk
            .app
            .nobody()
            .at(&mortal.base)
            .request(reqwest::Method::POST, "/public/gateways/sandbox/webhooks");
        let _ = request
            .header("Sandbox-Signature", sent.signature)
            .header("content-type", "application/json")
            .body(sent.body)
            .send()
            .await;
    }
    mortal.is_dead().await;

    let events = desk.events().await;
    for event in events.iter().rev().chain(&events) {
        desk.deliver(event).await.expect(204);
    }
    desk.sync(&payment).await;
    desk.round().await;
    desk.paid_once().await;
    desk.app.stop().await;
}

macro_rules! survives {
    ($($name:ident: $place:literal),* $(,)?) => {$(
        mod $name {
            #[tokio::test]
            async fn by_card() {
                super::survives($place, "card", super::GOOD_CARD).await;
            }

            #[tokio::test]
            async fn by_debit() {
                super::survives($place, "bank_debit", super::GOOD_ACCOUNT).await;
            }
        }
    )*};
}

survives! {
    after_the_attempt_was_written: "attempt_opened",
    after_the_gateway_answered: "gateway_answered",
    after_the_intent_was_kept: "intent_kept",
    before_it_is_booked: "about_to_book",
    before_the_booking_is_committed: "booked_not_committed",
    after_it_was_booked: "booked",
    after_a_webhook_was_believed: "webhook_received",
}

#[tokio::test]
async fn a_server_that_dies_after_cancelling_at_the_gateway_leaves_a_way_to_pay() {
    let desk = Counter::open().await;
    let left = desk.start("a", "card").await.expect(201).body;
    let mut mortal = Mortal::start(&desk, "cancelled_at_gateway").await;
    let body = json!({ "gateway": "sandbox", "method": "card", "allocations": [{ "invoice_id": desk.invoice, "amount": 10_000 }] });
    let answer = mortal
        .try_post(&desk.grace, "/portal/payments", "b", body)
        .await;
    assert!(answer.is_none());
    mortal.is_dead().await;
    let second = desk.start("b", "card").await.expect(201).body;
    desk.confirm(&left, GOOD_CARD)
        .await
        .refused(409, "conflict");
    desk.confirm(&second, GOOD_CARD).await.expect(200);
    desk.sync(&second).await;
    desk.paid_once().await;
    desk.app.stop().await;
}

/// Refunds with a server that dies at `place`; what staff do again reaches the one that lives. Then everything the
/// gateway tells arrives, backwards and twice, and the round runs.
async fn refund_survives(place: &str) {
    let desk = Counter::open().await;
    let payment = desk.paid(GOOD_CARD).await;
    let mut mortal = Mortal::start(&desk, place).await;
    let path = format!("/payments/{payment}/refunds");
    let body = desk.refund_body(4_000);
    mortal.try_post(&desk.owner, &path, "r", body).await;
    mortal.is_dead().await;
    desk.refund(&payment, "r", 4_000).await.expect(201);
    let events = desk.events().await;
    for event in events.iter().rev().chain(&events) {
        desk.deliver(event).await.expect(204);
    }
    desk.app.clock().advance_seconds(61);
    desk.round().await;
    desk.refunded(&payment, 4_000, 1).await;
    desk.app.stop().await;
}

#[tokio::test]
async fn a_refund_after_its_money_was_set_aside() {
    refund_survives("refund_reserved").await;
}

#[tokio::test]
async fn a_refund_after_the_gateway_answered() {
    refund_survives("refund_answered").await;
}

#[tokio::test]
async fn a_refund_before_the_booking_is_committed() {
    refund_survives("refund_booked_not_committed").await;
}

#[tokio::test]
async fn a_refund_after_it_was_booked() {
    refund_survives("refund_booked").await;
}
