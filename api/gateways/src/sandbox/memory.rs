//! A ledger that forgets everything at the end of the process: for tests.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use tokio::sync::Mutex;

use super::{LedgerError, SandboxEvent, SandboxIntent, SandboxLedger};

#[derive(Debug, Default)]
struct Books {
    intents: BTreeMap<String, SandboxIntent>,
    events: Vec<(DateTime<Utc>, SandboxEvent)>,
}

/// The books in memory.
#[derive(Debug, Default)]
pub struct MemoryLedger {
    books: Mutex<Books>,
    now: DateTime<Utc>,
}

impl MemoryLedger {
    /// Empty books whose clock stands still.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        Self {
            now,
            ..Self::default()
        }
    }
}

#[async_trait]
impl SandboxLedger for MemoryLedger {
    fn now(&self) -> DateTime<Utc> {
        self.now
    }

    async fn insert_if_absent(&self, intent: SandboxIntent) -> Result<SandboxIntent, LedgerError> {
        let intents = &mut self.books.lock().await.intents;
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
        Ok(self.books.lock().await.intents.get(id).cloned())
    }

    async fn replace(
        &self,
        intent: SandboxIntent,
        event: SandboxEvent,
    ) -> Result<bool, LedgerError> {
        let books = &mut *self.books.lock().await;
        let Some(kept) = books
            .intents
            .get_mut(&intent.id)
            .filter(|kept| kept.version == intent.version)
        else {
            return Ok(false);
        };
        *kept = SandboxIntent {
            version: intent.version.saturating_add(1),
            ..intent
        };
        books.events.push((DateTime::UNIX_EPOCH, event));
        Ok(true)
    }

    async fn confirmed_since(
        &self,
        customer_reference: &str,
        since: DateTime<Utc>,
    ) -> Result<Vec<SandboxIntent>, LedgerError> {
        let books = self.books.lock().await;
        let recent = books.intents.values().filter(|intent| {
            intent.customer_reference == customer_reference && intent.confirmed_at >= Some(since)
        });
        Ok(recent.cloned().collect())
    }

    async fn due(&self, now: DateTime<Utc>, limit: u64) -> Result<Vec<SandboxIntent>, LedgerError> {
        let books = self.books.lock().await;
        let due = books
            .intents
            .values()
            .filter(|intent| intent.settles_at.is_some_and(|at| at <= now));
        Ok(due
            .take(usize::try_from(limit).unwrap_or(usize::MAX))
            .cloned()
            .collect())
    }

    async fn undelivered(
        &self,
        now: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<SandboxEvent>, LedgerError> {
        let books = self.books.lock().await;
        let waiting = books.events.iter().filter(|(at, _)| *at <= now);
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        Ok(waiting
            .take(limit)
            .map(|(_, event)| event.clone())
            .collect())
    }

    async fn delivered(&self, id: &str) -> Result<(), LedgerError> {
        self.books
            .lock()
            .await
            .events
            .retain(|(_, event)| event.id != id);
        Ok(())
    }

    async fn postpone(&self, id: &str, until: DateTime<Utc>) -> Result<(), LedgerError> {
        for (at, event) in &mut self.books.lock().await.events {
            if event.id == id {
                *at = until;
                event.attempts += 1;
            }
        }
        Ok(())
    }
}
