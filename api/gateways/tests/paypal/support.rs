//! Gateways, attempts and payments.

use std::collections::BTreeMap;

use portico_domain::money::{Currency, Money};
use portico_fakes::{
    FakePayPal,
    paypal::{CLIENT_ID, CLIENT_SECRET, Funds, WEBHOOK_ID},
};
use portico_gateways::{
    Currencies, GatewayError, Intent, Method, NewIntent, NewRefund, PayPalAccount, PayPalGateway,
    PaymentGateway as _,
};

pub fn account() -> PayPalAccount {
    PayPalAccount {
        client_id: CLIENT_ID.to_owned(),
        client_secret: CLIENT_SECRET.to_owned(),
        webhook_id: Some(WEBHOOK_ID.to_owned()),
        currencies: Currencies::All,
        minimum_amounts: BTreeMap::new(),
    }
}

pub fn gateway_of(account: PayPalAccount, base: &str) -> PayPalGateway {
    // Reading the machine's certificates takes longer than the rest of a test, and loopback needs none.
    let http = reqwest::Client::builder().tls_certs_only([]);
    PayPalGateway::new(account, http.build().unwrap(), base.parse().unwrap())
}

pub fn gateway(fake: &FakePayPal) -> PayPalGateway {
    gateway_of(account(), &fake.base)
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
        method: Method::Wallet,
        return_url: "https://portico.example/back?payment=1".to_owned(),
        payer_id: None,
        stored_method: None,
        keep_method: false,
    }
}

pub fn part(intent: &Intent, key: &str, amount: Money) -> NewRefund {
    NewRefund {
        idempotency_key: key.to_owned(),
        intent_id: intent.id.clone(),
        amount,
    }
}

/// An order that the payer has approved.
pub async fn approved(fake: &FakePayPal, gateway: &PayPalGateway, key: &str) -> Intent {
    let intent = gateway
        .create_intent(attempt(key, euros(1_000)))
        .await
        .unwrap();
    fake.approve(&intent.id, Funds::Good);
    intent
}

/// Ten euros, taken.
pub async fn paid(fake: &FakePayPal, gateway: &PayPalGateway, key: &str) -> Intent {
    let intent = approved(fake, gateway, key).await;
    gateway.confirm_intent(&intent.id, key).await.unwrap()
}

/// The code of a refusal.
pub fn refusal<T: std::fmt::Debug>(result: Result<T, GatewayError>) -> String {
    match result {
        Err(GatewayError::Refused(decline)) => decline.code,
        other => panic!("expected a refusal, found {other:?}"),
    }
}
