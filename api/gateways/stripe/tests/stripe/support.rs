//! Accounts, intents, and a Stripe that answers as it is told.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use portico_domain::money::{Currency, Money};
use portico_fakes::LocalStripe;
pub use portico_fakes::stripe::SECRET_KEY;
use portico_gateway_stripe::{StripeAccount, StripeGateway};
use portico_gateways::{Charge, Currencies, GatewayError, Method, NewIntent};
use reqwest::Url;
use serde_json::{Value, json};
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers::any};

pub const WEBHOOK_SECRET: &str = "whsec_KeepThisToo";

pub fn account() -> StripeAccount {
    StripeAccount {
        secret_key: SECRET_KEY.to_owned(),
        publishable_key: "pk_test_Anybody".to_owned(),
        webhook_secret: Some(WEBHOOK_SECRET.to_owned()),
        methods: BTreeSet::from([Method::Card, Method::BankDebit]),
        currencies: Currencies::All,
        minimum_amounts: BTreeMap::from([(Currency::EUR, 50)]),
        can_store_methods: true,
    }
}

/// A gateway that loses its patience soon.
pub fn gateway(account: StripeAccount, base: &str) -> StripeGateway {
    patient(account, base, Duration::from_millis(500))
}

/// The test's account at a Stripe that remembers, and may be slow on a busy machine.
pub fn gateway_of(stripe: &LocalStripe) -> StripeGateway {
    patient(account(), &stripe.base, Duration::from_secs(10))
}

fn patient(account: StripeAccount, base: &str, patience: Duration) -> StripeGateway {
    let http = reqwest::Client::builder()
        .tls_certs_only([])
        .timeout(patience)
        .build()
        .unwrap();
    let base: Url = base.parse().unwrap();
    StripeGateway::new(account, http, Some(&base))
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
        customer_reference: "cus_01".to_owned(),
        method: Method::Card,
        return_url: "https://portico.example/back?a=1&b=2".to_owned(),
        payer_id: None,
        stored_method: None,
        keep_method: false,
    }
}

/// A charge of a stored method.
pub fn charge_of(off_session: bool) -> Charge {
    Charge {
        off_session,
        return_url: "https://portal.example/pay".to_owned(),
    }
}

/// The code of a refusal.
pub fn refusal<T: std::fmt::Debug>(result: Result<T, GatewayError>) -> String {
    match result {
        Err(GatewayError::Refused(decline)) => decline.code,
        other => panic!("expected a refusal, found {other:?}"),
    }
}

/// A Stripe that answers everything alike.
pub async fn stripe_that_answers(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

pub fn answer(status: u16, body: &Value) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(body)
}

/// An intent as Stripe answers it, with these fields changed.
pub fn intent(change: &Value) -> Value {
    let mut intent = json!({
        "id": "pi_1",
        "object": "payment_intent",
        "status": "requires_payment_method",
        "amount": 1000,
        "amount_received": 0,
        "currency": "eur",
        "client_secret": "pi_1_secret_x",
        "metadata": { "portico_payment": "pay_1" },
    });
    let fields = intent.as_object_mut().unwrap();
    fields.extend(change.as_object().unwrap().clone());
    intent
}

/// What Stripe was asked, one line each: method, path, and the form's fields in a readable form.
pub async fn asked(server: &MockServer) -> Vec<String> {
    let requests = server.received_requests().await.unwrap();
    requests.iter().map(line).collect()
}

fn line(request: &Request) -> String {
    let form = String::from_utf8_lossy(&request.body);
    format!("{} {} {form}", request.method, request.url.path())
}
