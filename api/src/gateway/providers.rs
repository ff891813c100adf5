//! What this installation knows of each provider: what it can do, what its credentials look like, its adapter.

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use portico_domain::{gateway::GatewayKind, money::Money};
use portico_gateway_stripe::{StripeAccount, StripeGateway};
use portico_gateways::{
    Capabilities, Method, PaymentGateway, Unsuitable,
    paypal::{self, PayPalAccount, PayPalGateway},
    sandbox,
};
use reqwest::Url;

use super::{Account, Credentials, dto::GatewayCredentials};
use crate::{
    config::Config,
    error::{Error, Result},
};

/// How long a provider may take to accept a connection.
const CONNECT: Duration = Duration::from_secs(5);

/// What a provider can do.
pub fn capabilities(kind: GatewayKind) -> Capabilities {
    match kind {
        GatewayKind::Sandbox => sandbox::capabilities(),
        GatewayKind::Stripe => portico_gateway_stripe::capabilities(),
        GatewayKind::Paypal => paypal::capabilities(),
    }
}

/// Whether credentials look like the provider's; tells whether they are for trying out.
///
/// # Errors
/// `validation_failed`.
pub fn check_form(kind: GatewayKind, given: &GatewayCredentials) -> Result<bool> {
    match kind {
        GatewayKind::Sandbox => Err(field("public_key", "the sandbox takes no credentials")),
        GatewayKind::Stripe => {
            let test_mode = match given.public_key.get(..8) {
                Some("pk_test_") => true,
                Some("pk_live_") => false,
                _ => return Err(field("public_key", "must begin with pk_test_ or pk_live_")),
            };
            let mode = if test_mode { "_test_" } else { "_live_" };
            let secret = given.secret_key.get(2..8) == Some(mode);
            if !secret || !given.secret_key.starts_with(['s', 'r']) {
                return Err(field(
                    "secret_key",
                    "must be the secret key that belongs to the publishable one",
                ));
            }
            if !given.webhook_key.starts_with("whsec_") {
                return Err(field("webhook_key", "must begin with whsec_"));
            }
            Ok(test_mode)
        }
        GatewayKind::Paypal => Ok(given.test_mode.unwrap_or(false)),
    }
}

fn field(name: &str, detail: &'static str) -> Error {
    Error::field(format!("/credentials/{name}"), "invalid", detail)
}

/// Whether a provider can take this amount by this method, of what an account can do.
///
/// # Errors
/// The reason why not.
pub fn check(
    kind: GatewayKind,
    able: &Capabilities,
    amount: Money,
    method: Method,
) -> Result<(), Unsuitable> {
    able.check(amount, method)?;
    let currency = amount.currency;
    let debit = kind == GatewayKind::Stripe && method == Method::BankDebit;
    if debit && !portico_gateway_stripe::debits(currency) {
        return Err(Unsuitable::Currency { currency });
    }
    Ok(())
}

/// What adapters share.
pub struct Providers {
    /// Made when the first account is opened: it reads the system's certificates, and most installations begin without.
    http: OnceLock<reqwest::Client>,
    stripe_url: Option<Url>,
    paypal_url: Option<Url>,
}

impl Providers {
    pub fn new(config: &Config) -> Self {
        Self {
            http: OnceLock::new(),
            stripe_url: config.stripe_url.clone(),
            paypal_url: config.paypal_url.clone(),
        }
    }

    fn http(&self) -> Result<reqwest::Client> {
        if let Some(http) = self.http.get() {
            return Ok(http.clone());
        }
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("Portico/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(Error::internal)?;
        Ok(self.http.get_or_init(|| http).clone())
    }

    /// The adapter of an account.
    ///
    /// # Errors
    /// `gateway_unavailable` of the sandbox, which is no account's; `internal_error` if TLS can't be set up.
    pub fn open(
        &self,
        account: &Account,
        credentials: Credentials,
    ) -> Result<Arc<dyn PaymentGateway>> {
        // What the organization wants of it is checked before it is asked, and changes without its credentials.
        let able = capabilities(account.kind);
        let public_key = account.public_key.clone().unwrap_or_default();
        let http = self.http()?;
        Ok(match account.kind {
            GatewayKind::Sandbox => return Err(super::not_connected()),
            GatewayKind::Stripe => {
                let account = StripeAccount {
                    secret_key: credentials.secret_key,
                    publishable_key: public_key,
                    webhook_secret: Some(credentials.webhook_key),
                    methods: able.methods,
                    currencies: able.currencies,
                    minimum_amounts: able.minimum_amounts,
                    can_store_methods: able.can_store_methods,
                };
                Arc::new(StripeGateway::new(account, http, self.stripe_url.as_ref()))
            }
            GatewayKind::Paypal => {
                let base = if account.test_mode {
                    paypal::SANDBOX
                } else {
                    paypal::LIVE
                };
                let base = match &self.paypal_url {
                    Some(url) => url.clone(),
                    None => base.parse().map_err(Error::internal)?,
                };
                let account = PayPalAccount {
                    client_id: public_key,
                    client_secret: credentials.secret_key,
                    webhook_id: Some(credentials.webhook_key),
                    currencies: able.currencies,
                    minimum_amounts: able.minimum_amounts,
                };
                Arc::new(PayPalGateway::new(account, http, base))
            }
        })
    }
}
