//! A new draft of the same content, dated today.

use chrono::NaiveDate;
use entity::InvoiceId;
use serde_json::json;

use super::{
    compose::{as_input, compose},
    create, store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
};

/// Writes the copy.
///
/// # Errors
/// `not_found`; `validation_failed` if what it names has gone meanwhile.
pub async fn duplicate(tx: &Tx<OrgScope>, id: InvoiceId, today: NaiveDate) -> Result<InvoiceId> {
    let original = store::get(tx, id).await?;
    let mut input = as_input(&original, &store::lines(tx, id).await?);
    let days = (original.due_date - original.date).num_days();
    input.number = None;
    input.date = Some(today);
    input.due_date = None;
    input.terms_days = Some(i32::try_from(days).unwrap_or(0));
    let composed = compose(tx, input, today).await?;
    let copy = create::insert(tx, &composed, None).await?;
    audit::record(
        tx,
        audit::Entry {
            action: "invoice.duplicated",
            subject_id: copy.0,
            customer_id: Some(original.customer_id),
            data: json!({ "from": original.number, "from_id": id }),
        },
    )
    .await?;
    Ok(copy)
}
