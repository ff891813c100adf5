//! The text of an EPC QR code: "Quick Response Code: Guidelines to Enable Data Capture for the Initiation of a SEPA
//! Credit Transfer" (EPC069-12), version 002.

use super::{Bic, Iban};
use crate::money::{Currency, Money};

/// How long the holder's name may be, in characters.
pub const HOLDER: usize = 70;
/// How long the unstructured remittance information may be, in characters.
pub const REMITTANCE: usize = 140;
/// The most that the code may ask for: 999,999,999.99 EUR.
const MAX_CENTS: i64 = 99_999_999_999;
/// The most bytes of the whole.
const PAYLOAD: usize = 331;

/// The countries of the European Economic Area: there the IBAN alone tells the bank.
const EEA: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];
/// The rest of SEPA, where the BIC must be told.
const SEPA_BEYOND: &[&str] = &[
    "AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM", "VA",
];

/// A SEPA credit transfer that a payer is to make.
#[derive(Clone, Copy, Debug)]
pub struct EpcTransfer<'a> {
    /// The holder of the account.
    pub holder: &'a str,
    pub iban: &'a Iban,
    pub bic: Option<&'a Bic>,
    pub amount: Money,
    /// What the payer's bank passes on: the invoice's number.
    pub remittance: &'a str,
}

/// Why there is no code for a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EpcError {
    /// Only euros are sent so.
    #[error("the code is for euros")]
    Currency,
    /// Not 0.01 to 999,999,999.99 EUR.
    #[error("the amount must be 0.01 to 999,999,999.99 EUR")]
    Amount,
    /// The account's country has no part in SEPA.
    #[error("the account is outside SEPA")]
    Country,
    /// Outside the European Economic Area the BIC must be told.
    #[error("the BIC is missing")]
    Bic,
    /// Not 1 to 70 characters on one line.
    #[error("the holder's name must be 1 to 70 characters on one line")]
    Holder,
    /// More than 140 characters, or not on one line.
    #[error("the reference must be at most 140 characters on one line")]
    Remittance,
    /// More than the code holds.
    #[error("there is more text than the code holds")]
    TooLong,
}

impl EpcTransfer<'_> {
    /// What the code says, line by line.
    ///
    /// # Errors
    /// What keeps it from being a SEPA credit transfer.
    pub fn payload(&self) -> Result<String, EpcError> {
        if self.amount.currency != Currency::EUR {
            return Err(EpcError::Currency);
        }
        if !(1..=MAX_CENTS).contains(&self.amount.amount) {
            return Err(EpcError::Amount);
        }
        let country = self.iban.country();
        if !EEA.contains(&country) && !SEPA_BEYOND.contains(&country) {
            return Err(EpcError::Country);
        }
        if SEPA_BEYOND.contains(&country) && self.bic.is_none() {
            return Err(EpcError::Bic);
        }
        if self.holder.trim().is_empty() || !fits(self.holder, HOLDER) {
            return Err(EpcError::Holder);
        }
        if !fits(self.remittance, REMITTANCE) {
            return Err(EpcError::Remittance);
        }
        let cents = self.amount.amount;
        let amount = format!("EUR{}.{:02}", cents / 100, cents % 100);
        let lines = [
            "BCD",
            // Version 2: the BIC may be left out.
            "002",
            // UTF-8.
            "1",
            "SCT",
            self.bic.map_or("", Bic::as_str),
            self.holder.trim(),
            self.iban.electronic(),
            &amount,
            // No purpose, and no structured reference: it excludes the text that follows.
            "",
            "",
            self.remittance.trim(),
        ];
        let payload = lines.join("\n").trim_end().to_owned();
        if payload.len() > PAYLOAD {
            return Err(EpcError::TooLong);
        }
        Ok(payload)
    }
}

/// Whether a text fits a field of one line.
fn fits(text: &str, limit: usize) -> bool {
    text.chars().count() <= limit && !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    struct Asked<'a> {
        holder: &'a str,
        iban: &'a str,
        bic: Option<&'a str>,
        amount: Money,
        remittance: &'a str,
    }

    const ASKED: Asked<'_> = Asked {
        holder: "Brightwater Studio",
        iban: "DE89370400440532013000",
        bic: None,
        amount: Money::new(119_000, Currency::EUR),
        remittance: "INV-000042",
    };

    fn payload(asked: &Asked<'_>) -> Result<String, EpcError> {
        let bic: Option<Bic> = asked.bic.map(|bic| bic.parse().unwrap());
        let transfer = EpcTransfer {
            holder: asked.holder,
            iban: &asked.iban.parse().unwrap(),
            bic: bic.as_ref(),
            amount: asked.amount,
            remittance: asked.remittance,
        };
        transfer.payload()
    }

    #[test]
    fn every_field_stands_on_its_line() {
        assert_eq!(
            payload(&ASKED).unwrap(),
            "BCD\n002\n1\nSCT\n\nBrightwater Studio\nDE89370400440532013000\nEUR1190.00\n\n\nINV-000042"
        );
        let bic = Some("COBADEFFXXX");
        let with_bic = payload(&Asked { bic, ..ASKED }).unwrap();
        assert_eq!(with_bic.lines().nth(4), Some("COBADEFFXXX"));
        // What is empty at the end is left out, and so is its line.
        let remittance = "";
        let without = payload(&Asked {
            remittance,
            ..ASKED
        })
        .unwrap();
        assert!(without.ends_with("\nEUR1190.00"), "{without}");
    }

    #[test]
    fn the_amount_has_two_places_and_its_limits() {
        let of = |cents, currency| {
            let amount = Money::new(cents, currency);
            payload(&Asked { amount, ..ASKED })
        };
        let line = |cents| {
            of(cents, Currency::EUR)
                .unwrap()
                .lines()
                .nth(7)
                .map(str::to_owned)
        };
        assert_eq!(line(1).as_deref(), Some("EUR0.01"));
        assert_eq!(line(99_999_999_999).as_deref(), Some("EUR999999999.99"));
        for cents in [i64::MIN, -1, 0, 100_000_000_000, i64::MAX] {
            assert_eq!(of(cents, Currency::EUR), Err(EpcError::Amount), "{cents}");
        }
        assert_eq!(of(100, Currency::USD), Err(EpcError::Currency));
    }

    #[test]
    fn names_and_references_are_never_cut() {
        let named = |holder: &str| payload(&Asked { holder, ..ASKED });
        assert!(named(&"ä".repeat(70)).is_ok());
        for bad in [&"ä".repeat(71), " ", "A\nB"] {
            assert_eq!(named(bad), Err(EpcError::Holder), "{bad:?}");
        }
        let referring = |remittance: &str| {
            payload(&Asked {
                remittance,
                ..ASKED
            })
        };
        assert!(referring(&"7".repeat(140)).is_ok());
        for bad in [&"7".repeat(141), "INV-1\nEUR9"] {
            assert_eq!(referring(bad), Err(EpcError::Remittance), "{bad:?}");
        }
        assert_eq!(referring(&"請".repeat(100)), Err(EpcError::TooLong));
    }

    #[test]
    fn the_bank_must_take_part_in_sepa() {
        let swiss = |bic| {
            let iban = "CH9300762011623852957";
            payload(&Asked { iban, bic, ..ASKED })
        };
        assert_eq!(swiss(None), Err(EpcError::Bic));
        assert!(swiss(Some("POFICHBE")).is_ok());
        let iban = "TR330006100519786457841326";
        assert_eq!(payload(&Asked { iban, ..ASKED }), Err(EpcError::Country));
    }

    proptest! {
        #[test]
        fn a_text_never_moves_another_line(holder in "\\PC{1,80}", remittance in "\\PC{0,150}", cents in any::<i64>()) {
            let amount = Money::new(cents, Currency::EUR);
            let asked = Asked { holder: &holder, amount, remittance: &remittance, ..ASKED };
            if let Ok(payload) = payload(&asked) {
                let lines: Vec<_> = payload.split('\n').collect();
                prop_assert!(lines.len() <= 11 && payload.len() <= PAYLOAD);
                prop_assert_eq!(lines[6], "DE89370400440532013000");
                prop_assert!(lines[7].starts_with("EUR"));
            }
        }
    }
}
