//! Payments and refunds that nobody came back for: the gateway is asked, and after half an hour an attempt that
//! still waits for its payer is given up (semantics §4).

use actix_web::web::Data;

use super::{refund, start::Desk, store, sync};
use crate::{
    config::Config,
    db::{Actor, Db},
    error::Result,
    gateway::Gateways,
    mail::Outbox,
};

/// An attempt that was not touched for so long, in seconds, is looked at.
const IDLE_SECONDS: i64 = 60;

/// An attempt that is so old, in seconds, is given up.
const ABANDONED_SECONDS: i64 = 30 * 60;

/// Looks at every payment in flight, and at every refund whose outcome is open. One that cannot be settled now is left for the next time.
///
/// # Errors
/// Those of the database.
pub async fn reconcile(
    db: &Db,
    gateways: &Gateways,
    outbox: &Outbox,
    config: &Data<Config>,
) -> Result<()> {
    let now = db.clock().now();
    for open in store::in_flight(db, now.plus_seconds(-IDLE_SECONDS)).await? {
        let scope = db.scope_of(open.organization_id, Actor::system());
        let desk = Desk {
            db,
            scope,
            gateways,
            outbox,
            config,
        };
        let abandoned = open.created_at < now.plus_seconds(-ABANDONED_SECONDS);
        let result = if abandoned {
            sync::give_up(&desk, open.id).await
        } else {
            sync::sync(&desk, open.id).await.map(|_| ())
        };
        if let Err(error) = result {
            tracing::warn!(payment = %open.id, %error, "a payment could not be reconciled");
        }
    }
    let idle = now.plus_seconds(-IDLE_SECONDS);
    for open in store::open_refunds(db, idle, refund::askable_since(now)).await? {
        let desk = Desk {
            db,
            scope: db.scope_of(open.organization_id, Actor::system()),
            gateways,
            outbox,
            config,
        };
        if let Err(error) = refund::pursue(&desk, open.id).await {
            tracing::warn!(refund = %open.id, %error, "a refund could not be reconciled");
        }
    }
    Ok(())
}
