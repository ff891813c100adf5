//! What this installation knows of each provider: what it can do, what its credentials look like, its adapter.

use std::{sync::Arc, time::Duration};

use portico_domain::gateway::GatewayKind;
use portico_gateways::{Capabilities, DEADLINE, PaymentGateway, sandbox};

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
        GatewayKind::Stripe | GatewayKind::Paypal => sandbox::capabilities(),
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

/// What adapters share.
pub struct Providers {
    http: reqwest::Client,
    stripe_url: Option<reqwest::Url>,
    paypal_url: Option<reqwest::Url>,
}

impl Providers {
    /// # Errors
    /// If no client can be made.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .timeout(DEADLINE)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("Portico/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self {
            http,
            stripe_url: config.stripe_url.clone(),
            paypal_url: config.paypal_url.clone(),
        })
    }

    /// The adapter of an account.
    ///
    /// # Errors
    /// `gateway_unavailable` if the account is not one of a provider.
    pub fn open(
        &self,
        account: &Account,
        credentials: Credentials,
    ) -> Result<Arc<dyn PaymentGateway>> {
        let _ = (
            account,
            credentials,
            &self.http,
            &self.stripe_url,
            &self.paypal_url,
        );
        Err(super::not_connected())
    }
}
