//! What can be done with an invoice, as far as the invoice itself allows it.

use super::{InvoiceFacts, InvoiceState};
use crate::text::text_enum;

text_enum! {
    /// What one can do with an invoice.
    pub enum InvoiceAction {
        /// Change anything.
        Edit => "edit",
        /// Change the notes and the attachments.
        EditNotes => "edit_notes",
        /// Remove it for good.
        Delete => "delete",
        /// Mail it to the customer, for the first time or again.
        Send => "send",
        /// Say that it was given to the customer otherwise.
        MarkSent => "mark_sent",
        /// Take it back, with a reason.
        Void => "void",
        /// Make a void one a draft again.
        RevertToDraft => "revert_to_draft",
        /// Write a new draft of the same content.
        Duplicate => "duplicate",
        /// Record a payment that was made elsewhere.
        RecordPayment => "record_payment",
        /// Pay it online.
        Pay => "pay",
        /// Get it as a PDF.
        Download => "download",
    }
}

/// What else decides which actions are possible.
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts, not a hidden state machine"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvoiceFlags {
    /// A payment, credit or retainer is applied to it.
    pub money_attached: bool,
    /// A gateway is processing a payment of it.
    pub payment_pending: bool,
    /// It bears a number, or once did.
    pub number_issued: bool,
    /// The organization allows no second online payment while one is pending (A6).
    pub block_when_pending: bool,
}

/// Why an action is not possible now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only a draft can do this.
    #[error("the invoice is no longer a draft")]
    NotDraft,
    /// Only a sent invoice can do this.
    #[error("the invoice is not sent")]
    NotSent,
    /// Only a void invoice can become a draft again.
    #[error("the invoice is not void")]
    NotVoid,
    /// A void or written-off invoice is closed.
    #[error("the invoice is closed")]
    Closed,
    /// Money was applied to it.
    #[error("money has been applied to the invoice")]
    MoneyAttached,
    /// A gateway is processing a payment of it.
    #[error("a payment of the invoice is pending")]
    PaymentPending,
    /// It bears a number, which must not vanish.
    #[error("the invoice has a number")]
    NumberIssued,
    /// There is nothing left to pay.
    #[error("the invoice has no balance")]
    NothingDue,
}

/// Whether an action is possible now; who may do it is another question (see `permission`).
///
/// # Errors
/// The reason why not.
pub fn check(
    action: InvoiceAction,
    facts: &InvoiceFacts,
    flags: InvoiceFlags,
) -> Result<(), Refusal> {
    let state = facts.state;
    match action {
        InvoiceAction::Duplicate | InvoiceAction::Download => Ok(()),
        InvoiceAction::Edit if state == InvoiceState::Draft => Ok(()),
        InvoiceAction::Edit => open(state).and_then(|()| untouched(flags)),
        InvoiceAction::EditNotes if state == InvoiceState::WrittenOff => Ok(()),
        InvoiceAction::EditNotes | InvoiceAction::Send => open(state),
        InvoiceAction::MarkSent => require(state == InvoiceState::Draft, Refusal::NotDraft),
        InvoiceAction::Delete => require(state == InvoiceState::Draft, Refusal::NotDraft)
            .and_then(|()| require(!flags.number_issued, Refusal::NumberIssued))
            .and_then(|()| untouched(flags)),
        InvoiceAction::Void => require(state == InvoiceState::Sent, Refusal::NotSent)
            .and_then(|()| require(!flags.payment_pending, Refusal::PaymentPending)),
        InvoiceAction::RevertToDraft => require(state == InvoiceState::Void, Refusal::NotVoid),
        InvoiceAction::RecordPayment => owed(facts),
        InvoiceAction::Pay => owed(facts).and_then(|()| {
            require(
                !(flags.payment_pending && flags.block_when_pending),
                Refusal::PaymentPending,
            )
        }),
    }
}

/// Every action that is possible now, in the order of [`InvoiceAction::ALL`].
#[must_use]
pub fn allowed_actions(facts: &InvoiceFacts, flags: InvoiceFlags) -> Vec<InvoiceAction> {
    InvoiceAction::ALL
        .iter()
        .copied()
        .filter(|action| check(*action, facts, flags).is_ok())
        .collect()
}

fn require(condition: bool, otherwise: Refusal) -> Result<(), Refusal> {
    if condition { Ok(()) } else { Err(otherwise) }
}

/// A draft or sent, and so still changing.
fn open(state: InvoiceState) -> Result<(), Refusal> {
    require(
        matches!(state, InvoiceState::Draft | InvoiceState::Sent),
        Refusal::Closed,
    )
}

/// Sent, with something left to pay.
fn owed(facts: &InvoiceFacts) -> Result<(), Refusal> {
    require(facts.state == InvoiceState::Sent, Refusal::NotSent)
        .and_then(|()| require(facts.balance > 0, Refusal::NothingDue))
}

/// No money attached, nor on its way.
fn untouched(flags: InvoiceFlags) -> Result<(), Refusal> {
    require(!flags.money_attached, Refusal::MoneyAttached)
        .and_then(|()| require(!flags.payment_pending, Refusal::PaymentPending))
}

#[cfg(test)]
mod tests {
    use super::{super::tests::sent, InvoiceAction as A, *};

    const NOTHING: InvoiceFlags = InvoiceFlags {
        money_attached: false,
        payment_pending: false,
        number_issued: false,
        block_when_pending: true,
    };

    fn of(state: InvoiceState) -> InvoiceFacts {
        InvoiceFacts { state, ..sent() }
    }

    #[test]
    fn a_draft_can_be_written_sent_and_removed() {
        assert_eq!(
            allowed_actions(&of(InvoiceState::Draft), NOTHING),
            [
                A::Edit,
                A::EditNotes,
                A::Delete,
                A::Send,
                A::MarkSent,
                A::Duplicate,
                A::Download
            ]
        );
    }

    #[test]
    fn a_draft_that_had_a_number_stays() {
        let flags = InvoiceFlags {
            number_issued: true,
            ..NOTHING
        };
        assert_eq!(
            check(A::Delete, &of(InvoiceState::Draft), flags),
            Err(Refusal::NumberIssued)
        );
    }

    #[test]
    fn a_sent_invoice_can_be_changed_until_money_is_attached_or_pending() {
        assert_eq!(
            allowed_actions(&sent(), NOTHING),
            [
                A::Edit,
                A::EditNotes,
                A::Send,
                A::Void,
                A::Duplicate,
                A::RecordPayment,
                A::Pay,
                A::Download
            ]
        );
        let paid_in_part = InvoiceFlags {
            money_attached: true,
            ..NOTHING
        };
        assert_eq!(
            check(A::Edit, &sent(), paid_in_part),
            Err(Refusal::MoneyAttached)
        );
        assert_eq!(check(A::EditNotes, &sent(), paid_in_part), Ok(()));
        assert_eq!(check(A::Void, &sent(), paid_in_part), Ok(()));
    }

    #[test]
    fn a_pending_payment_blocks_changing_and_voiding_and_paying_if_so_set() {
        let pending = InvoiceFlags {
            payment_pending: true,
            ..NOTHING
        };
        for action in [A::Edit, A::Void, A::Pay] {
            assert_eq!(
                check(action, &sent(), pending),
                Err(Refusal::PaymentPending),
                "{action}"
            );
        }
        let unblocked = InvoiceFlags {
            block_when_pending: false,
            ..pending
        };
        assert_eq!(check(A::Pay, &sent(), unblocked), Ok(()));
        assert_eq!(
            check(A::Void, &sent(), unblocked),
            Err(Refusal::PaymentPending)
        );
    }

    #[test]
    fn nothing_due_is_not_payable() {
        let paid = InvoiceFacts {
            balance: 0,
            ..sent()
        };
        assert_eq!(check(A::Pay, &paid, NOTHING), Err(Refusal::NothingDue));
        assert_eq!(
            check(A::RecordPayment, &paid, NOTHING),
            Err(Refusal::NothingDue)
        );
    }

    #[test]
    fn what_is_closed_can_be_read_and_copied() {
        assert_eq!(
            allowed_actions(&of(InvoiceState::Void), NOTHING),
            [A::RevertToDraft, A::Duplicate, A::Download]
        );
        assert_eq!(
            allowed_actions(&of(InvoiceState::WrittenOff), NOTHING),
            [A::EditNotes, A::Duplicate, A::Download]
        );
    }

    #[test]
    fn only_the_right_state_is_enough() {
        assert_eq!(check(A::MarkSent, &sent(), NOTHING), Err(Refusal::NotDraft));
        assert_eq!(
            check(A::Pay, &of(InvoiceState::Draft), NOTHING),
            Err(Refusal::NotSent)
        );
        assert_eq!(
            check(A::RevertToDraft, &sent(), NOTHING),
            Err(Refusal::NotVoid)
        );
        assert_eq!(
            check(A::Edit, &of(InvoiceState::Void), NOTHING),
            Err(Refusal::Closed)
        );
    }
}
