//! Removing a draft that never had a number.

use chrono::NaiveDate;
use entity::InvoiceId;
use portico_domain::invoice::InvoiceAction;
use serde_json::json;

use super::{store, update::allow};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
};

/// Removes it.
///
/// # Errors
/// `not_allowed_in_state` for anything but such a draft.
pub async fn delete(tx: &Tx<OrgScope>, id: InvoiceId, today: NaiveDate) -> Result<()> {
    let invoice = store::lock(tx, id).await?;
    allow(&invoice, InvoiceAction::Delete, today)?;
    store::delete(tx, id).await?;
    audit::record(
        tx,
        audit::Entry {
            action: "invoice.deleted",
            subject_id: id.0,
            customer_id: Some(invoice.customer_id),
            data: json!({ "total": invoice.total, "currency": invoice.currency.0 }),
        },
    )
    .await
}
