//! A void invoice becomes a draft again; it keeps its number.

use chrono::NaiveDate;
use entity::{InvoiceId, Text};
use portico_domain::invoice::{InvoiceAction, InvoiceState};
use sea_orm::Set;
use serde_json::json;

use super::{store, update::allow};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
};

/// Makes it a draft.
///
/// # Errors
/// `not_allowed_in_state` unless it is void.
pub async fn revert(tx: &Tx<OrgScope>, id: InvoiceId, today: NaiveDate) -> Result<()> {
    let invoice = store::lock(tx, id).await?;
    allow(&invoice, InvoiceAction::RevertToDraft, today)?;
    let total = invoice.total;
    store::save(tx, &invoice, |row| {
        row.state = Set(Text(InvoiceState::Draft));
        row.void_reason = Set(None);
        row.sent_at = Set(None);
        row.viewed_at = Set(None);
        row.viewed_by = Set(None);
        row.balance = Set(total);
    })
    .await?;
    audit::record(
        tx,
        audit::Entry {
            action: "invoice.reverted_to_draft",
            subject_id: id.0,
            customer_id: Some(invoice.customer_id),
            data: json!({ "number": invoice.number }),
        },
    )
    .await
}
