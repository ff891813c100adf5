//! The SQL of invoices.

mod credits;
mod list;
mod listed;
mod movements;
mod save;
mod transfers;

pub use credits::{CreditMove, applied, apply, move_credit, sources};
pub use list::{InvoiceQuery, list};
pub use listed::ListedInvoice;
pub use movements::{
    Movement, mark_unmarked, put_in_flight, released, settle_share, take_back, take_out_of_flight,
};
pub use save::{rewrite, save};
pub use transfers::{forget_notice, insert_notice, move_notice, notice};

use chrono::NaiveDate;
use entity::{
    CustomerId, Doc, InvoiceId, InvoiceLineId, PaymentId, Text, invoice, invoice_line, payment,
};
use portico_domain::{invoice::InvoiceState, payment::PaymentState};
use sea_orm::{
    ColumnTrait, FromQueryResult, Order, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use super::compose::Composed;
use crate::{
    customers,
    db::{Key, OrgScope, Scope, Sees, SortKey, Sortable, Tx},
    error::{Error, Result},
};

impl Sortable for invoice::Entity {
    const SORTS: &'static [SortKey<Self>] = &[
        SortKey {
            name: "date",
            column: invoice::Column::Date,
            key: |row| Key::Date(row.date),
        },
        SortKey {
            name: "due_date",
            column: invoice::Column::DueDate,
            key: |row| Key::Date(row.due_date),
        },
        SortKey {
            name: "number",
            column: invoice::Column::NumberKey,
            key: |row| Key::Text(row.number_key.clone()),
        },
        SortKey {
            name: "total",
            column: invoice::Column::Total,
            key: |row| Key::Int(row.total),
        },
        SortKey {
            name: "balance",
            column: invoice::Column::Balance,
            key: |row| Key::Int(row.balance),
        },
    ];
    const DEFAULT_DESCENDING: bool = true;
    const ID: Self::Column = invoice::Column::Id;
    fn id(row: &invoice::Model) -> Uuid {
        row.id.0
    }
}

/// An invoice that exists for this scope.
pub async fn get<S>(tx: &Tx<S>, id: InvoiceId) -> Result<invoice::Model>
where
    S: Scope + Sees<invoice::Entity>,
{
    tx.get::<invoice::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// An invoice, locked until the transaction ends.
///
/// # Errors
/// `not_found`.
pub async fn lock(tx: &Tx<OrgScope>, id: InvoiceId) -> Result<invoice::Model> {
    tx.lock::<invoice::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// The same, its customer locked first, as everything that moves money or what is owed has to (semantics §4).
///
/// # Errors
/// `not_found`.
pub async fn lock_after_customer(tx: &Tx<OrgScope>, id: InvoiceId) -> Result<invoice::Model> {
    customers::lock(tx, get(tx, id).await?.customer_id).await?;
    lock(tx, id).await
}

/// Invoices by id, in no order; what does not exist here is left out.
///
/// # Errors
/// Those of the database.
pub async fn by_ids<S>(tx: &Tx<S>, ids: &[InvoiceId]) -> Result<Vec<invoice::Model>>
where
    S: Scope + Sees<invoice::Entity>,
{
    Ok(tx
        .select::<invoice::Entity>()
        .filter(invoice::Column::Id.is_in(ids.iter().copied()))
        .all()
        .await?)
}

/// A customer's invoices with something left to pay, the oldest due first.
///
/// # Errors
/// Those of the database.
pub async fn open_of_customer<S>(
    tx: &Tx<S>,
    customer: CustomerId,
    limit: u64,
) -> Result<Vec<ListedInvoice>>
where
    S: Scope + Sees<invoice::Entity>,
{
    Ok(tx
        .select::<invoice::Entity>()
        .filter(invoice::Column::CustomerId.eq(customer))
        .filter(is_unpaid())
        .order(invoice::Column::DueDate, Order::Asc)
        .order(invoice::Column::Id, Order::Asc)
        .limit(limit)
        .excerpts()
        .await?)
}

/// The invoices that have been overdue longest.
///
/// # Errors
/// Those of the database.
pub async fn longest_overdue(
    tx: &Tx<OrgScope>,
    today: chrono::NaiveDate,
    limit: u64,
) -> Result<Vec<ListedInvoice>> {
    Ok(tx
        .select::<invoice::Entity>()
        .filter(is_unpaid())
        .filter(invoice::Column::DueDate.lt(today))
        .order(invoice::Column::DueDate, Order::Asc)
        .order(invoice::Column::Id, Order::Asc)
        .limit(limit)
        .excerpts()
        .await?)
}

/// Sent, with something left to pay. Written like the condition of the indexes of open invoices: a database
/// uses them only if it reads the same words.
pub fn is_unpaid() -> Expr {
    let balance = Expr::col((invoice::Entity, invoice::Column::Balance));
    is_in(InvoiceState::Sent).and(balance.ne(Expr::Constant(0_i64.into())))
}

/// In this state; a word of the statement and no parameter, for the same reason.
pub fn is_in(state: InvoiceState) -> Expr {
    Expr::col((invoice::Entity, invoice::Column::State)).eq(Expr::Constant(state.as_str().into()))
}

/// An invoice's lines, in order.
pub async fn lines<S>(tx: &Tx<S>, id: InvoiceId) -> Result<Vec<invoice_line::Model>>
where
    S: Scope + Sees<invoice_line::Entity>,
{
    Ok(tx
        .select::<invoice_line::Entity>()
        .filter(invoice_line::Column::InvoiceId.eq(id))
        .order(invoice_line::Column::Position, Order::Asc)
        .all()
        .await?)
}

/// A new draft's row.
pub fn draft(tx: &Tx<OrgScope>, composed: &Composed) -> invoice::ActiveModel {
    let mut row = invoice::ActiveModel {
        id: Set(InvoiceId(tx.new_uuid())),
        version: Set(1),
        state: Set(Text(InvoiceState::Draft)),
        number: Set(None),
        number_key: Set(String::new()),
        credits_applied: Set(0),
        pending_payment_id: Set(None),
        payment_processing: Set(false),
        sent_at: Set(None),
        viewed_at: Set(None),
        viewed_by: Set(None),
        void_reason: Set(None),
        created_at: Set(tx.now()),
        ..Default::default()
    };
    fill(&mut row, tx, composed);
    row
}

/// Writes what was composed into a row; the balance is the total, as before any money.
pub fn fill(row: &mut invoice::ActiveModel, tx: &Tx<OrgScope>, composed: &Composed) {
    let customer = &composed.customer;
    row.customer_id = Set(customer.id);
    row.customer_name = Set(customer.display_name.clone());
    row.reference = Set(composed.reference.clone());
    row.date = Set(composed.date);
    row.due_date = Set(composed.due_date);
    row.currency = Set(Text(composed.currency));
    row.exchange_rate = Set(composed.exchange_rate.micros());
    row.prices_include_tax = Set(composed.prices_include_tax);
    row.discount = Set(composed.discount.map(Doc));
    row.discount_timing = Set(Text(composed.discount_timing));
    row.shipping = Set(composed.shipping.clone().map(Doc));
    row.adjustment = Set(composed.adjustment.clone().map(Doc));
    row.rounding = Set(Text(composed.rounding));
    row.round_total = Set(composed.round_total);
    row.totals = Set(Doc(composed.totals.clone()));
    row.total = Set(composed.totals.total);
    row.balance = Set(composed.totals.total);
    row.notes = Set(composed.notes.clone());
    row.terms = Set(composed.terms.clone());
    row.allow_partial_payments = Set(composed.allow_partial_payments);
    row.gateways = Set(Doc(composed.gateways.clone()));
    row.billing_address = Set(Doc(composed.billing_address.clone()));
    row.updated_at = Set(tx.now());
    let number = match &row.number {
        Set(number) | sea_orm::ActiveValue::Unchanged(number) => number.clone(),
        sea_orm::ActiveValue::NotSet => None,
    };
    row.search = Set(search_text(
        number.as_deref(),
        composed.reference.as_deref(),
        &customer.display_name,
    ));
}

/// What `?q=` looks through.
pub fn search_text(number: Option<&str>, reference: Option<&str>, customer: &str) -> String {
    [number, reference, Some(customer)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Adds an invoice's lines, replacing those it had.
pub async fn replace_lines(tx: &Tx<OrgScope>, id: InvoiceId, composed: &Composed) -> Result<()> {
    tx.delete_where::<invoice_line::Entity>(invoice_line::Column::InvoiceId.eq(id))
        .await?;
    let rows = composed
        .lines
        .iter()
        .zip(&composed.totals.lines)
        .zip(0_i32..)
        .map(|((line, totals), position)| {
            let input = &line.input;
            invoice_line::ActiveModel {
                organization_id: Set(tx.organization()),
                id: Set(InvoiceLineId(tx.new_uuid())),
                invoice_id: Set(id),
                position: Set(position),
                item_id: Set(input.item_id),
                name: Set(input.name.clone()),
                description: Set(input.description.clone()),
                quantity: Set(input.quantity.micros()),
                unit: Set(input.unit.clone()),
                rate: Set(input.rate.micros()),
                discount: Set(input.discount.map(Doc)),
                tax_ref: Set(input.tax_id.clone()),
                tax_name: Set(line.tax_name.clone()),
                taxes: Set(Doc(line.taxes.clone())),
                amount: Set(totals.gross_before_discount - totals.discount),
            }
        });
    tx.insert_many(rows.collect())
        .await
        .map_err(|error| match Error::from(error) {
            error if error.code() == crate::error::Code::StillReferenced => Error::field(
                "/lines",
                "unknown",
                "a line names an item that does not exist",
            ),
            error => error,
        })
}

/// Removes a draft.
pub async fn delete(tx: &Tx<OrgScope>, id: InvoiceId) -> Result<()> {
    tx.delete_where::<invoice_line::Entity>(invoice_line::Column::InvoiceId.eq(id))
        .await?;
    tx.delete_where::<invoice::Entity>(invoice::Column::Id.eq(id))
        .await?;
    Ok(())
}

/// What concerns an invoice: its payments, credit and mails, that the customer transferred it, a bank account for it. All
/// kinds in one query, to keep the detail page quick.
#[derive(FromQueryResult)]
pub struct Related {
    pub kind: String,
    pub id: Uuid,
    pub number: Option<String>,
    pub date: Option<NaiveDate>,
    pub amount: Option<i64>,
    /// A payment's mode, a mail's status, or who said that it was transferred.
    pub first: String,
    /// A payment's state, or a mail's error.
    pub second: Option<String>,
}

/// The payments of an invoice, oldest first, the mails about it, the credit on it by the payment that it came from, what
/// its customer has in credit (`available`), and what there is of bank transfers.
pub async fn related(tx: &Tx<OrgScope>, id: InvoiceId) -> Result<Vec<Related>> {
    Ok(tx
        .query(
            "select 'payment' as kind, p.id, p.number, p.date, cast(sum(a.amount) as bigint) as amount, p.mode as first, p.state as second \
             from payment_allocation a join payment p on p.organization_id = a.organization_id and p.id = a.payment_id \
             where a.organization_id = $1 and a.invoice_id = $2 group by p.id, p.number, p.date, p.mode, p.state having sum(a.amount) <> 0 \
             union all \
             select 'credit', p.id, p.number, p.date, cast(-sum(e.amount) as bigint), p.mode, p.state \
             from credit_entry e join payment p on p.organization_id = e.organization_id and p.id = e.payment_id \
             where e.organization_id = $1 and e.invoice_id = $2 and e.reason in ('applied', 'unapplied') \
             group by p.id, p.number, p.date, p.mode, p.state having sum(e.amount) <> 0 \
             union all \
             select 'available', i.id, null, null, b.credit, b.currency, null from invoice i join customer_balance b \
             on b.organization_id = i.organization_id and b.customer_id = i.customer_id and b.currency = i.currency \
             where i.organization_id = $1 and i.id = $2 and b.credit > 0 \
             union all \
             select 'mail', m.id, null, null, null, m.status, m.last_error from mail m \
             where m.organization_id = $1 and m.related_id = $2 \
             union all \
             select 'transfer', t.invoice_id, null, t.transferred_on, null, coalesce(t.told_by, ''), null from transfer_notice t \
             where t.organization_id = $1 and t.invoice_id = $2 \
             union all \
             select 'account', b.id, null, null, null, b.bank_name, null from bank_account b \
             join invoice i on i.organization_id = b.organization_id and (b.currency = i.currency or b.currency is null) \
             where b.organization_id = $1 and i.id = $2 order by 2",
            [id.into()],
        )
        .await?)
}

/// How the payment stands that an invoice waits for.
pub async fn payment_state(tx: &Tx<OrgScope>, id: PaymentId) -> Result<Option<PaymentState>> {
    Ok(tx
        .get::<payment::Entity, _>(id)
        .await?
        .map(|payment| payment.state.0))
}

/// Notes that a person of the customer has looked at an invoice; tells whether it was the first time.
pub async fn mark_viewed(tx: &Tx<OrgScope>, id: InvoiceId, person: Option<String>) -> Result<bool> {
    let now = tx.now();
    let first = tx
        .update_where::<invoice::Entity>(|update| {
            update
                .col_expr(invoice::Column::ViewedAt, Expr::value(now.0))
                .col_expr(invoice::Column::ViewedBy, Expr::value(person))
                .filter(invoice::Column::Id.eq(id))
                .filter(invoice::Column::ViewedAt.is_null())
        })
        .await?;
    Ok(first == 1)
}
