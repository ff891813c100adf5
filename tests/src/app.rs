//! The server under test.

use std::{net::TcpListener, path::PathBuf};

use clap::Parser;
use portico_api::{
    app::{self, Parts},
    clock::Clock,
    config::Config,
};
use serde_json::{Value, json};

use crate::{Actor, database};

/// A server with a database of its own and a clock that the test moves.
pub struct App {
    pub base: String,
    pub parts: Parts,
    folder: PathBuf,
    running: app::Running,
}

#[derive(Parser)]
struct Flags {
    #[command(flatten)]
    config: Config,
}

impl App {
    /// Starts one with the settings of development.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// Starts one with other settings.
    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let folder =
            std::env::temp_dir().join(format!("portico-test-{}", uuid::Uuid::new_v4().simple()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let url = database::fresh(&folder).await;
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let base = format!(
            "http://{}",
            listener.local_addr().expect("a listener has an address")
        );
        let mut config = Flags::parse_from(["portico"]).config;
        config.database_url = url;
        config.data_dir = folder.clone();
        config.public_url = base.parse().expect("an address");
        config.rate_limit = std::num::NonZeroU32::MAX;
        change(&mut config);
        portico_api::telemetry::init(true);
        let parts = Parts::open(config, Clock::movable())
            .await
            .expect("the server opens");
        let running = app::start(parts.clone(), listener).expect("the server starts");
        Self {
            base,
            parts,
            folder,
            running,
        }
    }

    /// A second server on the same database, with the same keys and clock, and without a worker.
    pub async fn beside(&self) -> Second {
        self.beside_with(|config| config.worker = false).await
    }

    /// A second server on the same database, with the same clock and with the keys as they are now.
    pub async fn beside_with(&self, change: impl FnOnce(&mut Config)) -> Second {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("a listener has an address");
        let mut config = self.parts.config.as_ref().clone();
        change(&mut config);
        let parts = Parts::open(config, self.clock().clone())
            .await
            .expect("the server opens");
        Second {
            base: format!("http://{address}"),
            db: parts.db.get_ref().clone(),
            running: app::start(parts, listener).expect("the server starts"),
        }
    }

    /// The clock that the server reads.
    pub fn clock(&self) -> &Clock {
        self.parts.db.clock()
    }

    /// Somebody without a session.
    pub fn nobody(&self) -> Actor {
        Actor::new(&self.base)
    }

    /// A business that just signed up, as its owner. `name` also makes the e-mail address.
    pub async fn sign_up(&self, name: &str) -> Actor {
        let actor = self.nobody();
        let answer = actor
            .post(
                "/auth/sign-up",
                json!({
                    "organization_name": name, "name": "Ada Holm", "email": format!("owner@{}.example", slug(name)),
                    "password": crate::makers::PASSWORD, "country": "DE", "base_currency": "EUR",
                    "time_zone": "Europe/Berlin", "language": "en",
                }),
            )
            .await
            .expect(201);
        actor.with_session(answer.body)
    }

    /// Mails in the development mailbox, the newest first, once `count` of them to `recipient` are there.
    pub async fn mails(&self, recipient: &str, count: usize) -> Vec<Value> {
        for _ in 0..200 {
            let answer = self.nobody().get("/public/dev/mailbox").await.expect(200);
            let all = answer.body["data"].as_array().cloned().unwrap_or_default();
            let found: Vec<Value> = all
                .into_iter()
                .filter(|mail| mail["to"] == recipient)
                .collect();
            if found.len() >= count {
                return found;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("{count} mails to {recipient} did not arrive");
    }

    /// Stops the server and removes what it left.
    pub async fn stop(self) {
        self.running.stop().await;
        let url = self.parts.config.database_url.clone();
        let db = self.parts.db.get_ref().clone();
        drop(self.parts);
        let _ = db.close().await;
        database::remove(&url).await;
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A server beside another one.
pub struct Second {
    pub base: String,
    db: portico_api::db::Db,
    running: app::Running,
}

impl Second {
    /// Stops it; the database stays.
    pub async fn stop(self) {
        self.running.stop().await;
        let _ = self.db.close().await;
    }
}

/// A name as part of an e-mail address.
pub(crate) fn slug(name: &str) -> String {
    let letters = name
        .to_lowercase()
        .replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    letters
        .split('-')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
