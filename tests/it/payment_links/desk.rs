//! A business with a link, and a stranger who holds it.

use portico_tests::{Actor, Answer, App, Value, json, makers, send};
use reqwest::Method;

pub use crate::payments::counter::{
    BOUNCING_ACCOUNT, CHALLENGED_CARD, GOOD_ACCOUNT, GOOD_CARD, confirm, id,
};

/// The customer owes 100.00 EUR; nobody of it has access to the portal.
pub struct Desk {
    pub app: App,
    pub owner: Actor,
    pub customer: String,
    pub invoice: String,
    /// Whoever holds the link.
    pub nobody: Actor,
}

impl Desk {
    pub async fn open() -> Self {
        let app = App::start_with(|config| config.sandbox_webhooks = false).await;
        let owner = app.sign_up("Links").await;
        let body = json!({ "kind": "company", "display_name": "Hopper", "first_name": "Grace", "last_name": "Hopper",
                           "email": "grace@hopper.example", "allow_bank_debit": true });
        let customer = owner.post("/customers", body).await.expect(201).id();
        let invoice = makers::sent(&owner, &customer, "100").await;
        let nobody = app.nobody();
        Self {
            app,
            owner,
            customer,
            invoice,
            nobody,
        }
    }

    /// Makes a link; the clock may have outrun the owner's first token.
    pub async fn make(&self, body: Value) -> Link {
        let owner = makers::sign_in_again(&self.app, "links").await;
        let made = owner.post("/payment-links", body).await.expect(201);
        let url = made.body["url"].as_str().expect("its address").to_owned();
        let (portal, token) = url.split_once("/pay-link/").expect("the page's address");
        assert!(portal.ends_with("/links"), "{url}");
        Link {
            id: made.id(),
            path: format!("/public/payment-links/{token}"),
            token: token.to_owned(),
            proof: None,
        }
    }

    /// A link for the whole invoice.
    pub async fn link(&self) -> Link {
        self.make(json!({ "invoice_id": self.invoice })).await
    }

    /// The link as staff see it.
    pub async fn staff(&self, link: &Link) -> Value {
        let owner = makers::sign_in_again(&self.app, "links").await;
        let path = format!("/payment-links/{}", link.id);
        owner.get(&path).await.expect(200).body
    }

    pub async fn page(&self, link: &Link) -> Value {
        let page = link.get(&self.nobody, "").await.expect(200).body;
        page["link"].clone()
    }

    pub async fn start(&self, link: &Link, key: &str, method: &str) -> Answer {
        link.start(&self.nobody, key, method).await
    }

    pub async fn confirm(&self, payment: &Value, number: &str) -> Answer {
        confirm(&self.nobody, payment, number).await
    }

    pub async fn sync(&self, link: &Link, payment: &Value) -> Value {
        let path = format!("/payments/{}/sync", id(payment));
        let answer = link.post(&self.nobody, &path, json!({})).await;
        answer.expect(200).body
    }

    /// From the first press to the money.
    pub async fn pay(&self, link: &Link, key: &str) -> Value {
        let payment = self.start(link, key, "card").await.expect(201).body;
        self.confirm(&payment, GOOD_CARD).await.expect(200);
        self.sync(link, &payment).await
    }

    pub async fn invoice(&self) -> Value {
        let owner = makers::sign_in_again(&self.app, "links").await;
        let path = format!("/invoices/{}", self.invoice);
        owner.get(&path).await.expect(200).body
    }

    pub async fn settle(&self) {
        let sandbox = self.app.parts.gateways.sandbox().expect("the sandbox");
        let now = self.app.clock().now().to_utc();
        sandbox.settle_due(now).await.expect("it settles");
    }

    /// So many payments succeeded, and the books are right.
    pub async fn end(self, succeeded: usize) {
        let owner = makers::sign_in_again(&self.app, "links").await;
        let payments = owner
            .get("/payments?state=succeeded")
            .await
            .expect(200)
            .body;
        let count = payments["data"].as_array().map(Vec::len);
        assert_eq!(count, Some(succeeded), "{payments}");
        makers::doctor(&self.app).await;
        self.app.stop().await;
    }
}

/// A link in somebody's hands.
#[derive(Clone)]
pub struct Link {
    pub id: String,
    pub token: String,
    path: String,
    pub proof: Option<String>,
}

impl Link {
    async fn call(
        &self,
        actor: &Actor,
        method: Method,
        path: &str,
        shape: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> Answer {
        let mut request = actor.request(method, &format!("{}{path}", self.path));
        if let Some(proof) = &self.proof {
            request = request.header("Payment-Link-Proof", proof);
        }
        send(shape(request)).await
    }

    pub async fn get(&self, actor: &Actor, path: &str) -> Answer {
        self.call(actor, Method::GET, path, |request| request).await
    }

    pub async fn post(&self, actor: &Actor, path: &str, body: Value) -> Answer {
        let shape = |request: reqwest::RequestBuilder| request.json(&body);
        self.call(actor, Method::POST, path, shape).await
    }

    pub async fn start(&self, actor: &Actor, key: &str, method: &str) -> Answer {
        let body = json!({ "gateway": "sandbox", "method": method, "mandate_accepted": method == "bank_debit" });
        let shape =
            |request: reqwest::RequestBuilder| request.header("Idempotency-Key", key).json(&body);
        self.call(actor, Method::POST, "/payments", shape).await
    }
}
