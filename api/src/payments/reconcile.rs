//! Payments and refunds that nobody came back for: the gateway is asked, and after half an hour an attempt that
//! still waits for its payer is given up (semantics §4).

use actix_web::web::Data;
use entity::{Instant, PaymentId};
use portico_domain::payment::{PaymentState, stuck::PAYER_SECONDS};

use super::{refund, start::Desk, store, sync};
use crate::{
    config::Config,
    db::{Actor, Db},
    error::{Code, Result},
    gateway::Gateways,
    mail::Outbox,
};

/// An attempt that was not touched for so long, in seconds, is looked at.
const IDLE_SECONDS: i64 = 60;

/// Looks at every payment in flight, and at every refund whose outcome is open. One that cannot be settled now is left for
/// the next time, and so is what is left when `stopping` says so.
///
/// # Errors
/// Those of the database.
pub async fn reconcile(
    db: &Db,
    gateways: &Gateways,
    outbox: &Outbox,
    config: &Data<Config>,
    stopping: impl Fn() -> bool,
) -> Result<()> {
    let now = db.clock().now();
    for open in store::in_flight(db, now.plus_seconds(-IDLE_SECONDS)).await? {
        if stopping() {
            return Ok(());
        }
        let scope = db.scope_of(open.organization_id, Actor::system());
        let desk = Desk {
            db,
            scope,
            gateways,
            outbox,
            config,
        };
        match Box::pin(look(&desk, open.id, open.created_at)).await {
            Err(error) if error.code() != Code::PaymentPending => {
                tracing::warn!(payment = %open.id, %error, "a payment could not be reconciled");
            }
            _ => {}
        }
    }
    let idle = now.plus_seconds(-IDLE_SECONDS);
    for open in store::open_refunds(db, idle, refund::askable_since(now)).await? {
        if stopping() {
            return Ok(());
        }
        let desk = Desk {
            db,
            scope: db.scope_of(open.organization_id, Actor::system()),
            gateways,
            outbox,
            config,
        };
        if let Err(error) = Box::pin(refund::pursue(&desk, open.id)).await {
            tracing::warn!(refund = %open.id, %error, "a refund could not be reconciled");
            // It goes behind those that were not looked at since.
            desk.db
                .write(desk.scope.clone(), async |tx| {
                    store::touch_refund(tx, open.id).await
                })
                .await?;
        }
    }
    Ok(())
}

/// Looks at one: its gateway is asked and the answer is booked; if its payer has been away for long, it is given up.
///
/// # Errors
/// `gateway_unavailable`, and that is kept for staff to see.
pub async fn look(desk: &Desk<'_>, id: PaymentId, begun: Instant) -> Result<()> {
    let payment = desk
        .db
        .read(desk.scope.clone(), async |tx| store::get(tx, id).await)
        .await?;
    let abandoned = begun < desk.db.clock().now().plus_seconds(-PAYER_SECONDS);
    if payment.state.0 == PaymentState::RequiresAction && abandoned {
        Box::pin(sync::give_up(desk, id)).await
    } else {
        Box::pin(sync::look_into(desk, id)).await
    }
}
