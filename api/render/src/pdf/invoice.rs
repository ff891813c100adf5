//! An invoice as a sheet.

use portico_domain::money::Money;

use crate::catalogue::Voice;
use crate::text;

use super::party::{Link, Party};
use super::sheet::{Badge, Column, Row, Sheet, Tone};
use super::{Discount, InvoiceLine, InvoicePdf, Stamp};

/// Puts an invoice into words.
pub(super) fn sheet(invoice: &InvoicePdf) -> Sheet {
    let voice = Voice::new(invoice.language);
    let money = |amount: i64| {
        voice.money(Money {
            amount,
            currency: invoice.currency,
        })
    };
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

    let open = invoice.balance > 0 && !matches!(invoice.stamp, Some(Stamp::Paid | Stamp::Void));
    sheet.headline = if open {
        let date = voice.date(invoice.due_date);
        voice.say_with(
            "amount_due",
            &[("amount", &money(invoice.balance)), ("date", &date)],
        )
    } else if invoice.stamp == Some(Stamp::Void) {
        money(invoice.total)
    } else {
        voice.say_with("amount_paid", &[("amount", &money(invoice.paid))])
    };
    if open {
        sheet.pay = Link::to(voice.say("pay_online"), invoice.pay_url.as_deref());
    }

    table(&mut sheet, invoice, voice);
    sums(&mut sheet, invoice, voice);

    sheet.section(
        voice.say("payment_instructions"),
        invoice.payment_instructions.as_deref().filter(|_| open),
    );
    sheet.section(voice.say("notes"), invoice.notes.as_deref());
    sheet.section(voice.say("terms"), invoice.terms.as_deref());
    sheet.verify = Link::to(voice.say("verify"), invoice.verify_url.as_deref());
    sheet
}

/// The lines. Columns that no line uses are left out.
fn table(sheet: &mut Sheet, invoice: &InvoicePdf, voice: Voice) {
    let discounts = invoice.lines.iter().any(|line| line.discount.is_some());
    let taxes = invoice.lines.iter().any(|line| line.tax.is_some());
    let column = |label: &str, number| Column {
        label: voice.say(label),
        number,
    };

    sheet.columns.extend([
        column("description", false),
        column("quantity", true),
        column("unit_price", true),
    ]);
    sheet
        .columns
        .extend(discounts.then(|| column("discount", true)));
    sheet.columns.extend(taxes.then(|| column("tax", true)));
    sheet.columns.push(column("amount", true));

    for line in &invoice.lines {
        let mut cells = vec![
            text::line(&line.name),
            quantity(line, voice),
            voice.rate(line.rate, invoice.currency),
        ];
        cells.extend(discounts.then(|| discount(line, invoice, voice)));
        cells.extend(taxes.then(|| line.tax.as_deref().map(text::line).unwrap_or_default()));
        cells.push(voice.money(Money {
            amount: line.amount,
            currency: invoice.currency,
        }));
        let detail = line
            .description
            .as_deref()
            .map(text::lines)
            .unwrap_or_default();
        sheet.rows.push(Row { cells, detail });
    }
}

/// A quantity with its unit.
fn quantity(line: &InvoiceLine, voice: Voice) -> String {
    let number = voice.decimal(line.quantity);
    match line.unit.as_deref().map(text::line) {
        Some(unit) if !unit.is_empty() => format!("{number}\u{a0}{}", voice.value(&unit)),
        _ => number,
    }
}

/// A line's discount, as a deduction.
fn discount(line: &InvoiceLine, invoice: &InvoicePdf, voice: Voice) -> String {
    match line.discount {
        Some(Discount::Percent(hundredths)) => voice.percent(hundredths),
        Some(Discount::Amount(amount)) => voice.money(Money {
            amount: amount.saturating_neg(),
            currency: invoice.currency,
        }),
        None => String::new(),
    }
}

/// From the subtotal down to what is owed.
fn sums(sheet: &mut Sheet, invoice: &InvoicePdf, voice: Voice) {
    let money = |amount: i64| {
        voice.money(Money {
            amount,
            currency: invoice.currency,
        })
    };
    let discount = |sheet: &mut Sheet| {
        if invoice.discount != 0 {
            let amount = invoice.discount.saturating_neg();
            sheet.sum(voice.say("discount"), money(amount));
        }
    };

    sheet.sum(voice.say("subtotal"), money(invoice.subtotal));
    if !invoice.discount_after_tax {
        discount(sheet);
    }
    if invoice.shipping != 0 {
        sheet.sum(voice.say("shipping"), money(invoice.shipping));
    }
    for tax in &invoice.taxes {
        let mut label = voice.value(&text::line(&tax.label));
        if let Some(base) = tax.base {
            label = voice.say_with("tax_on", &[("tax", &label), ("base", &money(base))]);
        }
        if invoice.taxes_included {
            label = voice.say_with("includes", &[("tax", &label)]);
        }
        sheet.sum(label, money(tax.amount));
    }
    if invoice.discount_after_tax {
        discount(sheet);
    }
    if let Some(adjustment) = &invoice.adjustment {
        sheet.sum(
            voice.value(&text::line(&adjustment.name)),
            money(adjustment.amount),
        );
    }
    if invoice.rounding != 0 {
        sheet.sum(voice.say("rounding"), money(invoice.rounding));
    }
    sheet.strong_sum(voice.say("total"), money(invoice.total));
    if invoice.paid != 0 {
        sheet.sum(
            voice.say("already_paid"),
            money(invoice.paid.saturating_neg()),
        );
        sheet.strong_sum(voice.say("balance"), money(invoice.balance));
    }
}
