//! An invoice as a sheet.

use portico_domain::money::Money;

use crate::catalogue::Voice;
use crate::text;

use super::party::{Link, Party};
use super::sheet::{Badge, Column, Row, Sheet, Tone, Width};
use super::{Discount, InvoiceLine, InvoicePdf, Stamp};

/// Puts an invoice into words.
pub(super) fn sheet(invoice: &InvoicePdf) -> Sheet {
    let voice = Voice::new(invoice.language);
    let number = invoice
        .number
        .as_deref()
        .map(text::line)
        .unwrap_or_default();
    let customer = Party::customer(voice, voice.say("bill_to"), &invoice.customer);
    let title = voice.say("invoice");
    let mut sheet = Sheet::new(voice, title, &number, &invoice.organization, customer);

    let stamp = invoice.stamp.or(number.is_empty().then_some(Stamp::Draft));
    if let Some(stamp) = stamp {
        let (word, tone) = match stamp {
            Stamp::Draft => (voice.say("draft"), Tone::Quiet),
            Stamp::Void => (voice.say("void"), Tone::Quiet),
            Stamp::Paid => (voice.say("paid"), Tone::Good),
        };
        sheet.watermark = (stamp != Stamp::Paid).then(|| word.clone());
        sheet.badge = Some(Badge { word, tone });
    }
    sheet.fact(voice.say("invoice_number"), voice.value(&number));
    sheet.fact(voice.say("issue_date"), voice.date(invoice.date));
    sheet.fact(voice.say("due_date"), voice.date(invoice.due_date));

    table(&mut sheet, invoice, voice);
    sums(&mut sheet, invoice, voice);
    demand(&mut sheet, invoice, voice);
    sheet.section(
        voice.say("notes"),
        voice.typed_lines(invoice.notes.as_deref()),
    );
    sheet.section(
        voice.say("terms"),
        voice.typed_lines(invoice.terms.as_deref()),
    );
    sheet.verify = Link::to(voice.say("verify"), invoice.verify_url.as_deref());
    sheet
}

/// The headline, and how to pay if there is something to pay.
fn demand(sheet: &mut Sheet, invoice: &InvoicePdf, voice: Voice) {
    let money = |amount: i64| voice.money(Money::new(amount, invoice.currency));
    if invoice.stamp == Some(Stamp::Void) {
        sheet.headline = money(invoice.total);
    } else if invoice.balance <= 0 || invoice.stamp == Some(Stamp::Paid) {
        sheet.headline = voice.say_with("amount_paid", &[("amount", &money(invoice.paid))]);
    } else {
        let due = [
            ("amount", &*money(invoice.balance)),
            ("date", &*voice.date(invoice.due_date)),
        ];
        sheet.headline = voice.say_with("amount_due", &due);
        sheet.pay = Link::to(voice.say("pay_online"), invoice.pay_url.as_deref());
        let instructions = voice.typed_lines(invoice.payment_instructions.as_deref());
        sheet.section(voice.say("payment_instructions"), instructions);
    }
}

/// The lines. Columns that no line uses are left out.
fn table(sheet: &mut Sheet, invoice: &InvoicePdf, voice: Voice) {
    let discounts = invoice.lines.iter().any(|line| line.discount.is_some());
    let taxes = invoice.lines.iter().any(|line| line.tax.is_some());
    let column = |label: &str, width| Column {
        label: voice.say(label),
        width,
    };

    sheet.columns.push(column("description", Width::Fill));
    sheet.columns.push(column("quantity", Width::Wrap));
    sheet.columns.push(column("unit_price", Width::Fit));
    sheet
        .columns
        .extend(discounts.then(|| column("discount", Width::Fit)));
    sheet
        .columns
        .extend(taxes.then(|| column("tax", Width::Wrap)));
    sheet.columns.push(column("amount", Width::Fit));

    for line in &invoice.lines {
        let mut cells = vec![
            voice.typed(&line.name),
            quantity(line, voice),
            voice.rate(line.rate, invoice.currency),
        ];
        cells.extend(discounts.then(|| discount(line, invoice, voice)));
        cells.extend(taxes.then(|| voice.typed(line.tax.as_deref().unwrap_or_default())));
        cells.push(voice.money(Money::new(line.amount, invoice.currency)));
        let detail = voice.typed_lines(line.description.as_deref());
        sheet.rows.push(Row { cells, detail });
    }
    sheet.fit_columns();
}

/// A quantity with its unit, kept together if the unit is short.
fn quantity(line: &InvoiceLine, voice: Voice) -> String {
    let number = voice.decimal(line.quantity);
    let unit = voice.typed(line.unit.as_deref().unwrap_or_default());
    match unit.chars().count() {
        0 => number,
        1..=6 => format!("{number}\u{a0}{unit}"),
        _ => format!("{number} {unit}"),
    }
}

/// A line's discount: a percentage, or an amount as a deduction.
fn discount(line: &InvoiceLine, invoice: &InvoicePdf, voice: Voice) -> String {
    match line.discount {
        Some(Discount::Percent(hundredths)) => voice.percent(hundredths),
        Some(Discount::Amount(amount)) => {
            voice.money(Money::new(amount.saturating_neg(), invoice.currency))
        }
        None => String::new(),
    }
}

/// From the subtotal down to what is owed. What is zero is left out.
fn sums(sheet: &mut Sheet, invoice: &InvoicePdf, voice: Voice) {
    let money = |amount: i64| voice.money(Money::new(amount, invoice.currency));
    let mut rows = vec![(voice.say("subtotal"), invoice.subtotal)];
    let optional = |label: &str, amount: i64| (amount != 0).then(|| (voice.say(label), amount));
    let discount = optional("discount", invoice.discount.saturating_neg());
    let (before_tax, after_tax) = if invoice.discount_after_tax {
        (None, discount)
    } else {
        (discount, None)
    };

    rows.extend(before_tax);
    rows.extend(optional("shipping", invoice.shipping));
    rows.extend(invoice.taxes.iter().map(|tax| {
        let mut label = voice.typed(&tax.label);
        if let Some(base) = tax.base {
            label = voice.say_with("tax_on", &[("tax", &label), ("base", &money(base))]);
        }
        if invoice.taxes_included {
            label = voice.say_with("includes", &[("tax", &label)]);
        }
        (label, tax.amount)
    }));
    rows.extend(after_tax);
    rows.extend(
        invoice
            .adjustment
            .iter()
            .map(|it| (voice.typed(&it.name), it.amount)),
    );
    rows.extend(optional("rounding", invoice.rounding));
    for (label, amount) in rows {
        sheet.sum(label, money(amount));
    }
    sheet.strong_sum(voice.say("total"), money(invoice.total));
    if invoice.paid != 0 {
        let paid = invoice.paid.saturating_sub(invoice.credits);
        for (label, amount) in [("already_paid", paid), ("credits_applied", invoice.credits)] {
            if amount != 0 {
                sheet.sum(voice.say(label), money(amount.saturating_neg()));
            }
        }
        sheet.strong_sum(voice.say("balance"), money(invoice.balance));
    }
}
