//! Why a document cannot be calculated, and where.

use std::fmt;

/// A document that cannot be calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {cause}")]
pub struct TotalsError {
    /// Where the rule is broken.
    pub place: Place,
    /// The rule that is broken.
    pub cause: Cause,
}

/// A part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A line, counted from 0.
    Line(usize),
    /// The discount on the whole.
    Discount,
    /// The shipping charge.
    Shipping,
    /// The adjustment.
    Adjustment,
    /// The sums.
    Document,
}

/// A rule that a document can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// An amount beyond ±10¹⁵ minor units.
    #[error("the amount is too large")]
    Overflow,
    /// A quantity below 0.
    #[error("the quantity is negative")]
    NegativeQuantity,
    /// A rate below 0.
    #[error("the rate is negative")]
    NegativeRate,
    /// A charge below 0.
    #[error("the charge is negative")]
    NegativeCharge,
    /// A discount below 0, or a percentage above 100.
    #[error("the discount is negative or above 100 per cent")]
    InvalidDiscount,
    /// A discount above the line it is taken of.
    #[error("the discount is above the line's amount")]
    DiscountExceedsLine,
    /// A discount on the whole above the lines it is taken of.
    #[error("the discount is above the amount of the lines")]
    DiscountExceedsTotal,
    /// A tax below 0 or above 1,000 per cent.
    #[error("a tax rate must lie between 0 and 1,000 per cent")]
    InvalidTaxRate,
    /// The same tax twice.
    #[error("a tax occurs twice")]
    DuplicateTax,
    /// The same identity for taxes of different names, rates or compounding.
    #[error("a tax is given in two different ways")]
    ConflictingTax,
    /// An adjustment that takes off more than there is.
    #[error("the total is negative")]
    NegativeTotal,
}

impl Place {
    pub(super) const fn error(self, cause: Cause) -> TotalsError {
        TotalsError { place: self, cause }
    }
}

/// For people: lines are counted from 1.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(index) => write!(f, "line {}", index.saturating_add(1)),
            Self::Discount => f.write_str("discount"),
            Self::Shipping => f.write_str("shipping"),
            Self::Adjustment => f.write_str("adjustment"),
            Self::Document => f.write_str("document"),
        }
    }
}
