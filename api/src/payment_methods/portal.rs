//! Kept methods, for the customer.

use actix_web::{
    delete, get, patch, post,
    web::{Data, Json},
};
use entity::PaymentMethodId;
use portico_gateways::Method;
use portico_render::mandate_text;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    change,
    dto::{
        BeginSetup, FinishSetup, MethodSetup, PaymentMethod, PortalPaymentMethods,
        UpdatePaymentMethod,
    },
    keep, setup, store,
};
use crate::{
    db::system,
    error::Result,
    gateway::{Offers, every_gateway},
    http::{Body, Created, IdPath, NoContent, Portal, Versioned, can::portal as can},
    invoices::PaymentOption,
    payments::{Counter, Desk},
};

/// The routes for the customer.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_my_payment_methods)
        .service(begin_payment_method)
        .service(save_payment_method)
        .service(update_payment_method)
        .service(remove_payment_method);
}

/// List the cards and accounts that are kept for my company.
#[utoipa::path(tag = "portal", responses((status = 200, body = PortalPaymentMethods)))]
#[get("/portal/payment-methods")]
async fn list_my_payment_methods(
    portal: Portal<can::PayInvoices>,
    counter: Data<Counter>,
) -> Result<Json<PortalPaymentMethods>> {
    let session = &portal.session;
    let scope = system::for_customer(&portal.scope());
    let customer = session.customer_id;
    let rows = portal
        .db
        .read(scope, async |tx| store::list(tx, customer).await)
        .await?;
    let offers = Offers::of(&counter.config, &session.gateways);
    let every = every_gateway();
    let ways = offers
        .ways(&every, session.allow_bank_debit)
        .filter(|(offer, method)| offer.keeps_methods() && *method != Method::Wallet);
    let mandate = || mandate_text(session.language(), &session.organization_name);
    Ok(Json(PortalPaymentMethods {
        data: rows.into_iter().map(PaymentMethod::from).collect(),
        options: PaymentOption::all(ways, mandate),
    }))
}

/// Begin to have a card or an account kept, without a payment.
///
/// Answers with the secret for the gateway's own element, into which it is entered; then call `save_payment_method`.
#[utoipa::path(tag = "portal", request_body = BeginSetup, responses((status = 201, body = MethodSetup), (status = 402, description = "payment_declined"), (status = 502, description = "gateway_unavailable")))]
#[post("/portal/payment-methods/setups")]
async fn begin_payment_method(
    portal: Portal<can::PayInvoices>,
    counter: Data<Counter>,
    body: Body<BeginSetup>,
) -> Result<Created<MethodSetup>> {
    let desk = desk(&portal, &counter);
    let begun = setup::begin(&desk, portal.session.customer_id, &body.value).await?;
    let value = MethodSetup {
        setup_id: begun.id,
        client_secret: begun.client_secret,
    };
    Ok(Created(Versioned { value, version: 1 }))
}

/// Save the card or the account that was entered.
///
/// Doing it twice is harmless.
#[utoipa::path(tag = "portal", request_body = FinishSetup, responses((status = 201, body = PaymentMethod), (status = 402, description = "payment_declined"), (status = 409, description = "not_allowed_in_state: nothing was entered"), (status = 502, description = "gateway_unavailable")))]
#[post("/portal/payment-methods")]
async fn save_payment_method(
    portal: Portal<can::PayInvoices>,
    counter: Data<Counter>,
    body: Body<FinishSetup>,
) -> Result<Created<PaymentMethod>> {
    let desk = desk(&portal, &counter);
    let kept = setup::finish(&desk, portal.session.customer_id, &body.value).await?;
    let value = kept.into();
    Ok(Created(Versioned { value, version: 1 }))
}

/// Change a card or an account that is kept: its expiry, its holder's address, whether it is the default.
#[utoipa::path(tag = "portal", params(("id" = PaymentMethodId, Path)), request_body = UpdatePaymentMethod, responses((status = 200, body = PaymentMethod), (status = 402, description = "payment_declined: the gateway does not take the change"), (status = 502, description = "gateway_unavailable")))]
#[patch("/portal/payment-methods/{id}")]
async fn update_payment_method(
    portal: Portal<can::PayInvoices>,
    counter: Data<Counter>,
    id: IdPath<PaymentMethodId>,
    body: Body<UpdatePaymentMethod>,
) -> Result<Json<PaymentMethod>> {
    let desk = desk(&portal, &counter);
    let customer = portal.session.customer_id;
    let changed = change::change(&desk, customer, id.0, body.value).await?;
    Ok(Json(changed.into()))
}

/// Remove a card or an account that is kept, here and at the gateway.
#[utoipa::path(tag = "portal", params(("id" = PaymentMethodId, Path)), responses((status = 204, description = "Removed"), (status = 502, description = "gateway_unavailable: it is still kept")))]
#[delete("/portal/payment-methods/{id}")]
async fn remove_payment_method(
    portal: Portal<can::PayInvoices>,
    counter: Data<Counter>,
    id: IdPath<PaymentMethodId>,
) -> Result<NoContent> {
    let desk = desk(&portal, &counter);
    keep::remove(&desk, portal.session.customer_id, id.0).await?;
    Ok(NoContent)
}

fn desk<'a, P>(portal: &'a Portal<P>, counter: &'a Counter) -> Desk<'a> {
    Desk {
        db: &portal.db,
        scope: system::for_customer(&portal.scope()),
        gateways: &counter.gateways,
        outbox: &counter.outbox,
        config: &counter.config,
    }
}
