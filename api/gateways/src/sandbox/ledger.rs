//! What the sandbox remembers. To Portico these are somebody else's books.

use std::{collections::BTreeMap, fmt};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use portico_domain::money::{Currency, Money};
use serde::{Deserialize, Serialize};

use crate::{Decline, Expiry, Intent, IntentStatus, Method, MethodSummary, Refund};

/// An intent as the sandbox keeps it, with the refunds made of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SandboxIntent {
    /// The sandbox's id.
    pub id: String,
    /// The key with which it was created; unique.
    pub idempotency_key: String,
    /// With which it may be confirmed.
    pub client_secret: String,
    /// Counts the changes, from 0.
    pub version: i64,
    /// How far it has come.
    pub status: IntentStatus,
    /// What is to be taken.
    pub amount: Money,
    /// What it is for.
    pub description: String,
    /// Portico's payment.
    pub reference: String,
    /// Portico's customer.
    pub customer_reference: String,
    /// How the payer is to pay.
    #[serde(default = "card")]
    pub method: Method,
    /// Why the last attempt was declined.
    pub latest_decline: Option<Decline>,
    /// The card or account that was used last.
    pub method_summary: Option<MethodSummary>,
    /// The same for the same card or account; empty before the first.
    #[serde(default)]
    pub fingerprint: String,
    /// When a method was last charged.
    #[serde(default)]
    pub confirmed_at: Option<DateTime<Utc>>,
    /// While the payer's bank waits for an answer: how it ends if the payer agrees.
    #[serde(default)]
    pub challenge: Option<Ending>,
    /// While a debit is processed: how it will end.
    #[serde(default)]
    pub settlement: Option<Ending>,
    /// When a debit that is processed ends.
    #[serde(default)]
    pub settles_at: Option<DateTime<Utc>>,
    /// What was given back, by idempotency key.
    pub refunds: BTreeMap<String, Refund>,
    /// The payer, where methods are kept.
    #[serde(default)]
    pub payer_id: Option<String>,
    /// Whether the method is kept for later.
    #[serde(default)]
    pub keep: bool,
    /// Whether it takes no money and keeps the method only.
    #[serde(default)]
    pub setup: bool,
    /// The kept method that is to be charged.
    #[serde(default)]
    pub stored: Option<String>,
    /// Whether the kept method was removed.
    #[serde(default)]
    pub forgotten: bool,
    /// Until when the kept card is valid, where that was changed.
    #[serde(default)]
    pub kept_expiry: Option<Expiry>,
}

impl SandboxIntent {
    /// An intent at its beginning.
    pub(super) fn begun(client_secret: String, id: String, idempotency_key: String) -> Self {
        Self {
            id,
            idempotency_key,
            client_secret,
            version: 0,
            status: IntentStatus::RequiresPaymentMethod,
            amount: Money::zero(Currency::EUR),
            description: String::new(),
            reference: String::new(),
            customer_reference: String::new(),
            method: Method::Card,
            latest_decline: None,
            method_summary: None,
            fingerprint: String::new(),
            confirmed_at: None,
            challenge: None,
            settlement: None,
            settles_at: None,
            refunds: BTreeMap::new(),
            payer_id: None,
            keep: false,
            setup: false,
            stored: None,
            forgotten: false,
            kept_expiry: None,
        }
    }

    /// The intent as the port shows it.
    pub(super) fn into_intent(self) -> Intent {
        let taken = if self.status == IntentStatus::Succeeded {
            self.amount.amount
        } else {
            0
        };
        Intent {
            method_id: self.method_id(),
            amount_received: Money::new(taken, self.amount.currency),
            id: self.id,
            status: self.status,
            amount: self.amount,
            reference: self.reference,
            client_secret: self.client_secret,
            approval_url: None,
            latest_decline: self.latest_decline,
            method_summary: self.method_summary,
        }
    }
}

fn card() -> Method {
    Method::Card
}

/// How something ends that takes time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// Why no money is taken, if none is.
    pub decline: Option<Decline>,
}

/// That an intent has changed; sent until it is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SandboxEvent {
    /// The sandbox's id of it.
    pub id: String,
    /// The intent that changed.
    pub intent_id: String,
    /// Portico's payment.
    pub reference: String,
    /// How often it was sent in vain.
    pub attempts: i32,
}

/// Leaves the client secret out.
impl fmt::Debug for SandboxIntent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxIntent")
            .field("id", &self.id)
            .field("version", &self.version)
            .field("status", &self.status)
            .field("amount", &self.amount)
            .field("reference", &self.reference)
            .finish_non_exhaustive()
    }
}

/// The ledger couldn't be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sandbox's ledger failed: {0}")]
pub struct LedgerError(pub String);

/// Where the sandbox keeps its intents. Each call is a transaction of its own.
#[async_trait]
pub trait SandboxLedger: Send + Sync {
    /// The time, by the clock of whoever keeps the books.
    fn now(&self) -> DateTime<Utc>;

    /// Keeps an intent, unless one of the same idempotency key is kept already, and answers the
    /// one that is kept. Of two calls at once, one wins and both answer it.
    ///
    /// # Errors
    /// [`LedgerError`].
    async fn insert_if_absent(&self, intent: SandboxIntent) -> Result<SandboxIntent, LedgerError>;

    /// The intent of this id.
    ///
    /// # Errors
    /// [`LedgerError`].
    async fn get(&self, id: &str) -> Result<Option<SandboxIntent>, LedgerError>;

    /// Replaces an intent, keeping it as `version + 1`, if it is still kept as `version`, and with it the event that
    /// tells of it; answers whether it was.
    ///
    /// # Errors
    /// [`LedgerError`].
    async fn replace(
        &self,
        intent: SandboxIntent,
        event: SandboxEvent,
    ) -> Result<bool, LedgerError>;

    /// A customer's intents that were confirmed since.
    ///
    /// # Errors
    /// [`LedgerError`].
    async fn confirmed_since(
        &self,
        customer_reference: &str,
        since: DateTime<Utc>,
    ) -> Result<Vec<SandboxIntent>, LedgerError>;

    /// Debits that are to be settled by now.
    ///
    /// # Errors
    /// [`LedgerError`].
    async fn due(&self, now: DateTime<Utc>, limit: u64) -> Result<Vec<SandboxIntent>, LedgerError>;

    /// Events that wait to be sent now, the oldest first.
    ///
    /// # Errors
    /// [`LedgerError`].
    async fn undelivered(
        &self,
        now: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<SandboxEvent>, LedgerError>;

    /// Notes that an event was taken.
    ///
    /// # Errors
    /// [`LedgerError`].
    async fn delivered(&self, id: &str) -> Result<(), LedgerError>;

    /// Notes that an event was not taken, and is to be sent again.
    ///
    /// # Errors
    /// [`LedgerError`].
    async fn postpone(&self, id: &str, until: DateTime<Utc>) -> Result<(), LedgerError>;
}

#[async_trait]
impl<L: SandboxLedger + ?Sized> SandboxLedger for std::sync::Arc<L> {
    fn now(&self) -> DateTime<Utc> {
        (**self).now()
    }

    async fn insert_if_absent(&self, intent: SandboxIntent) -> Result<SandboxIntent, LedgerError> {
        (**self).insert_if_absent(intent).await
    }

    async fn get(&self, id: &str) -> Result<Option<SandboxIntent>, LedgerError> {
        (**self).get(id).await
    }

    async fn replace(
        &self,
        intent: SandboxIntent,
        event: SandboxEvent,
    ) -> Result<bool, LedgerError> {
        (**self).replace(intent, event).await
    }

    async fn confirmed_since(
        &self,
        customer_reference: &str,
        since: DateTime<Utc>,
    ) -> Result<Vec<SandboxIntent>, LedgerError> {
        (**self).confirmed_since(customer_reference, since).await
    }

    async fn due(&self, now: DateTime<Utc>, limit: u64) -> Result<Vec<SandboxIntent>, LedgerError> {
        (**self).due(now, limit).await
    }

    async fn undelivered(
        &self,
        now: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<SandboxEvent>, LedgerError> {
        (**self).undelivered(now, limit).await
    }

    async fn delivered(&self, id: &str) -> Result<(), LedgerError> {
        (**self).delivered(id).await
    }

    async fn postpone(&self, id: &str, until: DateTime<Utc>) -> Result<(), LedgerError> {
        (**self).postpone(id, until).await
    }
}
