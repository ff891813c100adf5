//! Taxes on one amount (§2.3).
//!
//! A *simple* tax is a percentage of the net; a *compound* tax is a percentage of the net and the
//! simple taxes together. Several compound taxes don't compound on each other, so that their order
//! is of no consequence. Every tax therefore has an *effective rate*, a fraction of the net alone:
//! `rate` if simple, `rate × (1 + Σ simple rates)` if compound, and all else follows from that.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    apportion::apportion,
    decimal::Decimal,
    money::{MAX_MINOR, round_div},
};

/// The highest rate a tax may have: 1,000 %.
pub const MAX_RATE: Decimal = Decimal::from_micros(1_000_000_000);

/// Effective rates are whole numbers of 10⁻¹⁶.
pub(crate) const SCALE: i128 = PERCENT_SCALE * PERCENT_SCALE;
/// A percentage in millionths is a fraction in 10⁻⁸.
const PERCENT_SCALE: i128 = 100_000_000;

/// One tax as it applies to an amount.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct TaxComponent {
    /// What the tax is called on a document.
    pub name: String,
    /// Percentage, from 0 to 1,000: `"19"` is 19 %.
    pub rate: Decimal,
    /// Whether it is taken on the net and the simple taxes together.
    pub compound: bool,
}

/// Why taxes cannot be calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TaxError {
    /// A rate below 0 or above [`MAX_RATE`].
    #[error("a tax rate must lie between 0 and 1,000 per cent")]
    InvalidRate,
    /// The amount is negative, or a result is above [`MAX_MINOR`].
    #[error("the amount is negative or too large to be taxed")]
    InvalidAmount,
}

/// An amount that includes taxes, taken apart; all parts add up to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// What is left without taxes.
    pub net: i64,
    /// The amount of each tax, in the order of the components.
    pub taxes: Vec<i64>,
}

/// The amount of each tax on a net amount: prices that exclude tax. Each is rounded by itself.
///
/// # Errors
/// See [`TaxError`].
pub fn on_net(net: i64, components: &[TaxComponent]) -> Result<Vec<i64>, TaxError> {
    let rates = effective_rates(components)?;
    let net = taxable(net)?;
    rates
        .iter()
        .map(|rate| minor(round_div(net.checked_mul(*rate)?, SCALE)))
        .collect::<Option<_>>()
        .ok_or(TaxError::InvalidAmount)
}

/// Takes an amount that includes taxes apart: the net is rounded, the taxes are the rest.
///
/// # Errors
/// See [`TaxError`].
pub fn within_gross(gross: i64, components: &[TaxComponent]) -> Result<Split, TaxError> {
    let rates = effective_rates(components)?;
    let content = |place: usize| (&components[place].name, components[place].compound);
    split(taxable(gross)?, &rates, |a, b| content(a).cmp(&content(b)))
        .and_then(|(net, taxes)| {
            let taxes = taxes.into_iter().map(minor).collect::<Option<_>>()?;
            Some(Split {
                net: minor(net)?,
                taxes,
            })
        })
        .ok_or(TaxError::InvalidAmount)
}

/// The effective rate of each component, in [`SCALE`].
pub(crate) fn effective_rates<'a>(
    components: impl IntoIterator<Item = &'a TaxComponent, IntoIter: Clone>,
) -> Result<Vec<i128>, TaxError> {
    let components = components.into_iter();
    if components
        .clone()
        .any(|tax| !(Decimal::ZERO..=MAX_RATE).contains(&tax.rate))
    {
        return Err(TaxError::InvalidRate);
    }
    let simple: i128 = components
        .clone()
        .filter(|tax| !tax.compound)
        .map(|tax| i128::from(tax.rate.micros()))
        .sum();
    Ok(components
        .map(|tax| {
            let base = if tax.compound {
                PERCENT_SCALE + simple
            } else {
                PERCENT_SCALE
            };
            i128::from(tax.rate.micros()) * base
        })
        .collect())
}

/// A gross amount as net and taxes: net = gross ÷ (1 + Σ effective rates), rounded, and the rest
/// split by the effective rates, by largest remainder, ties by `tie`.
pub(crate) fn split(
    gross: i128,
    effective_rates: &[i128],
    tie: impl Fn(usize, usize) -> std::cmp::Ordering,
) -> Option<(i128, Vec<i128>)> {
    let factor = effective_rates
        .iter()
        .try_fold(SCALE, |sum, rate| sum.checked_add(*rate))?;
    let net = round_div(gross.checked_mul(SCALE)?, factor);
    let taxes = apportion(gross - net, effective_rates, tie)?;
    Some((net, taxes))
}

fn taxable(amount: i64) -> Result<i128, TaxError> {
    if (0..=MAX_MINOR).contains(&amount) {
        Ok(amount.into())
    } else {
        Err(TaxError::InvalidAmount)
    }
}

fn minor(amount: i128) -> Option<i64> {
    i64::try_from(amount)
        .ok()
        .filter(|amount| *amount <= MAX_MINOR)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tax(rate: &str, compound: bool) -> TaxComponent {
        TaxComponent {
            name: format!("{rate} %"),
            rate: rate.parse().unwrap(),
            compound,
        }
    }

    #[test]
    fn a_compound_tax_is_taken_on_the_simple_taxes_too() {
        let taxes = [tax("10", false), tax("5", true)];
        assert_eq!(on_net(100_000, &taxes), Ok(vec![10_000, 5_500]));
        let split = Split {
            net: 100_000,
            taxes: vec![10_000, 5_500],
        };
        assert_eq!(within_gross(115_500, &taxes), Ok(split));
    }

    #[test]
    fn the_order_of_taxes_is_of_no_consequence() {
        let taxes = [tax("5", true), tax("10", false), tax("2", true)];
        assert_eq!(on_net(100_000, &taxes), Ok(vec![5_500, 10_000, 2_200]));
    }

    #[test]
    fn halves_round_away_from_zero_and_the_gross_is_kept() {
        assert_eq!(on_net(50, &[tax("1", false)]), Ok(vec![1]));
        assert_eq!(on_net(49, &[tax("1", false)]), Ok(vec![0]));
        assert_eq!(
            within_gross(100, &[tax("19", false)]),
            Ok(Split {
                net: 84,
                taxes: vec![16]
            })
        );
        assert_eq!(
            within_gross(100, &[]),
            Ok(Split {
                net: 100,
                taxes: vec![]
            })
        );
        assert_eq!(
            within_gross(0, &[tax("19", false)]),
            Ok(Split {
                net: 0,
                taxes: vec![0]
            })
        );
    }

    #[test]
    fn what_cannot_be_taxed_is_refused() {
        assert_eq!(on_net(1, &[tax("-1", false)]), Err(TaxError::InvalidRate));
        assert_eq!(
            on_net(1, &[tax("1000.000001", false)]),
            Err(TaxError::InvalidRate)
        );
        assert_eq!(on_net(-1, &[]), Err(TaxError::InvalidAmount));
        assert_eq!(
            within_gross(MAX_MINOR + 1, &[]),
            Err(TaxError::InvalidAmount)
        );
        assert_eq!(
            on_net(MAX_MINOR, &[tax("101", false)]),
            Err(TaxError::InvalidAmount)
        );
    }

    fn components() -> impl Strategy<Value = Vec<TaxComponent>> {
        prop::collection::vec((0..=100_000_000_i64, any::<bool>()), 0..5).prop_map(|taxes| {
            taxes
                .into_iter()
                .map(|(rate, compound)| TaxComponent {
                    name: rate.to_string(),
                    rate: Decimal::from_micros(rate),
                    compound,
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn net_and_taxes_add_up_to_the_gross(gross in 0..=MAX_MINOR, taxes in components()) {
            let split = within_gross(gross, &taxes).unwrap();
            prop_assert!(split.net >= 0 && split.taxes.iter().all(|tax| *tax >= 0));
            prop_assert_eq!(split.net + split.taxes.iter().sum::<i64>(), gross);
        }

        /// Each tax is off by half a unit at most, so the net comes back within half a unit per tax.
        #[test]
        fn inclusive_undoes_exclusive(net in 0..=1_000_000_000_000_i64, taxes in components()) {
            let added = on_net(net, &taxes).unwrap();
            let back = within_gross(net + added.iter().sum::<i64>(), &taxes).unwrap();
            let tolerance = u64::try_from(taxes.len()).unwrap().div_ceil(2);
            let tolerance = if taxes.len() < 2 { 0 } else { tolerance };
            prop_assert!(back.net.abs_diff(net) <= tolerance, "{} became {}", net, back.net);
        }

        #[test]
        fn never_panics(amount: i64, rates: Vec<(i64, bool)>) {
            let taxes: Vec<_> = rates
                .into_iter()
                .map(|(rate, compound)| TaxComponent { name: String::new(), rate: Decimal::from_micros(rate), compound })
                .collect();
            let _ = on_net(amount, &taxes);
            let _ = within_gross(amount, &taxes);
        }
    }
}
