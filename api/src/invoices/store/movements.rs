//! Money on invoices: rows that are never edited, and the balances kept beside them (semantics §4).

use entity::{InvoiceId, PaymentAllocationId, PaymentId, Text, invoice, payment_allocation};
use portico_domain::{
    ledger::{AllocationReason, CreditReason},
    refund::Taken,
};
use sea_orm::{ColumnTrait, FromQueryResult, QueryFilter, Set, sea_query::Expr};

use super::{
    credits::{CreditMove, applied, move_credit},
    save,
};
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

/// Takes all money off an invoice that is voided: each payment's share becomes the customer's credit, and credit that
/// was applied is credit again.
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
        let back = give_back(invoice, share.payment_id, share.amount);
        let reason = CreditReason::InvoiceVoided;
        move_credit(tx, CreditMove { reason, ..back }).await?;
        credit += share.amount;
    }
    for piece in applied(tx, invoice.id).await? {
        move_credit(tx, give_back(invoice, piece.payment_id, piece.amount)).await?;
        credit += piece.amount;
    }
    Ok(credit)
}

/// Takes a payment's money off a locked invoice to be refunded, and the credit that came from it; puts it there again
/// if the amounts are negative. Tax that was withheld stays: the authority has it.
///
/// # Errors
/// Those of the database.
pub async fn take_back(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    payment_id: PaymentId,
    taken: Taken,
) -> Result<invoice::Model> {
    let (reason, credit_reason) = if taken.paid + taken.credit > 0 {
        (AllocationReason::ReleasedByRefund, CreditReason::Unapplied)
    } else {
        (AllocationReason::RefundFailed, CreditReason::Applied)
    };
    if taken.paid != 0 {
        let movement = Movement {
            payment_id,
            amount: -taken.paid,
            tax_withheld: 0,
            reason,
        };
        insert_movement(tx, invoice.id, movement).await?;
    }
    let back = CreditMove {
        reason: credit_reason,
        ..give_back(invoice, payment_id, taken.credit)
    };
    move_credit(tx, back).await?;
    save(tx, invoice, |row| {
        row.balance = Set(invoice.balance + taken.paid + taken.credit);
        row.credits_applied = Set(invoice.credits_applied - taken.credit);
    })
    .await
}

const fn give_back(invoice: &invoice::Model, payment_id: PaymentId, amount: i64) -> CreditMove {
    CreditMove {
        customer_id: invoice.customer_id,
        currency: invoice.currency.0,
        payment_id,
        invoice_id: Some(invoice.id),
        amount,
        reason: CreditReason::Unapplied,
    }
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

/// Marks those that bear no payment's mark as being paid by one that is processed.
///
/// # Errors
/// Those of the database.
pub async fn mark_unmarked(tx: &Tx<OrgScope>, ids: &[InvoiceId], payment: PaymentId) -> Result<()> {
    tx.update_where::<invoice::Entity>(|update| {
        update
            .col_expr(
                invoice::Column::PendingPaymentId,
                Expr::value(Some(payment)),
            )
            .col_expr(invoice::Column::PaymentProcessing, Expr::value(true))
            .filter(invoice::Column::Id.is_in(ids.iter().copied()))
            .filter(invoice::Column::PendingPaymentId.is_null())
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
