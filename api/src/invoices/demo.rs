//! Invoices of the demo: written by the same verbs, dated as if long ago.

use chrono::NaiveDate;
use entity::{CustomerId, InvoiceId, TaxId, invoice};
use portico_domain::{decimal::Decimal, totals::Discount};

use super::{
    create,
    dto::{InvoiceInput, InvoiceLineInput},
    send, store, void as voiding,
};
use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// A line.
pub struct DraftLine {
    pub name: String,
    pub unit: String,
    pub quantity: Decimal,
    pub rate: Decimal,
    pub tax_id: TaxId,
}

/// Writes a draft.
///
/// # Errors
/// As creating one.
pub async fn draft(
    tx: &Tx<OrgScope>,
    customer_id: CustomerId,
    date: NaiveDate,
    lines: Vec<DraftLine>,
    discount: Option<Discount>,
    notes: Option<&str>,
    partial: bool,
) -> Result<InvoiceId> {
    let lines = lines
        .into_iter()
        .map(|line| InvoiceLineInput {
            item_id: None,
            name: line.name,
            description: None,
            quantity: line.quantity,
            unit: Some(line.unit),
            rate: line.rate,
            discount: None,
            tax_id: Some(line.tax_id.to_string()),
        })
        .collect();
    let input = InvoiceInput {
        customer_id,
        number: None,
        reference: None,
        date: Some(date),
        due_date: None,
        terms_days: None,
        currency: None,
        exchange_rate: None,
        prices_include_tax: None,
        lines,
        discount,
        discount_timing: None,
        shipping: None,
        adjustment: None,
        round_total: None,
        notes: notes.map(str::to_owned),
        terms: None,
        allow_partial_payments: Some(partial),
        gateways: None,
    };
    create::create(tx, input, date).await
}

/// Marks it as sent.
///
/// # Errors
/// As the verb.
pub async fn send(tx: &Tx<OrgScope>, id: InvoiceId, date: NaiveDate) -> Result<invoice::Model> {
    send::mark_sent(tx, id, date).await?;
    store::get(tx, id).await
}

/// Voids it.
///
/// # Errors
/// As the verb.
pub async fn void(tx: &Tx<OrgScope>, id: InvoiceId, reason: &str, date: NaiveDate) -> Result<()> {
    voiding::void(tx, id, reason, date).await
}

/// Says that the customer has looked at it, without telling staff of something long past.
///
/// # Errors
/// Those of the database.
pub async fn viewed(tx: &Tx<OrgScope>, id: InvoiceId, person: &str) -> Result<()> {
    store::mark_viewed(tx, id, Some(person.to_owned()))
        .await
        .map(|_| ())
}
