//! Online payments whose outcome is open.

use entity::{Instant, PaymentId, payment};
use portico_domain::payment::PaymentState;
use sea_orm::{ColumnTrait, FromQueryResult, Order};

use crate::{
    db::{Db, OrgScope, Tx},
    error::Result,
};

/// A payment of any organization whose outcome is to be found out.
#[derive(FromQueryResult)]
pub struct InFlight {
    pub organization_id: entity::OrganizationId,
    pub id: PaymentId,
    pub created_at: Instant,
}

/// Payments in flight that nobody touched for a while.
pub async fn in_flight(db: &Db, untouched_since: Instant) -> Result<Vec<InFlight>> {
    db.system_read("find payments whose outcome is open", async |global| {
        Ok(global
            .query(
                "select organization_id, id, created_at from payment \
                 where state in ('requires_action', 'pending') and updated_at < $1 order by created_at, id limit 100",
                [untouched_since.into()],
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
