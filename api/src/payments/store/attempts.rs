//! Online payments whose outcome is open.

use entity::{Instant, PaymentId, payment};
use portico_domain::payment::PaymentState;
use sea_orm::{ColumnTrait, FromQueryResult, Order};

use crate::{
    db::{Db, OrgScope, Tx},
    error::Result,
};

/// Within so many seconds the same again is taken for a mistake (semantics §4).
const DUPLICATE_SECONDS: i64 = 5 * 60;

/// A payment of any organization whose outcome is to be found out.
#[derive(FromQueryResult)]
pub struct InFlight {
    pub organization_id: entity::OrganizationId,
    pub id: PaymentId,
    pub created_at: Instant,
}

/// Payments in flight that nobody touched for a while; those first that were looked at longest ago, so that a gateway
/// that does not answer holds up no other.
pub async fn in_flight(db: &Db, untouched_since: Instant) -> Result<Vec<InFlight>> {
    db.system_read("find payments whose outcome is open", async |global| {
        Ok(global
            .query(
                "select p.organization_id, p.id, p.created_at from payment p \
                 left join payment_check c on c.organization_id = p.organization_id and c.payment_id = p.id \
                 where p.state in ('requires_action', 'pending') and p.updated_at < $1 \
                 order by coalesce(c.checked_at, 0), p.created_at, p.id limit 100",
                [untouched_since.into()],
            )
            .await?)
    })
    .await
}

/// Payments through gateways, of any organization, that are in flight or were touched since then: a page in the order
/// of their ids.
///
/// # Errors
/// Those of the database.
pub async fn decided_since(
    db: &Db,
    since: Instant,
    after: Option<PaymentId>,
    limit: u64,
) -> Result<Vec<InFlight>> {
    let after = after.unwrap_or(PaymentId(uuid::Uuid::nil()));
    db.system_read("compare payments with their gateways", async |global| {
        Ok(global
            .query(
                "select organization_id, id, created_at from payment \
                 where gateway is not null and (state in ('requires_action', 'pending') or updated_at >= $1) and id > $2 \
                 order by id limit $3",
                [since.into(), after.into(), limit.into()],
            )
            .await?)
    })
    .await
}

/// A customer's payments that the gateway is processing, but for one.
///
/// # Errors
/// Those of the database.
pub async fn others_processing(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
) -> Result<Vec<payment::Model>> {
    Ok(tx
        .select::<payment::Entity>()
        .filter(payment::Column::CustomerId.eq(payment.customer_id))
        .filter(payment::Column::State.eq(PaymentState::Pending.as_str()))
        .filter(payment::Column::Id.ne(payment.id))
        .order(payment::Column::Id, Order::Asc)
        .all()
        .await?)
}

/// Where a gateway's event belongs: by the gateway's id of the intent, or by ours if its answer never arrived.
///
/// # Errors
/// Those of the database.
pub async fn find_attempt(
    db: &Db,
    gateway: &str,
    intent_id: &str,
    reference: Option<PaymentId>,
) -> Result<Option<InFlight>> {
    db.system_read("find the payment that a gateway tells of", async |global| {
        let mut found = global
            .query(
                "select organization_id, id, created_at from payment \
                 where gateway = $1 and (gateway_intent_id = $2 or (gateway_intent_id is null and id = $3))",
                [gateway.into(), intent_id.into(), reference.into()],
            )
            .await?;
        Ok(found.pop())
    })
    .await
}

/// Whether as much was charged to the same kept method within five minutes before, unless that came to nothing (CP3005).
///
/// # Errors
/// Those of the database.
pub async fn just_made(tx: &Tx<OrgScope>, payment: &payment::Model) -> Result<bool> {
    let Some(method) = payment.payment_method_id else {
        return Ok(false);
    };
    let nothing = [PaymentState::Failed, PaymentState::Cancelled].map(PaymentState::as_str);
    let earlier = tx
        .select::<payment::Entity>()
        .filter(payment::Column::CustomerId.eq(payment.customer_id))
        .filter(payment::Column::PaymentMethodId.eq(method))
        .filter(payment::Column::Amount.eq(payment.amount))
        .filter(payment::Column::Currency.eq(payment.currency))
        .filter(payment::Column::State.is_not_in(nothing))
        .filter(payment::Column::Id.lt(payment.id))
        .filter(payment::Column::CreatedAt.gt(payment.created_at.plus_seconds(-DUPLICATE_SECONDS)))
        .limit(1)
        .count()
        .await?;
    Ok(earlier > 0)
}
