//! PayPal as its adapter knows it: tokens, orders, the payer's page, captures, refunds and webhooks.
//!
//! It keeps books, so that a test can ask what really happened, and has faults, so that a test can order
//! what goes wrong. Shapes and rules are those of PayPal's published description of its API.

mod books;
mod faults;
mod orders;
mod payer;
mod refunds;
mod serve;
mod webhook;

use std::sync::{Arc, Mutex, MutexGuard};

use books::Books;

pub use faults::{Call, Fault};
pub use orders::Funds;
pub use webhook::Webhook;

/// The app's id.
pub const CLIENT_ID: &str = "fake-client-id";
/// The app's secret.
pub const CLIENT_SECRET: &str = "fake-client-secret";
/// The webhook's id.
pub const WEBHOOK_ID: &str = "5WH12345AB678901C";

/// PayPal; it ends with the test's runtime.
pub struct FakePayPal {
    /// Its address, for the adapter and for the payer's browser.
    pub base: String,
    books: Arc<Mutex<Books>>,
}

impl FakePayPal {
    /// Starts one on a free port.
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let books = Arc::new(Mutex::new(Books::new(&base)));
        tokio::spawn(serve::serve(listener, books.clone()));
        Self { base, books }
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().expect("no test panicked here")
    }

    /// The payer agrees, as with a click on PayPal's page, and pays from such funds.
    pub fn approve(&self, order: &str, funds: Funds) {
        self.books().approve(order, funds);
    }

    /// Pending money arrives, or does not.
    pub fn settle(&self, order: &str, arrives: bool) {
        self.books().settle(order, arrives);
    }

    /// PayPal forgets an order, as it does one that nobody approved for hours.
    pub fn forget(&self, order: &str) {
        self.books().orders.remove(order);
    }

    /// Every token granted so far is withdrawn.
    pub fn withdraw_tokens(&self) {
        self.books().tokens.clear();
    }

    /// From now on tokens live so long, in seconds.
    pub fn grant_tokens_for(&self, seconds: u32) {
        self.books().token_lifetime = seconds;
    }

    /// The merchant changes the app's secret: every token and the old secret are refused.
    pub fn change_secret(&self, secret: &str) {
        let mut books = self.books();
        secret.clone_into(&mut books.secret);
        books.tokens.clear();
    }

    /// The next so many calls of a kind go wrong like this.
    pub fn fail(&self, call: Call, times: usize, fault: &Fault) {
        for _ in 0..times {
            self.books().faults.add(call, fault.clone());
        }
    }

    /// Nothing goes wrong any more.
    pub fn mend(&self) {
        self.books().faults.clear();
    }

    /// How often something was called, whatever came of it.
    pub fn calls(&self, call: Call) -> usize {
        let books = self.books();
        books.calls.iter().filter(|made| **made == call).count()
    }

    /// The last order's body, as it was sent.
    pub fn last_order(&self) -> serde_json::Value {
        self.books().last_order.clone()
    }

    /// How much has been captured for an order, in hundredths, refunds not taken off.
    pub fn captured(&self, order: &str) -> i64 {
        self.books().captured(order)
    }

    /// How much has been refunded of an order, in hundredths.
    pub fn refunded(&self, order: &str) -> i64 {
        self.books().refunded(order)
    }

    /// A webhook such as PayPal sends about an order: `PAYMENT.CAPTURE.COMPLETED`. `time` is that of the
    /// transmission, in RFC 3339.
    pub fn webhook(&self, event_type: &str, order: &str, time: &str) -> Webhook {
        self.books().webhook(event_type, order, time)
    }
}
