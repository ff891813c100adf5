//! Somebody who follows what changes.

use std::time::Duration;

use serde_json::Value;

use crate::{Actor, Answer, send};

/// An open stream of hints.
pub struct Events {
    response: reqwest::Response,
    text: String,
}

impl Events {
    /// Opens one; once this returns, nothing is missed.
    pub async fn open(actor: &Actor, path: &str) -> Self {
        let request = actor
            .request(reqwest::Method::GET, path)
            .header("Accept-Encoding", "gzip, br");
        let response = request.send().await.expect("an answer");
        assert_eq!(response.status(), 200, "{path}");
        Self {
            response,
            text: String::new(),
        }
    }

    /// What the server answers instead of a stream.
    pub async fn refused(actor: &Actor, path: &str) -> Answer {
        send(actor.request(reqwest::Method::GET, path)).await
    }

    /// A header; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        let value = self.response.headers().get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The next hint, as `invoice inv_…`; a failed test after twenty seconds or at the end.
    pub async fn next(&mut self) -> String {
        let hint = self.next_or_end().await;
        hint.expect("a hint, not the end")
    }

    /// Skips hints until this one.
    pub async fn until(&mut self, hint: &str) {
        while self.next().await != hint {}
    }

    /// Waits for the end of the stream.
    pub async fn ended(&mut self) {
        while self.next_or_end().await.is_some() {}
    }

    async fn next_or_end(&mut self) -> Option<String> {
        loop {
            while let Some((event, rest)) = self.text.split_once("\n\n") {
                let data = event.strip_prefix("data: ").map(str::to_owned);
                self.text = String::from(rest);
                if let Some(data) = data {
                    return Some(said(&data));
                }
            }
            let chunk = tokio::time::timeout(Duration::from_secs(20), self.response.chunk());
            // A server that stops may cut the line.
            let chunk = chunk.await.expect("waited in vain for a hint");
            let chunk = chunk.ok().flatten()?;
            self.text.push_str(&String::from_utf8_lossy(&chunk));
        }
    }
}

fn said(data: &str) -> String {
    let hint: Value = serde_json::from_str(data).expect("a hint");
    let text = |name: &str| hint[name].as_str().unwrap_or_default().to_owned();
    format!("{} {}", text("kind"), text("id")).trim().to_owned()
}
