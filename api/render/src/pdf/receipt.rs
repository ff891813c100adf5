//! A receipt as a sheet.

use portico_domain::money::Money;

use crate::catalogue::Voice;
use crate::text;

use super::ReceiptPdf;
use super::party::{Link, Party};
use super::sheet::{Column, Row, Sheet, Width};

/// Puts a receipt into words.
pub(super) fn sheet(receipt: &ReceiptPdf) -> Sheet {
    let voice = Voice::new(receipt.language);
    let money = |amount: i64| voice.money(Money::new(amount, receipt.currency));
    let number = text::line(&receipt.number);
    let customer = Party::customer(voice, voice.say("received_from"), &receipt.customer);
    let title = voice.say("receipt");
    let mut sheet = Sheet::new(voice, title, &number, &receipt.organization, customer);

    let typed = |text: &Option<String>| voice.typed(text.as_deref().unwrap_or_default());
    sheet.fact(voice.say("receipt_number"), voice.value(&number));
    sheet.fact(voice.say("payment_date"), voice.date(receipt.date));
    sheet.fact(voice.say("payment_method"), typed(&receipt.method));
    sheet.fact(voice.say("payment_reference"), typed(&receipt.reference));
    let paid = [
        ("amount", &*money(receipt.amount)),
        ("date", &*voice.date(receipt.date)),
    ];
    sheet.headline = voice.say_with("amount_received", &paid);

    if !receipt.invoices.is_empty() {
        let column = |label: &str, width| Column {
            label: voice.say(label),
            width,
        };
        sheet.columns.push(column("invoice", Width::Fill));
        sheet.columns.push(column("invoice_date", Width::Fit));
        sheet.columns.push(column("invoice_total", Width::Fit));
        sheet.columns.push(column("already_paid", Width::Fit));
    }
    sheet
        .rows
        .extend(receipt.invoices.iter().map(|invoice| Row {
            cells: vec![
                voice.typed(&invoice.number),
                voice.date(invoice.date),
                money(invoice.total),
                money(invoice.paid),
            ],
            detail: Vec::new(),
        }));
    sheet.fit_columns();

    if receipt.credit != 0 {
        sheet.sum(voice.say("credit"), money(receipt.credit));
    }
    if receipt.refunded != 0 {
        sheet.sum(voice.say("refunded"), money(receipt.refunded));
    }
    sheet.strong_sum(voice.say("already_paid"), money(receipt.amount));
    sheet.section(
        voice.say("notes"),
        voice.typed_lines(receipt.notes.as_deref()),
    );
    sheet.verify = Link::to(voice.say("verify"), receipt.verify_url.as_deref());
    sheet
}
