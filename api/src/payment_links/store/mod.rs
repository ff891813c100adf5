//! The SQL of payment links.

mod codes;

pub use codes::{codes_since, count_try, insert_code, lock_code, mark_used};

use std::collections::HashMap;

use entity::{
    CustomerId, Instant, InvoiceId, OrganizationId, PaymentId, PaymentLinkId, Text, payment,
    payment_link, payment_link_attempt,
};
use portico_domain::{
    live::LiveKind,
    payment::PaymentState,
    payment_link::{LinkState, LinkStatus},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait, Condition, FromQueryResult, IntoActiveModel, QueryFilter,
    Set,
    sea_query::{Expr, ExprTrait as _, Query},
};
use uuid::Uuid;

use crate::{
    db::{Change, Db, Key, OrgScope, Page, SortKey, Sortable, Tx},
    error::{Error, Result},
    list_query,
};

impl Sortable for payment_link::Entity {
    const SORTS: &'static [SortKey<Self>] = &[
        SortKey {
            name: "created_at",
            column: payment_link::Column::CreatedAt,
            key: |row| Key::Int(row.created_at.0),
        },
        SortKey {
            name: "expires_at",
            column: payment_link::Column::ExpiresAt,
            key: |row| Key::Int(row.expires_at.0),
        },
        SortKey {
            name: "amount",
            column: payment_link::Column::Amount,
            key: |row| Key::Int(row.amount),
        },
    ];
    const DEFAULT_DESCENDING: bool = true;
    const ID: Self::Column = payment_link::Column::Id;
    fn id(row: &payment_link::Model) -> Uuid {
        row.id.0
    }
}

list_query! {
    /// Which links, and in which order: `created_at` (newest first by default), `expires_at` or `amount`.
    pub struct PaymentLinkQuery {
        #[param(value_type = Option<String>, example = "viewed")]
        pub status: LinkStatus,
        /// Of one customer.
        pub customer_id: CustomerId,
        /// For one invoice.
        pub invoice_id: InvoiceId,
    }
}

/// A page of links.
pub async fn list(
    tx: &Tx<OrgScope>,
    query: &PaymentLinkQuery,
) -> Result<Page<payment_link::Model>> {
    use payment_link::Column;
    let now = tx.now();
    tx.select::<payment_link::Entity>()
        .filter_option(query.status.map(|status| stands(status, now)))
        .filter_option(query.customer_id.map(|id| Column::CustomerId.eq(id)))
        .filter_option(query.invoice_id.map(|id| Column::InvoiceId.eq(id)))
        .page(&query.page())
        .await
}

/// The condition of a status, as [`portico_domain::payment_link::status`] has it.
fn stands(status: LinkStatus, now: Instant) -> Condition {
    use payment_link::Column;
    let unpaid = Condition::all().add(Expr::exists(paid()).not());
    let active = Column::State.eq(LinkState::Active.as_str());
    let running = unpaid
        .clone()
        .add(active.clone())
        .add(Column::ExpiresAt.gt(now));
    match status {
        LinkStatus::Paid => Condition::all().add(Expr::exists(paid())),
        LinkStatus::Cancelled => unpaid.add(Column::State.eq(LinkState::Cancelled.as_str())),
        LinkStatus::Expired => unpaid.add(active).add(Column::ExpiresAt.lte(now)),
        LinkStatus::Viewed => running.add(Column::ViewedAt.is_not_null()),
        LinkStatus::Active => running.add(Column::ViewedAt.is_null()),
    }
}

/// The payments by a link that succeeded.
fn paid() -> sea_orm::sea_query::SelectStatement {
    use payment_link_attempt::Column as Attempt;
    let attempt = |column| Expr::col((payment_link_attempt::Entity, column));
    let same_payment = Expr::col((payment::Entity, payment::Column::OrganizationId))
        .equals((payment_link_attempt::Entity, Attempt::OrganizationId))
        .and(
            Expr::col((payment::Entity, payment::Column::Id))
                .equals((payment_link_attempt::Entity, Attempt::PaymentId)),
        );
    Query::select()
        .expr(Expr::val(1))
        .from(payment_link_attempt::Entity)
        .inner_join(payment::Entity, same_payment)
        .and_where(
            attempt(Attempt::OrganizationId)
                .equals((payment_link::Entity, payment_link::Column::OrganizationId)),
        )
        .and_where(
            attempt(Attempt::LinkId).equals((payment_link::Entity, payment_link::Column::Id)),
        )
        .and_where(
            Expr::col((payment::Entity, payment::Column::State))
                .eq(PaymentState::Succeeded.as_str()),
        )
        .to_owned()
}

/// A link.
pub async fn get(tx: &Tx<OrgScope>, id: PaymentLinkId) -> Result<payment_link::Model> {
    tx.get::<payment_link::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// Keeps a new link.
pub async fn insert(tx: &Tx<OrgScope>, row: payment_link::Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    let row = tx.insert(row).await?;
    told(tx, row.id, row.customer_id);
    Ok(())
}

/// Takes a link back.
pub async fn cancel(tx: &Tx<OrgScope>, link: payment_link::Model) -> Result<()> {
    let customer = link.customer_id;
    let mut row = link.into_active_model();
    row.state = Set(Text(LinkState::Cancelled));
    told(tx, tx.update(row).await?.id, customer);
    Ok(())
}

/// Notes that a link was looked at; tells whether it was the first time.
pub async fn mark_viewed(tx: &Tx<OrgScope>, link: &payment_link::Model) -> Result<bool> {
    let now = tx.now();
    let marked = tx
        .update_where::<payment_link::Entity>(|update| {
            update
                .col_expr(payment_link::Column::ViewedAt, Expr::value(Some(now)))
                .filter(payment_link::Column::Id.eq(link.id))
                .filter(payment_link::Column::ViewedAt.is_null())
        })
        .await?;
    told(tx, link.id, link.customer_id);
    Ok(marked == 1)
}

/// Tells live that a link changed.
fn told(tx: &Tx<OrgScope>, id: PaymentLinkId, customer: CustomerId) {
    tx.changed(Change {
        kind: LiveKind::PaymentLink,
        id: id.0,
        customer_id: Some(customer),
    });
}

/// Whose a token is, before an organization is known.
#[derive(FromQueryResult)]
pub struct Found {
    pub organization_id: OrganizationId,
    pub id: PaymentLinkId,
    pub customer_name: String,
    pub verify: bool,
}

/// The link of a token, by what is kept of it; none if the portal is switched off.
pub async fn find(db: &Db, token_hash: &str) -> Result<Option<Found>> {
    db.system_read("find a payment link", async |global| {
        let sql = "select l.organization_id, l.id, c.display_name as customer_name, o.verify_public_links as verify \
                   from payment_link l \
                   join customer c on c.organization_id = l.organization_id and c.id = l.customer_id \
                   join organization o on o.id = l.organization_id \
                   where l.token_hash = $1 and o.portal_enabled";
        let found = global.query(sql, [token_hash.into()]).await?;
        Ok(found.into_iter().next())
    })
    .await
}

/// A payment that was begun by a link.
#[derive(Clone, FromQueryResult)]
pub struct Attempt {
    pub link_id: PaymentLinkId,
    pub payment_id: PaymentId,
    pub number: Option<String>,
    /// In the link's currency.
    pub amount: i64,
    pub state: Text<PaymentState>,
}

/// The payments that were begun by some links, by link, the oldest first: one statement for a whole page.
pub async fn attempts(
    tx: &Tx<OrgScope>,
    links: &[PaymentLinkId],
) -> Result<HashMap<PaymentLinkId, Vec<Attempt>>> {
    let mut by_link: HashMap<PaymentLinkId, Vec<Attempt>> = HashMap::new();
    if links.is_empty() {
        return Ok(by_link);
    }
    let places: Vec<String> = (2..links.len() + 2)
        .map(|index| format!("${index}"))
        .collect();
    let sql = format!(
        "select a.link_id, a.payment_id, p.number, p.amount, p.state from payment_link_attempt a \
         join payment p on p.organization_id = a.organization_id and p.id = a.payment_id \
         where a.organization_id = $1 and a.link_id in ({}) order by a.payment_id",
        places.join(", ")
    );
    let rows: Vec<Attempt> = tx.query(&sql, links.iter().map(|id| (*id).into())).await?;
    for row in rows {
        by_link.entry(row.link_id).or_default().push(row);
    }
    Ok(by_link)
}

/// Notes that a payment was begun by a link.
pub async fn begun(tx: &Tx<OrgScope>, link: PaymentLinkId, payment: PaymentId) -> Result<()> {
    tx.insert(payment_link_attempt::ActiveModel {
        organization_id: Set(tx.organization()),
        payment_id: Set(payment),
        link_id: Set(link),
    })
    .await?;
    Ok(())
}
