//! Giving a payment's money back (§4): first what it left unused, then what it paid.

use crate::{payment::PaymentState, text::text_enum};

text_enum! {
    /// How far a refund has come. Its money is set aside from the first moment.
    pub enum RefundState {
        /// The gateway is asked, and has not answered yet.
        Requested => "requested",
        /// The gateway is processing it.
        Pending => "pending",
        /// The customer has the money back.
        Succeeded => "succeeded",
        /// It was not possible; the money is back where it was taken.
        Failed => "failed",
    }
}

impl RefundState {
    /// Nothing has been decided yet.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Requested | Self::Pending)
    }
}

text_enum! {
    /// A payment's state, and whether its money was given back.
    pub enum PaymentStatus {
        /// The payer must still confirm it.
        RequiresAction => "requires_action",
        /// The gateway is processing it.
        Pending => "pending",
        /// The money has been taken.
        Succeeded => "succeeded",
        /// Some of the money was given back.
        PartiallyRefunded => "partially_refunded",
        /// All of the money was given back.
        Refunded => "refunded",
        /// No money has moved.
        Failed => "failed",
        /// It was given up.
        Cancelled => "cancelled",
    }
}

/// The status of a payment of which so much was refunded, in minor units.
#[must_use]
pub const fn status(state: PaymentState, amount: i64, refunded: i64) -> PaymentStatus {
    match state {
        PaymentState::RequiresAction => PaymentStatus::RequiresAction,
        PaymentState::Pending => PaymentStatus::Pending,
        PaymentState::Failed => PaymentStatus::Failed,
        PaymentState::Cancelled => PaymentStatus::Cancelled,
        PaymentState::Succeeded if refunded == 0 => PaymentStatus::Succeeded,
        PaymentState::Succeeded if refunded < amount => PaymentStatus::PartiallyRefunded,
        PaymentState::Succeeded => PaymentStatus::Refunded,
    }
}

/// A payment's part on an invoice, and how much of it is to be taken back. Minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// What the payment itself paid.
    pub paid: i64,
    /// What was applied of the credit that it left.
    pub credit: i64,
    /// How much is to be taken back.
    pub amount: i64,
}

/// What is taken from an invoice: `paid + credit` is the amount chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Of what the payment itself paid.
    pub paid: i64,
    /// Of the credit that was applied.
    pub credit: i64,
}

/// Where a refund's money comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// Of what the payment left unused.
    pub unused: i64,
    /// One for each choice, in their order.
    pub taken: Vec<Taken>,
}

/// Why a refund cannot be made as asked. `index` is the choice's position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RefundError {
    /// Not at least one minor unit.
    #[error("a refund must be at least one minor unit")]
    NotPositive,
    /// Above what is left of the payment.
    #[error("only {left} minor units are left of the payment")]
    AboveNet {
        /// What is left.
        left: i64,
    },
    /// A choice is not at least one minor unit.
    #[error("choice {index} must be at least one minor unit")]
    ChoiceNotPositive {
        /// Position of the choice.
        index: usize,
    },
    /// A choice is above what the payment has on the invoice.
    #[error("choice {index} is above what the payment paid of the invoice")]
    AboveShare {
        /// Position of the choice.
        index: usize,
    },
    /// The choices do not add up to what the unused part leaves open.
    #[error("beyond the unused part, {needed} minor units must be taken back from invoices")]
    DoesNotAddUp {
        /// What is needed from invoices.
        needed: i64,
    },
}

/// Decides where a refund's money comes from. `net` is what is left of the payment, `unused` the part of it that is on
/// no invoice.
///
/// # Errors
/// The first rule that the request breaks; see [`RefundError`].
pub fn sources(
    amount: i64,
    net: i64,
    unused: i64,
    chosen: &[Chosen],
) -> Result<Sources, RefundError> {
    if amount < 1 {
        return Err(RefundError::NotPositive);
    }
    if amount > net {
        return Err(RefundError::AboveNet { left: net });
    }
    let from_unused = amount.min(unused);
    let needed = amount - from_unused;
    let mut left = needed;
    let mut taken = Vec::with_capacity(chosen.len());
    for (index, choice) in chosen.iter().enumerate() {
        if choice.amount < 1 {
            return Err(RefundError::ChoiceNotPositive { index });
        }
        let paid = choice.amount.min(choice.paid);
        let credit = choice.amount - paid;
        if credit > choice.credit {
            return Err(RefundError::AboveShare { index });
        }
        if choice.amount > left {
            return Err(RefundError::DoesNotAddUp { needed });
        }
        left -= choice.amount;
        taken.push(Taken { paid, credit });
    }
    if left > 0 {
        return Err(RefundError::DoesNotAddUp { needed });
    }
    Ok(Sources {
        unused: from_unused,
        taken,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn chosen(paid: i64, credit: i64, amount: i64) -> Chosen {
        Chosen {
            paid,
            credit,
            amount,
        }
    }

    #[test]
    fn what_is_unused_goes_first() {
        let found = sources(30, 100, 40, &[]).unwrap();
        assert_eq!((found.unused, found.taken), (30, Vec::new()));
        let found = sources(60, 100, 40, &[chosen(15, 10, 20)]).unwrap();
        assert_eq!(found.unused, 40);
        assert_eq!(
            found.taken,
            [Taken {
                paid: 15,
                credit: 5
            }]
        );
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let refusal = |amount, chosen: &[Chosen]| sources(amount, 100, 40, chosen).unwrap_err();
        assert_eq!(refusal(0, &[]), RefundError::NotPositive);
        assert_eq!(refusal(-1, &[]), RefundError::NotPositive);
        assert_eq!(refusal(101, &[]), RefundError::AboveNet { left: 100 });
        assert_eq!(refusal(60, &[]), RefundError::DoesNotAddUp { needed: 20 });
        assert_eq!(
            refusal(60, &[chosen(60, 0, 21)]),
            RefundError::DoesNotAddUp { needed: 20 }
        );
        assert_eq!(
            refusal(60, &[chosen(10, 5, 16)]),
            RefundError::AboveShare { index: 0 }
        );
        assert_eq!(
            refusal(60, &[chosen(60, 0, 20), chosen(60, 0, 0)]),
            RefundError::ChoiceNotPositive { index: 1 }
        );
        assert_eq!(
            refusal(40, &[chosen(60, 0, i64::MAX)]),
            RefundError::AboveShare { index: 0 }
        );
    }

    #[test]
    fn the_status_tells_of_money_given_back() {
        use PaymentState::{Pending, Succeeded};
        assert_eq!(status(Succeeded, 100, 0), PaymentStatus::Succeeded);
        assert_eq!(status(Succeeded, 100, 99), PaymentStatus::PartiallyRefunded);
        assert_eq!(status(Succeeded, 100, 100), PaymentStatus::Refunded);
        assert_eq!(status(Pending, 100, 0), PaymentStatus::Pending);
    }
}
