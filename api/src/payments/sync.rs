//! Asking the gateway how a payment went, and booking the answer.

use entity::PaymentId;
use portico_domain::payment::PaymentState;
use portico_gateways::{GatewayError, Intent, IntentStatus, PaymentGateway, within};

use super::{
    refund, settle,
    start::{Desk, ask},
    store,
};
use crate::{
    error::{Code, Error, Result},
    failpoint,
};

/// Asks and books. Tells what the gateway said, or nothing if the payment was over already.
///
/// # Errors
/// `gateway_unavailable`.
pub async fn sync(desk: &Desk<'_>, id: PaymentId) -> Result<Option<Intent>> {
    let payment = desk
        .db
        .read(desk.scope.clone(), async |tx| store::get(tx, id).await)
        .await?;
    let Some(kind) = payment
        .gateway
        .clone()
        .filter(|_| payment.state.is_in_flight())
    else {
        return Ok(None);
    };
    let gateway = desk.gateways.get(&kind)?;
    let intent = ask(desk, gateway, id).await?;
    book(desk, id, &intent).await?;
    Ok(Some(intent))
}

/// Looks into what a gateway tells of. Its word alone is not believed: it is asked. Late money of an attempt that
/// was given up is booked as well. Of a payment that succeeded, it can only tell of refunds.
///
/// # Errors
/// `gateway_unavailable`.
pub async fn look_into(desk: &Desk<'_>, id: PaymentId) -> Result<()> {
    let payment = desk
        .db
        .read(desk.scope.clone(), async |tx| store::get(tx, id).await)
        .await?;
    if payment.state.0 == PaymentState::Succeeded {
        return refund::look_into(desk, id).await;
    }
    let kind = payment.gateway.as_deref().unwrap_or_default();
    let intent = ask(desk, desk.gateways.get(kind)?, id).await?;
    book(desk, id, &intent).await
}

async fn book(desk: &Desk<'_>, id: PaymentId, intent: &Intent) -> Result<()> {
    failpoint::reach("about_to_book");
    desk.db
        .write(desk.scope.clone(), async |tx| {
            settle::settle(tx, desk.outbox, id, intent).await?;
            failpoint::reach("booked_not_committed");
            Ok::<_, Error>(())
        })
        .await?;
    failpoint::reach("booked");
    Ok(())
}

/// Gives up an attempt that still waits for the payer. If the gateway has the money by now, it is booked.
///
/// # Errors
/// `payment_pending` if the gateway is processing it; `gateway_unavailable`.
pub async fn give_up(desk: &Desk<'_>, id: PaymentId) -> Result<()> {
    let payment = desk
        .db
        .read(desk.scope.clone(), async |tx| store::get(tx, id).await)
        .await?;
    let Some(kind) = payment.gateway.clone() else {
        return Ok(());
    };
    match payment.state.0 {
        PaymentState::RequiresAction => {}
        PaymentState::Pending => return Err(Code::PaymentPending.into()),
        _ => return Ok(()),
    }
    let gateway = desk.gateways.get(&kind)?;
    let intent = ask(desk, gateway, id).await?;
    let intent = cancel(gateway, intent).await.map_err(|error| {
        tracing::warn!(payment = %id, %error, "the gateway did not cancel");
        Error::new(Code::GatewayUnavailable)
    })?;
    failpoint::reach("cancelled_at_gateway");
    let processing = intent.status == IntentStatus::Processing;
    book(desk, id, &intent).await?;
    if processing {
        Err(Code::PaymentPending.into())
    } else {
        Ok(())
    }
}

/// Cancels an intent that can still be cancelled. The payer may be quicker: then it is asked once more.
async fn cancel(gateway: &dyn PaymentGateway, intent: Intent) -> Result<Intent, GatewayError> {
    if intent.status.is_final() || intent.status == IntentStatus::Processing {
        return Ok(intent);
    }
    match within(gateway.cancel_intent(&intent.id)).await {
        Err(GatewayError::Refused(_)) => within(gateway.retrieve_intent(&intent.id)).await,
        answer => answer,
    }
}
