//! What a document comes to (§2).
//!
//! Every amount is a whole number of minor units ≥ 0, except the adjustment and the rounding. In
//! this order:
//!
//! 1. A line's amount is `quantity × rate`, rounded, less its own discount.
//! 2. A discount on the whole *before tax* is spread over the lines in proportion to their amounts.
//! 3. Taxes are added to the lines, or found within them if prices include tax (see
//!    [`crate::tax`]); likewise for the shipping charge, with its own taxes.
//! 4. A discount on the whole *after tax* is taken of the lines and their tax, without shipping.
//! 5. Then the adjustment, and the rounding to the whole unit if set.
//!
//! Whatever is spread is spread by largest remainder. Equal remainders go by content (larger
//! amount, then taxes, then text), never by position: the order of the lines changes nothing.

mod discount;
mod error;
mod input;
mod output;
mod price;
mod taxes;

use crate::money::{MAX_MINOR, round_div};

pub use error::{Cause, Place, TotalsError};
pub use input::{
    AppliedTax, Discount, DiscountTiming, DocumentInput, LineInput, RoundingScope, ShippingInput,
};
pub use output::{LineTotals, TaxTotal, Totals};
use price::Priced;
use taxes::{Entry, TaxedEntry};

/// Calculates a document.
///
/// # Errors
/// The first rule broken, with its place: a negative quantity, rate, charge or total; a discount
/// above what it is taken of; a tax with an impossible rate; an amount above [`MAX_MINOR`].
pub fn calculate(input: &DocumentInput) -> Result<Totals, TotalsError> {
    let taxes = taxes::distinct(input)?;
    let priced = price::lines(input)?;
    let subtotal = priced.iter().map(Priced::amount).sum();

    // A discount before tax lowers what is taxed.
    let mut entries = line_entries(input, &priced)?;
    let before = discount::spread(input.discount_at(DiscountTiming::BeforeTax), &entries)?;
    for (entry, share) in entries.iter_mut().zip(&before) {
        entry.amount -= share;
    }

    // Shipping is taxed like one more line, which no discount lowers.
    entries.extend(shipping_entry(input)?);
    let mut assessment = taxes::assess(&entries, input.prices_include_tax, input.rounding)
        .ok_or(Place::Document.error(Cause::Overflow))?;
    let taxes = taxes::summary(&taxes, &entries, &assessment)?;
    let shipping = assessment
        .entries
        .split_off(priced.len())
        .pop()
        .unwrap_or_default();

    // A discount after tax lowers what is paid.
    entries.truncate(priced.len());
    for (entry, taxed) in entries.iter_mut().zip(&assessment.entries) {
        entry.amount = taxed.gross();
    }
    let after = discount::spread(input.discount_at(DiscountTiming::AfterTax), &entries)?;

    let lines = (0..priced.len())
        .map(|index| {
            line_totals(
                index,
                &priced[index],
                assessment.entries[index],
                before[index],
                after[index],
            )
        })
        .collect::<Result<Vec<_>, _>>()?;
    let paid: i128 = lines.iter().map(|line| i128::from(line.total)).sum();
    let exact = paid + shipping.gross() + i128::from(input.adjustment);
    let total = round_total(input, exact)?;

    let limited = |amount| limited(amount, Place::Document);
    Ok(Totals {
        subtotal: limited(subtotal)?,
        discount: limited(before.iter().chain(&after).sum())?,
        shipping: limited(shipping.net)?,
        shipping_tax: limited(shipping.tax)?,
        tax: limited(taxes.iter().map(|tax| i128::from(tax.amount)).sum())?,
        adjustment: input.adjustment,
        rounding: limited(total - exact)?,
        total: limited(total)?,
        lines,
        taxes,
    })
}

fn line_entries<'a>(
    input: &'a DocumentInput,
    priced: &[Priced],
) -> Result<Vec<Entry<'a>>, TotalsError> {
    let lines = input.lines.iter().zip(priced).enumerate();
    lines
        .map(|(index, (line, price))| {
            Entry::new(price.amount(), &line.taxes, &line.text, Place::Line(index))
        })
        .collect()
}

fn shipping_entry(input: &DocumentInput) -> Result<Option<Entry<'_>>, TotalsError> {
    let Some(shipping) = &input.shipping else {
        return Ok(None);
    };
    if shipping.amount < 0 {
        return Err(Place::Shipping.error(Cause::NegativeCharge));
    }
    limited(shipping.amount.into(), Place::Shipping)?;
    Entry::new(shipping.amount.into(), &shipping.taxes, "", Place::Shipping).map(Some)
}

/// A line with its shares of a discount before and of one after tax, of which one is zero.
fn line_totals(
    index: usize,
    price: &Priced,
    taxed: TaxedEntry,
    before: i128,
    after: i128,
) -> Result<LineTotals, TotalsError> {
    let limited = |amount| limited(amount, Place::Line(index));
    Ok(LineTotals {
        gross_before_discount: limited(price.gross)?,
        discount: limited(price.discount)?,
        document_discount: limited(before + after)?,
        net: limited(taxed.net)?,
        tax: limited(taxed.tax)?,
        total: limited(taxed.gross() - after)?,
    })
}

/// The total, rounded to the whole unit if the document wants it.
fn round_total(input: &DocumentInput, exact: i128) -> Result<i128, TotalsError> {
    limited(input.adjustment.into(), Place::Adjustment)?;
    if exact < 0 {
        return Err(Place::Document.error(Cause::NegativeTotal));
    }
    if !input.round_total_to_unit {
        return Ok(exact);
    }
    let unit = i128::from(input.currency.minor_per_major());
    Ok(round_div(exact, unit) * unit)
}

/// An amount within ±[`MAX_MINOR`].
fn limited(amount: i128, place: Place) -> Result<i64, TotalsError> {
    i64::try_from(amount)
        .ok()
        .filter(|amount| (-MAX_MINOR..=MAX_MINOR).contains(amount))
        .ok_or(place.error(Cause::Overflow))
}
