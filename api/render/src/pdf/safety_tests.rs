//! What no data may do to a document, and what every document must be.

use proptest::prelude::*;

use super::samples::{arabic, english, german, logo, organization};
use super::tests::{RENDERER, compact, pages, sample};
use super::*;

/// Whether the bytes contain a text.
fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn markup_in_text_is_printed_as_typed() {
    let evil = "#read(\"/etc/passwd\") *b* _i_ $x^2$ `c` = H <l> @r \\ // /* #{1+1} #image(\"logo.png\") --- ~ [x] 'q' \"";
    let mut invoice = english();
    let text = || evil.to_owned();
    invoice.organization.name = text();
    invoice.organization.address = vec![text()];
    invoice.customer = Customer {
        name: text(),
        address: vec![text()],
        tax_id: Some(text()),
    };
    invoice.number = Some(text());
    invoice.lines[0].name = text();
    invoice.lines[0].description = Some(text());
    invoice.lines[0].unit = Some(text());
    invoice.lines[0].tax = Some(text());
    invoice.taxes[0].label = text();
    invoice.adjustment = Some(Adjustment {
        name: text(),
        amount: 1,
    });
    invoice.notes = Some(format!("= {evil}\n- {evil}"));
    invoice.terms = Some(text());
    let pages = pages(&invoice).concat();
    let found = pages.matches(&compact(evil)).count();
    assert!(found >= 15, "{found} times in {pages}");
    assert!(!pages.contains("root:"));
    sample("markup", RENDERER.invoice(&invoice));
}

#[test]
fn only_web_addresses_become_links() {
    let mut invoice = english();
    assert!(contains(
        &RENDERER.invoice(&invoice).unwrap(),
        "(https://portal.northwind.test/pay/8Yh2k)"
    ));
    invoice.pay_url = Some("javascript:alert(1)".to_owned());
    invoice.verify_url = Some("file:///etc/passwd".to_owned());
    let bytes = RENDERER.invoice(&invoice).unwrap();
    assert!(!contains(&bytes, "javascript:") && !contains(&bytes, "file:"));
}

#[test]
fn equal_documents_have_equal_bytes() {
    let first = RENDERER.invoice(&german()).unwrap();
    typst::comemo::evict(0);
    assert!(first == RENDERER.invoice(&german()).unwrap());
    assert!(
        first
            == Renderer::new(&FontSources::default())
                .invoice(&german())
                .unwrap()
    );
    assert!(first != RENDERER.invoice(&english()).unwrap());
}

#[test]
fn threads_share_a_renderer() {
    let alone = RENDERER.invoice(&english()).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert!(alone == RENDERER.invoice(&english()).unwrap()));
        }
    });
}

#[test]
fn the_pdf_is_tagged_archivable_and_described() {
    let bytes = RENDERER.invoice(&german()).unwrap();
    for text in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<rdf:li>Müller &amp; Söhne Systemhaus GmbH</rdf:li>",
        "Rechnung RE-2026-0117 – Müller &amp; Söhne Systemhaus GmbH",
        "2026-03-02T00:00:00",
        "<rdf:li>de</rdf:li>",
        "/StructTreeRoot",
    ] {
        assert!(contains(&bytes, text), "{text}");
    }
    assert!(contains(
        &RENDERER.invoice(&arabic()).unwrap(),
        "<rdf:li>ar</rdf:li>"
    ));
}

#[test]
fn a_logo_must_be_a_png_of_reasonable_size() {
    let with = |logo: Vec<u8>| {
        let organization = Organization {
            logo: Some(logo),
            ..organization()
        };
        RENDERER.invoice(&InvoicePdf {
            organization,
            ..english()
        })
    };
    assert!(with(logo()).is_ok());
    let mut huge = logo();
    huge[16] = 1;
    for wrong in [
        Vec::new(),
        b"<svg/>".to_vec(),
        huge,
        b"\x89PNG\r\n\x1a\n".to_vec(),
    ] {
        assert_eq!(with(wrong), Err(RenderError::Logo));
    }
    let mut broken = logo();
    broken.truncate(60);
    assert_eq!(with(broken), Err(RenderError::Logo));
}

#[test]
fn the_fonts_inside_the_binary_are_enough_for_latin() {
    let plain = Renderer::new(&FontSources::embedded());
    assert!(plain.covers("Zażółć gęślą jaźń, Ελλάδα, €1,00"));
    assert!(!plain.covers("العربية") && !plain.covers("日本語"));
    assert!(
        RENDERER.covers("العربية 日本語 中文 हिन्दी ไทย"),
        "the Noto fonts are not installed"
    );
    sample("embedded", plain.invoice(&german()));
    assert!(plain.invoice(&arabic()).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// No text, however odd, keeps a customer from getting the invoice.
    #[test]
    fn any_text_can_be_printed(text in "\\PC{0,40}", wild in any::<String>(), right: bool) {
        let mut invoice = if right { arabic() } else { english() };
        invoice.organization.name.clone_from(&wild);
        invoice.customer.name = text.clone();
        invoice.number = Some(wild.clone());
        invoice.lines[0].name = text.clone();
        invoice.lines[0].description = Some(wild.clone());
        invoice.lines[0].tax = Some(text.clone());
        invoice.notes = Some(format!("{text}\n{wild}"));
        prop_assert_eq!(RENDERER.invoice(&invoice).err(), None, "{:?} {:?}", text, wild);
    }
}
