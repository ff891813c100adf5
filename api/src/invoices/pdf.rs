//! An invoice as a PDF in the customer's language. Made once for each version and kept.

use entity::{InvoiceId, customer, invoice, invoice_line, organization, records::Address};
use portico_domain::{
    colour::Colour,
    decimal::Decimal,
    invoice::InvoiceState,
    totals::{Discount, DiscountTiming},
};
use portico_render::pdf::{self, Stamp};

use super::store;
use crate::{
    customers,
    db::{Db, OrgScope},
    error::{Error, Result},
    files::Files,
};

/// A PDF and how it is called.
pub struct InvoiceFile {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Changes with the document.
    pub etag: String,
}

/// The PDF of an invoice.
///
/// # Errors
/// `not_found`.
pub async fn invoice_file(
    db: &Db,
    scope: OrgScope,
    files: &Files,
    id: InvoiceId,
) -> Result<InvoiceFile> {
    let (invoice, lines, customer, organization) = db
        .read(scope, async |tx| {
            let invoice = store::get(tx, id).await?;
            let lines = store::lines(tx, id).await?;
            let customer = customers::get(tx, invoice.customer_id).await?;
            let organization = tx.own_organization().await?;
            Ok::<_, Error>((invoice, lines, customer, organization))
        })
        .await?;
    // Whatever the document shows is in one of these rows.
    let etag = format!(
        "{}-{}-{}-{}",
        invoice.version, invoice.updated_at.0, customer.version, organization.version
    );
    let key = format!("{}/invoices/{}-{etag}.pdf", organization.id, invoice.id);
    let name = format!("{}.pdf", invoice.number.as_deref().unwrap_or("draft"));
    if let Some(bytes) = files.storage.get(&key).await? {
        return Ok(InvoiceFile { name, bytes, etag });
    }
    let logo = files.logo(&organization).await?;
    let data = document(invoice, lines, &customer, &organization, logo);
    let bytes = files
        .render(move |renderer| renderer.invoice(&data))
        .await?;
    files.storage.put(&key, &bytes).await?;
    Ok(InvoiceFile { name, bytes, etag })
}

fn document(
    invoice: invoice::Model,
    lines: Vec<invoice_line::Model>,
    customer: &customer::Model,
    organization: &organization::Model,
    logo: Option<Vec<u8>>,
) -> pdf::InvoicePdf {
    let totals = invoice.totals.0;
    let stamp = match invoice.state.0 {
        InvoiceState::Draft => Some(Stamp::Draft),
        InvoiceState::Void => Some(Stamp::Void),
        InvoiceState::Sent if invoice.balance == 0 => Some(Stamp::Paid),
        _ => None,
    };
    pdf::InvoicePdf {
        organization: letterhead(organization, logo),
        customer: addressee(customer, &invoice.customer_name, &invoice.billing_address),
        number: invoice.number,
        date: invoice.date,
        due_date: invoice.due_date,
        stamp,
        currency: invoice.currency.0,
        lines: lines.into_iter().map(line).collect(),
        subtotal: totals.subtotal,
        discount: totals.discount,
        discount_after_tax: invoice.discount_timing.0 == DiscountTiming::AfterTax,
        shipping: totals.shipping,
        taxes: totals
            .taxes
            .iter()
            .map(|tax| pdf::TaxRow {
                label: format!("{} {}%", tax.name, tax.rate),
                base: (totals.taxes.len() > 1).then_some(tax.taxable),
                amount: tax.amount,
            })
            .collect(),
        taxes_included: invoice.prices_include_tax,
        adjustment: invoice.adjustment.map(|adjustment| pdf::Adjustment {
            name: adjustment.0.label,
            amount: adjustment.0.amount,
        }),
        rounding: totals.rounding,
        total: invoice.total,
        paid: if invoice.state.0 == InvoiceState::Void {
            0
        } else {
            invoice.total - invoice.balance
        },
        credits: invoice.credits_applied,
        balance: if invoice.state.0 == InvoiceState::Void {
            invoice.total
        } else {
            invoice.balance
        },
        notes: invoice.notes,
        terms: invoice.terms,
        payment_instructions: organization.payment_instructions.clone(),
        pay_url: None,
        verify_url: None,
        language: customer
            .language
            .map_or(organization.language.0, |language| language.0),
    }
}

fn line(line: invoice_line::Model) -> pdf::InvoiceLine {
    pdf::InvoiceLine {
        name: line.name,
        description: line.description,
        quantity: Decimal::from_micros(line.quantity),
        unit: line.unit,
        rate: Decimal::from_micros(line.rate),
        discount: line.discount.map(|discount| match discount.0 {
            Discount::Percent(percent) => pdf::Discount::Percent(percent),
            Discount::Amount(amount) => pdf::Discount::Amount(amount),
        }),
        tax: line.tax_name,
        amount: line.amount,
    }
}

/// An organization as the head of a document.
#[must_use]
pub fn letterhead(organization: &organization::Model, logo: Option<Vec<u8>>) -> pdf::Organization {
    pdf::Organization {
        name: organization.name.clone(),
        address: address_lines(&organization.address),
        tax_registration: organization.tax_registration.clone(),
        email: organization.email.clone(),
        phone: organization.phone.clone(),
        website: organization.website.clone(),
        logo,
        accent: organization.accent_colour.parse().unwrap_or(Colour::BLACK),
    }
}

/// A customer as the addressee of a document.
#[must_use]
pub fn addressee(customer: &customer::Model, name: &str, address: &Address) -> pdf::Customer {
    pdf::Customer {
        name: name.to_owned(),
        address: address_lines(address),
        tax_id: customer.tax_id.clone(),
    }
}

/// An address, line by line, without what is missing.
#[must_use]
pub fn address_lines(address: &Address) -> Vec<String> {
    let town = [&address.zip, &address.city]
        .into_iter()
        .flatten()
        .cloned()
        .collect::<Vec<_>>()
        .join(" ");
    [
        address.attention.clone(),
        address.street.clone(),
        address.street2.clone(),
        Some(town),
        address.state.clone(),
        address.country.clone(),
    ]
    .into_iter()
    .flatten()
    .filter(|line| !line.trim().is_empty())
    .collect()
}
