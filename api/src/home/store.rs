//! Sums over an organization. They read every table and write none.

use chrono::{Days, NaiveDate};
use entity::{StaffUserId, Text};
use portico_domain::money::Currency;
use sea_orm::FromQueryResult;

use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// One currency's sums.
#[derive(FromQueryResult)]
pub struct Sums {
    pub currency: Text<Currency>,
    pub outstanding: i64,
    pub overdue: i64,
    pub draft: i64,
    pub invoices_open: i64,
    pub invoices_overdue: i64,
    pub received: i64,
}

/// What is owed, written and received, per currency; from the sums kept by day.
pub async fn receivables(tx: &Tx<OrgScope>, today: NaiveDate) -> Result<Vec<Sums>> {
    let month_ago = today.checked_sub_days(Days::new(30)).unwrap_or(today);
    Ok(tx
        .query(
            "select currency, cast(sum(outstanding) as bigint) as outstanding, cast(sum(overdue) as bigint) as overdue, \
             cast(sum(draft) as bigint) as draft, cast(sum(open) as bigint) as invoices_open, \
             cast(sum(late) as bigint) as invoices_overdue, cast(sum(received) as bigint) as received from ( \
               select currency, sum(amount) as outstanding, sum(case when day < $2 then amount else 0 end) as overdue, 0 as draft, \
               sum(count) as open, sum(case when day < $2 then count else 0 end) as late, 0 as received \
               from organization_figure where organization_id = $1 and figure = 'due' and count <> 0 group by currency \
               union all select currency, 0, 0, sum(total), 0, 0, 0 from invoice where organization_id = $1 and state = 'draft' group by currency \
               union all select currency, 0, 0, 0, 0, 0, sum(amount) from organization_figure \
               where organization_id = $1 and figure = 'received' and day >= $3 group by currency \
             ) sums group by currency order by currency",
            [today.into(), month_ago.into()],
        )
        .await?)
}

/// How many there are.
#[derive(FromQueryResult)]
pub struct Counts {
    pub customers: i64,
    pub invoices: i64,
    pub failed_mails: i64,
    pub unread_notifications: i64,
}

/// Counts what the first page tells.
pub async fn counts(tx: &Tx<OrgScope>, user: StaffUserId) -> Result<Option<Counts>> {
    let mut rows = tx
        .query(
            "select (select count(*) from (select 1 from customer where organization_id = $1 limit 1000) firsts) as customers, \
             (select count(*) from (select 1 from invoice where organization_id = $1 limit 1000) firsts) as invoices, \
             (select count(*) from mail where organization_id = $1 and status = 'failed') as failed_mails, \
             (select count(*) from notification n where n.organization_id = $1 and not exists ( \
               select 1 from notification_read r where r.organization_id = n.organization_id and r.notification_id = n.id and r.user_id = $2 \
             )) as unread_notifications",
            [user.into()],
        )
        .await?;
    Ok(rows.pop())
}
