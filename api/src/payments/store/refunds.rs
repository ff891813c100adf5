//! The SQL of refunds.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    Doc, Instant, PaymentId, RefundId, Text, payment,
    records::TakenBack,
    refund::{self, Column, Entity},
};
use portico_domain::{payment::PaymentMode, refund::RefundState};
use sea_orm::{ColumnTrait, FromQueryResult, IntoActiveModel, Order, Set};

use crate::{
    db::{Db, OrgScope, Tx},
    error::{Error, Result},
};

/// What a new refund is made of.
pub struct NewRefund {
    pub date: NaiveDate,
    pub amount: i64,
    pub from_unused: i64,
    pub taken: Vec<TakenBack>,
    pub reason: Option<String>,
    /// How it was paid back, if no gateway does it.
    pub mode: Option<PaymentMode>,
    pub reference: Option<String>,
    pub state: RefundState,
}

/// Keeps a new refund of a payment.
pub async fn insert_refund(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    new: NewRefund,
) -> Result<refund::Model> {
    let row = refund::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(RefundId(tx.new_uuid())),
        payment_id: Set(payment.id),
        customer_id: Set(payment.customer_id),
        date: Set(new.date),
        currency: Set(payment.currency),
        amount: Set(new.amount),
        from_unused: Set(new.from_unused),
        taken: Set(Doc(new.taken)),
        reason: Set(new.reason),
        gateway: Set(payment.gateway.clone().filter(|_| new.mode.is_none())),
        mode: Set(new.mode.map(Text)),
        reference: Set(new.reference),
        gateway_refund_id: Set(None),
        state: Set(Text(new.state)),
        failure: Set(None),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
    };
    Ok(tx.insert(row).await?)
}

/// A refund.
pub async fn get_refund(tx: &Tx<OrgScope>, id: RefundId) -> Result<refund::Model> {
    tx.get::<Entity, _>(id).await?.ok_or_else(Error::not_found)
}

/// A refund, locked until the transaction ends.
pub async fn lock_refund(tx: &Tx<OrgScope>, id: RefundId) -> Result<refund::Model> {
    tx.lock::<Entity, _>(id).await?.ok_or_else(Error::not_found)
}

/// What may change of a refund.
pub struct RefundChange {
    pub state: RefundState,
    pub date: NaiveDate,
    pub gateway_refund_id: Option<String>,
    pub failure: Option<String>,
}

/// Moves a locked refund on.
pub async fn save_refund(
    tx: &Tx<OrgScope>,
    refund: refund::Model,
    change: RefundChange,
) -> Result<refund::Model> {
    let known = refund.gateway_refund_id.clone();
    let mut row = refund.into_active_model();
    row.state = Set(Text(change.state));
    row.date = Set(change.date);
    row.gateway_refund_id = Set(known.or(change.gateway_refund_id));
    row.failure = Set(change.failure);
    row.updated_at = Set(tx.now());
    Ok(tx.update(row).await?)
}

/// Puts a refund that cannot be looked into now behind the others.
pub async fn touch_refund(tx: &Tx<OrgScope>, id: RefundId) -> Result<()> {
    let mut row = lock_refund(tx, id).await?.into_active_model();
    row.updated_at = Set(tx.now());
    tx.update(row).await?;
    Ok(())
}

/// The refunds of some payments, by payment, the oldest first.
pub async fn refunds(
    tx: &Tx<OrgScope>,
    payments: &[PaymentId],
) -> Result<HashMap<PaymentId, Vec<refund::Model>>> {
    let mut by_payment: HashMap<_, Vec<_>> = HashMap::new();
    if payments.is_empty() {
        return Ok(by_payment);
    }
    let rows = tx
        .select::<Entity>()
        .filter(Column::PaymentId.is_in(payments.iter().copied()))
        .order(Column::Id, Order::Asc)
        .all()
        .await?;
    for row in rows {
        by_payment.entry(row.payment_id).or_default().push(row);
    }
    Ok(by_payment)
}

/// The refunds of a payment whose outcome is open.
pub async fn open_refunds_of(tx: &Tx<OrgScope>, payment: PaymentId) -> Result<Vec<RefundId>> {
    let all = refunds(tx, &[payment]).await?.remove(&payment);
    Ok(all
        .into_iter()
        .flatten()
        .filter(|refund| refund.state.0.is_open())
        .map(|refund| refund.id)
        .collect())
}

/// A refund of any organization whose outcome is to be found out.
#[derive(FromQueryResult)]
pub struct OpenRefund {
    pub organization_id: entity::OrganizationId,
    pub id: RefundId,
}

/// Refunds whose outcome is open, and that nobody touched for a while.
///
/// One that the gateway has not answered is among them only if it was asked for after `askable_since`.
pub async fn open_refunds(
    db: &Db,
    untouched_since: Instant,
    askable_since: Instant,
) -> Result<Vec<OpenRefund>> {
    db.system_read("find refunds whose outcome is open", async |global| {
        Ok(global
            .query(
                "select organization_id, id from refund \
                 where state in ('requested', 'pending') and updated_at < $1 \
                 and (gateway_refund_id is not null or created_at > $2) order by updated_at, id limit 100",
                [untouched_since.into(), askable_since.into()],
            )
            .await?)
    })
    .await
}
