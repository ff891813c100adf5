//! How long documents take and what memory they need, for a person to read:
//! `cargo test --release -p portico-render figures -- --ignored --nocapture`.

use std::time::Instant;

use super::samples::{arabic, english, receipt};
use super::unusual_samples::{japanese, long};
use super::*;

/// Prints how much memory the process holds; `RssAnon` is what it took for itself, without the binary.
fn memory(when: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let fields: Vec<&str> = status.lines().filter(|line| line.contains("Rss")).collect();
    println!("{when}: {}", fields.join("  ").replace('\t', " "));
}

/// Prints how long something takes.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    println!("{what}: {:.1?}", start.elapsed());
    result
}

#[test]
#[ignore = "prints figures for a person"]
fn figures() {
    memory("before");
    let renderer = Renderer::new(&FontSources::default());
    timed("fonts", || renderer.covers("日"));
    memory("idle");
    let of =
        |what: &str, invoice: &InvoicePdf| timed(what, || renderer.invoice(invoice)).unwrap().len();
    let twenty = |at: u32| {
        let mut invoice = InvoicePdf {
            number: Some(format!("INV-{at}")),
            ..long(20)
        };
        invoice.customer.name = format!("Customer {at}");
        for line in &mut invoice.lines {
            line.name = format!("{} for {at}", line.name);
        }
        invoice
    };
    let best = (0..40).map(twenty).map(|invoice| {
        let start = Instant::now();
        renderer.invoice(&invoice).unwrap();
        start.elapsed()
    });
    println!("20 lines, best of 40: {:.1?}", best.min().unwrap());
    of("3 lines", &english());
    of("60 lines", &long(60));
    of("1,000 lines", &long(1_000));
    memory("after Latin");
    of("Arabic, first", &arabic());
    of(
        "Arabic, again",
        &InvoicePdf {
            number: Some("2".to_owned()),
            ..arabic()
        },
    );
    of("Japanese, first", &japanese());
    of(
        "Japanese, again",
        &InvoicePdf {
            number: Some("2".to_owned()),
            ..japanese()
        },
    );
    memory("after Japanese");
    for at in 0..20 {
        renderer.invoice(&twenty(100 + at)).unwrap();
    }
    memory("after twenty more");
    let document = renderer
        .set(
            invoice::sheet(&twenty(200)),
            &english().organization,
            Language::En,
        )
        .unwrap();
    timed("20 lines, PDF from pages only", || {
        write(&document, english().date)
    })
    .unwrap();
    timed("receipt", || renderer.receipt(&receipt(Language::En))).unwrap();
}
