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

/// What a customer owes and is owed: one statement, over the sums kept by due date.
pub async fn owed(tx: &Tx<OrgScope>, customer: CustomerId, today: NaiveDate) -> Result<Vec<Owed>> {
    Ok(tx
        .query(
            "select b.currency, \
             cast(coalesce(d.outstanding, 0) as bigint) as outstanding, cast(coalesce(d.outstanding_count, 0) as bigint) as outstanding_count, \
             cast(coalesce(d.overdue, 0) as bigint) as overdue, cast(coalesce(d.overdue_count, 0) as bigint) as overdue_count, b.credit \
             from customer_balance b left join ( \
               select currency, sum(amount) as outstanding, sum(count) as outstanding_count, \
               sum(case when day < $3 then amount else 0 end) as overdue, sum(case when day < $3 then count else 0 end) as overdue_count \
               from customer_due where organization_id = $1 and customer_id = $2 and count <> 0 group by currency \
             ) d on d.currency = b.currency \
             where b.organization_id = $1 and b.customer_id = $2 order by b.currency",
            [customer.into(), today.into()],
        )
        .await?)
}
