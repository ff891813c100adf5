//! The sandbox's cards: a few test numbers, each with its fixed outcome.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;

use super::{
    Ending,
    charge::{Charge, Charged},
};
use crate::{CpCode, Decline, Expiry, MethodSummary};

/// What a payer types into the sandbox's element. It goes nowhere else and is never kept.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardInput {
    /// The number; spaces are ignored.
    pub number: String,
    /// 1 to 12.
    pub exp_month: u8,
    /// Four digits.
    pub exp_year: u16,
    /// The three digits on the back.
    pub cvc: String,
    /// The holder's name.
    #[serde(default)]
    pub name: String,
    /// Street and number of the holder.
    #[serde(default)]
    pub address_line: String,
    /// The holder's postal code.
    #[serde(default)]
    pub zip: String,
    /// The holder's country.
    #[serde(default)]
    pub country: String,
}

/// Shows nothing of the card.
impl fmt::Debug for CardInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardInput(…)")
    }
}

/// What happens to the cards that the sandbox knows. Their scheme is Visa, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Success,
    /// It succeeds as long as its holder is there; without, the merchant account may not charge it (CP3001).
    NotWithoutPayer,
    /// It succeeds; a refund of it takes a moment, then succeeds.
    RefundedLater,
    /// It succeeds; a refund of it takes a moment, then fails.
    RefundFails,
    /// The bank asks the payer first; then it succeeds.
    Challenge,
    /// The bank asks the payer first, and declines all the same.
    ChallengeDeclined,
    Declined,
    InsufficientFunds,
    Expired,
    AddressNotVerified,
    FraudFilter,
}

/// The numbers that the sandbox knows. Any other, real ones above all, is refused.
const CARDS: [(&str, Outcome); 11] = [
    ("4242424242424242", Outcome::Success),
    ("4000000000000341", Outcome::NotWithoutPayer),
    ("4000000000007726", Outcome::RefundedLater),
    ("4000000000005126", Outcome::RefundFails),
    ("4000002760003184", Outcome::Challenge),
    ("4000008260003178", Outcome::ChallengeDeclined),
    ("4000000000000002", Outcome::Declined),
    ("4000000000009995", Outcome::InsufficientFunds),
    ("4000000000000069", Outcome::Expired),
    ("4000000000000101", Outcome::AddressNotVerified),
    ("4100000000000019", Outcome::FraudFilter),
];
const BRAND: &str = "visa";
/// No card is valid for longer than this many years.
const LONGEST_VALIDITY: i32 = 20;

impl CardInput {
    /// The card that ends so, of a payer who gave it before.
    pub(super) fn kept(last4: &str, expiry: Expiry) -> Self {
        let known = CARDS.iter().find(|(number, _)| number.ends_with(last4));
        Self {
            number: known.map_or("", |(number, _)| number).to_owned(),
            exp_month: expiry.month,
            exp_year: expiry.year,
            cvc: "000".to_owned(),
            name: String::new(),
            address_line: String::new(),
            zip: String::new(),
            country: String::new(),
        }
    }

    /// Charges the card.
    pub(super) fn charge(&self, today: NaiveDate) -> Charge {
        let digits: String = self
            .number
            .chars()
            .filter(|letter| *letter != ' ')
            .collect();
        let Some((number, outcome)) = CARDS.into_iter().find(|(number, _)| *number == digits)
        else {
            return Charge::declined(Decline::new("invalid_number", "card-invalid-number"));
        };
        if let Err(decline) = self.check_form(today) {
            return Charge::declined(decline);
        }
        Charge {
            method: Some(MethodSummary {
                brand: BRAND.to_owned(),
                last4: number.chars().skip(number.len() - 4).collect(),
                expiry: Some(Expiry {
                    year: self.exp_year,
                    month: self.exp_month,
                }),
            }),
            fingerprint: format!("{number} {}/{}", self.exp_month, self.exp_year),
            outcome: outcome.charged(),
        }
    }

    fn check_form(&self, today: NaiveDate) -> Result<(), Decline> {
        let year = i32::from(self.exp_year);
        if !(1..=12).contains(&self.exp_month) || year > today.year() + LONGEST_VALIDITY {
            return Err(Decline::new("invalid_expiry", "card-invalid-expiry"));
        }
        if (year, u32::from(self.exp_month)) < (today.year(), today.month()) {
            return Err(expired());
        }
        if self.cvc.len() != 3 || !self.cvc.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Decline::new("invalid_cvc", "card-invalid-cvc"));
        }
        Ok(())
    }
}

impl Outcome {
    fn charged(self) -> Charged {
        match self {
            Self::Success | Self::RefundedLater | Self::RefundFails => Charged::Taken,
            Self::NotWithoutPayer => Charged::TakenFromPayer,
            Self::Challenge => Charged::Challenge(Ending { decline: None }),
            Self::ChallengeDeclined => Charged::Challenge(Ending {
                decline: Some(insufficient_funds()),
            }),
            Self::Declined => Charged::No(Decline::new("card_declined", "payment-declined")),
            Self::InsufficientFunds => Charged::No(insufficient_funds()),
            Self::Expired => Charged::No(expired()),
            Self::AddressNotVerified => Charged::No(Decline::with_cp(
                "address_not_verified",
                CpCode::AddressNotVerified,
            )),
            Self::FraudFilter => Charged::No(Decline::with_cp("fraud_filter", CpCode::FraudFilter)),
        }
    }
}

fn expired() -> Decline {
    Decline::new("expired_card", "card-expired")
}

pub(super) fn insufficient_funds() -> Decline {
    Decline::new("insufficient_funds", "card-insufficient-funds")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(number: &str) -> CardInput {
        CardInput {
            number: number.to_owned(),
            exp_month: 11,
            exp_year: 2026,
            cvc: "123".to_owned(),
            name: "Ada Lovelace".to_owned(),
            address_line: String::new(),
            zip: String::new(),
            country: String::new(),
        }
    }

    fn charge(card: &CardInput) -> Result<(), String> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        match card.charge(today).outcome {
            Charged::Taken | Charged::TakenFromPayer | Charged::Later(_) => Ok(()),
            Charged::Challenge(_) => Err("challenge".to_owned()),
            Charged::No(decline) => Err(decline.code),
        }
    }

    #[test]
    fn every_test_number_has_its_outcome() {
        for (number, expected) in [
            ("4242 4242 4242 4242", Ok(())),
            ("4000000000000341", Ok(())),
            ("4000002760003184", Err("challenge")),
            ("4000008260003178", Err("challenge")),
            ("4000000000000002", Err("card_declined")),
            ("4000000000009995", Err("insufficient_funds")),
            ("4000000000000069", Err("expired_card")),
            ("4000000000000101", Err("address_not_verified")),
            ("4100000000000019", Err("fraud_filter")),
            ("4111111111111111", Err("invalid_number")),
            ("424242424242424", Err("invalid_number")),
            ("", Err("invalid_number")),
        ] {
            assert_eq!(
                charge(&card(number)),
                expected.map_err(str::to_owned),
                "{number}"
            );
        }
    }

    #[test]
    fn a_card_is_valid_through_its_last_month() {
        let with = |month, year| {
            charge(&CardInput {
                exp_month: month,
                exp_year: year,
                ..card("4242424242424242")
            })
        };
        assert_eq!(with(11, 2026), Ok(()));
        assert_eq!(with(10, 2026), Err("expired_card".to_owned()));
        assert_eq!(with(12, 2025), Err("expired_card".to_owned()));
        assert_eq!(with(0, 2027), Err("invalid_expiry".to_owned()));
        assert_eq!(with(13, 2027), Err("invalid_expiry".to_owned()));
        assert_eq!(with(1, 2047), Err("invalid_expiry".to_owned()));
        assert_eq!(with(1, 27), Err("expired_card".to_owned()));
    }

    #[test]
    fn the_cvc_has_three_digits() {
        for cvc in ["", "12", "1234", "12a", "１２３"] {
            let card = CardInput {
                cvc: cvc.to_owned(),
                ..card("4242424242424242")
            };
            assert_eq!(charge(&card), Err("invalid_cvc".to_owned()), "{cvc}");
        }
    }

    #[test]
    fn only_the_summary_leaves_the_card() {
        let card = card("4242424242424242");
        assert_eq!(format!("{card:?}"), "CardInput(…)");
        let summary = card
            .charge(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap())
            .method;
        let expiry = Some(Expiry {
            year: 2026,
            month: 11,
        });
        let expected = MethodSummary {
            brand: "visa".to_owned(),
            last4: "4242".to_owned(),
            expiry,
        };
        assert_eq!(summary, Some(expected));
    }
}
