//! Payment links for staff.

use actix_web::{
    HttpResponse, get, post,
    web::{Data, Json},
};
use entity::PaymentLinkId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    cancel::cancel,
    create::create,
    dto::{CreatePaymentLink, PaymentLink},
    mails,
    show::describe,
    store::{self, PaymentLinkQuery},
};
use crate::{
    db::Page,
    error::{Error, Result},
    http::{Body, IdPath, Idempotency, Listing, Params, Staff, can},
    payments::{self, Counter, Desk},
    random,
};

/// The routes for staff.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_payment_links)
        .service(create_payment_link)
        .service(get_payment_link)
        .service(cancel_payment_link);
}

/// List payment links.
#[utoipa::path(tag = "payment_links", params(PaymentLinkQuery), responses((status = 200, body = Listing<PaymentLink>)))]
#[get("/payment-links")]
async fn list_payment_links(
    staff: Staff<can::ViewPayments>,
    query: Params<PaymentLinkQuery>,
) -> Result<Json<Listing<PaymentLink>>> {
    let role = staff.session.role.0;
    let page = staff
        .read(async |tx| {
            let Page {
                rows,
                next_cursor,
                total,
            } = store::list(tx, &query.0).await?;
            Ok(Listing {
                data: describe(tx, rows, role).await?,
                next_cursor,
                total,
            })
        })
        .await?;
    Ok(Json(page))
}

/// Make a payment link.
///
/// For an invoice, or for an amount that becomes the customer's credit. The answer holds the link itself, this once: a
/// repetition with the same `Idempotency-Key` tells of the link without it. Another amount is another link.
#[utoipa::path(tag = "payment_links", request_body = CreatePaymentLink, responses((status = 201, body = PaymentLink), (status = 409, description = "not_allowed_in_state: the invoice cannot be paid, or the customer is not active")))]
#[post("/payment-links")]
async fn create_payment_link(
    staff: Staff<can::ManagePaymentLinks>,
    counter: Data<Counter>,
    key: Idempotency,
    body: Body<CreatePaymentLink>,
) -> Result<HttpResponse> {
    let Body { value, digest } = body;
    let outbox = &counter.outbox;
    let token = random::token();
    let id = staff
        .write(async |tx| {
            let create = async || create(tx, outbox, &token, value).await;
            key.once(tx, "create_payment_link", &digest, create).await
        })
        .await?;
    let kept = staff
        .read(async |tx| store::get(tx, id).await)
        .await?
        .token_hash;
    let mut made = one(&staff, id).await?;
    if kept == random::token_hash(&token) {
        made.url = Some(mails::url(outbox, &staff.session.portal_name, &token));
    }
    Ok(HttpResponse::Created().json(made))
}

/// Get a payment link.
#[utoipa::path(tag = "payment_links", params(("id" = PaymentLinkId, Path)), responses((status = 200, body = PaymentLink)))]
#[get("/payment-links/{id}")]
async fn get_payment_link(
    staff: Staff<can::ViewPayments>,
    id: IdPath<PaymentLinkId>,
) -> Result<Json<PaymentLink>> {
    one(&staff, id.0).await.map(Json)
}

/// Cancel a payment link.
///
/// Nobody can begin to pay by it any more, and what somebody began and has not confirmed is given up. Not once it is
/// paid, and not while a payment by it is being processed.
#[utoipa::path(tag = "payment_links", params(("id" = PaymentLinkId, Path)), responses((status = 200, body = PaymentLink), (status = 409, description = "not_allowed_in_state: it has been paid; payment_pending")))]
#[post("/payment-links/{id}/cancel")]
async fn cancel_payment_link(
    staff: Staff<can::ManagePaymentLinks>,
    counter: Data<Counter>,
    id: IdPath<PaymentLinkId>,
) -> Result<Json<PaymentLink>> {
    let waiting = staff.write(async |tx| cancel(tx, id.0).await).await?;
    let desk = Desk {
        db: &staff.db,
        scope: staff.scope(),
        gateways: &counter.gateways,
        outbox: &counter.outbox,
        config: &counter.config,
    };
    for payment in waiting {
        if let Err(error) = payments::give_up(&desk, payment).await {
            tracing::warn!(%payment, %error, "an attempt outlives its link until it is reconciled");
        }
    }
    one(&staff, id.0).await.map(Json)
}

async fn one<P>(staff: &Staff<P>, id: PaymentLinkId) -> Result<PaymentLink> {
    let role = staff.session.role.0;
    staff
        .read(async |tx| {
            let link = store::get(tx, id).await?;
            describe(tx, vec![link], role)
                .await?
                .pop()
                .ok_or_else(Error::not_found)
        })
        .await
}
