//! Which payments take longer than they should, and what staff can do about it.

use super::PaymentState;
use crate::text::text_enum;

/// So long a payer may take to confirm, in seconds; then the attempt is given up.
pub const PAYER_SECONDS: i64 = 30 * 60;

/// So long a gateway may process a debit, in seconds: ten days.
pub const PROCESSING_SECONDS: i64 = 10 * 24 * 60 * 60;

text_enum! {
    /// Why a payment needs looking at.
    pub enum StuckReason {
        /// The gateway took another amount or currency than it was asked for.
        AmountDiffers => "amount_differs",
        /// The gateway does not answer.
        GatewaySilent => "gateway_silent",
        /// The gateway has been processing it for more than ten days.
        ProcessingLong => "processing_long",
        /// Its payer began more than half an hour ago and has not confirmed.
        PayerAway => "payer_away",
    }
}

/// What is known of a payment.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    pub state: PaymentState,
    /// How long ago it was begun, in seconds.
    pub age: i64,
    /// Whether the gateway did not answer when it was last asked.
    pub silent: bool,
    /// Whether the gateway took something else.
    pub differs: bool,
}

/// Why it needs looking at, if it does: the worst reason first.
#[must_use]
pub const fn stuck(progress: Progress) -> Option<StuckReason> {
    if progress.differs {
        return Some(StuckReason::AmountDiffers);
    }
    if !progress.state.is_in_flight() {
        return None;
    }
    if progress.silent {
        return Some(StuckReason::GatewaySilent);
    }
    match progress.state {
        PaymentState::Pending if progress.age > PROCESSING_SECONDS => {
            Some(StuckReason::ProcessingLong)
        }
        PaymentState::RequiresAction if progress.age > PAYER_SECONDS => {
            Some(StuckReason::PayerAway)
        }
        _ => None,
    }
}

impl StuckReason {
    /// What to do, in English.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::AmountDiffers => {
                "Look the payment up at the gateway. Accept what it took; or reject it here, and give the money back there."
            }
            Self::GatewaySilent => {
                "Nothing is lost: the gateway is asked again by itself. If it lasts, check the connection under Settings, Gateways."
            }
            Self::ProcessingLong => {
                "Check now. If the gateway still says that it is processing, ask its support with the payment's id."
            }
            Self::PayerAway => {
                "Check now: the attempt is given up unless the payer has paid meanwhile."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use PaymentState::{Cancelled, Failed, Pending, RequiresAction, Succeeded};

    use super::*;

    #[test]
    fn time_silence_and_differences_are_told_apart() {
        let of = |state, age, silent, differs| {
            stuck(Progress {
                state,
                age,
                silent,
                differs,
            })
        };
        assert_eq!(of(RequiresAction, PAYER_SECONDS, false, false), None);
        let away = of(RequiresAction, PAYER_SECONDS + 1, false, false);
        assert_eq!(away, Some(StuckReason::PayerAway));
        assert_eq!(of(Pending, PROCESSING_SECONDS, false, false), None);
        let long = of(Pending, PROCESSING_SECONDS + 1, false, false);
        assert_eq!(long, Some(StuckReason::ProcessingLong));
        for state in [RequiresAction, Pending] {
            assert_eq!(of(state, 0, true, false), Some(StuckReason::GatewaySilent));
        }
        for state in [Succeeded, Failed, Cancelled] {
            assert_eq!(of(state, i64::MAX, true, false), None);
            assert_eq!(of(state, 0, false, true), Some(StuckReason::AmountDiffers));
        }
    }

    #[test]
    fn each_reason_comes_with_advice() {
        for reason in StuckReason::ALL {
            assert!(reason.advice().ends_with('.'));
        }
    }
}
