//! Changing an invoice's row. Whatever changes it also moves what the customer owes, here and nowhere else.

use entity::invoice;
use portico_domain::invoice::InvoiceState;
use sea_orm::{IntoActiveModel, Set};

use super::fill;
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::Result,
    invoices::{compose::Composed, create::taken},
};

/// Changes an invoice and makes it a new version.
pub async fn save(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    change: impl FnOnce(&mut invoice::ActiveModel),
) -> Result<invoice::Model> {
    let mut row = invoice.clone().into_active_model();
    change(&mut row);
    row.version = Set(invoice.version + 1);
    row.updated_at = Set(tx.now());
    let saved = tx.update(row).await?;
    owe(tx, invoice, &saved).await?;
    Ok(saved)
}

/// Rewrites an invoice as composed, as a new version.
pub async fn rewrite(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    number: Option<(String, String)>,
    composed: &Composed,
) -> Result<()> {
    let mut row = invoice.clone().into_active_model();
    if let Some((number, key)) = number {
        row.number = Set(Some(number));
        row.number_key = Set(key);
    }
    fill(&mut row, tx, composed);
    row.version = Set(invoice.version + 1);
    let saved = tx.update(row).await.map_err(taken)?;
    owe(tx, invoice, &saved).await
}

/// Moves what the customer owes by the difference between an invoice before and after a change.
async fn owe(tx: &Tx<OrgScope>, before: &invoice::Model, after: &invoice::Model) -> Result<()> {
    let (was, is) = (asked_for(before), asked_for(after));
    for (invoice, amount, count) in [
        (before, -was, -i64::from(was != 0)),
        (after, is, i64::from(is != 0)),
    ] {
        tx.move_due(
            invoice.customer_id,
            invoice.currency.0,
            invoice.due_date,
            amount,
            count,
        );
    }
    customers::move_outstanding(tx, after.customer_id, after.currency.0, is - was).await
}

/// What an invoice still asks of its customer: nothing before it was sent, nothing once it is void.
fn asked_for(invoice: &invoice::Model) -> i64 {
    if invoice.state.0 == InvoiceState::Sent {
        invoice.balance
    } else {
        0
    }
}
