//! Discounts: how much, and how they are spread over the lines.

use super::{
    error::{Cause, Place, TotalsError},
    input::Discount,
    taxes::Entry,
};
use crate::{apportion::apportion, decimal::Decimal, money::round_div};

/// One hundred per cent in millionths of a per cent.
const WHOLE: i128 = 100_000_000;

/// What a discount takes of `base` (≥ 0); `exceeds` is the cause if that is more than there is.
pub(super) fn amount(
    discount: Option<Discount>,
    base: i128,
    exceeds: Cause,
) -> Result<i128, Cause> {
    match discount {
        None => Ok(0),
        Some(Discount::Percent(percent)) => {
            if (Decimal::ZERO..=Decimal::HUNDRED).contains(&percent) {
                let product = base
                    .checked_mul(percent.micros().into())
                    .ok_or(Cause::Overflow)?;
                Ok(round_div(product, WHOLE))
            } else {
                Err(Cause::InvalidDiscount)
            }
        }
        Some(Discount::Amount(amount)) if amount < 0 => Err(Cause::InvalidDiscount),
        Some(Discount::Amount(amount)) if i128::from(amount) > base => Err(exceeds),
        Some(Discount::Amount(amount)) => Ok(amount.into()),
    }
}

/// A discount on the whole, as one share per entry.
pub(super) fn spread(
    discount: Option<Discount>,
    entries: &[Entry<'_>],
) -> Result<Vec<i128>, TotalsError> {
    let weights: Vec<i128> = entries.iter().map(|entry| entry.amount).collect();
    let error = |cause| Place::Discount.error(cause);
    let amount =
        amount(discount, weights.iter().sum(), Cause::DiscountExceedsTotal).map_err(error)?;
    apportion(amount, &weights, |a, b| entries[a].by_content(&entries[b]))
        .ok_or(error(Cause::Overflow))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_1000(discount: Discount) -> Result<i128, Cause> {
        amount(Some(discount), 1_000, Cause::DiscountExceedsLine)
    }

    #[test]
    fn a_percentage_is_rounded() {
        assert_eq!(
            of_1000(Discount::Percent("12.35".parse().unwrap())),
            Ok(124)
        );
        assert_eq!(of_1000(Discount::Percent(Decimal::HUNDRED)), Ok(1_000));
    }

    #[test]
    fn no_discount_takes_more_than_there_is() {
        assert_eq!(of_1000(Discount::Amount(1_000)), Ok(1_000));
        assert_eq!(
            of_1000(Discount::Amount(1_001)),
            Err(Cause::DiscountExceedsLine)
        );
        for discount in [
            Discount::Amount(-1),
            Discount::Percent("-1".parse().unwrap()),
            Discount::Percent("100.1".parse().unwrap()),
        ] {
            assert_eq!(of_1000(discount), Err(Cause::InvalidDiscount));
        }
    }
}
