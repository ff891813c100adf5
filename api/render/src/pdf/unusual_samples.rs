//! Documents for the tests, as few customers get them.

use portico_domain::language::Language;
use portico_domain::money::Currency;

use super::samples::{english, line, organization, owned};
use super::*;

/// An invoice of so many lines.
pub(super) fn long(count: u16) -> InvoicePdf {
    let mut invoice = english();
    invoice.lines = (1..=count)
        .map(|at| {
            let detail = (at % 7 == 0)
                .then_some("Delivered to the warehouse in Bristol, signed for by the night shift");
            let mut line = line(
                &format!("Part {at:03} of the order"),
                detail,
                "2",
                "10.25",
                2_050,
            );
            line.tax = Some("VAT 20%".to_owned());
            line
        })
        .collect();
    let subtotal = i64::from(count) * 2_050;
    invoice.subtotal = subtotal;
    invoice.taxes[0] = TaxRow {
        label: "VAT 20%".to_owned(),
        base: None,
        amount: subtotal / 5,
    };
    invoice.total = subtotal + subtotal / 5;
    invoice.balance = invoice.total;
    invoice
}

/// A paid invoice in yen, which has no decimals.
pub(super) fn japanese() -> InvoicePdf {
    let mut line = line(
        "ウェブサイト制作",
        Some("トップページと下層六ページ"),
        "1",
        "1250000",
        1_250_000,
    );
    line.tax = Some("消費税 10%".to_owned());
    InvoicePdf {
        customer: Customer {
            name: "株式会社東京旅行".to_owned(),
            address: owned(&["東京都千代田区丸の内1-9-1", "100-0005"]),
            tax_id: None,
        },
        stamp: Some(Stamp::Paid),
        currency: Currency::JPY,
        lines: vec![line],
        subtotal: 1_250_000,
        taxes: vec![TaxRow {
            label: "消費税 10%".to_owned(),
            base: None,
            amount: 125_000,
        }],
        total: 1_375_000,
        paid: 1_375_000,
        credits: 0,
        balance: 0,
        language: Language::Ja,
        ..english()
    }
}

/// A void invoice in dinars, which have three decimals, with the longest names and amounts allowed.
pub(super) fn extreme() -> InvoicePdf {
    let most = 1_000_000_000_000_000;
    let mut line = line(
        &"Donaudampfschifffahrtsgesellschaftskapitänspatent".repeat(2),
        Some(&"word ".repeat(400)),
        "999999.999999",
        "999999999.999999",
        most,
    );
    line.unit = Some("square metres".to_owned());
    line.tax = Some("Value added tax, standard rate 20%".to_owned());
    line.discount = Some(Discount::Amount(most));
    let name = "The Honourable Company of Extraordinarily Long Names and Their Keepers, ".repeat(3);
    InvoicePdf {
        organization: Organization {
            name: name.clone(),
            ..organization()
        },
        customer: Customer {
            name: name.replace(' ', ""),
            ..english().customer
        },
        number: Some("INV-".to_owned() + &"0123456789".repeat(9)),
        stamp: Some(Stamp::Void),
        currency: Currency::KWD,
        lines: vec![line.clone(), line],
        discount: most,
        shipping: most,
        total: -most,
        balance: most,
        ..english()
    }
}
