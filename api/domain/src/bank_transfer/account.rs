//! IBAN and BIC, checked.

use std::{fmt, str::FromStr};

use iban::IbanLike as _;

/// Why a text is no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// Length, letters or check digits are not those of any IBAN of its country.
    #[error("is no valid IBAN")]
    Iban,
    /// Not 8 or 11 letters and digits as ISO 9362 has them.
    #[error("is no valid BIC")]
    Bic,
}

/// An International Bank Account Number (ISO 13616): the country's structure and the check digits are right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iban(iban::Iban);

impl Iban {
    /// Without blanks, as machines want it.
    #[must_use]
    pub fn electronic(&self) -> &str {
        self.0.electronic_str()
    }

    /// ISO 3166-1 alpha-2 code of the country that keeps the account.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.country_code()
    }
}

/// Grouped by four, as people read it.
impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Blanks and small letters are forgiven.
impl FromStr for Iban {
    type Err = AccountError;

    fn from_str(text: &str) -> Result<Self, AccountError> {
        let typed = compact(text);
        typed.parse().map(Self).map_err(|_| AccountError::Iban)
    }
}

/// A Business Identifier Code (ISO 9362).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bic(String);

impl Bic {
    /// As it is sent: 8 or 11 capital letters and digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Blanks and small letters are forgiven.
impl FromStr for Bic {
    type Err = AccountError;

    fn from_str(text: &str) -> Result<Self, AccountError> {
        let typed = compact(text);
        let fits = matches!(typed.len(), 8 | 11)
            && typed.bytes().enumerate().all(|(index, letter)| {
                // Four of the bank, two letters of the country, two of the place, three of the branch.
                letter.is_ascii_uppercase() || (letter.is_ascii_digit() && !(4..6).contains(&index))
            });
        if fits {
            Ok(Self(typed))
        } else {
            Err(AccountError::Bic)
        }
    }
}

fn compact(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iban_is_read_as_people_type_it() {
        let iban: Iban = " de89 3704 0044 0532 0130 00 ".parse().unwrap();
        assert_eq!(iban.electronic(), "DE89370400440532013000");
        assert_eq!(iban.to_string(), "DE89 3704 0044 0532 0130 00");
        assert_eq!(iban.country(), "DE");
        for good in [
            "GB82WEST12345698765432",
            "FR1420041010050500013M02606",
            "NO9386011117947",
            "MT84MALT011000012345MTLCAST001S",
        ] {
            assert!(good.parse::<Iban>().is_ok(), "{good}");
        }
    }

    #[test]
    fn what_is_no_iban_is_refused() {
        for bad in [
            "",
            "DE",
            // Two digits changed places.
            "DE89370400440532010300",
            // A digit is missing, though the rest may be right.
            "DE8937040044053201300",
            // No such country keeps IBANs.
            "US89370400440532013000",
            // Letters where Germany has digits.
            "DE8937040044053201300A",
            "DE89370400440532013000\u{0}",
            "ＤＥ89370400440532013000",
        ] {
            assert_eq!(bad.parse::<Iban>(), Err(AccountError::Iban), "{bad:?}");
        }
    }

    #[test]
    fn a_bic_has_eight_or_eleven_places() {
        assert_eq!(
            "cobade ff xxx".parse::<Bic>().unwrap().as_str(),
            "COBADEFFXXX"
        );
        assert!("COBADEFF".parse::<Bic>().is_ok());
        for bad in [
            "",
            "COBADEF",
            "COBADEFFX",
            "COBA12FF",
            "COBADEFF-XX",
            "ÖOBADEFF",
        ] {
            assert_eq!(bad.parse::<Bic>(), Err(AccountError::Bic), "{bad:?}");
        }
    }
}
