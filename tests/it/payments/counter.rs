//! A customer at the counter: somebody who can pay an invoice, and what the tests ask afterwards.

use portico_api::config::Config;
use portico_gateways::{
    RefundStatus,
    sandbox::{SandboxEvent, SandboxLedger},
};
use portico_tests::{Actor, Answer, App, Value, json, makers};

/// The sandbox's numbers.
pub const GOOD_CARD: &str = "4242424242424242";
pub const REFUNDED_LATER_CARD: &str = "4000000000007726";
pub const REFUND_FAILS_CARD: &str = "4000000000005126";
pub const CHALLENGED_CARD: &str = "4000002760003184";
pub const GOOD_ACCOUNT: &str = "DE89370400440532013000";
pub const BOUNCING_ACCOUNT: &str = "DE62370400440532013001";

/// A business, and a person of a customer who owes it 100.00 EUR.
pub struct Counter {
    pub app: App,
    pub owner: Actor,
    pub grace: Actor,
    pub customer: String,
    pub invoice: String,
}

impl Counter {
    /// Without webhooks, so that a test decides what the server hears and when.
    pub async fn open() -> Self {
        Self::open_with(|config| config.sandbox_webhooks = false).await
    }

    pub async fn open_with(change: impl FnOnce(&mut Config)) -> Self {
        let app = App::start_with(change).await;
        let owner = app.sign_up("Counter").await;
        let body = json!({ "kind": "company", "display_name": "Hopper", "first_name": "Grace", "last_name": "Hopper",
                           "email": "grace@hopper.example", "allow_bank_debit": true });
        let customer = owner.post("/customers", body).await.expect(201).id();
        let grace = makers::portal_person(&app, &owner, &customer).await;
        let invoice = makers::sent(&owner, &customer, "100").await;
        Self {
            app,
            owner,
            grace,
            customer,
            invoice,
        }
    }

    /// Begins to pay the invoice in full.
    pub async fn start(&self, key: &str, method: &str) -> Answer {
        start(&self.grace, key, method, &self.invoice, 10_000).await
    }

    /// What the element in the browser does with a card or an account.
    pub async fn confirm(&self, payment: &Value, number: &str) -> Answer {
        confirm(&self.app.nobody(), payment, number).await
    }

    pub async fn answer(&self, payment: &Value, approved: bool) -> Answer {
        let body = json!({ "client_secret": payment["client_secret"], "approved": approved });
        self.app
            .nobody()
            .post("/public/gateways/sandbox/challenge", body)
            .await
    }

    /// The page that comes back from the element.
    pub async fn sync(&self, payment: &Value) -> Value {
        let path = format!("/portal/payments/{}/sync", id(payment));
        self.grace.post(&path, json!({})).await.expect(200).body
    }

    /// The invoice paid in full with a card; tells the payment's id.
    pub async fn paid(&self, card: &str) -> String {
        let payment = self.start("pay", "card").await.expect(201).body;
        self.confirm(&payment, card).await.expect(200);
        assert_eq!(self.sync(&payment).await["state"], "succeeded");
        id(&payment).to_owned()
    }

    /// Takes an amount of a payment back from the invoice.
    pub async fn refund(&self, payment: &str, key: &str, amount: i64) -> Answer {
        let body = self.refund_body(amount);
        let path = format!("/payments/{payment}/refunds");
        self.owner.post_once(&path, key, body).await
    }

    pub fn refund_body(&self, amount: i64) -> Value {
        let part = json!({ "invoice_id": self.invoice, "amount": amount });
        json!({ "amount": amount, "reason": "Billed twice", "allocations": [part] })
    }

    /// So much was refunded of the payment, and the customer was told so often. The books agree, ours and the gateway's.
    pub async fn refunded(&self, payment: &str, amount: i64, mails: usize) {
        let owner = makers::sign_in_again(&self.app, "counter").await;
        let path = format!("/payments/{payment}");
        let shown = owner.get(&path).await.expect(200).body;
        assert_eq!(shown["refunded"]["amount"], amount, "{shown}");
        assert_eq!(shown["refundable"]["amount"], 10_000 - amount, "{shown}");
        let path = format!("/invoices/{}", self.invoice);
        let invoice = owner.get(&path).await.expect(200).body;
        assert_eq!(invoice["balance"]["amount"], amount, "{invoice}");
        let all = self.app.mails("grace@hopper.example", 2 + mails).await;
        assert_eq!(all.len(), 2 + mails, "the invitation, the receipt, refunds");
        assert_eq!(self.given_back().await, amount);
        makers::doctor(&self.app).await;
    }

    /// What the gateway has given back of everything.
    pub async fn given_back(&self) -> i64 {
        let sandbox = self.app.parts.gateways.sandbox();
        let sandbox = sandbox.expect("the sandbox is on");
        let customer = &self.customer;
        let begun = self.app.clock().now().plus_seconds(-7 * 86_400).to_utc();
        let intents = sandbox.ledger().confirmed_since(customer, begun).await;
        let intents = intents.expect("the books can be read");
        let refunds = intents.iter().flat_map(|intent| intent.refunds.values());
        let made = refunds.filter(|refund| refund.status != RefundStatus::Failed);
        made.map(|refund| refund.amount.amount).sum()
    }

    /// What the sandbox would tell, the oldest first.
    pub async fn events(&self) -> Vec<SandboxEvent> {
        let sandbox = self
            .app
            .parts
            .gateways
            .sandbox()
            .expect("the sandbox is on");
        let now = self.app.clock().now().to_utc();
        let events = sandbox.ledger().undelivered(now, 100).await;
        events.expect("the books can be read")
    }

    /// Delivers an event, signed now.
    pub async fn deliver(&self, event: &SandboxEvent) -> Answer {
        let sandbox = self
            .app
            .parts
            .gateways
            .sandbox()
            .expect("the sandbox is on");
        let now = self.app.clock().now().to_utc();
        let sent = sandbox.webhook(event, now).expect("an event has a body");
        self.webhook(&sent.signature, sent.body).await
    }

    pub async fn webhook(&self, signature: &str, body: String) -> Answer {
        let request = self
            .app
            .nobody()
            .request(reqwest::Method::POST, "/public/gateways/sandbox/webhooks")
            .header("Sandbox-Signature", signature)
            .header("content-type", "application/json")
            .body(body);
        portico_tests::send(request).await
    }

    /// Has the sandbox settle what is due.
    pub async fn settle(&self) {
        let sandbox = self
            .app
            .parts
            .gateways
            .sandbox()
            .expect("the sandbox is on");
        let now = self.app.clock().now().to_utc();
        sandbox.settle_due(now).await.expect("it settles");
    }

    /// The worker's round: reconciliation, most of all.
    pub async fn round(&self) {
        portico_api::worker::round(&self.app.parts, || false)
            .await
            .expect("a round");
    }

    pub async fn portal_invoice(&self) -> Value {
        let path = format!("/portal/invoices/{}", self.invoice);
        self.grace.get(&path).await.expect(200).body
    }

    /// What is left to pay of the invoice, as staff see it.
    pub async fn balance(&self, staff: &Actor) -> i64 {
        let path = format!("/invoices/{}", self.invoice);
        let invoice = staff.get(&path).await.expect(200).body;
        invoice["balance"]["amount"].as_i64().unwrap_or(-1)
    }

    /// Notifications of a kind.
    pub async fn told(&self, kind: &str) -> usize {
        let owner = makers::sign_in_again(&self.app, "counter").await;
        let body = owner.get("/notifications").await.expect(200).body;
        let all = body["data"].as_array().cloned().unwrap_or_default();
        all.iter().filter(|one| one["kind"] == kind).count()
    }

    /// The invoice was paid, by one payment, and both sides were told once.
    pub async fn paid_once(&self) {
        let owner = makers::sign_in_again(&self.app, "counter").await;
        let invoice = owner
            .get(&format!("/invoices/{}", self.invoice))
            .await
            .expect(200)
            .body;
        assert_eq!(invoice["status"], "paid", "{invoice}");
        let payments = owner
            .get("/payments?state=succeeded")
            .await
            .expect(200)
            .body;
        assert_eq!(
            payments["data"].as_array().map(Vec::len),
            Some(1),
            "{payments}"
        );
        let customer = owner
            .get(&format!("/customers/{}", self.customer))
            .await
            .expect(200)
            .body;
        assert_eq!(customer["balances"][0]["credit"], 0, "{customer}");
        assert_eq!(self.told("payment_received").await, 1);
        let receipts = self.app.mails("grace@hopper.example", 2).await;
        assert_eq!(receipts.len(), 2, "the invitation and one receipt");
        makers::doctor(&self.app).await;
    }
}

pub async fn start(person: &Actor, key: &str, method: &str, invoice: &str, amount: i64) -> Answer {
    let body = json!({ "gateway": "sandbox", "method": method, "mandate_accepted": method == "bank_debit",
                       "allocations": [{ "invoice_id": invoice, "amount": amount }] });
    person.post_once("/portal/payments", key, body).await
}

pub async fn confirm(nobody: &Actor, payment: &Value, number: &str) -> Answer {
    let mut body = json!({ "client_secret": payment["client_secret"] });
    if number.starts_with('4') {
        body["card"] = json!({ "number": number, "exp_month": 12, "exp_year": 2031, "cvc": "123" });
    } else {
        body["account"] = json!({ "number": number, "holder": "Grace Hopper" });
    }
    nobody.post("/public/gateways/sandbox/confirm", body).await
}

pub fn id(payment: &Value) -> &str {
    payment["id"].as_str().unwrap_or_default()
}
