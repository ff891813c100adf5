//! `portico doctor`: proves that what is kept beside the movements equals their sums (semantics §4).

use sea_orm::FromQueryResult;

use crate::{db::Db, error::Result};

/// Something that does not add up.
#[derive(Debug, FromQueryResult)]
pub struct Finding {
    /// The id of the row, in hexadecimal where the database says so.
    pub subject: String,
    pub kept: i64,
    pub proven: i64,
}

/// A question to the database: rows that it answers are wrong.
struct Check {
    name: &'static str,
    sql: &'static str,
}

const CHECKS: &[Check] = &[
    Check {
        name: "an invoice's balance is its total less its money",
        sql: "select coalesce(i.number, 'draft') as subject, i.balance as kept, \
              cast(i.total - coalesce(a.settled, 0) - i.credits_applied as bigint) as proven \
              from invoice i left join (select organization_id, invoice_id, sum(amount + tax_withheld) as settled \
                from payment_allocation group by organization_id, invoice_id) a \
              on a.organization_id = i.organization_id and a.invoice_id = i.id \
              where i.state in ('sent', 'draft') and i.balance <> i.total - coalesce(a.settled, 0) - i.credits_applied",
    },
    Check {
        name: "no balance is negative, and a void invoice has none",
        sql: "select coalesce(number, 'draft') as subject, balance as kept, cast(0 as bigint) as proven from invoice \
              where balance < 0 or (state = 'void' and balance <> 0)",
    },
    Check {
        name: "a payment's unused part is its amount less its allocations, its applied credit and its refunds",
        sql: "select max(number) as subject, cast(sum(kept) as bigint) as kept, cast(sum(proven) as bigint) as proven from ( \
                select organization_id, id, coalesce(number, 'unnumbered') as number, unused as kept, amount as proven from payment \
                union all select organization_id, payment_id, '', 0, -amount from payment_allocation \
                union all select organization_id, payment_id, '', 0, amount from credit_entry where reason in ('applied', 'unapplied') \
                union all select organization_id, payment_id, '', 0, -amount from refund where state <> 'failed' \
              ) both_sides group by organization_id, id having sum(kept) <> sum(proven)",
    },
    Check {
        name: "a payment's unused part is the sum of its credit entries",
        sql: "select max(number) as subject, cast(sum(kept) as bigint) as kept, cast(sum(proven) as bigint) as proven from ( \
                select organization_id, id, coalesce(number, 'unnumbered') as number, unused as kept, 0 as proven from payment where state = 'succeeded' \
                union all select organization_id, payment_id, '', 0, amount from credit_entry where payment_id is not null \
              ) both_sides group by organization_id, id having sum(kept) <> sum(proven)",
    },
    Check {
        name: "what a payment refunded, or is to refund, is the sum of its refunds",
        sql: "select max(number) as subject, cast(sum(refunded + refunding) as bigint) as kept, cast(sum(done + open) as bigint) as proven from ( \
                select organization_id, id, coalesce(number, 'unnumbered') as number, refunded, refunding, 0 as done, 0 as open from payment \
                union all select organization_id, payment_id, '', 0, 0, amount, 0 from refund where state = 'succeeded' \
                union all select organization_id, payment_id, '', 0, 0, 0, amount from refund where state in ('requested', 'pending') \
              ) both_sides group by organization_id, id having sum(refunded) <> sum(done) or sum(refunding) <> sum(open)",
    },
    Check {
        name: "an invoice's applied credit is the sum of its entries",
        sql: "select max(number) as subject, cast(sum(kept) as bigint) as kept, cast(sum(proven) as bigint) as proven from ( \
                select organization_id, id, coalesce(number, 'draft') as number, credits_applied as kept, 0 as proven from invoice \
                union all select organization_id, invoice_id, '', 0, -amount from credit_entry where reason in ('applied', 'unapplied') \
              ) both_sides group by organization_id, id having sum(kept) <> sum(proven)",
    },
    Check {
        name: "a customer's credit is the sum of its entries",
        sql: "select b.currency as subject, b.credit as kept, cast(coalesce(e.amount, 0) as bigint) as proven \
              from customer_balance b left join (select organization_id, customer_id, currency, sum(amount) as amount \
                from credit_entry group by organization_id, customer_id, currency) e \
              on e.organization_id = b.organization_id and e.customer_id = b.customer_id and e.currency = b.currency \
              where b.credit <> coalesce(e.amount, 0)",
    },
    Check {
        name: "what a customer owes is the sum of its open invoices",
        sql: "select b.currency as subject, b.outstanding as kept, cast(coalesce(i.balance, 0) as bigint) as proven \
              from customer_balance b left join (select organization_id, customer_id, currency, sum(balance) as balance \
                from invoice where state = 'sent' group by organization_id, customer_id, currency) i \
              on i.organization_id = b.organization_id and i.customer_id = b.customer_id and i.currency = b.currency \
              where b.outstanding <> coalesce(i.balance, 0)",
    },
    Check {
        name: "what is due on a day is the sum of the open invoices of that day",
        sql: "select max(currency) as subject, cast(sum(kept) as bigint) as kept, cast(sum(proven) as bigint) as proven from ( \
                select organization_id, customer_id, currency, day, amount as kept, 0 as proven, count as kept_count, 0 as proven_count from customer_due \
                union all select organization_id, customer_id, currency, due_date, 0, balance, 0, 1 from invoice where state = 'sent' and balance <> 0 \
              ) both_sides group by organization_id, customer_id, currency, day \
              having sum(kept) <> sum(proven) or sum(kept_count) <> sum(proven_count)",
    },
    Check {
        name: "an organization's figures are the sums of its documents",
        sql: "select figure as subject, cast(sum(kept) as bigint) as kept, cast(sum(proven) as bigint) as proven from ( \
                select organization_id, figure, currency, day, amount as kept, 0 as proven, count as kept_count, 0 as proven_count from organization_figure \
                union all select organization_id, 'due', currency, due_date, 0, balance, 0, 1 from invoice where state = 'sent' and balance <> 0 \
                union all select organization_id, 'received', currency, date, 0, amount, 0, 1 from payment where state = 'succeeded' \
                union all select organization_id, 'received', currency, date, 0, -amount, 0, 0 from refund where state = 'succeeded' \
              ) both_sides group by organization_id, figure, currency, day \
              having sum(kept) <> sum(proven) or sum(kept_count) <> sum(proven_count)",
    },
    Check {
        name: "every payment in flight, and no other, holds its invoices",
        sql: "select coalesce(i.number, 'draft') as subject, cast(1 as bigint) as kept, cast(0 as bigint) as proven from invoice i \
              left join payment p on p.organization_id = i.organization_id and p.id = i.pending_payment_id \
              where i.pending_payment_id is not null and (p.id is null or p.state not in ('requires_action', 'pending'))",
    },
    Check {
        name: "a payment by a link is its customer's, in its currency, and of no more than it asks",
        sql: "select coalesce(p.number, 'unnumbered') as subject, p.amount as kept, l.amount as proven \
              from payment_link_attempt a \
              join payment_link l on l.organization_id = a.organization_id and l.id = a.link_id \
              join payment p on p.organization_id = a.organization_id and p.id = a.payment_id \
              where p.customer_id <> l.customer_id or p.currency <> l.currency or p.amount > l.amount",
    },
];

/// Runs every check; tells what does not add up, by check.
///
/// # Errors
/// Those of the database.
pub async fn examine(db: &Db) -> Result<Vec<(&'static str, Vec<Finding>)>> {
    db.system_read("prove that balances equal movements", async |global| {
        let mut results = Vec::with_capacity(CHECKS.len());
        for check in CHECKS {
            results.push((check.name, global.query::<Finding>(check.sql, []).await?));
        }
        Ok(results)
    })
    .await
}
