//! Kept methods, for staff: what a customer has kept, and charging it while the customer is away.

use actix_web::{
    delete, get, post,
    web::{Data, Json},
};
use entity::{CustomerId, PaymentMethodId};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{PaymentMethod, PaymentMethodList},
    keep, store,
};
use crate::{
    customers,
    error::Result,
    http::{Body, Created, IdPath, IdPaths, NoContent, RequiredIdempotency, Staff, Versioned, can},
    payments::{self, ChargeInput, Counter, Desk, Payment},
};

/// The routes for staff.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_payment_methods)
        .service(remove_customers_payment_method)
        .service(charge_payment_method);
}

/// List the cards and accounts that are kept for a customer.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path)), responses((status = 200, body = PaymentMethodList)))]
#[get("/customers/{id}/payment-methods")]
async fn list_payment_methods(
    staff: Staff<can::ViewPayments>,
    id: IdPath<CustomerId>,
) -> Result<Json<PaymentMethodList>> {
    let rows = staff
        .read(async |tx| {
            customers::get(tx, id.0).await?;
            store::list(tx, id.0).await
        })
        .await?;
    let data = rows.into_iter().map(PaymentMethod::from).collect();
    Ok(Json(PaymentMethodList { data }))
}

/// Remove a card or an account that is kept for a customer, here and at the gateway.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path), ("method_id" = PaymentMethodId, Path)), responses((status = 204, description = "Removed"), (status = 502, description = "gateway_unavailable: it is still kept")))]
#[delete("/customers/{id}/payment-methods/{method_id}")]
async fn remove_customers_payment_method(
    staff: Staff<can::RecordPayments>,
    counter: Data<Counter>,
    ids: IdPaths<CustomerId, PaymentMethodId>,
) -> Result<NoContent> {
    let IdPaths(customer, method) = ids;
    keep::remove(&desk(&staff, &counter), customer, method).await?;
    Ok(NoContent)
}

/// Charge what a customer has kept, while the customer is away.
///
/// Only what the customer agreed to: it is meant for what recurs, and for what was arranged. The answer is the payment,
/// also where it failed: then `failure` tells why, and for staff what to do. A bank debit is `pending` for days.
#[utoipa::path(tag = "payments", params(("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "4b1c77e2")), request_body = ChargeInput, responses((status = 201, body = Payment), (status = 400, description = "idempotency_key_required"), (status = 409, description = "payment_in_progress, payment_pending, not_allowed_in_state"), (status = 422, description = "amount_exceeds_balance, full_amount_required, currency_mismatch"), (status = 502, description = "gateway_unavailable: the attempt stays open and is looked into")))]
#[post("/payments/charge")]
async fn charge_payment_method(
    staff: Staff<can::RecordPayments>,
    counter: Data<Counter>,
    key: RequiredIdempotency,
    body: Body<ChargeInput>,
) -> Result<Created<Payment>> {
    let desk = desk(&staff, &counter);
    let id = payments::charge(&desk, &key.0, &body.digest, body.value).await?;
    let value = payments::one(&staff, id).await?;
    Ok(Created(Versioned { value, version: 1 }))
}

fn desk<'a, P>(staff: &'a Staff<P>, counter: &'a Counter) -> Desk<'a> {
    Desk {
        db: &staff.db,
        scope: staff.scope(),
        gateways: &counter.gateways,
        outbox: &counter.outbox,
        config: &counter.config,
    }
}
