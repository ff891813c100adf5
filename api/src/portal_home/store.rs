//! What a customer owes, per currency.

use chrono::NaiveDate;
use entity::{CustomerId, Text};
use portico_domain::money::Currency;
use sea_orm::FromQueryResult;

use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// One currency's sums.
#[derive(FromQueryResult)]
pub struct Owed {
    pub currency: Text<Currency>,
    pub outstanding: i64,
    pub outstanding_count: i64,
    pub overdue: i64,
    pub overdue_count: i64,
    pub credit: i64,
}

/// What a customer owes and is owed: one statement, over open invoices only.
pub async fn owed(tx: &Tx<OrgScope>, customer: CustomerId, today: NaiveDate) -> Result<Vec<Owed>> {
    Ok(tx
        .query(
            "select b.currency, \
             cast(coalesce(i.outstanding, 0) as bigint) as outstanding, cast(coalesce(i.outstanding_count, 0) as bigint) as outstanding_count, \
             cast(coalesce(i.overdue, 0) as bigint) as overdue, cast(coalesce(i.overdue_count, 0) as bigint) as overdue_count, b.credit \
             from customer_balance b left join ( \
               select currency, sum(balance) as outstanding, count(*) as outstanding_count, \
               sum(case when due_date < $3 then balance else 0 end) as overdue, sum(case when due_date < $3 then 1 else 0 end) as overdue_count \
               from invoice where organization_id = $1 and customer_id = $2 and state = 'sent' and balance <> 0 group by currency \
             ) i on i.currency = b.currency \
             where b.organization_id = $1 and b.customer_id = $2 order by b.currency",
            [customer.into(), today.into()],
        )
        .await?)
}
