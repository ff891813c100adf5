//! Giving a payment's money back. As with payments, a row is committed first, with the money set aside; then the gateway
//! is asked, between two transactions; what it says is booked once (semantics §4).

mod announce;
mod book;
mod reserve;

use entity::{Instant, PaymentId, RefundId, refund};
use portico_domain::money::Money;
use portico_gateways::{GatewayError, NewRefund, RefundStatus, within};

use super::{dto::RefundInput, start::Desk, store};
use crate::{
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    failpoint, gateway,
    http::Idempotency,
    mail::Outbox,
};

/// Gateways forget idempotency keys after a day: a refund that they never answered is not asked for again after so
/// many seconds, lest it be made twice.
const KEY_SECONDS: i64 = 23 * 60 * 60;

/// What the gateway says of a refund.
pub(super) enum Word {
    /// How it stands, and the gateway's id of it.
    Status(String, RefundStatus),
    /// A definite no, with the gateway's code.
    Refused(String),
    /// The gateway never answered; staff have looked there whether it was made.
    Decided { made: bool },
}

/// Refunds a payment. If the gateway does not answer now, the refund stays open and is looked into.
///
/// # Errors
/// `not_allowed_in_state`, `amount_exceeds_payment`, `validation_failed`, `gateway_unavailable` if this installation does
/// not have the payment's gateway.
pub async fn refund(
    desk: &Desk<'_>,
    payment_id: PaymentId,
    key: &Idempotency,
    digest: &str,
    input: RefundInput,
) -> Result<RefundId> {
    let payment = desk
        .db
        .read(desk.scope.clone(), async |tx| {
            store::get(tx, payment_id).await
        })
        .await?;
    if let (Some(kind), None) = (&payment.gateway, input.mode) {
        // Nothing is set aside that cannot be asked for.
        desk.gateway(kind).await?;
    }
    let digest = format!("{payment_id}:{digest}");
    let id = desk
        .db
        .write(desk.scope.clone(), async |tx| {
            key.once(tx, "refund_payment", &digest, async || {
                if let (Some(kind), None) = (&payment.gateway, input.mode) {
                    gateway::hold(tx, kind).await?;
                }
                reserve::reserve(tx, desk.outbox, payment_id, input).await
            })
            .await
        })
        .await?;
    failpoint::reach("refund_reserved");
    match pursue(desk, id).await {
        Err(error) if error.code() != Code::GatewayUnavailable => Err(error),
        _ => Ok(id),
    }
}

/// Asks the gateway for a refund, or how it stands, and books the answer. Nothing happens if it is over.
///
/// # Errors
/// `gateway_unavailable`, and then the refund stays open.
pub async fn pursue(desk: &Desk<'_>, id: RefundId) -> Result<()> {
    let (refund, payment) = desk
        .db
        .read(desk.scope.clone(), async |tx| {
            let refund = store::get_refund(tx, id).await?;
            let payment = store::get(tx, refund.payment_id).await?;
            Ok::<_, Error>((refund, payment))
        })
        .await?;
    if !refund.state.0.is_open() {
        return Ok(());
    }
    let kind = refund.gateway.as_deref().unwrap_or_default();
    let gateway = desk.gateway(kind).await?;
    let answer = match &refund.gateway_refund_id {
        Some(known) => {
            let intent_id = payment.gateway_intent_id.as_deref().unwrap_or_default();
            let known = portico_gateways::RefundId {
                id: known,
                intent_id,
            };
            within(gateway.retrieve_refund(&known)).await
        }
        None if is_unanswered(&refund, desk.db.clock().now()) => {
            tracing::error!(refund = %id, "the gateway never answered; look there whether this refund was made");
            return Ok(());
        }
        None => {
            let new = NewRefund {
                idempotency_key: id.to_string(),
                intent_id: payment.gateway_intent_id.unwrap_or_default(),
                amount: Money::new(refund.amount, refund.currency.0),
            };
            within(gateway.refund(new)).await
        }
    };
    failpoint::reach("refund_answered");
    let word = match answer {
        Ok(told) => Word::Status(told.id, told.status),
        // Asked how a refund stands, a gateway that refuses to tell has not refused the refund.
        Err(GatewayError::Refused(no)) if refund.gateway_refund_id.is_none() => {
            Word::Refused(no.code)
        }
        // The account that took the money is no longer connected: the one that is has given nothing back.
        Err(GatewayError::NotFound) if refund.gateway_refund_id.is_none() => {
            Word::Refused("not_found".to_owned())
        }
        Err(error) => {
            tracing::warn!(refund = %id, %error, "the gateway did not answer");
            return Err(Code::GatewayUnavailable.into());
        }
    };
    desk.db
        .write(desk.scope.clone(), async |tx| {
            book::book(tx, desk.outbox, id, word).await?;
            failpoint::reach("refund_booked_not_committed");
            Ok::<_, Error>(())
        })
        .await?;
    failpoint::reach("refund_booked");
    Ok(())
}

/// Ends a refund that the gateway never answered, by what staff found there.
///
/// # Errors
/// `not_found`; `not_allowed_in_state` if it is over, or the gateway is still asked.
pub async fn decide(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    payment: PaymentId,
    id: RefundId,
    made: bool,
) -> Result<()> {
    let refund = store::get_refund(tx, id).await?;
    if refund.payment_id != payment {
        return Err(Error::not_found());
    }
    if !is_unanswered(&refund, tx.now()) {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("only what the gateway never answered is decided by hand"));
    }
    book::book(tx, outbox, id, Word::Decided { made }).await
}

/// Whether a refund is open whose gateway never answered and is asked no more.
pub fn is_unanswered(refund: &refund::Model, now: Instant) -> bool {
    refund.state.0.is_open()
        && refund.gateway_refund_id.is_none()
        && refund.created_at <= askable_since(now)
}

/// Refunds that were asked for before are not asked for again.
pub(super) fn askable_since(now: Instant) -> Instant {
    now.plus_seconds(-KEY_SECONDS)
}

/// Looks into every refund of a payment whose outcome is open: a webhook tells of the payment only.
///
/// # Errors
/// `gateway_unavailable`.
pub async fn look_into(desk: &Desk<'_>, payment: PaymentId) -> Result<()> {
    let open = desk
        .db
        .read(desk.scope.clone(), async |tx| {
            store::open_refunds_of(tx, payment).await
        })
        .await?;
    for id in open {
        pursue(desk, id).await?;
    }
    Ok(())
}
