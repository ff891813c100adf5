//! The customer's first look (E3). Only the portal says so, once its page is visible to a signed-in
//! person: no GET, no preview of staff, no mail scanner ever counts.

use entity::InvoiceId;
use portico_domain::notification::NotificationKind;
use serde_json::json;

use super::store;
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
    notifications::{self, NewNotification},
};

/// Notes the first look and tells staff, once however often it is called.
///
/// # Errors
/// `not_found`.
pub async fn view(tx: &Tx<OrgScope>, id: InvoiceId) -> Result<()> {
    if !store::mark_viewed(tx, id, tx.scope().actor().name.clone()).await? {
        return Ok(());
    }
    let invoice = store::get(tx, id).await?;
    let number = invoice.number.clone().unwrap_or_default();
    notifications::notify(
        tx,
        NewNotification {
            kind: NotificationKind::InvoiceViewed,
            dedupe_key: format!("invoice_viewed:{id}"),
            subject_type: "invoice",
            subject_id: id.0,
            label: number.clone(),
            data: json!({ "customer_name": invoice.customer_name, "person": invoice.viewed_by }),
        },
    )
    .await?;
    audit::record(
        tx,
        audit::Entry {
            action: "invoice.viewed",
            subject_id: id.0,
            customer_id: Some(invoice.customer_id),
            data: json!({ "number": number }),
        },
    )
    .await
}
