//! Taking a sent invoice back. It keeps its number and the reason; its money becomes the customer's credit.

use chrono::NaiveDate;
use entity::{InvoiceId, Text};
use portico_domain::invoice::{InvoiceAction, InvoiceState};
use sea_orm::Set;
use serde_json::json;

use super::{store, update::allow};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Result},
};

/// Voids it.
///
/// # Errors
/// `not_allowed_in_state`, `payment_pending`.
pub async fn void(tx: &Tx<OrgScope>, id: InvoiceId, reason: &str, today: NaiveDate) -> Result<()> {
    let invoice = store::lock_after_customer(tx, id).await?;
    let customer_id = invoice.customer_id;
    allow(&invoice, InvoiceAction::Void, today)?;
    if invoice.pending_payment_id.is_some() {
        return Err(Code::PaymentPending.into());
    }
    let credit = store::released(tx, &invoice).await?;
    store::forget_notice(tx, id).await?;
    store::save(tx, &invoice, |row| {
        row.state = Set(Text(InvoiceState::Void));
        row.void_reason = Set(Some(reason.to_owned()));
        row.balance = Set(0);
        row.credits_applied = Set(0);
    })
    .await?;
    audit::record(
        tx,
        audit::Entry {
            action: "invoice.voided",
            subject_id: id.0,
            customer_id: Some(customer_id),
            data: json!({ "number": invoice.number, "reason": reason, "credit": credit, "currency": invoice.currency.0 }),
        },
    )
    .await
}
