//! Payments that take longer than they should, for staff: found, looked into, and a difference accepted.

use actix_web::{
    get, post,
    web::{Data, Json},
};
use entity::{Instant, PaymentId};
use portico_domain::{
    money::Money,
    payment::stuck::{Progress, StuckReason, stuck},
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    accept,
    dto::Payment,
    office::one,
    reconcile,
    show::describe,
    start::{Counter, Desk},
    store,
};
use crate::{
    db::Actor,
    error::{Code, Error, Result},
    http::{IdPath, RequiredIdempotency, Staff, can},
};

/// So many are shown; whoever has more has a gateway that is down.
const MOST: u32 = 200;

/// The routes of it.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_stuck_payments)
        .service(check_payment)
        .service(accept_payment_difference)
        .service(reject_payment_difference);
}

/// What needs looking at; empty when all is well.
#[derive(Serialize, ToSchema)]
pub struct StuckPayments {
    /// The oldest first, at most 200.
    pub data: Vec<StuckPayment>,
}

/// A payment that needs looking at.
#[derive(Serialize, ToSchema)]
pub struct StuckPayment {
    pub payment: Payment,
    pub reason: StuckReason,
    /// Since when it has been so.
    pub since: Instant,
    /// When the gateway was last asked.
    #[schema(required)]
    pub checked_at: Option<Instant>,
    /// Its last word.
    #[schema(required, example = "processing")]
    pub answer: Option<String>,
    /// Why it did not answer.
    #[schema(required, example = "the gateway did not answer in time")]
    pub error: Option<String>,
    /// What it took, if that is not what it was asked for.
    #[schema(required)]
    pub taken: Option<Money>,
    /// What to do, in plain words.
    #[schema(example = "Check now: the attempt is given up unless the payer has paid meanwhile.")]
    pub advice: String,
}

/// List payments that take longer than they should.
///
/// Waiting for their payer for more than half an hour, processed by the gateway for more than ten days, begun at a
/// gateway that does not answer, or taken with another amount than was asked for.
#[utoipa::path(tag = "payments", responses((status = 200, body = StuckPayments)))]
#[get("/payments/stuck")]
async fn list_stuck_payments(staff: Staff<can::ViewPayments>) -> Result<Json<StuckPayments>> {
    let data = staff
        .read(async |tx| {
            let (rows, checks): (Vec<_>, Vec<_>) =
                store::stuck(tx, MOST).await?.into_iter().unzip();
            let states: Vec<_> = rows
                .iter()
                .map(|row| (row.state.0, row.created_at))
                .collect();
            let shown = describe(tx, rows).await?;
            let all = shown.into_iter().zip(checks).zip(states);
            Ok(all
                .filter_map(|((payment, check), (state, begun))| {
                    let differs = check.as_ref().and_then(|check| check.difference.clone());
                    let unanswered = check.as_ref().and_then(|check| check.unanswered_since);
                    let reason = stuck(Progress {
                        state,
                        age: (tx.now().0 - begun.0) / 1000,
                        silent: unanswered.is_some(),
                        differs: differs.is_some(),
                    })?;
                    Some(StuckPayment {
                        payment,
                        reason,
                        since: unanswered.unwrap_or(begun),
                        checked_at: check.as_ref().map(|check| check.checked_at),
                        answer: check.as_ref().and_then(|check| check.answer.clone()),
                        error: check.and_then(|check| check.error),
                        taken: differs.map(|taken| taken.0),
                        advice: reason.advice().to_owned(),
                    })
                })
                .collect())
        })
        .await?;
    Ok(Json(StuckPayments { data }))
}

/// Ask the gateway about a payment now.
///
/// What it says is booked, once. An attempt whose payer has been away for half an hour is given up; late money of one
/// that was given up is booked as well.
#[utoipa::path(tag = "payments", params(("id" = PaymentId, Path)), responses((status = 200, body = Payment), (status = 409, description = "not_allowed_in_state: it was not made through a gateway"), (status = 502, description = "gateway_unavailable: it is asked again by itself")))]
#[post("/payments/{id}/check")]
async fn check_payment(
    staff: Staff<can::RecordPayments>,
    counter: Data<Counter>,
    id: IdPath<PaymentId>,
) -> Result<Json<Payment>> {
    let payment = staff.read(async |tx| store::get(tx, id.0).await).await?;
    if payment.gateway.is_none() {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("this payment was not made through a gateway"));
    }
    let desk = Desk {
        db: &staff.db,
        // The gateway's word, not the caller's: who asked is told of the money as everybody is.
        scope: staff.db.scope_of(payment.organization_id, Actor::system()),
        gateways: &counter.gateways,
        outbox: &counter.outbox,
        config: &counter.config,
    };
    match reconcile::look(&desk, id.0, payment.created_at).await {
        // The gateway is at work on it: that is an answer, too.
        Err(error) if error.code() == Code::PaymentPending => {}
        // Refused at once: the payment has failed, and shows why.
        Err(error) if error.code() == Code::PaymentDeclined => {}
        result => result?,
    }
    one(&staff, id.0).await.map(Json)
}

/// Accept that a gateway took another amount than it was asked for.
///
/// The payment is booked with what was taken: on its invoices as far as it goes, the rest as the customer's credit.
/// Only in the same currency.
#[utoipa::path(tag = "payments", params(("id" = PaymentId, Path), ("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "7c1d02aa")), responses((status = 200, body = Payment), (status = 400, description = "idempotency_key_required"), (status = 409, description = "not_allowed_in_state: there is no difference"), (status = 422, description = "currency_mismatch")))]
#[post("/payments/{id}/accept-difference")]
async fn accept_payment_difference(
    staff: Staff<can::RecordPayments>,
    counter: Data<Counter>,
    key: RequiredIdempotency,
    id: IdPath<PaymentId>,
) -> Result<Json<Payment>> {
    staff
        .write(async |tx| {
            let digest = id.0.to_string();
            let accept = async || accept::accept(tx, &counter.outbox, id.0).await;
            key.0
                .once(tx, "accept_payment_difference", &digest, accept)
                .await
        })
        .await?;
    one(&staff, id.0).await.map(Json)
}

/// Reject what a gateway took instead of what it was asked for.
///
/// The payment has failed then, its invoices can be paid anew, and nothing of the money is booked: give it back at the
/// gateway.
#[utoipa::path(tag = "payments", params(("id" = PaymentId, Path), ("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "7c1d02ab")), responses((status = 200, body = Payment), (status = 400, description = "idempotency_key_required"), (status = 409, description = "not_allowed_in_state: there is no difference")))]
#[post("/payments/{id}/reject-difference")]
async fn reject_payment_difference(
    staff: Staff<can::RecordPayments>,
    key: RequiredIdempotency,
    id: IdPath<PaymentId>,
) -> Result<Json<Payment>> {
    staff
        .write(async |tx| {
            let digest = id.0.to_string();
            let reject = async || accept::reject(tx, id.0).await;
            key.0
                .once(tx, "reject_payment_difference", &digest, reject)
                .await
        })
        .await?;
    one(&staff, id.0).await.map(Json)
}
