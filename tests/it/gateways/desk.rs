//! A customer at the counter of a business that has connected a provider.

use portico_api::config::Config;
use portico_tests::{Actor, Answer, Value, json, makers};

use crate::payments::counter::{Counter, id};

/// The counter, and the provider's name.
pub struct Desk {
    pub counter: Counter,
    pub kind: &'static str,
}

impl Desk {
    /// The sandbox is switched off, so that nothing else can be paid by.
    pub async fn open(
        kind: &'static str,
        credentials: Value,
        change: impl FnOnce(&mut Config),
    ) -> Self {
        let counter = Counter::open_with(change).await;
        let owner = &counter.owner;
        let off = json!({ "enabled": false });
        owner
            .patch_plain("/gateways/sandbox", off)
            .await
            .expect(200);
        let body = json!({ "credentials": credentials, "enabled": true });
        owner
            .patch_plain(&format!("/gateways/{kind}"), body)
            .await
            .expect(200);
        Self { counter, kind }
    }

    pub async fn start(&self, key: &str, method: &str) -> Answer {
        let body = json!({ "gateway": self.kind, "method": method,
                           "allocations": [{ "invoice_id": self.counter.invoice, "amount": 10_000 }] });
        let grace = &self.counter.grace;
        grace.post_once("/portal/payments", key, body).await
    }

    /// What comes of trying the credentials: nothing, or a code.
    pub async fn check(&self) -> Value {
        let path = format!("/gateways/{}/check", self.kind);
        let checked = self.owner().await.post(&path, json!({})).await.expect(200);
        assert_ne!(checked.body["checked_at"], Value::Null);
        checked.body["check_failure"]["code"].clone()
    }

    pub async fn owner(&self) -> Actor {
        makers::sign_in_again(&self.counter.app, "counter").await
    }

    /// A payment as staff see it.
    pub async fn seen(&self, payment: &Value) -> Value {
        let path = format!("/payments/{}", id(payment));
        self.owner().await.get(&path).await.expect(200).body
    }

    /// Where the provider sends its webhooks, below the API's address.
    pub async fn webhook_path(&self) -> String {
        let list = self.owner().await.get("/gateways").await.expect(200).body;
        let all = list["data"].as_array().cloned().unwrap_or_default();
        let own = all.iter().find(|gateway| gateway["kind"] == self.kind);
        let url = own.and_then(|own| own["webhook_url"].as_str());
        let (_, path) = url
            .and_then(|url| url.split_once("/api/v1"))
            .expect("an address");
        path.to_owned()
    }

    pub async fn webhook(&self, headers: &[(String, String)], body: String) -> Answer {
        let path = self.webhook_path().await;
        let nobody = self.counter.app.nobody();
        let mut request = nobody.request(reqwest::Method::POST, &path);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        portico_tests::send(
            request
                .header("content-type", "application/json")
                .body(body),
        )
        .await
    }
}
