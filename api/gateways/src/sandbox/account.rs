//! The sandbox's bank accounts: a few test numbers, each with its fixed outcome.

use std::fmt;

use serde::Deserialize;

use super::{
    Ending,
    card::insufficient_funds,
    charge::{Charge, Charged},
};
use crate::{Decline, MethodSummary};

/// What a payer types into the sandbox's element to pay by bank debit. It goes nowhere else and is never kept.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountInput {
    /// An IBAN, or an American routing number and account number with a slash between; spaces are ignored.
    pub number: String,
    /// The holder's name.
    pub holder: String,
}

/// Shows nothing of the account.
impl fmt::Debug for AccountInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccountInput(…)")
    }
}

/// What becomes of a debit.
#[derive(Clone, Copy)]
enum Outcome {
    Settles,
    Bounces,
    Closed,
}

/// The accounts that the sandbox knows: number, scheme, what becomes of a debit.
const ACCOUNTS: [(&str, &str, Outcome); 5] = [
    ("DE89370400440532013000", "sepa_debit", Outcome::Settles),
    ("DE62370400440532013001", "sepa_debit", Outcome::Bounces),
    ("DE35370400440532013002", "sepa_debit", Outcome::Closed),
    ("110000000/000123456789", "ach_debit", Outcome::Settles),
    ("110000000/000111111116", "ach_debit", Outcome::Bounces),
];

impl AccountInput {
    /// The account that ends so, of a payer who gave it before.
    pub(super) fn kept(last4: &str) -> Self {
        let known = ACCOUNTS.iter().find(|(number, ..)| number.ends_with(last4));
        Self {
            number: known.map_or("", |(number, ..)| number).to_owned(),
            holder: "kept".to_owned(),
        }
    }

    /// Asks the bank for the money, which answers days later.
    pub(super) fn debit(&self) -> Charge {
        let wanted: String = self
            .number
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect::<String>()
            .to_ascii_uppercase();
        let known = ACCOUNTS.into_iter().find(|(number, ..)| *number == wanted);
        let Some((number, scheme, outcome)) = known else {
            return Charge::declined(Decline::new("invalid_account", "account-invalid"));
        };
        if self.holder.trim().is_empty() {
            return Charge::declined(Decline::new("invalid_holder", "account-invalid"));
        }
        let decline = match outcome {
            Outcome::Settles => None,
            Outcome::Bounces => Some(insufficient_funds()),
            Outcome::Closed => Some(Decline::new("account_closed", "account-closed")),
        };
        Charge {
            method: Some(MethodSummary {
                brand: scheme.to_owned(),
                last4: number.chars().skip(number.len() - 4).collect(),
                expiry: None,
            }),
            fingerprint: number.to_owned(),
            outcome: Charged::Later(Ending { decline }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(number: &str, holder: &str) -> Result<(), String> {
        let account = AccountInput {
            number: number.to_owned(),
            holder: holder.to_owned(),
        };
        assert_eq!(format!("{account:?}"), "AccountInput(…)");
        match account.debit().outcome {
            Charged::Later(ending) => ending.decline.map_or(Ok(()), |decline| Err(decline.code)),
            Charged::No(decline) => Err(format!("at once: {}", decline.code)),
            _ => Err("a debit takes days".to_owned()),
        }
    }

    #[test]
    fn every_test_account_has_its_outcome() {
        for (number, expected) in [
            ("DE89 3704 0044 0532 0130 00", Ok(())),
            ("de62370400440532013001", Err("insufficient_funds")),
            ("DE35370400440532013002", Err("account_closed")),
            ("110000000 / 000123456789", Ok(())),
            ("110000000/000111111116", Err("insufficient_funds")),
            ("DE12500105170648489890", Err("at once: invalid_account")),
            ("", Err("at once: invalid_account")),
        ] {
            assert_eq!(
                ends(number, "Grace"),
                expected.map_err(str::to_owned),
                "{number}"
            );
        }
        assert_eq!(
            ends("DE89370400440532013000", " "),
            Err("at once: invalid_holder".to_owned())
        );
    }
}
