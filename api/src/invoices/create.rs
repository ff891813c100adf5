//! A new draft.

use chrono::NaiveDate;
use entity::InvoiceId;
use portico_domain::numbering::DocumentType;
use sea_orm::Set;
use serde_json::json;

use super::{
    compose::{Composed, compose},
    dto::InvoiceInput,
    store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
    number_series,
};

/// Writes a draft. It gets its number on sending, unless one was typed or the organization numbers drafts.
///
/// # Errors
/// `validation_failed`, `number_taken`.
pub async fn create(tx: &Tx<OrgScope>, input: InvoiceInput, today: NaiveDate) -> Result<InvoiceId> {
    let own_number = input.number.clone();
    let composed = compose(tx, input, today).await?;
    let id = insert(tx, &composed, own_number).await?;
    audit::record(
        tx,
        audit::Entry {
            action: "invoice.created",
            subject_id: id.0,
            customer_id: Some(composed.customer.id),
            data: json!({ "total": composed.totals.total, "currency": composed.currency }),
        },
    )
    .await?;
    Ok(id)
}

/// Keeps a composed draft.
pub async fn insert(
    tx: &Tx<OrgScope>,
    composed: &Composed,
    own_number: Option<String>,
) -> Result<InvoiceId> {
    let mut row = store::draft(tx, composed);
    let issued = match own_number {
        Some(number) => Some(number_series::adopt(tx, DocumentType::Invoice, &number).await?),
        None if composed.number_drafts => {
            Some(number_series::issue(tx, DocumentType::Invoice).await?)
        }
        None => None,
    };
    if let Some((number, key)) = issued {
        let reference = composed.reference.as_deref();
        row.search = Set(store::search_text(
            Some(&number),
            reference,
            &composed.customer.display_name,
        ));
        row.number = Set(Some(number));
        row.number_key = Set(key);
    }
    let invoice = tx.insert(row).await.map_err(taken)?;
    store::replace_lines(tx, invoice.id, composed).await?;
    Ok(invoice.id)
}

/// The only unique index of an invoice beside its key is its number.
pub fn taken(error: sea_orm::DbErr) -> crate::error::Error {
    use crate::error::{Code, Error};
    match Error::from(error) {
        error if error.code() == Code::Conflict => Code::NumberTaken.into(),
        error => error,
    }
}
