//! Asking the gateway how a payment went, and booking the answer.

use entity::PaymentId;
use portico_domain::payment::PaymentState;
use portico_gateways::{GatewayError, Intent, IntentStatus, PaymentGateway, within};

use super::{
    settle,
    start::{Desk, ask},
    store,
};
use crate::error::{Code, Error, Result};

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
    desk.db
        .write(desk.scope.clone(), async |tx| {
            settle::settle(tx, desk.outbox, id, &intent).await
        })
        .await?;
    Ok(Some(intent))
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
    let processing = intent.status == IntentStatus::Processing;
    desk.db
        .write(desk.scope.clone(), async |tx| {
            settle::settle(tx, desk.outbox, id, &intent).await
        })
        .await?;
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
