//! PayPal: the payer agrees on PayPal's own page, and comes back to Portico, which takes the money.
//!
//! An intent is an order of PayPal's *Orders v2* that Portico captures ([`PaymentGateway::confirm_intent`]).
//! Three rules follow from PayPal's ways:
//!
//! - An order that is not captured takes no money, and only Portico captures. PayPal has no call that
//!   cancels one, so that a cancelled intent is one that Portico never confirms; should the payer agree
//!   all the same, [`PaymentGateway::retrieve_intent`] says so, and nothing is taken.
//! - PayPal forgets an order without approval after some hours. Then it is
//!   [`GatewayError::NotFound`], as is one that never was: nothing has happened, nor ever will.
//! - Repetitions are known by the idempotency key for six hours, refunds for 45 days. After that an order
//!   that was captured says so itself.

mod amount;
mod answer;
mod api;
mod capture;
mod issue;
mod order;
mod refund;
mod token;
mod webhook;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    time::Duration,
};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use portico_domain::money::{Currency, Money};
use reqwest::Url;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::{
    Capabilities, CpCode, Currencies, Decline, GatewayError, Intent, IntentStatus, Method,
    NewIntent, NewRefund, PaymentGateway, Refund, RefundId, WebhookError, WebhookEvent,
};
use amount::Amount;
use api::{Api, Call};
use issue::Failure;
use order::Order;
use refund::PayPalRefund;

/// Where real money moves.
pub const LIVE: &str = "https://api-m.paypal.com";
/// Where PayPal lets developers try out.
pub const SANDBOX: &str = "https://api-m.sandbox.paypal.com";

/// A merchant's account, through one app of PayPal's developer dashboard.
#[derive(Clone)]
pub struct PayPalAccount {
    /// The app's client id.
    pub client_id: String,
    /// The app's secret. Never log it.
    pub client_secret: String,
    /// The id of the app's webhook, without which no webhook can be checked.
    pub webhook_id: Option<String>,
    /// The currencies that the merchant wants; those that PayPal does not take are left out.
    pub currencies: Currencies,
    /// The least amounts that the merchant wants to charge, in minor units.
    pub minimum_amounts: BTreeMap<Currency, i64>,
}

/// Leaves the secret out.
impl fmt::Debug for PayPalAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PayPalAccount")
            .field("client_id", &self.client_id)
            .field("webhook_id", &self.webhook_id)
            .field("currencies", &self.currencies)
            .field("minimum_amounts", &self.minimum_amounts)
            .finish_non_exhaustive()
    }
}

/// PayPal for one merchant. Keep it as long as the credentials hold: it keeps the token.
pub struct PayPalGateway {
    api: Api,
    webhook_id: Option<String>,
    capabilities: Capabilities,
}

/// What PayPal can do.
#[must_use]
pub fn capabilities() -> Capabilities {
    wanted(&Currencies::All, &BTreeMap::new())
}

/// What PayPal can do of what a merchant wants.
fn wanted(currencies: &Currencies, minimum_amounts: &BTreeMap<Currency, i64>) -> Capabilities {
    let supported = amount::supported().into_iter();
    let currencies: BTreeSet<Currency> = supported
        .filter(|currency| currencies.contain(*currency))
        .collect();
    let minimum = |currency| {
        let wanted = minimum_amounts.get(&currency).copied();
        wanted.unwrap_or(1).max(amount::least(currency))
    };
    Capabilities {
        methods: BTreeSet::from([Method::Wallet]),
        minimum_amounts: currencies.iter().map(|of| (*of, minimum(*of))).collect(),
        currencies: Currencies::Only(currencies),
        can_store_methods: false,
    }
}

impl PayPalGateway {
    /// PayPal at [`LIVE`], [`SANDBOX`] or a test's address. `http` should follow no redirects.
    #[must_use]
    pub fn new(account: PayPalAccount, http: reqwest::Client, base: Url) -> Self {
        Self {
            capabilities: wanted(&account.currencies, &account.minimum_amounts),
            api: Api::new(http, base, account.client_id, account.client_secret),
            webhook_id: account.webhook_id,
        }
    }

    /// The same, which waits so long for PayPal at each call instead of [`crate::DEADLINE`].
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self {
            api: self.api.with_patience(patience),
            ..self
        }
    }

    async fn order(&self, id: &str) -> Result<Order, Failure> {
        let id = checked(id)?;
        self.api
            .call(Call::get(&["v2", "checkout", "orders", id]))
            .await
    }

    async fn post<T: DeserializeOwned>(
        &self,
        path: &[&str],
        body: serde_json::Result<Box<RawValue>>,
        purpose: &str,
        key: &str,
    ) -> Result<T, Failure> {
        let body = body.map_err(|_| refused("invalid_request"))?;
        let call = Call::post(path, body).once(purpose, key);
        self.api.call(call).await
    }

    fn intent(&self, order: &Order) -> Result<Intent, GatewayError> {
        order.intent(self.api.scheme())
    }
}

#[async_trait]
impl PaymentGateway for PayPalGateway {
    fn kind(&self) -> &'static str {
        "paypal"
    }

    fn capabilities(&self) -> Capabilities {
        self.capabilities.clone()
    }

    async fn create_intent(&self, new: NewIntent) -> Result<Intent, GatewayError> {
        self.capabilities
            .check(new.amount, new.method)
            .map_err(|unsuitable| GatewayError::Refused(unsuitable.into()))?;
        let body = order::body(&new, &written(new.amount)?);
        let path = ["v2", "checkout", "orders"];
        let order: Order = self
            .post(&path, body, "create", &new.idempotency_key)
            .await?;
        let intent = self.intent(&order)?;
        if (intent.amount, &intent.reference) != (new.amount, &new.reference) {
            return Err(refused("idempotency_key_reused"));
        }
        Ok(intent)
    }

    async fn retrieve_intent(&self, id: &str) -> Result<Intent, GatewayError> {
        let order = self.order(id).await?;
        self.intent(&order)
    }

    /// Captures. An order that is captured already, or that the payer has not approved, is answered as it is.
    async fn confirm_intent(&self, id: &str, key: &str) -> Result<Intent, GatewayError> {
        let path = ["v2", "checkout", "orders", checked(id)?, "capture"];
        let nothing = RawValue::from_string("{}".to_owned());
        match self.post::<Order>(&path, nothing, "capture", key).await {
            Ok(order) => self.intent(&order),
            Err(Failure::Issue(issue)) if is_answered_by_the_order(&issue) => {
                self.retrieve_intent(id).await
            }
            Err(failure) => Err(failure.into()),
        }
    }

    /// Looks whether money was taken; if not, the intent counts as cancelled, since PayPal takes none by itself.
    /// It must not be confirmed afterwards.
    async fn cancel_intent(&self, id: &str) -> Result<Intent, GatewayError> {
        let intent = self.retrieve_intent(id).await?;
        match intent.status {
            IntentStatus::Succeeded => Err(refused("intent_succeeded")),
            IntentStatus::Processing => Err(refused("intent_processing")),
            _ => Ok(Intent {
                status: IntentStatus::Canceled,
                approval_url: None,
                ..intent
            }),
        }
    }

    async fn refund(&self, new: NewRefund) -> Result<Refund, GatewayError> {
        let order = self.order(&new.intent_id).await?;
        let capture = order.captures().find(|capture| capture.is_taken());
        let capture = capture.ok_or_else(|| refused("intent_not_succeeded"))?;
        let currency = capture.amount().and_then(Amount::money);
        if new.amount.amount < 1 || currency.is_some_and(|it| it.currency != new.amount.currency) {
            return Err(refused("invalid_amount"));
        }
        let body = refund::body(&written(new.amount)?);
        let path = [
            "v2",
            "payments",
            "captures",
            checked(&capture.id)?,
            "refund",
        ];
        let refund: PayPalRefund = self
            .post(&path, body, "refund", &new.idempotency_key)
            .await?;
        let refund = refund.refund(&new.intent_id)?;
        if refund.amount != new.amount {
            return Err(refused("idempotency_key_reused"));
        }
        Ok(refund)
    }

    async fn retrieve_refund(&self, refund: &RefundId<'_>) -> Result<Refund, GatewayError> {
        let path = ["v2", "payments", "refunds", checked(refund.id)?];
        let found: PayPalRefund = self.api.call(Call::get(&path)).await?;
        found.refund(refund.intent_id)
    }

    async fn check_credentials(&self) -> Result<(), GatewayError> {
        self.api.check_credentials().await
    }

    async fn parse_webhook(
        &self,
        headers: &[(&str, &str)],
        body: &[u8],
        received_at: DateTime<Utc>,
    ) -> Result<Option<WebhookEvent>, WebhookError> {
        let webhook_id = self.webhook_id.as_deref();
        webhook::parse(&self.api, webhook_id, headers, body, received_at).await
    }
}

/// Whether a capture was refused only because of how far the order has come.
fn is_answered_by_the_order(issue: &str) -> bool {
    matches!(
        issue,
        "ORDER_ALREADY_CAPTURED" | "ORDER_NOT_APPROVED" | "PAYER_ACTION_REQUIRED"
    )
}

/// What can be an id of PayPal's, and part of an address. Nothing else is known to PayPal.
fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(plain)
}

fn checked(id: &str) -> Result<&str, GatewayError> {
    if is_id(id) {
        Ok(id)
    } else {
        Err(GatewayError::NotFound)
    }
}

/// An amount as PayPal writes it. CP4003 if it has decimals that PayPal does not take.
fn written(money: Money) -> Result<Amount, GatewayError> {
    Amount::of(money).ok_or_else(|| {
        GatewayError::Refused(Decline::with_cp(
            "decimals_not_supported",
            CpCode::CurrencyNotSupported,
        ))
    })
}

/// A refusal that a payer cannot do anything about.
fn refused(code: &str) -> GatewayError {
    GatewayError::Refused(Decline::new(code, "payment-unavailable"))
}
