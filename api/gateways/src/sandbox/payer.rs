//! What the sandbox's element does in the payer's browser: it gives a method, and answers the bank's question.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use subtle::ConstantTimeEq as _;

use super::{
    SandboxGateway, SandboxIntent, SandboxLedger,
    account::AccountInput,
    card::CardInput,
    charge::{Charge, Charged},
    refused,
};
use crate::{CpCode, Decline, GatewayError, Intent, IntentStatus, Method};

/// Within this time the same amount by the same method is taken for a mistake (CP3005).
const DUPLICATE_WINDOW: TimeDelta = TimeDelta::minutes(5);

/// What the payer pays with.
#[derive(Clone, Debug)]
pub enum Instrument {
    Card(CardInput),
    Account(AccountInput),
}

impl Instrument {
    /// Charges it.
    pub(super) fn charge(&self, today: NaiveDate) -> Charge {
        match self {
            Self::Card(card) => card.charge(today),
            Self::Account(account) => account.debit(),
        }
    }

    const fn method(&self) -> Method {
        match self {
            Self::Card(_) => Method::Card,
            Self::Account(_) => Method::BankDebit,
        }
    }
}

impl<L: SandboxLedger> SandboxGateway<L> {
    /// Charges a card or an account for an intent.
    ///
    /// A decline is no error: the intent answers with its `latest_decline`, and another card may be tried. An intent
    /// that has succeeded or is processing stays so, whatever is typed.
    ///
    /// # Errors
    /// [`GatewayError::NotFound`] if the client secret fits no intent, [`GatewayError::Refused`] if the intent was
    /// given up or is to be paid by another method.
    pub async fn confirm(
        &self,
        client_secret: &str,
        instrument: &Instrument,
        now: DateTime<Utc>,
    ) -> Result<Intent, GatewayError> {
        let id = self.intent_of(client_secret)?;
        let charge = instrument.charge(now.date_naive());
        let confirmed = self.apply(id, instrument.method(), charge, now).await?;
        Ok(confirmed.into_intent())
    }

    /// Writes down what came of charging a method.
    pub(super) async fn apply(
        &self,
        id: &str,
        method: Method,
        mut charge: Charge,
        now: DateTime<Utc>,
    ) -> Result<SandboxIntent, GatewayError> {
        // Nothing of the number itself is kept.
        if !charge.fingerprint.is_empty() {
            charge.fingerprint = self.derive("fingerprint", &charge.fingerprint);
        }
        let duplicate = self.is_duplicate(id, &charge, now).await?;
        self.change(id, |intent| {
            match intent.status {
                IntentStatus::Succeeded | IntentStatus::Processing => return Ok(()),
                IntentStatus::Canceled => return Err(refused("intent_canceled")),
                _ => {}
            }
            if intent.method != method {
                return Err(refused("method_not_supported"));
            }
            intent.method_summary.clone_from(&charge.method);
            intent.fingerprint.clone_from(&charge.fingerprint);
            intent.confirmed_at = Some(now);
            intent.challenge = None;
            if duplicate {
                decline(
                    intent,
                    Decline::with_cp("duplicate_transaction", CpCode::DuplicatePayment),
                );
                return Ok(());
            }
            match &charge.outcome {
                Charged::Taken | Charged::TakenFromPayer => succeed(intent),
                // An account that exists can be kept; whether a debit of it settles nobody knows before.
                Charged::Later(_) if intent.setup => succeed(intent),
                Charged::Challenge(ending) => {
                    intent.status = IntentStatus::RequiresAction;
                    intent.challenge = Some(ending.clone());
                    intent.latest_decline = None;
                }
                Charged::Later(ending) => {
                    intent.status = IntentStatus::Processing;
                    intent.settlement = Some(ending.clone());
                    intent.settles_at = Some(now + self.debit_delay);
                    intent.latest_decline = None;
                }
                Charged::No(no) => decline(intent, no.clone()),
            }
            Ok(())
        })
        .await
    }

    /// Answers the question of the payer's bank whether it really is the payer (3-D Secure).
    ///
    /// # Errors
    /// [`GatewayError::NotFound`] if the client secret fits no intent, [`GatewayError::Refused`] if nothing was asked.
    pub async fn answer_challenge(
        &self,
        client_secret: &str,
        approved: bool,
    ) -> Result<Intent, GatewayError> {
        let id = self.intent_of(client_secret)?;
        let answered = self
            .change(id, |intent| {
                let asked = intent.status == IntentStatus::RequiresAction;
                let Some(ending) = intent.challenge.take().filter(|_| asked) else {
                    return Err(refused("no_challenge"));
                };
                match ending.decline {
                    _ if !approved => decline(
                        intent,
                        Decline::new("authentication_failed", "card-authentication-failed"),
                    ),
                    Some(no) => decline(intent, no),
                    None => succeed(intent),
                }
                Ok(())
            })
            .await?;
        Ok(answered.into_intent())
    }

    /// The intent that a client secret belongs to.
    fn intent_of<'a>(&self, client_secret: &'a str) -> Result<&'a str, GatewayError> {
        let (id, _) = client_secret
            .split_once("_secret_")
            .ok_or(GatewayError::NotFound)?;
        let expected = self.client_secret(id);
        if bool::from(expected.as_bytes().ct_eq(client_secret.as_bytes())) {
            Ok(id)
        } else {
            Err(GatewayError::NotFound)
        }
    }

    /// Whether the customer paid as much by the same method minutes ago.
    async fn is_duplicate(
        &self,
        id: &str,
        charge: &Charge,
        now: DateTime<Utc>,
    ) -> Result<bool, GatewayError> {
        if charge.fingerprint.is_empty() {
            return Ok(false);
        }
        let Some(intent) = self.ledger.get(id).await? else {
            return Err(GatewayError::NotFound);
        };
        let since = now - DUPLICATE_WINDOW;
        let recent = self
            .ledger
            .confirmed_since(&intent.customer_reference, since)
            .await?;
        Ok(recent.iter().any(|other| {
            other.id != intent.id
                && !intent.setup
                && other.amount == intent.amount
                && other.fingerprint == charge.fingerprint
                && matches!(
                    other.status,
                    IntentStatus::Succeeded | IntentStatus::Processing
                )
        }))
    }
}

pub(super) fn succeed(intent: &mut SandboxIntent) {
    intent.status = IntentStatus::Succeeded;
    intent.latest_decline = None;
}

pub(super) fn decline(intent: &mut SandboxIntent, decline: Decline) {
    intent.status = IntentStatus::RequiresPaymentMethod;
    intent.latest_decline = Some(decline);
}
