//! Identifiers on the wire: `inv_01k0c3v8w2e5qtn9r6y4m7x1zd`.
//!
//! A `TypeID` (specification 0.3.0, <https://github.com/jetify-com/typeid>) is a prefix that says
//! what is meant, an underscore, and a UUID in 26 lower-case letters and digits. It sorts as the
//! UUID does: by time, for version 7.

use uuid::Uuid;

/// Crockford's base 32: without `i`, `l`, `o` and `u`, which are easily misread.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 26 × 5 = 130 bits, the top two always zero.
const LENGTH: usize = 26;

/// Why a text is not the identifier that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypeIdError {
    /// It names another kind of thing, or none.
    #[error("the identifier has another prefix than expected")]
    WrongPrefix,
    /// What follows the prefix is not 26 letters and digits of the alphabet, or exceeds 128 bits.
    #[error("the identifier is malformed")]
    Malformed,
}

/// Writes an identifier.
#[must_use]
pub fn encode(prefix: &str, uuid: Uuid) -> String {
    let mut text = String::with_capacity(prefix.len() + 1 + LENGTH);
    if !prefix.is_empty() {
        text.push_str(prefix);
        text.push('_');
    }
    let bits = uuid.as_u128();
    for place in (0..LENGTH).rev() {
        let digit = usize::try_from((bits >> (5 * place)) & 31).unwrap_or_default();
        text.push(char::from(ALPHABET[digit]));
    }
    text
}

/// Reads an identifier that must have this prefix. Only the canonical form is accepted.
///
/// # Errors
/// [`TypeIdError::WrongPrefix`] or [`TypeIdError::Malformed`].
pub fn decode(prefix: &str, text: &str) -> Result<Uuid, TypeIdError> {
    let (found, digits) = text.rsplit_once('_').unwrap_or(("", text));
    if found != prefix {
        return Err(TypeIdError::WrongPrefix);
    }
    // The first digit holds three bits only.
    if digits.len() != LENGTH || !matches!(digits.as_bytes().first(), Some(b'0'..=b'7')) {
        return Err(TypeIdError::Malformed);
    }
    digits
        .bytes()
        .try_fold(0_u128, |bits, byte| {
            Some(bits << 5 | u128::from(value(byte)?))
        })
        .map(Uuid::from_u128)
        .ok_or(TypeIdError::Malformed)
}

/// The value of one digit.
fn value(digit: u8) -> Option<u8> {
    ALPHABET
        .iter()
        .position(|&letter| letter == digit)
        .and_then(|place| u8::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn agrees_with_the_specification() {
        // From the specification's valid.json.
        for (uuid, prefix, text) in [
            (0, "", "00000000000000000000000000"),
            (1, "", "00000000000000000000000001"),
            (32, "", "00000000000000000000000010"),
            (u128::MAX, "", "7zzzzzzzzzzzzzzzzzzzzzzzzz"),
            (
                0x0188_bac7_4afa_78aa_bc3b_bd1e_ef28_d881,
                "prefix",
                "prefix_01h2xcejqtf2nbrexx3vqjhp41",
            ),
            (
                0x0110_c853_1d09_52d8_d73e_1194_e95b_5f19,
                "prefix",
                "prefix_0123456789abcdefghjkmnpqrs",
            ),
        ] {
            assert_eq!(encode(prefix, Uuid::from_u128(uuid)), text);
            assert_eq!(decode(prefix, text), Ok(Uuid::from_u128(uuid)));
        }
    }

    #[test]
    fn only_the_canonical_form_is_read() {
        for text in [
            "inv_0123456789abcdefghjkmnpqr",
            "inv_0123456789abcdefghjkmnpqrst",
            "inv_8zzzzzzzzzzzzzzzzzzzzzzzzz",
            "inv_0123456789ABCDEFGHJKMNPQRS",
            "inv_0123456789abcdefghijklmnop",
            "inv_",
            "inv_00000000000000000000000é0",
        ] {
            assert_eq!(decode("inv", text), Err(TypeIdError::Malformed), "{text}");
        }
        for text in [
            "cus_0123456789abcdefghjkmnpqrs",
            "0123456789abcdefghjkmnpqrs",
            "",
            "INV_0123456789abcdefghjkmnpqrs",
        ] {
            assert_eq!(decode("inv", text), Err(TypeIdError::WrongPrefix), "{text}");
        }
    }

    proptest! {
        #[test]
        fn survives_and_sorts_as_its_uuid(a: u128, b: u128) {
            let (a, b) = (Uuid::from_u128(a), Uuid::from_u128(b));
            let (text_a, text_b) = (encode("inv", a), encode("inv", b));
            prop_assert_eq!(decode("inv", &text_a), Ok(a));
            prop_assert_eq!(a.cmp(&b), text_a.cmp(&text_b));
        }

        #[test]
        fn never_panics_on_any_text(text in "\\PC*") {
            let _ = decode("inv", &text);
        }
    }
}
