//! The one source of unpredictable bytes.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rand::Rng;
use sha2::{Digest, Sha256};

/// Fills an array with bytes from the operating system's generator.
#[must_use]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that draws random bytes"
    )]
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// A secret of 256 bits for a link or a cookie, as 43 URL-safe characters (semantics §5).
#[must_use]
pub fn token() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// What is kept of a token: its SHA-256, in hexadecimal. A token has enough entropy to need no salt.
#[must_use]
pub fn token_hash(token: &str) -> String {
    digest(&[token.as_bytes()])
}

/// The SHA-256 of some bytes one after the other, in hexadecimal.
#[must_use]
pub fn digest(parts: &[&[u8]]) -> String {
    use std::fmt::Write;
    parts
        .iter()
        .fold(Sha256::new(), Sha256::chain_update)
        .finalize()
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_and_hash_stably() {
        let (one, two) = (token(), token());
        assert_eq!(one.len(), 43);
        assert_ne!(one, two);
        assert_eq!(token_hash(&one), token_hash(&one));
        assert_eq!(
            token_hash("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
