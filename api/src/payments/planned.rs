//! What a payment plans to pay, and the order in which it is locked.

use entity::{InvoiceId, PaymentId, invoice, payment};

use super::{settle::Part, store};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::{Code, Result},
    invoices,
};

/// A payment and the invoices that it plans to pay, locked in the order that all use: the customer, the invoices by id,
/// the payment.
///
/// # Errors
/// `not_found`.
pub async fn lock(
    tx: &Tx<OrgScope>,
    id: PaymentId,
) -> Result<(payment::Model, Vec<invoice::Model>)> {
    // Looked at first to know what to lock.
    let seen = store::get(tx, id).await?;
    customers::lock(tx, seen.customer_id).await?;
    let invoices = lock_planned(tx, &seen).await?;
    Ok((store::lock(tx, id).await?, invoices))
}

/// The invoices that a payment plans to pay, locked in the order of their ids.
async fn lock_planned(tx: &Tx<OrgScope>, payment: &payment::Model) -> Result<Vec<invoice::Model>> {
    let ids = planned_ids(payment);
    let mut locked = Vec::with_capacity(ids.len());
    for id in ids {
        match invoices::lock(tx, id).await {
            Ok(invoice) => locked.push(invoice),
            Err(error) if error.code() == Code::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(locked)
}

/// The invoices that a payment plans to pay, in the order of their ids.
#[must_use]
pub fn planned_ids(payment: &payment::Model) -> Vec<InvoiceId> {
    let mut ids: Vec<_> = payment
        .planned
        .iter()
        .map(|planned| planned.invoice_id)
        .collect();
    ids.sort_unstable();
    ids
}

/// What each invoice still takes of what was planned for it: late money on a closed invoice is credit.
#[must_use]
pub fn parts_of(payment: &payment::Model, invoices: Vec<invoice::Model>) -> Vec<Part> {
    let mut left = payment.amount;
    invoices
        .into_iter()
        .filter_map(|invoice| {
            let planned = payment
                .planned
                .iter()
                .find(|planned| planned.invoice_id == invoice.id)?;
            // Less than was planned may have been taken.
            let amount = planned.amount.min(invoice.balance).min(left);
            let theirs = invoice.customer_id == payment.customer_id
                && invoice.currency.0 == payment.currency.0;
            let open = theirs && invoices::check_payable(&invoice).is_ok() && amount > 0;
            left -= if open { amount } else { 0 };
            open.then_some(Part {
                invoice,
                amount,
                tax_withheld: 0,
            })
        })
        .collect()
}
