//! The sandbox: a payment provider that takes no money, for trying out, demonstrations and tests.
//!
//! It behaves as a real one does: it has books of its own (see [`SandboxLedger`]), an element in
//! the browser into which the card is typed ([`SandboxGateway::confirm`]), and signed webhooks.

mod account;
mod card;
mod charge;
mod clearing;
mod faults;
mod kept;
mod ledger;
mod memory;
mod payer;
mod refund;
mod webhook;

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use portico_domain::money::Currency;

use crate::{
    Capabilities, Charge, Currencies, Decline, GatewayError, Intent, IntentStatus, Method,
    MethodUpdate, NewIntent, NewPayer, NewRefund, NewSetup, PaymentGateway, Refund, RefundId,
    Setup, StoredMethod, WebhookError, WebhookEvent, webhook::SigningSecret,
};

pub use account::AccountInput;
pub use card::CardInput;
pub use faults::{Call, Fault, Faults};
pub use ledger::{Ending, LedgerError, SandboxEvent, SandboxIntent, SandboxLedger};
pub use memory::MemoryLedger;
pub use payer::Instrument;
pub use webhook::{SIGNATURE_HEADER, SandboxWebhook};

/// How often a change is tried anew when another one comes first.
const ATTEMPTS: usize = 8;

/// What a sandbox can do: cards and bank debits in every currency but North Korea's, with minimum amounts like
/// those of real providers.
#[must_use]
pub fn capabilities() -> Capabilities {
    Capabilities {
        methods: BTreeSet::from([Method::Card, Method::BankDebit]),
        // Real ones refuse some, too.
        currencies: Currencies::AllBut(BTreeSet::from([Currency::KPW])),
        minimum_amounts: BTreeMap::from([
            (Currency::EUR, 50),
            (Currency::USD, 50),
            (Currency::JPY, 50),
        ]),
        can_store_methods: true,
    }
}

/// The sandbox over its ledger.
pub struct SandboxGateway<L> {
    ledger: L,
    secret: SigningSecret,
    capabilities: Capabilities,
    debit_delay: TimeDelta,
    faults: Faults,
}

impl<L: SandboxLedger> SandboxGateway<L> {
    /// A sandbox that can do what [`capabilities`] says.
    ///
    /// `secret` signs webhooks, and ids and client secrets are derived from it, so that the
    /// sandbox needs no randomness: give it 32 random bytes and keep them.
    #[must_use]
    pub fn new(ledger: L, secret: &[u8]) -> Self {
        Self {
            ledger,
            secret: SigningSecret::new(secret),
            capabilities: capabilities(),
            debit_delay: TimeDelta::minutes(1),
            faults: Faults::default(),
        }
    }

    /// The same sandbox with other capabilities.
    #[must_use]
    pub fn with_capabilities(self, capabilities: Capabilities) -> Self {
        Self {
            capabilities,
            ..self
        }
    }

    /// The same sandbox, which settles bank debits after so long.
    #[must_use]
    pub fn with_debit_delay(self, debit_delay: TimeDelta) -> Self {
        Self {
            debit_delay,
            ..self
        }
    }

    /// Where a test orders what is to go wrong.
    #[must_use]
    pub const fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The books, as the provider itself sees them.
    #[must_use]
    pub const fn ledger(&self) -> &L {
        &self.ledger
    }

    /// Applies a change to an intent, and again to its newer form if another change comes first.
    async fn change(
        &self,
        id: &str,
        change: impl Fn(&mut SandboxIntent) -> Result<(), GatewayError> + Send + Sync,
    ) -> Result<SandboxIntent, GatewayError> {
        for _ in 0..ATTEMPTS {
            let found = self.ledger.get(id).await?.ok_or(GatewayError::NotFound)?;
            let mut changed = found.clone();
            change(&mut changed)?;
            if changed == found {
                return Ok(found);
            }
            let event = SandboxEvent {
                id: self.event_id(&found),
                intent_id: found.id,
                reference: found.reference,
                attempts: 0,
            };
            if self.ledger.replace(changed.clone(), event).await? {
                return Ok(changed);
            }
        }
        Err(GatewayError::Unavailable(
            "the intent is changing too fast".to_owned(),
        ))
    }

    async fn create(&self, new: NewIntent) -> Result<Intent, GatewayError> {
        self.capabilities
            .check(new.amount, new.method)
            .map_err(|unsuitable| GatewayError::Refused(unsuitable.into()))?;
        if new.keep_method || new.stored_method.is_some() {
            self.can_store()?;
        }
        let id = format!("sbx_{}", self.derive("intent", &new.idempotency_key));
        let intent = SandboxIntent {
            amount: new.amount,
            description: new.description.clone(),
            reference: new.reference.clone(),
            customer_reference: new.customer_reference.clone(),
            method: new.method,
            payer_id: new.payer_id.clone(),
            keep: new.keep_method && new.payer_id.is_some(),
            status: if new.stored_method.is_some() {
                IntentStatus::RequiresConfirmation
            } else {
                IntentStatus::RequiresPaymentMethod
            },
            stored: new.stored_method,
            ..SandboxIntent::begun(self.client_secret(&id), id, new.idempotency_key.clone())
        };
        let kept = self.ledger.insert_if_absent(intent).await?;
        if (kept.amount, &kept.reference) != (new.amount, &new.reference) {
            return Err(refused("idempotency_key_reused"));
        }
        Ok(kept.into_intent())
    }

    /// A name that only this sandbox can give, and that it gives always alike.
    fn derive(&self, purpose: &str, of: &str) -> String {
        let hex = self.secret.hex(&[purpose.as_bytes(), b"\0", of.as_bytes()]);
        hex.chars().take(32).collect()
    }

    /// The name of the event that an intent's next change makes.
    fn event_id(&self, intent: &SandboxIntent) -> String {
        let of = format!("{} {}", intent.id, intent.version);
        format!("evt_{}", self.derive("event", &of))
    }

    fn client_secret(&self, id: &str) -> String {
        format!("{id}_secret_{}", self.derive("client_secret", id))
    }
}

#[async_trait]
impl<L: SandboxLedger> PaymentGateway for SandboxGateway<L> {
    fn kind(&self) -> &'static str {
        "sandbox"
    }

    fn capabilities(&self) -> Capabilities {
        self.capabilities.clone()
    }

    async fn create_intent(&self, new: NewIntent) -> Result<Intent, GatewayError> {
        self.faults.around(Call::Create, self.create(new)).await
    }

    async fn retrieve_intent(&self, id: &str) -> Result<Intent, GatewayError> {
        let retrieve = async {
            let intent = self.ledger.get(id).await?.ok_or(GatewayError::NotFound)?;
            Ok(intent.into_intent())
        };
        self.faults.around(Call::Retrieve, retrieve).await
    }

    async fn charge_intent(
        &self,
        id: &str,
        charge: &Charge,
        _: &str,
    ) -> Result<Intent, GatewayError> {
        let charge = self.charge_kept(id, charge);
        self.faults.around(Call::Charge, charge).await
    }

    async fn cancel_intent(&self, id: &str) -> Result<Intent, GatewayError> {
        let cancel = self.change(id, |intent| match intent.status {
            IntentStatus::Succeeded => Err(refused("intent_succeeded")),
            IntentStatus::Processing => Err(refused("intent_processing")),
            _ => {
                intent.status = IntentStatus::Canceled;
                intent.challenge = None;
                Ok(())
            }
        });
        let canceled = self.faults.around(Call::Cancel, cancel).await?;
        Ok(canceled.into_intent())
    }

    async fn refund(&self, new: NewRefund) -> Result<Refund, GatewayError> {
        self.faults.around(Call::Refund, self.give_back(new)).await
    }

    async fn retrieve_refund(&self, refund: &RefundId<'_>) -> Result<Refund, GatewayError> {
        self.faults
            .around(Call::RetrieveRefund, self.find_refund(refund.id))
            .await
    }

    async fn check_credentials(&self) -> Result<(), GatewayError> {
        Ok(())
    }

    async fn open_payer(&self, new: NewPayer) -> Result<String, GatewayError> {
        self.can_store()?;
        Ok(format!(
            "cus_{}",
            self.derive("payer", &new.idempotency_key)
        ))
    }

    async fn begin_setup(&self, new: NewSetup) -> Result<Setup, GatewayError> {
        self.faults.around(Call::Setup, self.open_setup(new)).await
    }

    async fn retrieve_setup(&self, id: &str) -> Result<Setup, GatewayError> {
        self.find_setup(id).await
    }

    async fn stored_method(&self, id: &str) -> Result<StoredMethod, GatewayError> {
        self.find_method(id).await
    }

    async fn update_method(
        &self,
        id: &str,
        update: MethodUpdate,
    ) -> Result<StoredMethod, GatewayError> {
        self.change_method(id, &update).await
    }

    async fn forget_method(&self, id: &str) -> Result<(), GatewayError> {
        self.faults.around(Call::Forget, self.forget(id)).await
    }

    async fn parse_webhook(
        &self,
        headers: &[(&str, &str)],
        body: &[u8],
        received_at: DateTime<Utc>,
    ) -> Result<Option<WebhookEvent>, WebhookError> {
        webhook::parse(&self.secret, headers, body, received_at).map(Some)
    }
}

/// A refusal that a payer cannot do anything about.
fn refused(code: &str) -> GatewayError {
    GatewayError::Refused(Decline::new(code, "payment-unavailable"))
}

impl From<LedgerError> for GatewayError {
    fn from(error: LedgerError) -> Self {
        Self::Unavailable(error.to_string())
    }
}
