//! The life of an invoice (§1).

mod action;

use chrono::NaiveDate;

use crate::text::text_enum;
pub use action::{InvoiceAction, InvoiceFlags, Refusal, allowed_actions, check};

text_enum! {
    /// What an event has set: the only part of an invoice's status that is stored.
    pub enum InvoiceState {
        /// Being written; the customer doesn't see it.
        Draft => "draft",
        /// Given to the customer, by mail or otherwise.
        Sent => "sent",
        /// Taken back; keeps its number and the reason.
        Void => "void",
        /// Given up as uncollectable.
        WrittenOff => "written_off",
    }
}

text_enum! {
    /// The one status shown for an invoice: its state, and what the balance and the calendar imply.
    pub enum InvoiceStatus {
        /// Being written; the customer doesn't see it.
        Draft => "draft",
        /// Given to the customer, who has not looked at it yet.
        Sent => "sent",
        /// The customer has looked at it.
        Viewed => "viewed",
        /// Something was paid, not everything, and it is not overdue.
        PartiallyPaid => "partially_paid",
        /// Something is owed after the due date.
        Overdue => "overdue",
        /// Nothing is owed any more.
        Paid => "paid",
        /// Taken back; keeps its number and the reason.
        Void => "void",
        /// Given up as uncollectable.
        WrittenOff => "written_off",
    }
}

/// What an invoice's status is derived from. Amounts are minor units of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvoiceFacts {
    /// The stored state.
    pub state: InvoiceState,
    /// What the invoice came to.
    pub total: i64,
    /// What is still owed.
    pub balance: i64,
    /// The last day on which it can be paid in time.
    pub due_date: NaiveDate,
    /// Whether the customer has looked at it.
    pub viewed: bool,
    /// Today, in the organization's time zone.
    pub today: NaiveDate,
}

/// The status shown: void > written off > draft > paid > overdue > partially paid > viewed > sent.
///
/// A sent invoice that comes to nothing counts as paid.
#[must_use]
pub fn status(facts: &InvoiceFacts) -> InvoiceStatus {
    match facts.state {
        InvoiceState::Void => InvoiceStatus::Void,
        InvoiceState::WrittenOff => InvoiceStatus::WrittenOff,
        InvoiceState::Draft => InvoiceStatus::Draft,
        InvoiceState::Sent if facts.balance <= 0 => InvoiceStatus::Paid,
        InvoiceState::Sent if facts.due_date < facts.today => InvoiceStatus::Overdue,
        InvoiceState::Sent if facts.balance < facts.total => InvoiceStatus::PartiallyPaid,
        InvoiceState::Sent if facts.viewed => InvoiceStatus::Viewed,
        InvoiceState::Sent => InvoiceStatus::Sent,
    }
}

impl InvoiceState {
    /// Whether an event may lead from this state to that one. Staying is not a transition.
    #[must_use]
    pub const fn may_become(self, to: Self) -> bool {
        matches!(
            (self, to),
            (Self::Draft | Self::WrittenOff, Self::Sent)
                | (Self::Sent, Self::Void | Self::WrittenOff)
                | (Self::Void, Self::Draft)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sent yesterday over 100.00, due today, nothing paid, not looked at.
    pub(super) fn sent() -> InvoiceFacts {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        InvoiceFacts {
            state: InvoiceState::Sent,
            total: 10_000,
            balance: 10_000,
            due_date: today,
            viewed: false,
            today,
        }
    }

    #[test]
    fn each_fact_outranks_those_after_it() {
        let mut facts = sent();
        assert_eq!(status(&facts), InvoiceStatus::Sent);
        facts.viewed = true;
        assert_eq!(status(&facts), InvoiceStatus::Viewed);
        facts.balance = 1;
        assert_eq!(status(&facts), InvoiceStatus::PartiallyPaid);
        facts.today = facts.today.succ_opt().unwrap();
        assert_eq!(status(&facts), InvoiceStatus::Overdue);
        facts.balance = 0;
        assert_eq!(status(&facts), InvoiceStatus::Paid);
        facts.state = InvoiceState::Draft;
        assert_eq!(status(&facts), InvoiceStatus::Draft);
        facts.state = InvoiceState::WrittenOff;
        assert_eq!(status(&facts), InvoiceStatus::WrittenOff);
        facts.state = InvoiceState::Void;
        assert_eq!(status(&facts), InvoiceStatus::Void);
    }

    #[test]
    fn the_due_date_itself_is_in_time() {
        let mut facts = sent();
        facts.due_date = facts.today.pred_opt().unwrap();
        assert_eq!(status(&facts), InvoiceStatus::Overdue);
        facts.due_date = facts.today;
        assert_eq!(status(&facts), InvoiceStatus::Sent);
    }

    #[test]
    fn an_invoice_over_nothing_is_paid_once_sent() {
        let facts = InvoiceFacts {
            total: 0,
            balance: 0,
            ..sent()
        };
        assert_eq!(status(&facts), InvoiceStatus::Paid);
    }

    #[test]
    fn states_follow_the_table() {
        use InvoiceState::{Draft, Sent, Void, WrittenOff};
        let allowed = [
            (Draft, Sent),
            (Sent, Void),
            (Sent, WrittenOff),
            (Void, Draft),
            (WrittenOff, Sent),
        ];
        for &from in InvoiceState::ALL {
            for &to in InvoiceState::ALL {
                assert_eq!(
                    from.may_become(to),
                    allowed.contains(&(from, to)),
                    "{from} to {to}"
                );
            }
        }
    }
}
