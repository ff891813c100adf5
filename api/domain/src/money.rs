//! Money: an integer count of a currency's minor unit.

mod currency;

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use currency::{Currency, UnknownCurrency};

/// The largest amount, in minor units, that a document, line or payment may have (§2).
pub const MAX_MINOR: i64 = 1_000_000_000_000_000;

/// The largest amount that JSON carries exactly to every client: 2⁵³ − 1.
///
/// Sums over documents may pass [`MAX_MINOR`]; they may never pass this.
pub const MAX_SAFE_MINOR: i64 = 9_007_199_254_740_991;

/// An amount in a currency's minor unit: `{"amount": 12345, "currency": "EUR"}` is 123.45 EUR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Integer count of minor units (cents for EUR, yen for JPY, fils for KWD).
    #[schema(
        format = Int64,
        minimum = -9_007_199_254_740_991_i64,
        maximum = 9_007_199_254_740_991_i64,
        example = 12345
    )]
    pub amount: i64,
    /// The currency the amount is in.
    pub currency: Currency,
}

/// Why two amounts cannot be combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Amounts of different currencies have no sum.
    #[error("{left} and {right} cannot be combined")]
    CurrencyMismatch {
        /// The currency of the left amount.
        left: Currency,
        /// The currency of the right amount.
        right: Currency,
    },
    /// The result lies beyond ±[`MAX_SAFE_MINOR`].
    #[error("the amount is too large")]
    Overflow,
}

impl Money {
    /// So many minor units of a currency.
    #[must_use]
    pub const fn new(amount: i64, currency: Currency) -> Self {
        Self { amount, currency }
    }

    /// Nothing, in a currency.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// The sum.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyMismatch`], or [`MoneyError::Overflow`] beyond ±[`MAX_SAFE_MINOR`].
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_add)
    }

    /// The difference.
    ///
    /// # Errors
    /// As [`Money::checked_add`].
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_sub)
    }

    fn combine(
        self,
        other: Self,
        operation: impl Fn(i64, i64) -> Option<i64>,
    ) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrencyMismatch {
                left: self.currency,
                right: other.currency,
            });
        }
        operation(self.amount, other.amount)
            .filter(|amount| (-MAX_SAFE_MINOR..=MAX_SAFE_MINOR).contains(amount))
            .map(|amount| Self::new(amount, self.currency))
            .ok_or(MoneyError::Overflow)
    }
}

/// Plain and unlocalised, for logs and messages to developers: `-1234.50 EUR`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.amount < 0 { "-" } else { "" };
        let unit = self.currency.minor_per_major().unsigned_abs();
        let (major, minor) = (
            self.amount.unsigned_abs() / unit,
            self.amount.unsigned_abs() % unit,
        );
        match usize::try_from(self.currency.exponent()) {
            Ok(width @ 1..) => write!(f, "{sign}{major}.{minor:0width$} {}", self.currency),
            _ => write!(f, "{sign}{major} {}", self.currency),
        }
    }
}

/// `n ÷ d` rounded to an integer, half away from zero: the one rounding of the whole product (§2).
///
/// `d` must not be zero; a zero divisor gives zero, so that no input can end the process.
#[must_use]
pub const fn round_div(n: i128, d: i128) -> i128 {
    let (Some(quotient), Some(remainder)) = (n.checked_div(d), n.checked_rem(d)) else {
        // i128::MIN ÷ −1 is the only quotient of a non-zero divisor that i128 cannot hold.
        return if d == 0 { 0 } else { i128::MAX };
    };
    let half_or_more = remainder.unsigned_abs() >= d.unsigned_abs() - remainder.unsigned_abs();
    if !half_or_more {
        quotient
    } else if (n < 0) == (d < 0) {
        quotient + 1
    } else {
        quotient - 1
    }
}

#[cfg(test)]
mod tests {
    use utoipa::PartialSchema as _;

    use super::*;

    #[test]
    fn money_travels_as_amount_and_code() {
        let money = Money::new(12345, Currency::EUR);
        let json = r#"{"amount":12345,"currency":"EUR"}"#;
        assert_eq!(serde_json::to_string(&money).unwrap(), json);
        assert_eq!(serde_json::from_str::<Money>(json).unwrap(), money);
        assert!(serde_json::from_str::<Money>(r#"{"amount":1.5,"currency":"EUR"}"#).is_err());
        assert!(serde_json::from_str::<Money>(r#"{"amount":1,"currency":"EUR","x":1}"#).is_err());
    }

    #[test]
    fn the_schema_keeps_64_bits_and_the_safe_range() {
        let schema = serde_json::to_value(Money::schema()).unwrap();
        let amount = &schema["properties"]["amount"];
        assert_eq!(amount["format"], "int64");
        assert_eq!(amount["maximum"].as_i64(), Some(MAX_SAFE_MINOR));
        assert_eq!(amount["minimum"].as_i64(), Some(-MAX_SAFE_MINOR));
    }

    #[test]
    fn sums_are_checked() {
        let (euro, dollar) = (Money::new(1, Currency::EUR), Money::new(1, Currency::USD));
        assert_eq!(euro.checked_add(euro), Ok(Money::new(2, Currency::EUR)));
        assert_eq!(euro.checked_sub(euro), Ok(Money::zero(Currency::EUR)));
        assert_eq!(
            euro.checked_add(dollar),
            Err(MoneyError::CurrencyMismatch {
                left: Currency::EUR,
                right: Currency::USD
            })
        );
        let most = Money::new(MAX_SAFE_MINOR, Currency::EUR);
        assert_eq!(most.checked_add(euro), Err(MoneyError::Overflow));
        let extreme = Money::new(i64::MIN, Currency::EUR);
        assert_eq!(extreme.checked_sub(euro), Err(MoneyError::Overflow));
    }

    #[test]
    fn money_is_displayed_with_its_decimals() {
        assert_eq!(
            Money::new(-123_450, Currency::EUR).to_string(),
            "-1234.50 EUR"
        );
        assert_eq!(Money::new(5, Currency::KWD).to_string(), "0.005 KWD");
        assert_eq!(Money::new(500, Currency::JPY).to_string(), "500 JPY");
        assert_eq!(
            Money::new(i64::MIN, Currency::EUR).to_string(),
            "-92233720368547758.08 EUR"
        );
    }

    #[test]
    fn halves_round_away_from_zero() {
        for (n, d, expected) in [
            (5, 2, 3),
            (-5, 2, -3),
            (5, -2, -3),
            (-5, -2, 3),
            (4, 3, 1),
            (-4, 3, -1),
            (5, 3, 2),
            (0, 7, 0),
            (1, 2, 1),
            (-1, 2, -1),
            (1, 3, 0),
            (7, 0, 0),
            (6, 3, 2),
        ] {
            assert_eq!(round_div(n, d), expected, "{n} ÷ {d}");
        }
        assert_eq!(round_div(i128::MIN, -1), i128::MAX);
        assert_eq!(round_div(i128::MIN, i128::MIN), 1);
        assert_eq!(round_div(i128::MAX, i128::MIN), -1);
    }
}
