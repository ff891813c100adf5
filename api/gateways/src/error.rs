//! How a call to a gateway can fail, and the deadline it has.

use std::{future::Future, time::Duration};

use crate::{CpCode, Decline};

/// How long a call to a gateway may take (§4).
pub const DEADLINE: Duration = Duration::from_secs(10);

/// How a call to a gateway failed. What matters is whether it may have had an effect.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GatewayError {
    /// A definite no: nothing has happened.
    #[error("the gateway refused: {}", .0.code)]
    Refused(Decline),
    /// The gateway couldn't be reached or answered nonsense: the outcome is unknown.
    #[error("the gateway is unavailable: {0}")]
    Unavailable(String),
    /// The gateway didn't answer in time: the outcome is unknown.
    #[error("the gateway did not answer in time")]
    Timeout,
    /// The gateway doesn't accept the organization's credentials: nothing has happened.
    #[error("the gateway does not accept the credentials")]
    BadCredentials,
    /// The gateway knows no such thing: nothing has happened.
    #[error("the gateway does not know what was asked for")]
    NotFound,
}

impl GatewayError {
    /// Whether money may have moved all the same. Then the intent must be retrieved, or the call
    /// repeated with its idempotency key, before anything is concluded.
    #[must_use]
    pub const fn outcome_is_unknown(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::Timeout)
    }

    /// The code shown to staff, where there is one.
    #[must_use]
    pub const fn cp(&self) -> Option<CpCode> {
        match self {
            Self::Refused(decline) => decline.cp,
            Self::BadCredentials => Some(CpCode::BadCredentials),
            Self::Unavailable(_) | Self::Timeout | Self::NotFound => None,
        }
    }
}

/// Waits for a call until [`DEADLINE`], after which its outcome is unknown.
///
/// # Errors
/// Those of the call, or [`GatewayError::Timeout`].
pub async fn within<T>(
    call: impl Future<Output = Result<T, GatewayError>>,
) -> Result<T, GatewayError> {
    tokio::time::timeout(DEADLINE, call)
        .await
        .unwrap_or(Err(GatewayError::Timeout))
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_call_without_an_answer_times_out() {
        assert_eq!(within(ready(Ok(1))).await, Ok(1));
        assert_eq!(within::<()>(pending()).await, Err(GatewayError::Timeout));
    }

    #[test]
    fn only_silence_leaves_the_outcome_open() {
        assert!(GatewayError::Timeout.outcome_is_unknown());
        assert!(GatewayError::Unavailable("reset".to_owned()).outcome_is_unknown());
        assert!(!GatewayError::BadCredentials.outcome_is_unknown());
        assert!(!GatewayError::NotFound.outcome_is_unknown());
        assert_eq!(
            GatewayError::BadCredentials.cp(),
            Some(CpCode::BadCredentials)
        );
    }
}
