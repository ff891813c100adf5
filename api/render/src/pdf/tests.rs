//! What the documents say.

use std::sync::LazyLock;

use portico_domain::language::Language;
use portico_domain::money::Currency;
use typst::layout::{Frame, FrameItem};

use super::samples::{arabic, english, german, receipt};
use super::unusual_samples::{extreme, japanese, long};
use super::*;

pub(super) static RENDERER: LazyLock<Renderer> =
    LazyLock::new(|| Renderer::new(&FontSources::default()));

/// Makes a PDF, and keeps it in `$PORTICO_SAMPLES`, if set, for a person to look at.
pub(super) fn sample(name: &str, result: Result<Vec<u8>, RenderError>) -> Vec<u8> {
    let bytes = result.unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    if let Ok(directory) = std::env::var("PORTICO_SAMPLES") {
        std::fs::write(format!("{directory}/{name}.pdf"), &bytes).unwrap();
    }
    bytes
}

/// The text on each page, without spaces: lines may break anywhere.
pub(super) fn pages(invoice: &InvoicePdf) -> Vec<String> {
    fn walk(frame: &Frame, out: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, out),
                FrameItem::Text(text) => out.push_str(&text.text),
                _ => {}
            }
        }
    }
    let document = RENDERER
        .set(
            invoice::sheet(invoice),
            &invoice.organization,
            invoice.language,
        )
        .unwrap();
    let text = |frame| {
        let mut text = String::new();
        walk(frame, &mut text);
        compact(&text)
    };
    document
        .pages()
        .iter()
        .map(|page| text(&page.frame))
        .collect()
}

pub(super) fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2068}' | '\u{2069}'))
        .collect()
}

#[track_caller]
fn assert_says(page: &str, texts: &[&str]) {
    for text in texts {
        assert!(
            page.contains(&compact(text)),
            "{text:?} is missing in {page}"
        );
    }
}

#[test]
fn samples() {
    sample("english", RENDERER.invoice(&english()));
    sample("german", RENDERER.invoice(&german()));
    sample("arabic", RENDERER.invoice(&arabic()));
    sample("japanese", RENDERER.invoice(&japanese()));
    sample("extreme", RENDERER.invoice(&extreme()));
    sample("long", RENDERER.invoice(&long(60)));
    sample(
        "draft",
        RENDERER.invoice(&InvoicePdf {
            number: None,
            ..english()
        }),
    );
    sample("receipt", RENDERER.receipt(&receipt(Language::En)));
    sample("receipt-ar", RENDERER.receipt(&receipt(Language::Ar)));
}

#[test]
fn an_invoice_says_everything_once() {
    let pages = pages(&english());
    assert_eq!(pages.len(), 1);
    assert_says(
        &pages[0],
        &[
            "Invoice number INV-00042",
            "Date due April 1, 2026",
            "€4,940.10 due April 1, 2026",
            "Pay online",
            "Logo, typography and colour system,",
            "24.5 h",
            "€95.00",
            "10%",
            "VAT 20% on €4,116.75",
            "Total",
            "IBAN: GB29 NWBK 6016 1331 9268 19",
            "Tax ID: GB 123 4567 89",
            "Page 1 of 1",
        ],
    );
}

#[test]
fn a_german_invoice_speaks_german() {
    assert_says(
        &pages(&german())[0],
        &[
            "Rechnungsnummer RE-2026-0117",
            "1.080,00 € fällig am 1. April 2026",
            "18.250 GB·h",
            "0,0125 €",
            "-10,00 €",
            "Treuebonus",
            "-7,54 €",
            "Bereits bezahlt",
            "-500,00 €",
            "Offener Betrag",
            "Seite 1 von 1",
        ],
    );
}

#[test]
fn an_arabic_invoice_speaks_arabic_with_latin_digits() {
    assert_says(
        &pages(&arabic())[0],
        &[
            "فاتورة",
            "10,076.30 AED",
            "Contoso Travel LLC",
            "المستحق",
            "INV-00042",
        ],
    );
}

#[test]
fn a_paid_invoice_asks_for_nothing() {
    let page = pages(&japanese()).concat();
    assert_says(
        &page,
        &["Paid", "¥1,375,000 paid", "¥1,250,000", "株式会社東京旅行"],
    );
    for absent in ["Payonline", "Howtopay", "¥1,375,000due"] {
        assert!(!page.contains(absent), "{absent} in {page}");
    }
}

#[test]
fn an_invoice_without_a_number_is_a_draft() {
    let page = pages(&InvoicePdf {
        number: None,
        ..english()
    })
    .concat();
    assert_eq!(page.matches("Draft").count(), 2, "a badge and a watermark");
    assert!(!page.contains("Invoicenumber"));
    let void = pages(&InvoicePdf {
        stamp: Some(Stamp::Void),
        ..english()
    })
    .concat();
    assert_eq!(void.matches("Void").count(), 2);
    assert!(!void.contains("Payonline"));
}

#[test]
fn a_long_table_repeats_its_head() {
    let pages = pages(&long(60));
    assert_eq!(pages.len(), 3);
    for (at, page) in pages.iter().enumerate() {
        assert_says(page, &["Unit price", &format!("Page {} of 3", at + 1)]);
    }
    assert_says(&pages[2], &["Part 060 of the order", "€1,476.00"]);
}

#[test]
fn currencies_keep_their_decimals() {
    let dinar = pages(&InvoicePdf {
        currency: Currency::KWD,
        ..english()
    })
    .concat();
    assert_says(&dinar, &["KWD 494.010", "KWD 1,800.000"]);
}
