//! What payments stand for on invoices.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{InvoiceId, PaymentId};
use sea_orm::FromQueryResult;

use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// What a payment paid, net of what was taken back.
#[derive(Clone, FromQueryResult)]
pub struct Share {
    pub payment_id: PaymentId,
    pub invoice_id: InvoiceId,
    pub invoice_number: Option<String>,
    pub invoice_date: NaiveDate,
    pub invoice_total: i64,
    pub amount: i64,
    pub tax_withheld: i64,
    /// What was applied later of the credit that it left.
    pub credit: i64,
}

/// The shares of some payments, by payment: one statement for a whole page.
pub async fn shares(
    tx: &Tx<OrgScope>,
    payments: &[PaymentId],
) -> Result<HashMap<PaymentId, Vec<Share>>> {
    let mut by_payment: HashMap<PaymentId, Vec<Share>> = HashMap::new();
    if payments.is_empty() {
        return Ok(by_payment);
    }
    let places: Vec<String> = (2..payments.len() + 2)
        .map(|index| format!("${index}"))
        .collect();
    let places = places.join(", ");
    let sql = format!(
        "select a.payment_id, a.invoice_id, i.number as invoice_number, i.date as invoice_date, i.total as invoice_total, \
         cast(sum(a.amount) as bigint) as amount, cast(sum(a.tax_withheld) as bigint) as tax_withheld, \
         cast(sum(a.credit) as bigint) as credit from ( \
           select organization_id, payment_id, invoice_id, amount, tax_withheld, 0 as credit from payment_allocation \
           where organization_id = $1 and payment_id in ({places}) \
           union all select organization_id, payment_id, invoice_id, 0, 0, -amount from credit_entry \
           where organization_id = $1 and payment_id in ({places}) and reason in ('applied', 'unapplied') \
         ) a join invoice i on i.organization_id = a.organization_id and i.id = a.invoice_id \
         group by a.payment_id, a.invoice_id, i.number, i.date, i.total \
         having sum(a.amount) <> 0 or sum(a.tax_withheld) <> 0 or sum(a.credit) <> 0 order by a.payment_id, i.date, a.invoice_id"
    );
    let rows: Vec<Share> = tx
        .query(&sql, payments.iter().map(|id| (*id).into()))
        .await?;
    for row in rows {
        by_payment.entry(row.payment_id).or_default().push(row);
    }
    Ok(by_payment)
}
