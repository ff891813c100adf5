//! Payments for staff.

use actix_web::{
    get, post,
    web::{Data, Json},
};
use entity::{PaymentId, RefundId};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    Counter,
    dto::{Payment, PaymentInput, Refund, RefundDecision, RefundInput},
    receipt::{ReceiptFile, receipt_file},
    record, refund,
    show::{describe, refund_for_staff},
    start::Desk,
    store::{self, PaymentQuery},
};
use crate::{
    db::Page,
    error::{Error, Result},
    files::Files,
    http::{
        Body, Created, IdPath, IdPaths, Listing, Params, RequiredIdempotency, Staff, Versioned,
        can, respond::File,
    },
    mail::Outbox,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_payments)
        .service(record_payment)
        .service(get_payment)
        .service(refund_payment)
        .service(decide_refund)
        .service(download_payment_receipt);
}

/// List payments.
///
/// Recorded and online ones.
#[utoipa::path(tag = "payments", params(PaymentQuery), responses((status = 200, body = Listing<Payment>)))]
#[get("/payments")]
async fn list_payments(
    staff: Staff<can::ViewPayments>,
    query: Params<PaymentQuery>,
) -> Result<Json<Listing<Payment>>> {
    let page = staff
        .read(async |tx| {
            let Page {
                rows,
                next_cursor,
                total,
            } = store::list(tx, &query.0).await?;
            Ok(Listing {
                data: describe(tx, rows).await?,
                next_cursor,
                total,
            })
        })
        .await?;
    Ok(Json(page))
}

/// Record a payment that was made elsewhere.
///
/// It may pay several invoices of one customer at once; what is left becomes the customer's credit.
#[utoipa::path(tag = "payments", params(("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "5f1c9f6e")), request_body = PaymentInput, responses((status = 201, body = Payment), (status = 400, description = "idempotency_key_required"), (status = 409, description = "not_allowed_in_state")))]
#[post("/payments")]
async fn record_payment(
    staff: Staff<can::RecordPayments>,
    outbox: Data<Outbox>,
    key: RequiredIdempotency,
    body: Body<PaymentInput>,
) -> Result<Created<Payment>> {
    let today = staff.today();
    let id = staff
        .write(async |tx| {
            key.0
                .once(tx, "record_payment", &body.digest, async || {
                    record::record(tx, &outbox, body.value, today).await
                })
                .await
        })
        .await?;
    let value = one(&staff, id).await?;
    Ok(Created(Versioned { value, version: 1 }))
}

/// Get a payment.
#[utoipa::path(tag = "payments", params(("id" = PaymentId, Path)), responses((status = 200, body = Payment)))]
#[get("/payments/{id}")]
async fn get_payment(
    staff: Staff<can::ViewPayments>,
    id: IdPath<PaymentId>,
) -> Result<Json<Payment>> {
    one(&staff, id.0).await.map(Json)
}

/// Give a payment's money back, in full or in part.
///
/// The unused part is taken first, then what is chosen of the invoices, which are open again. What a gateway took it gives
/// back itself: until it has said how that went, the refund is open and its money set aside. A refund that fails gives
/// the money back to where it was taken. Of a payment that staff recorded, say how it was paid back.
#[utoipa::path(tag = "payments", params(("id" = PaymentId, Path), ("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "5f1c9f6e")), request_body = RefundInput, responses((status = 201, body = Refund), (status = 400, description = "idempotency_key_required"), (status = 409, description = "not_allowed_in_state"), (status = 422, description = "amount_exceeds_payment: more than what is left of it"), (status = 502, description = "gateway_unavailable: this installation does not have the payment's gateway")))]
#[post("/payments/{id}/refunds")]
async fn refund_payment(
    staff: Staff<can::RefundPayments>,
    counter: Data<Counter>,
    id: IdPath<PaymentId>,
    key: RequiredIdempotency,
    body: Body<RefundInput>,
) -> Result<Created<Refund>> {
    let desk = Desk {
        db: &staff.db,
        scope: staff.scope(),
        gateways: &counter.gateways,
        outbox: &counter.outbox,
        config: &counter.config,
    };
    let refund = refund::refund(&desk, id.0, &key.0, &body.digest, body.value).await?;
    let value = staff
        .read(async |tx| store::get_refund(tx, refund).await)
        .await?;
    let value = refund_for_staff(value, staff.db.clock().now());
    Ok(Created(Versioned { value, version: 1 }))
}

/// Say whether a refund was made that the gateway never answered.
///
/// After a day without an answer the gateway is asked no more, lest the refund be made twice: the refund is then
/// `unanswered`. Look it up at the gateway. One that was not made gives the money back to where it was taken.
#[utoipa::path(tag = "payments", params(("id" = PaymentId, Path), ("refund_id" = RefundId, Path)), request_body = RefundDecision, responses((status = 200, body = Payment), (status = 409, description = "not_allowed_in_state: the gateway has answered, or is still asked")))]
#[post("/payments/{id}/refunds/{refund_id}/decide")]
async fn decide_refund(
    staff: Staff<can::RefundPayments>,
    counter: Data<Counter>,
    ids: IdPaths<PaymentId, RefundId>,
    body: Body<RefundDecision>,
) -> Result<Json<Payment>> {
    let IdPaths(payment, refund) = ids;
    let made = body.value.made;
    staff
        .write(async |tx| refund::decide(tx, &counter.outbox, payment, refund, made).await)
        .await?;
    one(&staff, payment).await.map(Json)
}

/// Download the receipt of a payment as PDF.
#[utoipa::path(tag = "payments", params(("id" = PaymentId, Path)), responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
#[get("/payments/{id}/receipt")]
async fn download_payment_receipt(
    staff: Staff<can::ViewPayments>,
    files: Data<Files>,
    id: IdPath<PaymentId>,
) -> Result<File> {
    let ReceiptFile { name, bytes, etag } =
        receipt_file(&staff.db, staff.scope(), &files, id.0).await?;
    Ok(File {
        bytes,
        content_type: "application/pdf",
        name,
        inline: false,
        etag: Some(etag),
    })
}

/// A payment as staff see it.
///
/// # Errors
/// `not_found`.
pub(crate) async fn one<P>(staff: &Staff<P>, id: PaymentId) -> Result<Payment> {
    staff
        .read(async |tx| {
            let payment = store::get(tx, id).await?;
            describe(tx, vec![payment])
                .await?
                .pop()
                .ok_or_else(Error::not_found)
        })
        .await
}
