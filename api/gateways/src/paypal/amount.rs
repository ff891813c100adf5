//! Amounts as PayPal writes them: decimals as text, by rules of its own.

use std::collections::BTreeSet;

use portico_domain::money::{Currency, Money};
use serde::{Deserialize, Serialize};

/// The currencies that PayPal takes. BRL, CNY and MYR only between accounts of the same country.
const SUPPORTED: [&str; 24] = [
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "JPY",
    "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "SEK", "SGD", "THB", "TWD", "USD",
];

/// Those that PayPal takes in whole units only, whatever ISO 4217 says of their minor unit.
const WHOLE: [&str; 3] = ["HUF", "JPY", "TWD"];

/// An amount on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Amount {
    currency_code: String,
    value: String,
}

/// Every currency that PayPal takes.
pub(super) fn supported() -> BTreeSet<Currency> {
    let codes = SUPPORTED.iter();
    codes.filter_map(|code| code.parse().ok()).collect()
}

/// The least amount that can be written at all, in minor units: one forint is 100 fillér.
pub(super) fn least(currency: Currency) -> i64 {
    10_i64.pow(currency.exponent().saturating_sub(decimals(currency)))
}

/// How many decimals PayPal writes.
fn decimals(currency: Currency) -> u32 {
    if WHOLE.contains(&currency.code()) {
        0
    } else {
        2
    }
}

impl Amount {
    /// Nothing if PayPal has no way to write it: a fraction of a forint, or of a cent.
    pub(super) fn of(money: Money) -> Option<Self> {
        let theirs = decimals(money.currency);
        let least = least(money.currency);
        if money.currency.exponent() < theirs || money.amount < 0 || money.amount % least != 0 {
            return None;
        }
        let (written, unit) = (money.amount / least, 10_i64.pow(theirs));
        let value = if theirs == 0 {
            written.to_string()
        } else {
            format!("{}.{:02}", written / unit, written % unit)
        };
        Some(Self {
            currency_code: money.currency.code().to_owned(),
            value,
        })
    }

    /// Nothing if it is no amount of a known currency, or finer than the currency's minor unit.
    pub(super) fn money(&self) -> Option<Money> {
        let currency: Currency = self.currency_code.parse().ok()?;
        let (whole, fraction) = self.value.split_once('.').unwrap_or((&self.value, ""));
        let fraction = fraction.trim_end_matches('0');
        let width = usize::try_from(currency.exponent()).ok()?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) || fraction.len() > width {
            return None;
        }
        let minor = format!("{whole}{fraction:0<width$}").parse().ok()?;
        Some(Money::new(minor, currency))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(amount: i64, currency: &str) -> Option<String> {
        let money = Money::new(amount, currency.parse().unwrap());
        Amount::of(money).map(|amount| amount.value)
    }

    fn read(value: &str, currency: &str) -> Option<i64> {
        let amount = Amount {
            currency_code: currency.to_owned(),
            value: value.to_owned(),
        };
        amount.money().map(|money| money.amount)
    }

    #[test]
    fn amounts_are_written_as_paypal_wants_them() {
        for (amount, currency, expected) in [
            (12_345, "EUR", Some("123.45")),
            (5, "USD", Some("0.05")),
            (100, "GBP", Some("1.00")),
            (500, "JPY", Some("500")),
            (150_000, "HUF", Some("1500")),
            (150_050, "HUF", None),
            (700, "TWD", Some("7")),
            (1, "TWD", None),
            (-1, "EUR", None),
            (1_000, "KWD", Some("1.00")),
            (1_234, "KWD", None),
            (500, "KRW", None),
        ] {
            assert_eq!(written(amount, currency).as_deref(), expected, "{currency}");
        }
    }

    #[test]
    fn amounts_are_read_however_many_zeros_they_end_in() {
        for (value, currency, expected) in [
            ("123.45", "EUR", Some(12_345)),
            ("123.4", "EUR", Some(12_340)),
            ("123", "EUR", Some(12_300)),
            ("500.00", "JPY", Some(500)),
            ("500.50", "JPY", None),
            ("1500", "HUF", Some(150_000)),
            ("1.001", "EUR", None),
            ("", "EUR", None),
            (".5", "EUR", None),
            ("-1.00", "EUR", None),
            ("1e3", "EUR", None),
            ("99999999999999999999.00", "EUR", None),
            ("1.00", "XXX", None),
        ] {
            assert_eq!(read(value, currency), expected, "{value} {currency}");
        }
    }

    #[test]
    fn every_supported_currency_is_one_that_portico_knows() {
        assert_eq!(supported().len(), SUPPORTED.len());
        for currency in supported() {
            let least = Money::new(least(currency), currency);
            assert_eq!(
                Amount::of(least).and_then(|amount| amount.money()),
                Some(least)
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(major in 0..=portico_domain::money::MAX_MINOR / 100, nth in 0..SUPPORTED.len()) {
            let currency = supported().into_iter().nth(nth).unwrap();
            let money = Money::new(major * least(currency), currency);
            prop_assert_eq!(Amount::of(money).and_then(|amount| amount.money()), Some(money));
        }

        #[test]
        fn no_text_panics(value in "\\PC*") {
            let _ = read(&value, "EUR");
        }
    }
}
