//! What lines cost before anything that concerns the whole.

use super::{
    discount,
    error::{Cause, Place, TotalsError},
    input::{DocumentInput, LineInput},
};
use crate::money::{MAX_MINOR, round_div};

/// Quantities and rates are both millionths, and so their product is in 10⁻¹².
const SCALE: i128 = 1_000_000_000_000;

/// What a line costs, in minor units.
pub(super) struct Priced {
    pub gross: i128,
    pub discount: i128,
}

impl Priced {
    pub(super) const fn amount(&self) -> i128 {
        self.gross - self.discount
    }
}

/// Prices every line.
pub(super) fn lines(input: &DocumentInput) -> Result<Vec<Priced>, TotalsError> {
    let minor_per_major = input.currency.minor_per_major().into();
    let lines = input.lines.iter().enumerate();
    lines
        .map(|(index, line)| {
            price(line, minor_per_major).map_err(|cause| Place::Line(index).error(cause))
        })
        .collect()
}

fn price(line: &LineInput, minor_per_major: i128) -> Result<Priced, Cause> {
    if line.quantity.is_negative() {
        return Err(Cause::NegativeQuantity);
    }
    if line.rate.is_negative() {
        return Err(Cause::NegativeRate);
    }
    let gross = i128::from(line.quantity.micros())
        .checked_mul(line.rate.micros().into())
        .and_then(|product| product.checked_mul(minor_per_major))
        .map(|product| round_div(product, SCALE))
        .filter(|gross| *gross <= i128::from(MAX_MINOR))
        .ok_or(Cause::Overflow)?;
    let discount = discount::amount(line.discount, gross, Cause::DiscountExceedsLine)?;
    Ok(Priced { gross, discount })
}
