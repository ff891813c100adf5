//! `localstripe` from PyPI, one for each test that asks for it.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
};

/// The key that it takes; any other of this form is as good.
pub const SECRET_KEY: &str = "sk_test_KeepThisToYourself";

/// A running server; it ends when this is dropped.
pub struct LocalStripe {
    /// Its address.
    pub base: String,
    _server: Child,
}

/// What goes wrong with a call.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// Nobody hears it.
    Unreachable,
    /// It is done, and nobody is told.
    AnswerLost,
    /// It is answered with an error of the server.
    ServerError,
}

impl Fault {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::AnswerLost => "answer_lost",
            Self::ServerError => "server_error",
        }
    }
}

impl LocalStripe {
    /// Nothing if it cannot be had here: no Python, or no way to PyPI. In CI that is a failure.
    pub async fn start() -> Option<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let installed = Command::new(root.join(".ci/localstripe")).output().await;
        let python = match installed {
            Ok(output) if output.status.success() => {
                PathBuf::from(String::from_utf8(output.stdout).expect("it answers").trim())
            }
            why => {
                assert!(
                    std::env::var_os("CI").is_none_or(|ci| ci != "true"),
                    "localstripe cannot be installed: {why:?}"
                );
                eprintln!("SKIPPED: localstripe cannot be installed here: {why:?}");
                return None;
            }
        };
        let mut server = Command::new(python)
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("fake_stripe.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("it answers");
        let mut lines = BufReader::new(server.stdout.take().expect("it answers")).lines();
        let port = lines
            .next_line()
            .await
            .expect("it answers")
            .expect("its port");
        Some(Self {
            base: format!("http://127.0.0.1:{port}"),
            _server: server,
        })
    }

    /// Calls it past the adapter, as the payer's browser or Stripe's own staff would.
    pub async fn post(&self, path: &str, form: &str) -> Value {
        let response = reqwest::Client::new()
            .post(format!("{}/v1/{path}", self.base))
            .bearer_auth(SECRET_KEY)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form.to_owned())
            .send()
            .await
            .expect("it answers");
        response.json().await.expect("it answers")
    }

    /// Looks at something past the adapter.
    pub async fn get(&self, path: &str) -> Value {
        let response = reqwest::Client::new()
            .get(format!("{}/v1/{path}", self.base))
            .bearer_auth(SECRET_KEY)
            .send()
            .await
            .expect("it answers");
        response.json().await.expect("it answers")
    }

    /// The id of a new card with this number.
    pub async fn card(&self, number: &str) -> String {
        let form = format!(
            "type=card&card[number]={number}&card[exp_month]=12&card[exp_year]=2030&card[cvc]=123"
        );
        let card = self.post("payment_methods", &form).await;
        card["id"].as_str().expect("a card").to_owned()
    }

    /// Pays an intent as the payer's browser does.
    pub async fn pay(&self, intent_id: &str, method_id: &str) {
        let path = format!("payment_intents/{intent_id}");
        self.post(&path, &format!("payment_method={method_id}"))
            .await;
        self.post(&format!("{path}/confirm"), "").await;
    }

    /// The next so many calls (method and path, as a regular expression) go wrong like this.
    pub async fn fail(&self, call: &str, fault: Fault, times: usize) {
        self.faults(&json!([{ "call": call, "kind": fault.as_str(), "times": times }]))
            .await;
    }

    /// Nothing goes wrong any more.
    pub async fn mend(&self) {
        self.faults(&json!([])).await;
    }

    async fn faults(&self, faults: &Value) {
        let told = reqwest::Client::new()
            .post(format!("{}/_faults", self.base))
            .header("content-type", "application/json")
            .body(faults.to_string())
            .send()
            .await
            .expect("it answers");
        assert!(told.status().is_success());
    }
}
