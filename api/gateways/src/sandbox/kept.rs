//! The methods that the sandbox keeps: what a payer gave for later, by a setup or beside a payment.
//!
//! A kept method is its intent, so that there are no further books.

use super::{
    SandboxGateway, SandboxIntent, SandboxLedger,
    account::AccountInput,
    card::CardInput,
    charge::{Charge, Charged},
    payer::Instrument,
    refused,
};
use crate::{
    CpCode, Decline, Expiry, GatewayError, Intent, IntentStatus, Method, MethodUpdate, NewSetup,
    Setup, StoredMethod,
};

/// Begins the id of a kept method.
const PREFIX: &str = "pm_";

impl SandboxIntent {
    /// The kept method, once the payer has given one.
    pub(super) fn method_id(&self) -> Option<String> {
        let given = matches!(
            self.status,
            IntentStatus::Succeeded | IntentStatus::Processing
        );
        let kept = (self.setup || self.keep) && given && !self.forgotten;
        kept.then(|| format!("{PREFIX}{}", self.id))
    }

    fn into_setup(self) -> Setup {
        Setup {
            method_id: self.method_id(),
            status: self.status,
            client_secret: self.client_secret,
            id: self.id,
        }
    }

    fn into_stored(self) -> Option<StoredMethod> {
        let mut summary = self.method_summary.clone()?;
        summary.expiry = self.kept_expiry.or(summary.expiry);
        Some(StoredMethod {
            id: self.method_id()?,
            payer_id: self.payer_id?,
            method: self.method,
            summary,
        })
    }
}

impl<L: SandboxLedger> SandboxGateway<L> {
    pub(super) fn can_store(&self) -> Result<(), GatewayError> {
        if self.capabilities.can_store_methods {
            Ok(())
        } else {
            Err(crate::port::cannot_store())
        }
    }

    pub(super) async fn open_setup(&self, new: NewSetup) -> Result<Setup, GatewayError> {
        self.can_store()?;
        if !self.capabilities.methods.contains(&new.method) {
            return Err(refused("method_not_supported"));
        }
        let id = format!("seti_{}", self.derive("setup", &new.idempotency_key));
        let setup = SandboxIntent {
            setup: true,
            payer_id: Some(new.payer_id.clone()),
            customer_reference: new.payer_id,
            method: new.method,
            ..SandboxIntent::begun(self.client_secret(&id), id, new.idempotency_key)
        };
        let kept = self.ledger.insert_if_absent(setup).await?;
        Ok(kept.into_setup())
    }

    pub(super) async fn find_setup(&self, id: &str) -> Result<Setup, GatewayError> {
        let found = self.ledger.get(id).await?.filter(|intent| intent.setup);
        found
            .map(SandboxIntent::into_setup)
            .ok_or(GatewayError::NotFound)
    }

    pub(super) async fn find_method(&self, id: &str) -> Result<StoredMethod, GatewayError> {
        let intent = id.strip_prefix(PREFIX).ok_or(GatewayError::NotFound)?;
        let found = self.ledger.get(intent).await?;
        found
            .and_then(SandboxIntent::into_stored)
            .ok_or(GatewayError::NotFound)
    }

    pub(super) async fn change_method(
        &self,
        id: &str,
        update: &MethodUpdate,
    ) -> Result<StoredMethod, GatewayError> {
        let kept = self.find_method(id).await?;
        if kept.method != Method::Card && update.expiry.is_some() {
            return Err(refused("invalid_expiry"));
        }
        let intent = id.strip_prefix(PREFIX).unwrap_or_default();
        let changed = self
            .change(intent, |intent| {
                intent.kept_expiry = update.expiry.or(intent.kept_expiry);
                Ok(())
            })
            .await?;
        changed.into_stored().ok_or(GatewayError::NotFound)
    }

    pub(super) async fn forget(&self, id: &str) -> Result<(), GatewayError> {
        let intent = id.strip_prefix(PREFIX).unwrap_or_default();
        let forgotten = self.change(intent, |intent| {
            intent.forgotten = true;
            Ok(())
        });
        match forgotten.await {
            Ok(_) | Err(GatewayError::NotFound) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Charges the kept method that an intent was created with, unless it was charged before.
    pub(super) async fn charge_kept(
        &self,
        id: &str,
        how: &crate::Charge,
    ) -> Result<Intent, GatewayError> {
        let intent = self.ledger.get(id).await?.ok_or(GatewayError::NotFound)?;
        let charged = if intent.status == IntentStatus::RequiresConfirmation {
            let stored = intent.stored.clone().unwrap_or_default();
            let mut charge = match self.find_method(&stored).await {
                Ok(kept) if Some(&kept.payer_id) == intent.payer_id.as_ref() => {
                    again(&kept).charge(self.ledger.now().date_naive())
                }
                Ok(_) | Err(GatewayError::NotFound) => {
                    Charge::declined(Decline::new("no_such_method", "payment-declined"))
                }
                Err(error) => return Err(error),
            };
            if how.off_session {
                without_payer(&mut charge);
            }
            self.apply(id, intent.method, charge, self.ledger.now())
                .await?
        } else {
            intent
        };
        match &charged.latest_decline {
            // Nobody has seen this intent: there is no place to try another method.
            Some(decline) if charged.status == IntentStatus::RequiresPaymentMethod => {
                Err(GatewayError::Refused(decline.clone()))
            }
            _ => Ok(charged.into_intent()),
        }
    }
}

/// The test number behind a kept method, as if it were typed again.
fn again(kept: &StoredMethod) -> Instrument {
    let last4 = &kept.summary.last4;
    if kept.method == Method::BankDebit {
        return Instrument::Account(AccountInput::kept(last4));
    }
    let expiry = kept.summary.expiry.unwrap_or(Expiry { year: 0, month: 1 });
    Instrument::Card(CardInput::kept(last4, expiry))
}

/// Nobody is there to answer the bank, and not every card takes a charge without its holder.
fn without_payer(charge: &mut Charge) {
    match charge.outcome {
        Charged::Challenge(_) => {
            charge.outcome = Charged::No(Decline::new(
                "authentication_required",
                "card-authentication-failed",
            ));
        }
        Charged::TakenFromPayer => {
            charge.outcome = Charged::No(Decline::with_cp(
                "reference_transactions_disabled",
                CpCode::ReferenceTransactionsDisabled,
            ));
        }
        _ => {}
    }
}
