//! What the sandbox remembers. To Portico these are somebody else's books.

use std::{collections::BTreeMap, fmt};

use async_trait::async_trait;
use portico_domain::money::Money;
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use crate::{Decline, Intent, IntentStatus, MethodSummary, Refund};

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
    /// Why the last attempt was declined.
    pub latest_decline: Option<Decline>,
    /// The card that was used last.
    pub method_summary: Option<MethodSummary>,
    /// What was given back, by idempotency key.
    pub refunds: BTreeMap<String, Refund>,
}

impl SandboxIntent {
    /// The intent as the port shows it.
    pub(super) fn into_intent(self) -> Intent {
        let taken = if self.status == IntentStatus::Succeeded {
            self.amount.amount
        } else {
            0
        };
        Intent {
            amount_received: Money::new(taken, self.amount.currency),
            id: self.id,
            status: self.status,
            amount: self.amount,
            reference: self.reference,
            client_secret: self.client_secret,
            latest_decline: self.latest_decline,
            method_summary: self.method_summary,
        }
    }
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

    /// Replaces an intent, keeping it as `version + 1`, if it is still kept as `version`; answers
    /// whether it was.
    ///
    /// # Errors
    /// [`LedgerError`].
    async fn replace(&self, intent: SandboxIntent) -> Result<bool, LedgerError>;
}

#[async_trait]
impl<L: SandboxLedger + ?Sized> SandboxLedger for &L {
    async fn insert_if_absent(&self, intent: SandboxIntent) -> Result<SandboxIntent, LedgerError> {
        (**self).insert_if_absent(intent).await
    }

    async fn get(&self, id: &str) -> Result<Option<SandboxIntent>, LedgerError> {
        (**self).get(id).await
    }

    async fn replace(&self, intent: SandboxIntent) -> Result<bool, LedgerError> {
        (**self).replace(intent).await
    }
}

/// A ledger that forgets everything at the end of the process: for tests.
#[derive(Debug, Default)]
pub struct MemoryLedger {
    intents: Mutex<BTreeMap<String, SandboxIntent>>,
}

#[async_trait]
impl SandboxLedger for MemoryLedger {
    async fn insert_if_absent(&self, intent: SandboxIntent) -> Result<SandboxIntent, LedgerError> {
        let mut intents = self.intents.lock().await;
        let kept = intents
            .values()
            .find(|kept| kept.idempotency_key == intent.idempotency_key);
        if let Some(kept) = kept {
            return Ok(kept.clone());
        }
        intents.insert(intent.id.clone(), intent.clone());
        Ok(intent)
    }

    async fn get(&self, id: &str) -> Result<Option<SandboxIntent>, LedgerError> {
        Ok(self.intents.lock().await.get(id).cloned())
    }

    async fn replace(&self, intent: SandboxIntent) -> Result<bool, LedgerError> {
        let mut intents = self.intents.lock().await;
        let Some(kept) = intents
            .get_mut(&intent.id)
            .filter(|kept| kept.version == intent.version)
        else {
            return Ok(false);
        };
        *kept = SandboxIntent {
            version: intent.version.saturating_add(1),
            ..intent
        };
        Ok(true)
    }
}
