//! Sandboxes, attempts and cards.

use chrono::{DateTime, Utc};
use portico_domain::money::{Currency, Money};
use portico_gateways::{
    GatewayError, Intent, Method, NewIntent, SandboxGateway,
    sandbox::{AccountInput, CardInput, Instrument, MemoryLedger},
};

pub type Sandbox = SandboxGateway<MemoryLedger>;

/// The number that is never declined.
pub const GOOD_CARD: &str = "4242424242424242";

pub fn sandbox() -> Sandbox {
    SandboxGateway::new(MemoryLedger::default(), b"a secret of the tests")
}

pub fn euros(amount: i64) -> Money {
    Money::new(amount, Currency::EUR)
}

pub fn attempt(key: &str, amount: Money) -> NewIntent {
    NewIntent {
        idempotency_key: key.to_owned(),
        amount,
        description: "INV-000001".to_owned(),
        reference: format!("pay_{key}"),
        customer_reference: "cus_1".to_owned(),
        method: Method::Card,
        return_url: "https://portico.example/back".to_owned(),
        payer_id: None,
        stored_method: None,
        keep_method: false,
    }
}

pub fn card(number: &str) -> Instrument {
    Instrument::Card(CardInput {
        number: number.to_owned(),
        exp_month: 12,
        exp_year: 2030,
        cvc: "123".to_owned(),
        name: "Ada Lovelace".to_owned(),
        address_line: "Torstraße 12".to_owned(),
        zip: "10119".to_owned(),
        country: "DE".to_owned(),
    })
}

pub fn account(number: &str) -> Instrument {
    Instrument::Account(AccountInput {
        number: number.to_owned(),
        holder: "Ada Lovelace".to_owned(),
    })
}

pub fn now() -> DateTime<Utc> {
    "2026-11-21T10:00:00Z".parse().unwrap()
}

pub async fn confirm(sandbox: &Sandbox, intent: &Intent, number: &str) -> Intent {
    let card = card(number);
    let confirmed = sandbox.confirm(&intent.client_secret, &card, now());
    confirmed.await.unwrap()
}

/// The code of a refusal.
pub fn refusal<T: std::fmt::Debug>(result: Result<T, GatewayError>) -> String {
    match result {
        Err(GatewayError::Refused(decline)) => decline.code,
        other => panic!("expected a refusal, found {other:?}"),
    }
}
