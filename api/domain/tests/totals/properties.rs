//! What holds for every document (§2), whatever is in it.

use crate::support::{TAXES, document, tax};
use portico_domain::{
    decimal::Decimal,
    money::Currency,
    tax::TaxComponent,
    totals::{
        AppliedTax, Discount, DiscountTiming, DocumentInput, LineInput, RoundingScope,
        ShippingInput, Totals, calculate,
    },
};
use proptest::{prelude::*, sample::subsequence};

/// Some of the known taxes, in any order.
fn taxes() -> impl Strategy<Value = Vec<AppliedTax>> {
    subsequence(TAXES.to_vec(), 0..=3)
        .prop_shuffle()
        .prop_map(|taxes| taxes.into_iter().map(|(id, ..)| tax(id)).collect())
}

fn percent() -> impl Strategy<Value = Discount> {
    (0..=100_000_000_i64).prop_map(|micros| Discount::Percent(Decimal::from_micros(micros)))
}

/// Ordinary lines, and many tiny equal ones, on which rounding shows.
fn lines() -> impl Strategy<Value = Vec<LineInput>> {
    let quantity = prop_oneof![Just(1_000_000_i64), 0..=20_000_000_i64];
    let rate = prop_oneof![0..=50_000_i64, 0..=10_000_000_000_i64];
    let line = (
        quantity,
        rate,
        prop::option::of(percent()),
        taxes(),
        "[a-c]{1,2}",
    );
    prop::collection::vec(
        line.prop_map(|(quantity, rate, discount, taxes, text)| LineInput {
            text,
            quantity: Decimal::from_micros(quantity),
            rate: Decimal::from_micros(rate),
            discount,
            taxes,
        }),
        0..12,
    )
}

fn documents() -> impl Strategy<Value = DocumentInput> {
    let currency = prop::sample::select(vec![Currency::EUR, Currency::JPY, Currency::KWD]);
    let discount = prop::option::of(prop_oneof![
        percent(),
        (0..=300_i64).prop_map(Discount::Amount)
    ]);
    let timing = prop::sample::select(DiscountTiming::ALL);
    let rounding = prop::sample::select(RoundingScope::ALL);
    let shipping = prop::option::of((0..=5_000_i64, taxes()));
    let flags = (any::<bool>(), any::<bool>());
    (
        currency,
        lines(),
        discount,
        timing,
        rounding,
        shipping,
        -500..=500_i64,
        flags,
    )
        .prop_map(
            |(
                currency,
                lines,
                discount,
                discount_timing,
                rounding,
                shipping,
                adjustment,
                flags,
            )| DocumentInput {
                currency,
                prices_include_tax: flags.0,
                discount,
                discount_timing,
                shipping: shipping.map(|(amount, taxes)| ShippingInput { amount, taxes }),
                adjustment,
                rounding,
                round_total_to_unit: flags.1,
                ..document(lines)
            },
        )
}

/// Everything about a document that the order of its lines must not change.
fn without_lines(mut totals: Totals) -> Totals {
    totals.lines.sort_by_key(|line| {
        (
            line.gross_before_discount,
            line.discount,
            line.document_discount,
            line.net,
            line.tax,
            line.total,
        )
    });
    totals
}

proptest! {
    #[test]
    fn parts_add_up(input in documents()) {
        let Ok(totals) = calculate(&input) else { return Ok(()) };
        let sum = |part: fn(&portico_domain::totals::LineTotals) -> i64| totals.lines.iter().map(part).sum::<i64>();
        let after_tax = input.discount_timing == DiscountTiming::AfterTax;

        prop_assert_eq!(
            sum(|line| line.total) + totals.shipping + totals.shipping_tax + totals.adjustment + totals.rounding,
            totals.total
        );
        prop_assert_eq!(sum(|line| line.tax) + totals.shipping_tax, totals.tax);
        prop_assert_eq!(totals.taxes.iter().map(|tax| tax.amount).sum::<i64>(), totals.tax);
        prop_assert_eq!(sum(|line| line.document_discount), totals.discount);
        prop_assert_eq!(sum(|line| line.gross_before_discount - line.discount), totals.subtotal);
        let added = if input.prices_include_tax { totals.shipping_tax } else { totals.tax };
        prop_assert_eq!(
            totals.subtotal - totals.discount + totals.shipping + added + totals.adjustment + totals.rounding,
            totals.total
        );

        for line in &totals.lines {
            let amount = line.gross_before_discount - line.discount;
            let (before, after) = if after_tax { (0, line.document_discount) } else { (line.document_discount, 0) };
            let tax_within = if input.prices_include_tax { line.tax } else { 0 };
            prop_assert_eq!(amount - before, line.net + tax_within);
            prop_assert_eq!(line.net + line.tax - after, line.total);
        }
    }

    #[test]
    fn nothing_but_adjustment_and_rounding_is_negative(input in documents()) {
        let Ok(totals) = calculate(&input) else { return Ok(()) };
        for line in &totals.lines {
            prop_assert!(line.discount >= 0 && line.document_discount >= 0 && line.net >= 0);
            prop_assert!(line.tax >= 0 && line.total >= 0);
        }
        prop_assert!(totals.taxes.iter().all(|tax| tax.taxable >= 0 && tax.amount >= 0));
        prop_assert!(totals.total >= 0 && totals.discount >= 0 && totals.shipping >= 0);
    }

    #[test]
    fn the_order_of_lines_and_of_their_taxes_changes_nothing(
        (input, shuffled) in documents().prop_flat_map(|input| {
            let lines = Just(input.lines.clone()).prop_shuffle();
            (Just(input), lines)
        })
    ) {
        let mut permuted = DocumentInput { lines: shuffled, ..input.clone() };
        permuted.lines.iter_mut().for_each(|line| line.taxes.reverse());
        prop_assert_eq!(calculate(&input).map(without_lines).is_ok(), calculate(&permuted).is_ok());
        if let (Ok(totals), Ok(again)) = (calculate(&input), calculate(&permuted)) {
            prop_assert_eq!(without_lines(totals), without_lines(again));
        }
    }

    /// Each tax is rounded by half a unit at most, per line or on the document.
    #[test]
    fn both_roundings_agree_within_half_a_unit_per_tax_and_line(input in documents()) {
        let by_line = calculate(&DocumentInput { rounding: RoundingScope::Line, ..input.clone() });
        let on_document = calculate(&DocumentInput { rounding: RoundingScope::Document, ..input.clone() });
        if let (Ok(by_line), Ok(on_document)) = (by_line, on_document) {
            let roundings: usize = input.lines.iter().map(|line| line.taxes.len().max(1)).sum();
            let tolerance = u64::try_from(roundings + input.shipping.map_or(0, |s| s.taxes.len().max(1))).unwrap() + 1;
            prop_assert!(by_line.tax.abs_diff(on_document.tax) <= tolerance);
        }
    }

    /// On the document each tax is the tax of its taxable amount, as a reader would check it.
    #[test]
    fn simple_taxes_of_the_document_are_the_rounded_rate(input in documents()) {
        let input = DocumentInput { rounding: RoundingScope::Document, prices_include_tax: false, ..input };
        let Ok(totals) = calculate(&input) else { return Ok(()) };
        for tax in totals.taxes.iter().filter(|tax| !tax.compound) {
            let exact = i128::from(tax.taxable) * i128::from(tax.rate.micros());
            prop_assert_eq!(i128::from(tax.amount), portico_domain::money::round_div(exact, 100_000_000));
        }
    }

    /// Prices to which the taxes of a line have been added give back its net and its tax.
    #[test]
    fn inclusive_undoes_exclusive(lines in lines()) {
        let mut exclusive = document(lines);
        exclusive.lines.iter_mut().for_each(|line| {
            line.discount = None;
            line.quantity = Decimal::ONE;
        });
        let Ok(added) = calculate(&exclusive) else { return Ok(()) };
        let mut inclusive = DocumentInput { prices_include_tax: true, ..exclusive };
        for (line, totals) in inclusive.lines.iter_mut().zip(&added.lines) {
            line.rate = Decimal::from_micros(totals.total * 10_000);
        }
        let found = calculate(&inclusive).unwrap();
        prop_assert_eq!(found.total, added.total);
        for ((line, added), found) in inclusive.lines.iter().zip(&added.lines).zip(&found.lines) {
            let tolerance = match line.taxes.len() { 0 | 1 => 0, taxes => u64::try_from(taxes).unwrap().div_ceil(2) };
            prop_assert!(found.net.abs_diff(added.net) <= tolerance);
        }
    }

    #[test]
    fn nothing_panics(
        lines: Vec<(i64, i64, Option<(bool, i64)>, Vec<(u8, i64, bool)>)>,
        discount: Option<(bool, i64)>,
        shipping: Option<i64>,
        adjustment: i64,
        flags: (bool, bool, bool, bool),
    ) {
        let discount_of = |(percent, value): (bool, i64)| {
            if percent { Discount::Percent(Decimal::from_micros(value)) } else { Discount::Amount(value) }
        };
        let lines = lines.into_iter().map(|(quantity, rate, discount, taxes)| LineInput {
            text: String::new(),
            quantity: Decimal::from_micros(quantity),
            rate: Decimal::from_micros(rate),
            discount: discount.map(discount_of),
            taxes: taxes.into_iter().map(|(id, rate, compound)| AppliedTax {
                id: id.to_string(),
                component: TaxComponent { name: String::new(), rate: Decimal::from_micros(rate), compound },
            }).collect(),
        });
        let _ = calculate(&DocumentInput {
            prices_include_tax: flags.0,
            discount: discount.map(discount_of),
            discount_timing: if flags.1 { DiscountTiming::BeforeTax } else { DiscountTiming::AfterTax },
            shipping: shipping.map(|amount| ShippingInput { amount, taxes: vec![] }),
            adjustment,
            rounding: if flags.2 { RoundingScope::Line } else { RoundingScope::Document },
            round_total_to_unit: flags.3,
            ..document(lines.collect())
        });
    }

    /// Amounts at the limit, with every tax at its highest rate: an answer or an error, no panic.
    #[test]
    fn nothing_panics_near_the_limit(
        rates in prop::collection::vec(9_000_000_000_000_000_000..=i64::MAX, 1..4),
        quantity in prop::sample::select(vec![1_i64, 100, 1_000_000, 1_100_000]),
        inclusive: bool,
        on_document: bool,
    ) {
        let highest = |id: &str, compound| AppliedTax {
            id: id.to_owned(),
            component: TaxComponent { name: id.to_owned(), rate: portico_domain::tax::MAX_RATE, compound },
        };
        let lines = rates.into_iter().map(|rate| LineInput {
            text: String::new(),
            quantity: Decimal::from_micros(quantity),
            rate: Decimal::from_micros(rate),
            discount: None,
            taxes: vec![highest("a", false), highest("b", false), highest("c", true)],
        });
        let _ = calculate(&DocumentInput {
            prices_include_tax: inclusive,
            rounding: if on_document { RoundingScope::Document } else { RoundingScope::Line },
            ..document(lines.collect())
        });
    }
}
