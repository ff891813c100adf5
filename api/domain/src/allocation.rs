//! Dividing one payment among the documents it pays (§4).

use std::collections::BTreeSet;

use crate::money::MAX_MINOR;

/// One document to be paid, and how much of it. Amounts are minor units of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requested<K> {
    /// Which document.
    pub key: K,
    /// What it still owes.
    pub balance: i64,
    /// The money of the payment that goes to it, at least one minor unit.
    pub amount: i64,
    /// Tax that the customer kept back for the authority: it lowers the balance beside the money.
    pub withheld: i64,
}

/// What one document gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share<K> {
    /// Which document.
    pub key: K,
    /// The money of the payment that goes to it.
    pub amount: i64,
    /// The withheld tax that counts for it.
    pub withheld: i64,
    /// What it owes from now on.
    pub balance: i64,
}

/// A payment divided: the shares' amounts and `unused` add up to the payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation<K> {
    /// One share per request, in the order of the requests.
    pub shares: Vec<Share<K>>,
    /// What is left over and becomes the customer's credit.
    pub unused: i64,
}

/// Why a payment cannot be divided as requested. `index` is the request's position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AllocationError {
    /// The payment is not at least one minor unit, or above [`MAX_MINOR`].
    #[error("the payment must be positive and within the limit")]
    InvalidPayment,
    /// A request is not at least one minor unit.
    #[error("allocation {index} must be at least one minor unit")]
    NotPositive {
        /// Position of the request.
        index: usize,
    },
    /// The withheld tax of a request is negative.
    #[error("the withheld tax of allocation {index} is negative")]
    NegativeWithheld {
        /// Position of the request.
        index: usize,
    },
    /// A request and its withheld tax are above what the document owes.
    #[error("allocation {index} is above the balance of its document")]
    AboveBalance {
        /// Position of the request.
        index: usize,
    },
    /// The document is requested twice.
    #[error("allocation {index} repeats a document")]
    Duplicate {
        /// Position of the second request.
        index: usize,
    },
    /// The requests add up to more than the payment.
    #[error("allocation {index} is above what is left of the payment")]
    AbovePayment {
        /// Position of the first request that is too much.
        index: usize,
    },
}

/// Divides a payment.
///
/// # Errors
/// The first rule that a request breaks; see [`AllocationError`].
pub fn allocate<K: Clone + Ord>(
    amount: i64,
    requested: &[Requested<K>],
) -> Result<Allocation<K>, AllocationError> {
    if !(1..=MAX_MINOR).contains(&amount) {
        return Err(AllocationError::InvalidPayment);
    }
    let mut unused = amount;
    let mut keys = BTreeSet::new();
    let mut shares = Vec::with_capacity(requested.len());
    for (index, request) in requested.iter().enumerate() {
        if request.amount < 1 {
            return Err(AllocationError::NotPositive { index });
        }
        if request.withheld < 0 {
            return Err(AllocationError::NegativeWithheld { index });
        }
        if !keys.insert(&request.key) {
            return Err(AllocationError::Duplicate { index });
        }
        let balance = request
            .amount
            .checked_add(request.withheld)
            .and_then(|settled| request.balance.checked_sub(settled))
            .filter(|balance| *balance >= 0)
            .ok_or(AllocationError::AboveBalance { index })?;
        // Both are positive: the difference can't leave i64.
        unused -= request.amount;
        if unused < 0 {
            return Err(AllocationError::AbovePayment { index });
        }
        shares.push(Share {
            key: request.key.clone(),
            amount: request.amount,
            withheld: request.withheld,
            balance,
        });
    }
    Ok(Allocation { shares, unused })
}

/// Why a payer may not pay this much of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PartialRefusal {
    /// Less than one minor unit.
    #[error("at least one minor unit must be paid")]
    TooLittle,
    /// More than is owed.
    #[error("more than the balance cannot be paid")]
    AboveBalance,
    /// Less than the balance, where partial payments are not allowed.
    #[error("the whole balance must be paid")]
    PartialNotAllowed,
}

/// Whether a payer may pay `amount` of a document that owes `balance`: all of it, or, where the
/// document allows partial payments, at least one minor unit.
///
/// # Errors
/// The reason why not.
pub fn check_partial(
    amount: i64,
    balance: i64,
    partial_allowed: bool,
) -> Result<(), PartialRefusal> {
    if amount < 1 {
        Err(PartialRefusal::TooLittle)
    } else if amount > balance {
        Err(PartialRefusal::AboveBalance)
    } else if amount < balance && !partial_allowed {
        Err(PartialRefusal::PartialNotAllowed)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn request(key: u32, balance: i64, amount: i64) -> Requested<u32> {
        Requested {
            key,
            balance,
            amount,
            withheld: 0,
        }
    }

    #[test]
    fn the_rest_is_unused() {
        let allocation = allocate(1_000, &[request(1, 700, 700), request(2, 500, 200)]).unwrap();
        assert_eq!(allocation.unused, 100);
        assert_eq!(
            allocation.shares[1],
            Share {
                key: 2,
                amount: 200,
                withheld: 0,
                balance: 300
            }
        );
        assert_eq!(allocate::<u32>(5, &[]).unwrap().unused, 5);
    }

    #[test]
    fn withheld_tax_settles_beside_the_money() {
        let withheld = Requested {
            withheld: 100,
            ..request(1, 1_000, 900)
        };
        let allocation = allocate(900, &[withheld]).unwrap();
        assert_eq!(
            allocation.shares,
            [Share {
                key: 1,
                amount: 900,
                withheld: 100,
                balance: 0
            }]
        );
        assert_eq!(allocation.unused, 0);
    }

    #[test]
    fn each_rule_has_its_refusal() {
        use AllocationError as E;
        let one = request(1, 100, 100);
        assert_eq!(allocate(0, &[one]), Err(E::InvalidPayment));
        assert_eq!(allocate(MAX_MINOR + 1, &[one]), Err(E::InvalidPayment));
        assert_eq!(
            allocate(100, &[request(1, 100, 0)]),
            Err(E::NotPositive { index: 0 })
        );
        let negative = Requested {
            withheld: -1,
            ..one
        };
        assert_eq!(
            allocate(100, &[negative]),
            Err(E::NegativeWithheld { index: 0 })
        );
        assert_eq!(
            allocate(200, &[one, request(2, 99, 100)]),
            Err(E::AboveBalance { index: 1 })
        );
        let too_much = Requested { withheld: 1, ..one };
        assert_eq!(
            allocate(100, &[too_much]),
            Err(E::AboveBalance { index: 0 })
        );
        assert_eq!(allocate(200, &[one, one]), Err(E::Duplicate { index: 1 }));
        assert_eq!(
            allocate(199, &[one, request(2, 100, 100)]),
            Err(E::AbovePayment { index: 1 })
        );
    }

    #[test]
    fn partial_payments_need_permission() {
        assert_eq!(check_partial(100, 100, false), Ok(()));
        assert_eq!(
            check_partial(99, 100, false),
            Err(PartialRefusal::PartialNotAllowed)
        );
        assert_eq!(check_partial(1, 100, true), Ok(()));
        assert_eq!(check_partial(0, 100, true), Err(PartialRefusal::TooLittle));
        assert_eq!(
            check_partial(101, 100, true),
            Err(PartialRefusal::AboveBalance)
        );
    }

    proptest! {
        #[test]
        fn shares_and_unused_add_up(
            amount in 1..=20_000_i64,
            wishes in prop::collection::vec((0..=4_000_i64, 1..=2_000_i64, 0..=10_i64), 0..8),
        ) {
            let requested: Vec<_> = (0_u32..)
                .zip(wishes)
                .map(|(key, (balance, amount, withheld))| Requested { key, balance, amount, withheld })
                .collect();
            if let Ok(allocation) = allocate(amount, &requested) {
                let money: i64 = allocation.shares.iter().map(|share| share.amount).sum();
                prop_assert_eq!(money + allocation.unused, amount);
                prop_assert!(allocation.unused >= 0);
                for (share, request) in allocation.shares.iter().zip(&requested) {
                    prop_assert!(share.balance >= 0);
                    prop_assert_eq!(share.amount + share.withheld + share.balance, request.balance);
                }
            }
        }

        #[test]
        fn never_panics(amount: i64, wishes: Vec<(u8, i64, i64, i64)>) {
            let requested: Vec<_> = wishes
                .into_iter()
                .map(|(key, balance, amount, withheld)| Requested { key, balance, amount, withheld })
                .collect();
            let _ = allocate(amount, &requested);
        }
    }
}
