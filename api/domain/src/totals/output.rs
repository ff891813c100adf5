//! What a document's totals consist of.

use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;

/// What a document comes to. All amounts are minor units of its currency.
///
/// The lines' totals, `shipping`, `shipping_tax`, `adjustment` and `rounding` add up to `total`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// One per line, in the order of the lines.
    pub lines: Vec<LineTotals>,
    /// One per tax that occurs, simple ones first, then by name.
    pub taxes: Vec<TaxTotal>,
    /// The lines after their own discounts, in terms of the prices: with tax if they include it.
    pub subtotal: i64,
    /// The discount on the whole.
    pub discount: i64,
    /// The shipping charge without its tax.
    pub shipping: i64,
    /// The tax on the shipping charge.
    pub shipping_tax: i64,
    /// All taxes, that on shipping included: the sum of `taxes`.
    pub tax: i64,
    /// The adjustment, as given.
    pub adjustment: i64,
    /// What rounding to the whole unit has added; negative if it took away.
    pub rounding: i64,
    /// What is to be paid.
    pub total: i64,
}

/// What one line comes to, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTotals {
    /// Quantity × rate, in terms of the prices: with tax if they include it.
    pub gross_before_discount: i64,
    /// The line's own discount.
    pub discount: i64,
    /// The line's share of the discount on the whole.
    pub document_discount: i64,
    /// What is taxed: without tax, after discounts before tax.
    pub net: i64,
    /// All taxes on the line.
    pub tax: i64,
    /// Net and tax, less the share of a discount after tax.
    pub total: i64,
}

/// What one tax comes to over the whole document, in minor units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxTotal {
    /// The tax, as the caller named it.
    pub id: String,
    /// What the tax is called.
    pub name: String,
    /// Percentage.
    pub rate: Decimal,
    /// Whether it is taken on the simple taxes too.
    pub compound: bool,
    /// The net amounts that bear it, without the taxes on which a compound tax is taken as well.
    pub taxable: i64,
    /// The tax itself.
    pub amount: i64,
}
