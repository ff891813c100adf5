//! Documents to calculate.

use portico_domain::{
    decimal::Decimal,
    money::Currency,
    tax::TaxComponent,
    totals::{AppliedTax, DiscountTiming, DocumentInput, LineInput, RoundingScope},
};

/// The taxes known to the tests: identity, percentage, compound.
pub const TAXES: [(&str, &str, bool); 5] = [
    ("ten", "10", false),
    ("nineteen", "19", false),
    ("five", "5", false),
    ("compound", "5", true),
    ("odd", "7.725", true),
];

pub fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn tax(id: &str) -> AppliedTax {
    let (_, rate, compound) = TAXES.into_iter().find(|tax| tax.0 == id).unwrap();
    AppliedTax {
        id: id.to_owned(),
        component: TaxComponent {
            name: id.to_owned(),
            rate: dec(rate),
            compound,
        },
    }
}

pub fn line(quantity: &str, rate: &str, taxes: &[&str]) -> LineInput {
    LineInput {
        text: String::new(),
        quantity: dec(quantity),
        rate: dec(rate),
        discount: None,
        taxes: taxes.iter().map(|id| tax(id)).collect(),
    }
}

/// In euros, prices without tax, rounded by line.
pub fn document(lines: Vec<LineInput>) -> DocumentInput {
    DocumentInput {
        currency: Currency::EUR,
        lines,
        prices_include_tax: false,
        discount: None,
        discount_timing: DiscountTiming::BeforeTax,
        shipping: None,
        adjustment: 0,
        rounding: RoundingScope::Line,
        round_total_to_unit: false,
    }
}
