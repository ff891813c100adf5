//! What comes of charging a method.

use super::Ending;
use crate::{Decline, MethodSummary};

/// A method that was charged.
pub(super) struct Charge {
    /// As much of it as may be kept.
    pub method: Option<MethodSummary>,
    /// The same for the same method: by it a payment made twice is recognised.
    pub fingerprint: String,
    pub outcome: Charged,
}

/// How it went.
pub(super) enum Charged {
    /// The money is taken.
    Taken,
    /// The money is taken, as long as the payer is there.
    TakenFromPayer,
    /// The payer's bank asks the payer; if the payer agrees, this is how it ends.
    Challenge(Ending),
    /// It takes days; this is how it will end.
    Later(Ending),
    /// A definite no.
    No(Decline),
}

impl Charge {
    /// A no of which nothing is kept.
    pub(super) fn declined(decline: Decline) -> Self {
        Self {
            method: None,
            fingerprint: String::new(),
            outcome: Charged::No(decline),
        }
    }
}
