//! Paying an invoice with the customer's credit: what earlier payments left over.

use entity::{InvoiceId, PaymentId, invoice};
use portico_domain::invoice::InvoiceState;
use serde_json::json;

use super::{show::check_payable, store};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Error, FieldError, Result},
};

/// Applies credit, the oldest first.
///
/// # Errors
/// `not_allowed_in_state`, `payment_pending`, `amount_exceeds_balance`, `amount_exceeds_credit`.
pub async fn apply(tx: &Tx<OrgScope>, id: InvoiceId, amount: i64) -> Result<()> {
    let invoice = store::lock_after_customer(tx, id).await?;
    if amount < 1 {
        return Err(Error::field("/amount", "range", "must be at least 1"));
    }
    check_payable(&invoice)?;
    // A debit that is under way would pay it a second time.
    if invoice.payment_processing {
        return Err(Code::PaymentPending.into());
    }
    if amount > invoice.balance {
        return Err(too_much(
            Code::AmountExceedsBalance,
            "is more than what is due",
        ));
    }
    let mut left = amount;
    let mut pieces = Vec::new();
    for source in store::sources(tx, invoice.customer_id, invoice.currency.0).await? {
        let piece = left.min(source.unused);
        left -= piece;
        pieces.push((source.payment_id, piece));
        if left == 0 {
            break;
        }
    }
    if left > 0 {
        return Err(too_much(
            Code::AmountExceedsCredit,
            "is more than the credit in this currency",
        ));
    }
    store::apply(tx, &invoice, &pieces).await?;
    record(tx, &invoice, "invoice.credit_applied", amount).await
}

/// Takes the credit that came from one payment off an invoice; it is credit again.
///
/// # Errors
/// `not_found` if there is none, `not_allowed_in_state`.
pub async fn remove(tx: &Tx<OrgScope>, id: InvoiceId, payment_id: PaymentId) -> Result<()> {
    let invoice = store::lock_after_customer(tx, id).await?;
    let applied = store::applied(tx, id).await?;
    let amount = applied
        .into_iter()
        .find(|piece| piece.payment_id == payment_id)
        .map(|piece| piece.amount)
        .ok_or_else(Error::not_found)?;
    if invoice.state.0 != InvoiceState::Sent {
        return Err(Code::NotAllowedInState.into());
    }
    store::apply(tx, &invoice, &[(payment_id, -amount)]).await?;
    record(tx, &invoice, "invoice.credit_removed", amount).await
}

fn too_much(code: Code, detail: &'static str) -> Error {
    let pointer = "/amount".to_owned();
    Error::coded_field(
        code,
        FieldError {
            pointer,
            code: "amount".into(),
            detail: detail.into(),
        },
    )
}

async fn record(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    action: &'static str,
    amount: i64,
) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: invoice.id.0,
        customer_id: Some(invoice.customer_id),
        data: json!({ "number": invoice.number, "amount": amount, "currency": invoice.currency.0 }),
    };
    audit::record(tx, entry).await
}
