//! Webhooks: what a gateway tells of its own accord, and how its word is known to be its own.
//!
//! The signature is Stripe's scheme: the header is `t=<unix seconds>,v1=<hex>`, and `v1` is the
//! HMAC-SHA256 of `<t>.<body>`. Several `v1` may stand side by side while a secret is exchanged.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use portico_domain::text_enum;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// How far a signature's time may lie from that of its receipt.
pub const TOLERANCE: TimeDelta = TimeDelta::minutes(5);

text_enum! {
    /// What a webhook is about.
    pub enum WebhookKind {
        /// An intent has changed its status.
        IntentUpdated => "intent.updated",
        /// A refund has changed its status.
        RefundUpdated => "refund.updated",
        /// Money that was taken is disputed, or was returned by the payer's bank.
        Disputed => "intent.disputed",
    }
}

/// What a gateway tells: that something has happened, not what.
///
/// Webhooks come late, twice and out of order, so retrieve the intent to learn how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookEvent {
    /// The gateway's id of the event, by which a repetition is recognised.
    pub id: String,
    /// What it is about.
    pub kind: WebhookKind,
    /// The intent concerned.
    pub intent_id: String,
    /// Portico's payment, as given when the intent was created.
    pub reference: String,
}

/// Why a webhook is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebhookError {
    /// There is no signature.
    #[error("the webhook is not signed")]
    Unsigned,
    /// The signature's header or the body can't be read.
    #[error("the webhook is malformed")]
    Malformed,
    /// The signature is somebody else's, or of another body.
    #[error("the webhook's signature is wrong")]
    WrongSignature,
    /// The signature is older, or newer, than [`TOLERANCE`]: it may be a replay.
    #[error("the webhook's time is too far from now")]
    OutsideTolerance,
    /// The provider has to be asked whether it sent this, and cannot be reached.
    #[error("the webhook could not be checked")]
    Unavailable,
}

/// The secret that a gateway and Portico share, for signing.
#[derive(Clone)]
pub struct SigningSecret(Hmac<Sha256>);

impl SigningSecret {
    /// A secret of any length; 32 random bytes are best.
    #[must_use]
    pub fn new(secret: &[u8]) -> Self {
        // HMAC's own rule (RFC 2104): a key longer than a block is hashed, a shorter one padded.
        let mut block = [0; 64];
        let hash = Sha256::digest(secret);
        let key = if secret.len() > block.len() {
            &hash[..]
        } else {
            secret
        };
        block
            .iter_mut()
            .zip(key)
            .for_each(|(place, byte)| *place = *byte);
        Self(Hmac::new(&block.into()))
    }

    /// The HMAC of a message, in lower-case hexadecimal digits.
    pub(crate) fn hex(&self, message: &[&[u8]]) -> String {
        let mut mac = self.0.clone();
        for part in message {
            mac.update(part);
        }
        let digits = mac.finalize().into_bytes();
        digits
            .iter()
            .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
    }
}

/// Shows nothing of the secret.
impl fmt::Debug for SigningSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningSecret(…)")
    }
}

/// The header that proves a body to be ours.
#[must_use]
pub fn sign(secret: &SigningSecret, body: &[u8], at: DateTime<Utc>) -> String {
    let time = at.timestamp().to_string();
    format!("t={time},v1={}", secret.hex(&[time.as_bytes(), b".", body]))
}

/// Whether a header proves a body, and recently so. The comparison takes constant time.
///
/// # Errors
/// Anything but [`WebhookError::Unsigned`].
pub fn verify(
    secret: &SigningSecret,
    header: &str,
    body: &[u8],
    now: DateTime<Utc>,
) -> Result<(), WebhookError> {
    let fields = || {
        header
            .split(',')
            .filter_map(|field| field.trim().split_once('='))
    };
    let time = fields()
        .find(|(name, _)| *name == "t")
        .map(|(_, time)| time)
        .ok_or(WebhookError::Malformed)?;
    let seconds = time.parse().map_err(|_| WebhookError::Malformed)?;
    let signed_at = DateTime::from_timestamp(seconds, 0).ok_or(WebhookError::Malformed)?;

    let expected = secret.hex(&[time.as_bytes(), b".", body]);
    let genuine = fields()
        .filter(|(name, _)| *name == "v1")
        .any(|(_, signature)| bool::from(signature.as_bytes().ct_eq(expected.as_bytes())));
    if !genuine {
        return Err(WebhookError::WrongSignature);
    }
    if now.signed_duration_since(signed_at).abs() > TOLERANCE {
        return Err(WebhookError::OutsideTolerance);
    }
    Ok(())
}

/// The value of a header, whose name is compared without regard to case.
#[must_use]
pub fn header<'a>(headers: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    headers
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(name))
        .map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-11-21T10:00:00Z".parse().unwrap()
    }

    fn secret() -> SigningSecret {
        SigningSecret::new(b"whsec_test")
    }

    #[test]
    fn the_mac_is_that_of_the_standard() {
        // RFC 4231, test cases 2 and 6: a short key, and one longer than a block.
        assert_eq!(
            SigningSecret::new(b"Jefe").hex(&[b"what do ya want ", b"for nothing?"]),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_eq!(
            SigningSecret::new(&[0xaa; 131])
                .hex(&[b"Test Using Larger Than Block-Size Key - Hash Key First"]),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        );
    }

    #[test]
    fn a_signed_body_is_believed_for_five_minutes() {
        let header = sign(&secret(), b"{}", now());
        assert!(header.starts_with("t=1795255200,v1="), "{header}");
        for (minutes, expected) in [
            (0, Ok(())),
            (5, Ok(())),
            (-5, Ok(())),
            (6, Err(WebhookError::OutsideTolerance)),
            (-6, Err(WebhookError::OutsideTolerance)),
        ] {
            assert_eq!(
                verify(
                    &secret(),
                    &header,
                    b"{}",
                    now() + TimeDelta::minutes(minutes)
                ),
                expected
            );
        }
    }

    #[test]
    fn another_body_or_secret_or_time_is_not_believed() {
        let header = sign(&secret(), b"{}", now());
        let wrong = Err(WebhookError::WrongSignature);
        assert_eq!(verify(&secret(), &header, b"{ }", now()), wrong);
        assert_eq!(
            verify(&SigningSecret::new(b"other"), &header, b"{}", now()),
            wrong
        );
        let later = header.replace("t=1795255200", "t=1795255201");
        assert_eq!(verify(&secret(), &later, b"{}", now()), wrong);
        assert_eq!(verify(&secret(), "t=1795255200", b"{}", now()), wrong);
        assert_eq!(verify(&secret(), "t=1795255200,v1=", b"{}", now()), wrong);
        assert_eq!(
            verify(&secret(), &header[..header.len() - 2], b"{}", now()),
            wrong
        );
    }

    #[test]
    fn one_of_several_signatures_is_enough() {
        let header = sign(&secret(), b"{}", now()).replace(",v1=", ",v1=00,v0=11,v1=");
        assert_eq!(verify(&secret(), &header, b"{}", now()), Ok(()));
    }

    #[test]
    fn a_header_without_a_time_is_malformed() {
        for header in ["", "v1=00", "t=,v1=00", "t=x", "t=9999999999999999"] {
            assert_eq!(
                verify(&secret(), header, b"{}", now()),
                Err(WebhookError::Malformed),
                "{header}"
            );
        }
    }

    #[test]
    fn header_names_have_no_case() {
        assert_eq!(header(&[("A", "1"), ("X-Sig", "2")], "x-sig"), Some("2"));
        assert_eq!(header(&[], "x-sig"), None);
        assert!(!format!("{:?}", secret()).contains("whsec"));
    }

    proptest! {
        #[test]
        fn whatever_is_signed_verifies(key: Vec<u8>, body: Vec<u8>, seconds in 0..=4_000_000_000_i64) {
            let (secret, at) = (SigningSecret::new(&key), DateTime::from_timestamp(seconds, 0).unwrap());
            prop_assert_eq!(verify(&secret, &sign(&secret, &body, at), &body, at), Ok(()));
        }

        #[test]
        fn no_header_panics(header in "\\PC*", body: Vec<u8>) {
            prop_assert!(verify(&secret(), &header, &body, now()).is_err());
        }
    }
}
