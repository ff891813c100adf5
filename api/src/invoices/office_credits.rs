//! Credit on invoices, for staff.

use actix_web::post;
use entity::InvoiceId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    credit_dto::{ApplyCredit, ReleaseCredit},
    credits,
    dto::Invoice,
    office::current,
};
use crate::{
    error::Result,
    http::{Body, IdPath, RequiredIdempotency, Staff, Versioned, can},
};

/// The routes of this part of the slice.
pub fn routes(config: &mut ServiceConfig) {
    config.service(apply_credit).service(release_credit);
}

/// Apply a customer's credit to an invoice.
///
/// Credit is what payments left over; the oldest is used first. Not while the gateway is processing a payment of the invoice.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path), ("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "5f1c9f6e")), request_body = ApplyCredit, responses((status = 200, body = Invoice), (status = 400, description = "idempotency_key_required"), (status = 409, description = "not_allowed_in_state"), (status = 422, description = "amount_exceeds_credit: more than there is in this currency")))]
#[post("/invoices/{id}/credits")]
async fn apply_credit(
    staff: Staff<can::RecordPayments>,
    id: IdPath<InvoiceId>,
    key: RequiredIdempotency,
    body: Body<ApplyCredit>,
) -> Result<Versioned<Invoice>> {
    let digest = format!("{}:{}", id.0, body.digest);
    staff
        .write(async |tx| {
            key.0
                .once(tx, "apply_credit", &digest, async || {
                    credits::apply(tx, id.0, body.value.amount).await?;
                    Ok(id.0)
                })
                .await
        })
        .await?;
    current(&staff, id.0).await
}

/// Take credit off an invoice.
///
/// All that came from one payment; it is the customer's credit again.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path), ("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "5f1c9f6e")), request_body = ReleaseCredit, responses((status = 200, body = Invoice), (status = 400, description = "idempotency_key_required"), (status = 404, description = "not_found: also if no credit of this payment is on the invoice"), (status = 409, description = "not_allowed_in_state")))]
#[post("/invoices/{id}/credits/release")]
async fn release_credit(
    staff: Staff<can::RecordPayments>,
    id: IdPath<InvoiceId>,
    key: RequiredIdempotency,
    body: Body<ReleaseCredit>,
) -> Result<Versioned<Invoice>> {
    let digest = format!("{}:{}", id.0, body.digest);
    staff
        .write(async |tx| {
            key.0
                .once(tx, "release_credit", &digest, async || {
                    credits::remove(tx, id.0, body.value.payment_id).await?;
                    Ok(id.0)
                })
                .await
        })
        .await?;
    current(&staff, id.0).await
}
