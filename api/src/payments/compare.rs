//! `portico reconcile`: what the gateways say against what is booked here, for payments in flight and lately decided.

use actix_web::web::Data;
use entity::{Instant, PaymentId, payment};
use portico_domain::{money::Money, payment::PaymentState};
use portico_gateways::{Intent, IntentStatus, within};

use super::{settle, start::Desk, store, sync};
use crate::{
    config::Config,
    db::{Actor, Db},
    error::Result,
    gateway::Gateways,
    mail::Outbox,
};

/// So many payments are read at a time.
const PAGE: u64 = 200;

/// A payment of which the gateway and the books say different things.
#[derive(Debug)]
pub struct Finding {
    pub payment: PaymentId,
    pub ours: String,
    pub theirs: String,
    /// Whether it was put right.
    pub settled: bool,
}

/// Compares; and unless it is a rehearsal, books what can be booked. Answers how many payments were looked at, and
/// where the two differ.
///
/// # Errors
/// Those of the database.
pub async fn compare(
    db: &Db,
    gateways: &Gateways,
    outbox: &Outbox,
    config: &Data<Config>,
    since: Instant,
    rehearsal: bool,
) -> Result<(usize, Vec<Finding>)> {
    let (mut after, mut looked, mut findings) = (None, 0, Vec::new());
    loop {
        let page = store::decided_since(db, since, after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok((looked, findings));
        };
        after = Some(last.id);
        for attempt in page {
            let desk = Desk {
                db,
                scope: db.scope_of(attempt.organization_id, Actor::system()),
                gateways,
                outbox,
                config,
            };
            looked += 1;
            findings.extend(compare_one(&desk, attempt.id, rehearsal).await?);
        }
    }
}

async fn compare_one(desk: &Desk<'_>, id: PaymentId, rehearsal: bool) -> Result<Option<Finding>> {
    let payment = read(desk, id).await?;
    let (Some(kind), Some(intent_id)) = (&payment.gateway, &payment.gateway_intent_id) else {
        return Ok(None);
    };
    let answer = match desk.gateway(kind).await {
        Ok(gateway) => within(gateway.retrieve_intent(intent_id)).await,
        Err(error) => Err(portico_gateways::GatewayError::Unavailable(
            error.to_string(),
        )),
    };
    let intent = match answer {
        Ok(intent) if agree(&payment, &intent) => return Ok(None),
        Ok(intent) => intent,
        Err(error) => {
            return Ok(Some(Finding {
                payment: id,
                ours: ours(&payment),
                theirs: error.to_string(),
                settled: false,
            }));
        }
    };
    let mut settled = false;
    if !rehearsal {
        // Its refusals are told by what the books say afterwards.
        if let Err(error) = sync::look_into(desk, id).await {
            tracing::warn!(payment = %id, %error, "a difference could not be settled");
        }
        settled = agree(&read(desk, id).await?, &intent);
    }
    Ok(Some(Finding {
        payment: id,
        ours: ours(&payment),
        theirs: theirs(&intent),
        settled,
    }))
}

async fn read(desk: &Desk<'_>, id: PaymentId) -> Result<payment::Model> {
    desk.db
        .read(desk.scope.clone(), async |tx| store::get(tx, id).await)
        .await
}

/// Whether both say the same, as far as it concerns money.
fn agree(payment: &payment::Model, intent: &Intent) -> bool {
    if settle::is_rejected(payment) {
        return true;
    }
    match intent.status {
        IntentStatus::Succeeded => {
            payment.state.0 == PaymentState::Succeeded
                && intent.amount_received == Money::new(payment.amount, payment.currency.0)
        }
        IntentStatus::Processing => payment.state.0 == PaymentState::Pending,
        // An attempt that failed here may still wait for another card there: no money either way.
        IntentStatus::Canceled => {
            matches!(
                payment.state.0,
                PaymentState::Cancelled | PaymentState::Failed
            )
        }
        IntentStatus::RequiresAction
        | IntentStatus::RequiresConfirmation
        | IntentStatus::RequiresPaymentMethod => matches!(
            payment.state.0,
            PaymentState::RequiresAction | PaymentState::Failed | PaymentState::Cancelled
        ),
    }
}

fn ours(payment: &payment::Model) -> String {
    format!(
        "{} {}",
        payment.state.0,
        Money::new(payment.amount, payment.currency.0)
    )
}

fn theirs(intent: &Intent) -> String {
    let amount = if intent.status == IntentStatus::Succeeded {
        intent.amount_received
    } else {
        intent.amount
    };
    format!("{} {amount}", intent.status)
}
