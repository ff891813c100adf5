//! Asking the gateway how a payment went, and booking the answer.

use std::sync::Arc;

use entity::{PaymentId, payment, records::PaymentFailure};
use portico_domain::payment::{PaymentMode, PaymentState};
use portico_gateways::{Charge, GatewayError, Intent, IntentStatus, PaymentGateway, within};

use super::{
    ask::{ask, failure_of, return_url},
    refund,
    settle::{self, Word},
    start::Desk,
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
    let gateway = gateway(desk, id, &kind).await?;
    let intent = Box::pin(hear(desk, gateway.as_ref(), &payment)).await?;
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
        return Box::pin(refund::look_into(desk, id)).await;
    }
    let kind = payment.gateway.as_deref().unwrap_or_default();
    let gateway = gateway(desk, id, kind).await?;
    match Box::pin(hear(desk, gateway.as_ref(), &payment)).await {
        // It was refused before it began: that is all there is to hear of it.
        Err(error) if error.code() == Code::PaymentDeclined => Ok(()),
        result => result.map(drop),
    }
}

/// Asks, takes what the payer agreed to, and books what came of it.
async fn hear(
    desk: &Desk<'_>,
    gateway: &dyn PaymentGateway,
    payment: &payment::Model,
) -> Result<Intent> {
    let intent = ask(desk, gateway, payment.id).await?;
    let intent = take_agreed(desk, gateway, payment, intent).await?;
    let state = book(desk, payment.id, &intent, Word::Told).await?;
    // A debit that bounced may be paid by another method there, from a page that is still open somewhere.
    let left_open = !intent.status.is_final() && intent.status != IntentStatus::Processing;
    if payment.state.is_in_flight()
        && state == PaymentState::Failed
        && left_open
        && let Err(error) = within(gateway.cancel_intent(&intent.id)).await
    {
        tracing::warn!(payment = %payment.id, %error, "the gateway did not cancel a payment that has failed");
    }
    Ok(intent)
}

/// Takes the money of a payer who has agreed: on the provider's own page, or by choosing what is kept. One who has given up
/// since then pays nothing. What a provider cannot cancel is claimed first, and what is claimed can be neither given up nor
/// replaced.
async fn take_agreed(
    desk: &Desk<'_>,
    gateway: &dyn PaymentGateway,
    payment: &payment::Model,
    intent: Intent,
) -> Result<Intent> {
    if intent.status != IntentStatus::RequiresConfirmation {
        return Ok(intent);
    }
    let kept = payment.payment_method_id.is_some();
    // A form in the page agrees and pays in one step; one that was left half-way is its payer's to go on with.
    if !kept && payment.mode.0 != PaymentMode::Online {
        return Ok(intent);
    }
    let (goes_on, portal_name) = desk
        .db
        .write(desk.scope.clone(), async |tx| -> Result<_> {
            let goes_on = if kept {
                store::lock(tx, payment.id).await?.state.is_in_flight()
            } else {
                settle::claim(tx, payment.id).await?
            };
            Ok((goes_on, tx.own_organization().await?.portal_name))
        })
        .await?;
    if !goes_on {
        return Ok(intent);
    }
    failpoint::reach("payer_agreed");
    let key = payment.id.to_string();
    let answer = if kept {
        let charge = Charge {
            off_session: payment.off_session,
            return_url: return_url(desk, &portal_name, payment),
        };
        within(gateway.charge_intent(&intent.id, &charge, &key)).await
    } else {
        within(gateway.confirm_intent(&intent.id, &key)).await
    };
    match answer {
        // It needs the payer once more, who can begin anew.
        Ok(intent) if intent.status == IntentStatus::RequiresAction && !kept => {
            let failure = PaymentFailure {
                code: "payer_action_required".to_owned(),
                cp_code: None,
            };
            refuse(desk, payment.id, failure).await?;
            Ok(intent)
        }
        Ok(intent) => Ok(intent),
        // Another try is another attempt: under the same key the gateway would repeat its refusal.
        Err(error @ GatewayError::Refused(_)) => {
            refuse(desk, payment.id, failure_of(&error)).await?;
            Ok(intent)
        }
        Err(error) => {
            tracing::warn!(payment = %payment.id, %error, "the gateway did not take what the payer agreed to");
            unanswered(desk, payment.id, &error.to_string()).await?;
            Err(Code::GatewayUnavailable.into())
        }
    }
}

/// Ends a payment that the gateway has definitely not taken.
///
/// # Errors
/// Those of the database.
pub async fn refuse(desk: &Desk<'_>, id: PaymentId, failure: PaymentFailure) -> Result<()> {
    desk.db
        .write(desk.scope.clone(), async |tx| {
            settle::refuse(tx, id, failure).await
        })
        .await
}

/// The gateway of a payment. One that is no longer connected is as good as silent.
async fn gateway(desk: &Desk<'_>, id: PaymentId, kind: &str) -> Result<Arc<dyn PaymentGateway>> {
    match desk.gateway(kind).await {
        Ok(gateway) => Ok(gateway),
        Err(error) => {
            unanswered(desk, id, "this gateway is not connected").await?;
            Err(error)
        }
    }
}

/// Writes down that the gateway did not answer, for staff to see.
///
/// # Errors
/// Those of the database.
pub async fn unanswered(desk: &Desk<'_>, id: PaymentId, error: &str) -> Result<()> {
    desk.db
        .write(desk.scope.clone(), async |tx| {
            store::note_silence(tx, id, error).await
        })
        .await
}

/// Books what is known of an intent; tells where the payment stands then.
async fn book(desk: &Desk<'_>, id: PaymentId, intent: &Intent, word: Word) -> Result<PaymentState> {
    failpoint::reach("about_to_book");
    let state = desk
        .db
        .write(desk.scope.clone(), async |tx| {
            Box::pin(settle::settle(tx, desk.outbox, id, intent, word)).await?;
            store::note_answer(tx, id, intent.status.as_str()).await?;
            failpoint::reach("booked_not_committed");
            Ok::<_, Error>(store::get(tx, id).await?.state.0)
        })
        .await?;
    failpoint::reach("booked");
    Ok(state)
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
    let gateway = gateway(desk, id, &kind).await?;
    let intent = Box::pin(ask(desk, gateway.as_ref(), id)).await?;
    let intent = match cancel(gateway.as_ref(), intent).await {
        Ok(intent) => intent,
        Err(error) => {
            tracing::warn!(payment = %id, %error, "the gateway did not cancel");
            unanswered(desk, id, &error.to_string()).await?;
            return Err(Code::GatewayUnavailable.into());
        }
    };
    failpoint::reach("cancelled_at_gateway");
    let state = book(desk, id, &intent, Word::GivenUp).await?;
    if state == PaymentState::Pending {
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
