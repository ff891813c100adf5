//! What the documents say and what they must never do.

use std::sync::LazyLock;

use portico_domain::language::Language;
use portico_domain::money::Currency;
use typst::layout::{Frame, FrameItem};

use super::samples::{arabic, day, english, german, long, organization, receipt};
use super::*;

static RENDERER: LazyLock<Renderer> = LazyLock::new(|| Renderer::new(&FontSources::default()));

/// Makes the PDF, checks that it is one, and keeps it in `$PORTICO_SAMPLES` to be looked at.
fn pdf(name: &str, invoice: &InvoicePdf) -> Vec<u8> {
    keep(name, RENDERER.invoice(invoice).unwrap())
}

fn keep(name: &str, bytes: Vec<u8>) -> Vec<u8> {
    assert!(bytes.starts_with(b"%PDF-1.7"));
    if let Ok(directory) = std::env::var("PORTICO_SAMPLES") {
        std::fs::write(format!("{directory}/{name}.pdf"), &bytes).unwrap();
    }
    bytes
}

#[test]
fn samples() {
    pdf("english", &english());
    pdf("german", &german());
    pdf("arabic", &arabic());
    pdf("long", &long(60));
    keep("receipt", RENDERER.receipt(&receipt(Language::En)).unwrap());
    keep(
        "receipt-ar",
        RENDERER.receipt(&receipt(Language::Ar)).unwrap(),
    );
}
