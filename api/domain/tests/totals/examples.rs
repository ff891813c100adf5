//! Documents by example, and the properties that every document has (§2).

use crate::support::{dec, document, line, tax};
use portico_domain::{
    money::{Currency, MAX_MINOR},
    totals::{
        Cause, Discount, DiscountTiming, DocumentInput, Place, RoundingScope, ShippingInput,
        Totals, TotalsError, calculate,
    },
};

fn taxes_of(totals: &Totals) -> Vec<(&str, i64, i64)> {
    totals
        .taxes
        .iter()
        .map(|tax| (tax.id.as_str(), tax.taxable, tax.amount))
        .collect()
}

fn refusal(input: &DocumentInput) -> (Place, Cause) {
    let TotalsError { place, cause } = calculate(input).unwrap_err();
    (place, cause)
}

#[test]
fn an_empty_document_comes_to_nothing() {
    let totals = calculate(&document(vec![])).unwrap();
    assert_eq!((totals.subtotal, totals.tax, totals.total), (0, 0, 0));
}

#[test]
fn taxes_are_added_to_prices_without_tax() {
    let input = document(vec![
        line("2", "500", &["ten", "compound"]),
        line("1.5", "19.99", &["nineteen"]),
    ]);
    let totals = calculate(&input).unwrap();
    assert_eq!(totals.subtotal, 102_999);
    assert_eq!(
        taxes_of(&totals),
        [
            ("nineteen", 2_999, 570),
            ("ten", 100_000, 10_000),
            ("compound", 100_000, 5_500)
        ]
    );
    assert_eq!(totals.lines[0].total, 115_500);
    assert_eq!((totals.tax, totals.total), (16_070, 119_069));
}

#[test]
fn taxes_are_found_within_prices_with_tax() {
    let mut input = document(vec![line("1", "1155", &["ten", "compound"])]);
    input.prices_include_tax = true;
    for rounding in [RoundingScope::Line, RoundingScope::Document] {
        input.rounding = rounding;
        let totals = calculate(&input).unwrap();
        assert_eq!(
            (totals.lines[0].net, totals.lines[0].tax, totals.total),
            (100_000, 15_500, 115_500)
        );
        assert_eq!(
            taxes_of(&totals),
            [("ten", 100_000, 10_000), ("compound", 100_000, 5_500)]
        );
    }
}

#[test]
fn currencies_have_their_own_decimals() {
    for (currency, total) in [
        (Currency::JPY, 13),
        (Currency::EUR, 1_250),
        (Currency::KWD, 12_500),
    ] {
        let mut input = document(vec![line("1", "12.5", &[])]);
        input.currency = currency;
        assert_eq!(calculate(&input).unwrap().total, total, "{currency}");
    }
}

#[test]
fn a_discount_before_tax_lowers_what_is_taxed() {
    let mut input = document(vec![
        line("1", "100", &["ten"]),
        line("1", "200", &["nineteen"]),
    ]);
    input.discount = Some(Discount::Percent(dec("10")));
    let totals = calculate(&input).unwrap();
    assert_eq!(totals.discount, 3_000);
    assert_eq!(
        [
            totals.lines[0].document_discount,
            totals.lines[1].document_discount
        ],
        [1_000, 2_000]
    );
    assert_eq!(
        taxes_of(&totals),
        [("nineteen", 18_000, 3_420), ("ten", 9_000, 900)]
    );
    assert_eq!(totals.total, 31_320);
}

#[test]
fn a_discount_after_tax_leaves_the_tax_and_the_shipping_alone() {
    let mut input = document(vec![line("1", "100", &["ten"])]);
    input.discount = Some(Discount::Percent(dec("10")));
    input.discount_timing = DiscountTiming::AfterTax;
    input.shipping = Some(ShippingInput {
        amount: 500,
        taxes: vec![tax("ten")],
    });
    let totals = calculate(&input).unwrap();
    assert_eq!(
        (totals.discount, totals.shipping, totals.shipping_tax),
        (1_100, 500, 50)
    );
    assert_eq!(taxes_of(&totals), [("ten", 10_500, 1_050)]);
    assert_eq!(totals.total, 11_000 - 1_100 + 550);
}

#[test]
fn a_lines_own_discount_comes_first() {
    let mut input = document(vec![line("3", "10", &[])]);
    input.lines[0].discount = Some(Discount::Percent(dec("50")));
    input.discount = Some(Discount::Amount(500));
    let totals = calculate(&input).unwrap();
    assert_eq!(
        (
            totals.lines[0].gross_before_discount,
            totals.lines[0].discount
        ),
        (3_000, 1_500)
    );
    assert_eq!(
        (totals.subtotal, totals.discount, totals.total),
        (1_500, 500, 1_000)
    );
}

#[test]
fn shipping_includes_its_tax_where_prices_do() {
    let mut input = document(vec![]);
    input.prices_include_tax = true;
    input.shipping = Some(ShippingInput {
        amount: 1_190,
        taxes: vec![tax("nineteen")],
    });
    let totals = calculate(&input).unwrap();
    assert_eq!(
        (totals.shipping, totals.shipping_tax, totals.total),
        (1_000, 190, 1_190)
    );
}

#[test]
fn rounding_on_the_document_rounds_each_tax_once() {
    // 5 % of 0.10 is half a cent: by line each rounds up, together they make exactly one cent.
    let mut input = document(vec![
        line("1", "0.10", &["five"]),
        line("1", "0.10", &["five"]),
    ]);
    assert_eq!(calculate(&input).unwrap().tax, 2);
    input.rounding = RoundingScope::Document;
    let totals = calculate(&input).unwrap();
    assert_eq!(totals.tax, 1);
    assert_eq!(totals.lines.iter().map(|line| line.tax).sum::<i64>(), 1);
}

#[test]
fn equal_remainders_go_by_content() {
    let mut input = document(vec![
        line("1", "1", &["ten"]),
        line("1", "1", &["nineteen"]),
    ]);
    input.discount = Some(Discount::Amount(1));
    let totals = calculate(&input).unwrap();
    input.lines.reverse();
    let reversed = calculate(&input).unwrap();
    assert_eq!(
        [totals.lines[0], totals.lines[1]],
        [reversed.lines[1], reversed.lines[0]]
    );
    assert_eq!(
        totals.lines[1].document_discount, 1,
        "`nineteen` comes before `ten`"
    );
}

#[test]
fn the_total_can_be_rounded_to_the_unit() {
    for (adjustment, rounding, total) in [
        (50, 50, 10_100),
        (49, -49, 10_000),
        (0, 0, 10_000),
        (-10_000, 0, 0),
    ] {
        let mut input = document(vec![line("1", "100", &[])]);
        input.adjustment = adjustment;
        input.round_total_to_unit = true;
        let totals = calculate(&input).unwrap();
        assert_eq!((totals.rounding, totals.total), (rounding, total));
    }
}

#[test]
fn errors_name_the_place_and_the_cause() {
    let two = || document(vec![line("1", "1", &["ten"]), line("1", "1", &["ten"])]);
    let with = |change: fn(&mut DocumentInput)| {
        let mut input = two();
        change(&mut input);
        refusal(&input)
    };
    let second = Place::Line(1);
    assert_eq!(
        with(|d| d.lines[1].quantity = dec("-1")),
        (second, Cause::NegativeQuantity)
    );
    assert_eq!(
        with(|d| d.lines[1].rate = dec("-1")),
        (second, Cause::NegativeRate)
    );
    assert_eq!(
        with(|d| d.lines[1] = line("10.1", "1000000000000", &[])),
        (second, Cause::Overflow)
    );
    assert_eq!(
        with(|d| d.lines[1].discount = Some(Discount::Amount(101))),
        (second, Cause::DiscountExceedsLine)
    );
    assert_eq!(
        with(|d| d.lines[1].discount = Some(Discount::Amount(-1))),
        (second, Cause::InvalidDiscount)
    );
    assert_eq!(
        with(|d| d.lines[1].taxes.push(tax("ten"))),
        (second, Cause::DuplicateTax)
    );
    assert_eq!(
        with(|d| d.lines[1].taxes[0].component.rate = dec("11")),
        (second, Cause::ConflictingTax)
    );
    assert_eq!(
        with(|d| d
            .lines
            .iter_mut()
            .for_each(|line| line.taxes[0].component.rate = dec("-1"))),
        (Place::Line(0), Cause::InvalidTaxRate)
    );
    assert_eq!(
        with(|d| d.discount = Some(Discount::Amount(201))),
        (Place::Discount, Cause::DiscountExceedsTotal)
    );
    assert_eq!(
        with(|d| d.discount = Some(Discount::Percent(dec("101")))),
        (Place::Discount, Cause::InvalidDiscount)
    );
    assert_eq!(
        with(|d| d.shipping = Some(ShippingInput {
            amount: -1,
            taxes: vec![]
        })),
        (Place::Shipping, Cause::NegativeCharge)
    );
    assert_eq!(
        with(|d| d.adjustment = -221),
        (Place::Document, Cause::NegativeTotal)
    );
    assert_eq!(
        with(|d| d.adjustment = i64::MIN),
        (Place::Adjustment, Cause::Overflow)
    );
}

#[test]
fn the_limit_is_ten_to_the_fifteenth() {
    let most = line("10", "1000000000000", &[]);
    assert_eq!(
        calculate(&document(vec![most.clone()])).unwrap().total,
        MAX_MINOR
    );
    assert_eq!(
        refusal(&document(vec![most.clone(), line("1", "0.01", &[])])),
        (Place::Document, Cause::Overflow)
    );
    let mut taxed = document(vec![most]);
    taxed.lines[0].taxes = vec![tax("ten")];
    assert_eq!(refusal(&taxed), (Place::Line(0), Cause::Overflow));
    let error = calculate(&taxed).unwrap_err();
    assert_eq!(error.to_string(), "line 1: the amount is too large");
}
