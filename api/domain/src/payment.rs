//! The life of a payment (§1, §4).

pub mod stuck;

use crate::text::text_enum;

text_enum! {
    /// How far a payment has come.
    pub enum PaymentState {
        /// The payer must still confirm it.
        RequiresAction => "requires_action",
        /// The gateway is processing it, which takes days for a bank debit.
        Pending => "pending",
        /// The money has been taken. Final: what comes back later is a record of its own.
        Succeeded => "succeeded",
        /// It was declined or went wrong; no money has moved.
        Failed => "failed",
        /// It was given up before the payer confirmed it.
        Cancelled => "cancelled",
    }
}

text_enum! {
    /// How money was handed over.
    pub enum PaymentMode {
        /// Notes and coins.
        Cash => "cash",
        /// A cheque.
        Check => "check",
        /// A transfer between bank accounts.
        BankTransfer => "bank_transfer",
        /// A remittance through a bank, usually from abroad.
        BankRemittance => "bank_remittance",
        /// A credit or debit card.
        Card => "card",
        /// A debit that the customer has authorised (SEPA, ACH).
        DirectDebit => "direct_debit",
        /// Another online method of a gateway.
        Online => "online",
        /// Anything else.
        Other => "other",
    }
}

/// Whether the gateway itself has said so: a signed webhook, or an answer to our own question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GatewayProof {
    /// Only the browser, a member of staff or a timer says so.
    None,
    /// The gateway has confirmed it.
    Verified,
}

/// What a permitted transition amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The payment was there already: nothing to record, nothing to announce.
    NoChange,
    /// The payment moves to the new state.
    Changed,
}

/// Why a payment cannot move to a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Money that was taken stays taken; a refund or dispute is a record of its own.
    #[error("a succeeded payment never goes back")]
    Final,
    /// Late money counts only on the gateway's word.
    #[error("only the gateway can say that a failed or cancelled payment has succeeded")]
    ProofMissing,
    /// No event leads from one state to the other.
    #[error("a payment cannot go from {from} to {to}")]
    Impossible {
        /// The present state.
        from: PaymentState,
        /// The state asked for.
        to: PaymentState,
    },
}

/// Whether a payment may move. Asking twice is harmless: the second time is [`Change::NoChange`].
///
/// Late money (failed or cancelled → succeeded) goes to the invoice if that is still open, else to
/// the customer's credit; that is the caller's part.
///
/// # Errors
/// The reason why not.
pub fn transition(
    from: PaymentState,
    to: PaymentState,
    proof: GatewayProof,
) -> Result<Change, Refusal> {
    use PaymentState::{Cancelled, Failed, Pending, RequiresAction, Succeeded};
    match (from, to) {
        _ if from == to => Ok(Change::NoChange),
        (RequiresAction, _) | (Pending, Succeeded | Failed) => Ok(Change::Changed),
        (Failed | Cancelled, Succeeded) => match proof {
            GatewayProof::Verified => Ok(Change::Changed),
            GatewayProof::None => Err(Refusal::ProofMissing),
        },
        (Succeeded, _) => Err(Refusal::Final),
        _ => Err(Refusal::Impossible { from, to }),
    }
}

impl PaymentState {
    /// Under way: nothing has been decided yet, and a second attempt must not start beside it (§4).
    #[must_use]
    pub const fn is_in_flight(self) -> bool {
        matches!(self, Self::RequiresAction | Self::Pending)
    }
}

#[cfg(test)]
mod tests {
    use PaymentState::{Cancelled, Failed, Pending, RequiresAction, Succeeded};

    use super::*;

    #[test]
    fn payments_follow_the_table() {
        let free = [
            (RequiresAction, Pending),
            (RequiresAction, Succeeded),
            (RequiresAction, Failed),
            (RequiresAction, Cancelled),
            (Pending, Succeeded),
            (Pending, Failed),
        ];
        let proven = [(Failed, Succeeded), (Cancelled, Succeeded)];
        for &from in PaymentState::ALL {
            for &to in PaymentState::ALL {
                let (plain, verified) = (
                    transition(from, to, GatewayProof::None),
                    transition(from, to, GatewayProof::Verified),
                );
                if from == to {
                    assert_eq!(
                        (plain, verified),
                        (Ok(Change::NoChange), Ok(Change::NoChange))
                    );
                } else if free.contains(&(from, to)) {
                    assert_eq!(
                        (plain, verified),
                        (Ok(Change::Changed), Ok(Change::Changed))
                    );
                } else if proven.contains(&(from, to)) {
                    assert_eq!(
                        (plain, verified),
                        (Err(Refusal::ProofMissing), Ok(Change::Changed))
                    );
                } else {
                    assert!(plain.is_err() && verified.is_err(), "{from} to {to}");
                }
            }
        }
    }

    #[test]
    fn taken_money_never_goes_back() {
        for to in [RequiresAction, Pending, Failed, Cancelled] {
            assert_eq!(
                transition(Succeeded, to, GatewayProof::Verified),
                Err(Refusal::Final)
            );
        }
    }
}
