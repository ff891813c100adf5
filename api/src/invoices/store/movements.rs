//! Money on invoices: rows that are never edited, and the balances kept beside them (semantics §4).

use entity::{
    CreditEntryId, InvoiceId, PaymentAllocationId, PaymentId, Text, credit_entry, invoice, payment,
    payment_allocation,
};
use portico_domain::ledger::{AllocationReason, CreditReason};
use sea_orm::{
    ColumnTrait, FromQueryResult, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _},
};

use super::save;
use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Money that goes to or comes from an invoice.
pub struct Movement {
    pub payment_id: PaymentId,
    pub amount: i64,
    pub tax_withheld: i64,
    pub reason: AllocationReason,
}

/// Puts a payment's share on a locked invoice: the row of the movement, the balance, what the customer owes.
/// Answers the invoice as it is now.
///
/// # Errors
/// Those of the database.
pub async fn settle_share(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    movement: Movement,
) -> Result<invoice::Model> {
    let settled = movement.amount + movement.tax_withheld;
    insert_movement(tx, invoice.id, movement).await?;
    // Money has come: what the customer said of it is done with.
    super::forget_notice(tx, invoice.id).await?;
    let balance = invoice.balance - settled;
    save(tx, invoice, |row| row.balance = Set(balance)).await
}

async fn insert_movement(
    tx: &Tx<OrgScope>,
    invoice_id: InvoiceId,
    movement: Movement,
) -> Result<()> {
    tx.insert(payment_allocation::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(PaymentAllocationId(tx.new_uuid())),
        payment_id: Set(movement.payment_id),
        invoice_id: Set(invoice_id),
        amount: Set(movement.amount),
        tax_withheld: Set(movement.tax_withheld),
        reason: Set(Text(movement.reason)),
        created_at: Set(tx.now()),
    })
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Net {
    payment_id: PaymentId,
    amount: i64,
    tax_withheld: i64,
}

/// Takes all money off an invoice that is voided: each payment's share becomes the customer's credit.
/// Tells how much.
///
/// # Errors
/// Those of the database.
pub async fn released(tx: &Tx<OrgScope>, invoice: &invoice::Model) -> Result<i64> {
    let shares: Vec<Net> = tx
        .query(
            "select payment_id, cast(sum(amount) as bigint) as amount, cast(sum(tax_withheld) as bigint) as tax_withheld \
             from payment_allocation where organization_id = $1 and invoice_id = $2 \
             group by payment_id having sum(amount) <> 0 or sum(tax_withheld) <> 0 order by payment_id",
            [invoice.id.into()],
        )
        .await?;
    let mut credit = 0;
    for share in shares {
        let movement = Movement {
            payment_id: share.payment_id,
            amount: -share.amount,
            tax_withheld: -share.tax_withheld,
            reason: AllocationReason::ReleasedByVoid,
        };
        insert_movement(tx, invoice.id, movement).await?;
        tx.update_where::<payment::Entity>(|update| {
            update
                .col_expr(
                    payment::Column::Unused,
                    Expr::col(payment::Column::Unused).add(share.amount),
                )
                .filter(payment::Column::Id.eq(share.payment_id))
        })
        .await?;
        tx.insert(credit_entry::ActiveModel {
            organization_id: Set(tx.organization()),
            id: Set(CreditEntryId(tx.new_uuid())),
            customer_id: Set(invoice.customer_id),
            currency: Set(invoice.currency),
            amount: Set(share.amount),
            reason: Set(Text(CreditReason::InvoiceVoided)),
            payment_id: Set(Some(share.payment_id)),
            invoice_id: Set(Some(invoice.id)),
            created_at: Set(tx.now()),
        })
        .await?;
        credit += share.amount;
    }
    Ok(credit)
}

/// Marks locked invoices as being paid by an attempt, which excludes another one; `processing` once the gateway
/// works on it.
///
/// # Errors
/// Those of the database.
pub async fn put_in_flight(
    tx: &Tx<OrgScope>,
    ids: &[InvoiceId],
    payment: PaymentId,
    processing: bool,
) -> Result<()> {
    tx.update_where::<invoice::Entity>(|update| {
        update
            .col_expr(
                invoice::Column::PendingPaymentId,
                Expr::value(Some(payment)),
            )
            .col_expr(invoice::Column::PaymentProcessing, Expr::value(processing))
            .filter(invoice::Column::Id.is_in(ids.iter().copied()))
    })
    .await?;
    Ok(())
}

/// Takes an attempt's mark off the invoices that still bear it.
///
/// # Errors
/// Those of the database.
pub async fn take_out_of_flight(tx: &Tx<OrgScope>, payment: PaymentId) -> Result<()> {
    tx.update_where::<invoice::Entity>(|update| {
        update
            .col_expr(
                invoice::Column::PendingPaymentId,
                Expr::value(None::<PaymentId>),
            )
            .col_expr(invoice::Column::PaymentProcessing, Expr::value(false))
            .filter(invoice::Column::PendingPaymentId.eq(payment))
    })
    .await?;
    Ok(())
}
