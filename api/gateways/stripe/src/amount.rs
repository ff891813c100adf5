//! Amounts as Stripe counts them.
//!
//! Stripe's smallest unit is that of ISO 4217, but for a few currencies
//! (<https://docs.stripe.com/currencies#zero-decimal>). An amount that it cannot charge exactly is refused, never rounded.

use portico_domain::money::{Currency, Money};
use portico_gateways::{Decline, GatewayError};

/// How many of Stripe's units make how many of ours.
fn ratio(currency: Currency) -> (i64, i64) {
    match currency.code() {
        // No decimals by ISO, two with Stripe, for the sake of its past.
        "ISK" | "UGX" => (100, 1),
        // Two decimals by ISO, none with Stripe.
        "MGA" => (1, 100),
        _ => (1, 1),
    }
}

/// The least step of an amount in our units; card networks know no third decimal.
fn step(currency: Currency) -> i64 {
    let (_, ours) = ratio(currency);
    if currency.exponent() == 3 { 10 } else { ours }
}

/// The amount in Stripe's units.
pub fn to_stripe(money: Money) -> Result<i64, GatewayError> {
    let (theirs, ours) = ratio(money.currency);
    let exact = money.amount % step(money.currency) == 0;
    exact
        .then(|| (money.amount / ours).checked_mul(theirs))
        .flatten()
        .ok_or_else(|| GatewayError::Refused(Decline::new("invalid_amount", "payment-unavailable")))
}

/// An amount in Stripe's units, of a currency as Stripe writes it: `eur`.
pub fn from_stripe(amount: i64, currency: &str) -> Result<Money, GatewayError> {
    let unreadable = || GatewayError::Unavailable(format!("Stripe counted {currency:.12}"));
    let currency: Currency = currency
        .to_ascii_uppercase()
        .parse()
        .map_err(|_| unreadable())?;
    let (theirs, ours) = ratio(currency);
    let amount = (amount % theirs == 0)
        .then(|| (amount / theirs).checked_mul(ours))
        .flatten()
        .ok_or_else(unreadable)?;
    Ok(Money::new(amount, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_counted_as_stripe_does() {
        for (ours, code, theirs) in [
            (1_999, "EUR", Some(1_999)),
            (500, "JPY", Some(500)),
            (5, "ISK", Some(500)),
            (5, "UGX", Some(500)),
            (1_000, "MGA", Some(10)),
            (1_001, "MGA", None),
            (1_230, "KWD", Some(1_230)),
            (1_234, "KWD", None),
            (i64::MAX, "ISK", None),
        ] {
            let money = Money::new(ours, code.parse().unwrap());
            assert_eq!(to_stripe(money).ok(), theirs, "{money}");
            if let Some(theirs) = theirs {
                let back = from_stripe(theirs, &code.to_ascii_lowercase());
                assert_eq!(back, Ok(money));
            }
        }
    }

    #[test]
    fn what_cannot_be_read_is_no_amount() {
        assert!(from_stripe(1, "xyz").is_err());
        assert!(from_stripe(550, "isk").is_err());
    }
}
