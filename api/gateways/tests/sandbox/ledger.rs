//! What the sandbox keeps, and how it keeps it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use portico_gateways::{
    GatewayError, IntentStatus, PaymentGateway as _, SandboxGateway,
    sandbox::{LedgerError, MemoryLedger, SandboxEvent, SandboxIntent, SandboxLedger},
};

use crate::support::{GOOD_CARD, attempt, card, euros, now};

/// A ledger in which another change comes first, so many times.
struct Contended {
    ledger: MemoryLedger,
    changes: AtomicUsize,
}

#[async_trait]
impl SandboxLedger for Contended {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.ledger.now()
    }

    async fn insert_if_absent(&self, intent: SandboxIntent) -> Result<SandboxIntent, LedgerError> {
        self.ledger.insert_if_absent(intent).await
    }

    async fn get(&self, id: &str) -> Result<Option<SandboxIntent>, LedgerError> {
        self.ledger.get(id).await
    }

    async fn replace(
        &self,
        intent: SandboxIntent,
        event: SandboxEvent,
    ) -> Result<bool, LedgerError> {
        let one_less = |left: usize| left.checked_sub(1);
        if self
            .changes
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less)
            .is_ok()
            && let Some(kept) = self.ledger.get(&intent.id).await?
        {
            let canceled = SandboxIntent {
                status: IntentStatus::Canceled,
                ..kept
            };
            self.ledger.replace(canceled, event.clone()).await?;
        }
        self.ledger.replace(intent, event).await
    }

    async fn confirmed_since(
        &self,
        customer_reference: &str,
        since: DateTime<Utc>,
    ) -> Result<Vec<SandboxIntent>, LedgerError> {
        self.ledger.confirmed_since(customer_reference, since).await
    }

    async fn due(&self, now: DateTime<Utc>, limit: u64) -> Result<Vec<SandboxIntent>, LedgerError> {
        self.ledger.due(now, limit).await
    }

    async fn undelivered(
        &self,
        now: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<SandboxEvent>, LedgerError> {
        self.ledger.undelivered(now, limit).await
    }

    async fn delivered(&self, id: &str) -> Result<(), LedgerError> {
        self.ledger.delivered(id).await
    }

    async fn postpone(&self, id: &str, until: DateTime<Utc>) -> Result<(), LedgerError> {
        self.ledger.postpone(id, until).await
    }
}

#[tokio::test]
async fn a_card_is_not_charged_for_what_is_cancelled_meanwhile() {
    let ledger = Contended {
        ledger: MemoryLedger::default(),
        changes: AtomicUsize::new(1),
    };
    let ledger = Arc::new(ledger);
    let sandbox = SandboxGateway::new(ledger.clone(), b"secret");
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let confirmed = sandbox
        .confirm(&intent.client_secret, &card(GOOD_CARD), now())
        .await;
    assert!(matches!(confirmed, Err(GatewayError::Refused(_))));
    let kept = sandbox.retrieve_intent(&intent.id).await.unwrap();
    assert_eq!(
        (kept.status, kept.amount_received),
        (IntentStatus::Canceled, euros(0))
    );
}

#[tokio::test]
async fn a_ledger_replaces_only_what_has_not_changed() {
    let ledger = MemoryLedger::default();
    let ledger = Arc::new(ledger);
    let sandbox = SandboxGateway::new(ledger.clone(), b"secret");
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let kept = ledger.get(&intent.id).await.unwrap().unwrap();
    let event = SandboxEvent {
        id: "evt_1".to_owned(),
        intent_id: kept.id.clone(),
        reference: kept.reference.clone(),
        attempts: 0,
    };
    let replaced = ledger.replace(kept.clone(), event.clone()).await;
    assert!(replaced.unwrap());
    assert!(!ledger.replace(kept.clone(), event).await.unwrap());
    assert_eq!(ledger.undelivered(now(), 10).await.unwrap().len(), 1);
    let json = serde_json::to_string(&kept).unwrap();
    assert_eq!(serde_json::from_str::<SandboxIntent>(&json).unwrap(), kept);
}

#[tokio::test]
async fn nothing_of_a_card_is_kept_but_its_summary() {
    let ledger = MemoryLedger::default();
    let ledger = Arc::new(ledger);
    let sandbox = SandboxGateway::new(ledger.clone(), b"secret");
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    sandbox
        .confirm(&intent.client_secret, &card(GOOD_CARD), now())
        .await
        .unwrap();
    let kept = serde_json::to_string(&ledger.get(&intent.id).await.unwrap()).unwrap();
    assert!(
        kept.contains(r#"{"brand":"visa","last4":"4242","expiry":{"year":2030,"month":12}}"#),
        "{kept}"
    );
    for secret in ["42424242", "123\"", "Lovelace", "Torstra", "10119"] {
        assert!(!kept.contains(secret), "{secret} in {kept}");
    }
}
