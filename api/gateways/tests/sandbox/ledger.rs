//! What the sandbox keeps, and how it keeps it.

use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use portico_gateways::{
    GatewayError, IntentStatus, PaymentGateway as _, SandboxGateway,
    sandbox::{LedgerError, MemoryLedger, SandboxIntent, SandboxLedger},
};

use crate::support::{GOOD_CARD, attempt, card, euros, today};

/// A ledger in which another change comes first, so many times.
struct Contended {
    ledger: MemoryLedger,
    changes: AtomicUsize,
}

#[async_trait]
impl SandboxLedger for Contended {
    async fn insert_if_absent(&self, intent: SandboxIntent) -> Result<SandboxIntent, LedgerError> {
        self.ledger.insert_if_absent(intent).await
    }

    async fn get(&self, id: &str) -> Result<Option<SandboxIntent>, LedgerError> {
        self.ledger.get(id).await
    }

    async fn replace(&self, intent: SandboxIntent) -> Result<bool, LedgerError> {
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
            self.ledger.replace(canceled).await?;
        }
        self.ledger.replace(intent).await
    }
}

#[tokio::test]
async fn a_card_is_not_charged_for_what_is_cancelled_meanwhile() {
    let ledger = Contended {
        ledger: MemoryLedger::default(),
        changes: AtomicUsize::new(1),
    };
    let sandbox = SandboxGateway::new(&ledger, b"secret");
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let confirmed = sandbox
        .confirm(&intent.client_secret, &card(GOOD_CARD), today())
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
    let sandbox = SandboxGateway::new(&ledger, b"secret");
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    let kept = ledger.get(&intent.id).await.unwrap().unwrap();
    assert!(ledger.replace(kept.clone()).await.unwrap());
    assert!(!ledger.replace(kept.clone()).await.unwrap());
    let json = serde_json::to_string(&kept).unwrap();
    assert_eq!(serde_json::from_str::<SandboxIntent>(&json).unwrap(), kept);
}

#[tokio::test]
async fn nothing_of_a_card_is_kept_but_its_summary() {
    let ledger = MemoryLedger::default();
    let sandbox = SandboxGateway::new(&ledger, b"secret");
    let intent = sandbox
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    sandbox
        .confirm(&intent.client_secret, &card(GOOD_CARD), today())
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
