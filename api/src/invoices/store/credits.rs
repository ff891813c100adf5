//! The customer's credit on invoices. Each piece of credit knows the payment that it came from, so that no money is
//! both applied and refunded.

use entity::{
    CreditEntryId, CustomerId, InvoiceId, PaymentId, Text, credit_entry, invoice, payment,
};
use portico_domain::{ledger::CreditReason, money::Currency, payment::PaymentState};
use sea_orm::{
    ColumnTrait, FromQueryResult, Order, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _},
};

use super::save;
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::Result,
};

/// Credit of a customer that grows, or shrinks if the amount is negative.
pub struct CreditMove {
    pub customer_id: CustomerId,
    pub currency: Currency,
    /// Whose unused part it is.
    pub payment_id: PaymentId,
    /// The invoice that it comes from or goes to.
    pub invoice_id: Option<InvoiceId>,
    pub amount: i64,
    pub reason: CreditReason,
}

/// Moves credit: the row, the payment's unused part, and what the customer has, in one. The customer is locked.
///
/// # Errors
/// Those of the database.
pub async fn move_credit(tx: &Tx<OrgScope>, it: CreditMove) -> Result<()> {
    if it.amount == 0 {
        return Ok(());
    }
    tx.insert(credit_entry::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(CreditEntryId(tx.new_uuid())),
        customer_id: Set(it.customer_id),
        currency: Set(Text(it.currency)),
        amount: Set(it.amount),
        reason: Set(Text(it.reason)),
        payment_id: Set(Some(it.payment_id)),
        invoice_id: Set(it.invoice_id),
        created_at: Set(tx.now()),
    })
    .await?;
    tx.update_where::<payment::Entity>(|update| {
        update
            .col_expr(
                payment::Column::Unused,
                Expr::col(payment::Column::Unused).add(it.amount),
            )
            .col_expr(payment::Column::UpdatedAt, Expr::value(tx.now()))
            .filter(payment::Column::Id.eq(it.payment_id))
    })
    .await?;
    customers::move_credit(tx, it.customer_id, it.currency, it.amount).await
}

/// A payment with credit to spend.
pub struct Source {
    pub payment_id: PaymentId,
    pub unused: i64,
}

/// Where a customer's credit in a currency is, the oldest first.
///
/// # Errors
/// Those of the database.
pub async fn sources(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    currency: Currency,
) -> Result<Vec<Source>> {
    let rows = tx
        .select::<payment::Entity>()
        .filter(payment::Column::CustomerId.eq(customer))
        .filter(payment::Column::Currency.eq(currency.code()))
        .filter(payment::Column::State.eq(PaymentState::Succeeded.as_str()))
        .filter(payment::Column::Unused.gt(0))
        .order(payment::Column::Date, Order::Asc)
        .order(payment::Column::Id, Order::Asc)
        .all()
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Source {
            payment_id: row.id,
            unused: row.unused,
        })
        .collect())
}

/// Credit from one payment that stands on an invoice.
#[derive(FromQueryResult)]
pub struct Applied {
    pub payment_id: PaymentId,
    pub amount: i64,
}

/// The credit on an invoice, by the payment that it came from.
///
/// # Errors
/// Those of the database.
pub async fn applied(tx: &Tx<OrgScope>, invoice: InvoiceId) -> Result<Vec<Applied>> {
    Ok(tx
        .query(
            "select payment_id, cast(-sum(amount) as bigint) as amount from credit_entry \
             where organization_id = $1 and invoice_id = $2 and payment_id is not null \
             and reason in ('applied', 'unapplied') \
             group by payment_id having sum(amount) <> 0 order by payment_id",
            [invoice.into()],
        )
        .await?)
}

/// Puts credit of some payments on a locked invoice, or takes it off if the amounts are negative.
///
/// # Errors
/// Those of the database.
pub async fn apply(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    pieces: &[(PaymentId, i64)],
) -> Result<invoice::Model> {
    let mut sum = 0;
    for (payment_id, amount) in pieces {
        sum += amount;
        let it = CreditMove {
            customer_id: invoice.customer_id,
            currency: invoice.currency.0,
            payment_id: *payment_id,
            invoice_id: Some(invoice.id),
            amount: -amount,
            reason: if *amount > 0 {
                CreditReason::Applied
            } else {
                CreditReason::Unapplied
            },
        };
        move_credit(tx, it).await?;
    }
    save(tx, invoice, |row| {
        row.balance = Set(invoice.balance - sum);
        row.credits_applied = Set(invoice.credits_applied + sum);
    })
    .await
}
