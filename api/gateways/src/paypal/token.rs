//! The token with which calls are made. It is a secret: there is no way to print it.

use std::time::Duration;

use serde::Deserialize;
use tokio::time::Instant;

/// So long before it expires, a token is not used any more.
const MARGIN: Duration = Duration::from_mins(1);

/// A token that PayPal grants.
#[derive(Deserialize)]
pub(super) struct Granted {
    access_token: String,
    /// Seconds.
    #[serde(default)]
    expires_in: u32,
}

/// A token, until when it may be used.
pub(super) struct Token {
    text: String,
    until: Instant,
}

impl From<Granted> for Token {
    fn from(granted: Granted) -> Self {
        let lifetime = Duration::from_secs(granted.expires_in.into());
        Self {
            text: granted.access_token,
            until: Instant::now() + lifetime.saturating_sub(MARGIN),
        }
    }
}

impl Token {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_fresh(&self) -> bool {
        Instant::now() < self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_token_is_given_up_a_minute_early() {
        let token = Token::from(Granted {
            access_token: "A21".to_owned(),
            expires_in: 32_400,
        });
        assert!(token.is_fresh());
        tokio::time::advance(Duration::from_secs(32_339)).await;
        assert!(token.is_fresh());
        tokio::time::advance(Duration::from_secs(1)).await;
        assert!(!token.is_fresh());
    }
}
