//! Paying, and payments made, for the customer.

use actix_web::{
    get, post,
    web::{Data, Json},
};
use entity::PaymentId;
use portico_domain::{
    payment::{PaymentMode, PaymentState},
    permission::PortalPermission,
};
use portico_gateways::IntentStatus;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{PortalPayment, StartPayment},
    receipt::{ReceiptFile, receipt_file},
    show::{Unfinished, portal_payments},
    start::{self, Counter, Desk, Payer},
    store::{self, PaymentQuery},
    sync,
};
use crate::{
    db::{Db, OrgScope, Page, system},
    error::{Code, Error, Result},
    files::Files,
    gateway::Offers,
    http::{
        Body, Created, IdPath, Listing, Params, Portal, RequiredIdempotency, Versioned,
        can::portal as can, respond::File,
    },
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_portal_payments)
        .service(start_payment)
        .service(get_portal_payment)
        .service(sync_payment)
        .service(cancel_payment)
        .service(download_portal_receipt);
}

/// List my payments.
#[utoipa::path(tag = "portal", params(PaymentQuery), responses((status = 200, body = Listing<PortalPayment>)))]
#[get("/portal/payments")]
async fn list_portal_payments(
    portal: Portal<can::ViewPayments>,
    query: Params<PaymentQuery>,
) -> Result<Json<Listing<PortalPayment>>> {
    let Page {
        rows,
        next_cursor,
        total,
    } = portal
        .read(async |tx| store::list_made(tx, &query.0).await)
        .await?;
    let scope = system::for_customer(&portal.scope());
    let mut data = portal
        .db
        .read(scope, async |tx| portal_payments(tx, rows, None).await)
        .await?;
    offer_receipts(&portal, &mut data);
    Ok(Json(Listing {
        data,
        next_cursor,
        total,
    }))
}

/// Start paying invoices online.
///
/// Answers with the secret for the gateway's own element, in which the payer confirms; then call `sync_payment`. An earlier
/// attempt that still waits for its payer is given up.
#[utoipa::path(tag = "portal", params(("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "9d2b0c1a")), request_body = StartPayment, responses((status = 201, body = PortalPayment), (status = 400, description = "idempotency_key_required"), (status = 402, description = "payment_declined"), (status = 403, description = "not_permitted: also for several invoices, where each is paid on its own"), (status = 409, description = "payment_in_progress"), (status = 502, description = "gateway_unavailable: the attempt stays open and is looked into")))]
#[post("/portal/payments")]
async fn start_payment(
    portal: Portal<can::PayInvoices>,
    counter: Data<Counter>,
    key: RequiredIdempotency,
    body: Body<StartPayment>,
) -> Result<Created<PortalPayment>> {
    if body.value.allocations.len() > 1 {
        let several = PortalPermission::PaySeveralInvoices;
        portal.session.must_be_allowed(several)?;
    }
    let desk = desk(&portal, &counter);
    let payer = Payer {
        customer: portal.session.customer_id,
        person: Some(portal.session.person_id),
    };
    let id = start::start(&desk, payer, &key.0, &body.digest, body.value).await?;
    let value = show(&portal, &counter, id).await?;
    Ok(Created(Versioned { value, version: 1 }))
}

/// Get one of my payments.
#[utoipa::path(tag = "portal", params(("id" = PaymentId, Path)), responses((status = 200, body = PortalPayment)))]
#[get("/portal/payments/{id}")]
async fn get_portal_payment(
    portal: Portal<can::FollowPayments>,
    counter: Data<Counter>,
    id: IdPath<PaymentId>,
) -> Result<Json<PortalPayment>> {
    let payment = mine(&portal, id.0).await?;
    let session = &portal.session;
    let views = session.rights().allow(PortalPermission::ViewPayments);
    if !views && payment.person_id != Some(session.person_id) {
        return Err(Error::not_found());
    }
    show(&portal, &counter, id.0).await.map(Json)
}

/// Ask the gateway how a payment of mine went.
///
/// Call it after the element, and while the payment is under way. What the gateway says is booked once.
#[utoipa::path(tag = "portal", params(("id" = PaymentId, Path)), responses((status = 200, body = PortalPayment), (status = 502, description = "gateway_unavailable")))]
#[post("/portal/payments/{id}/sync")]
async fn sync_payment(
    portal: Portal<can::PayInvoices>,
    counter: Data<Counter>,
    id: IdPath<PaymentId>,
) -> Result<Json<PortalPayment>> {
    mine(&portal, id.0).await?;
    sync::sync(&desk(&portal, &counter), id.0).await?;
    show(&portal, &counter, id.0).await.map(Json)
}

/// Give up a payment of mine that I have not confirmed.
#[utoipa::path(tag = "portal", params(("id" = PaymentId, Path)), responses((status = 200, body = PortalPayment), (status = 409, description = "payment_pending: the gateway is processing it")))]
#[post("/portal/payments/{id}/cancel")]
async fn cancel_payment(
    portal: Portal<can::PayInvoices>,
    counter: Data<Counter>,
    id: IdPath<PaymentId>,
) -> Result<Json<PortalPayment>> {
    mine(&portal, id.0).await?;
    sync::give_up(&desk(&portal, &counter), id.0).await?;
    show(&portal, &counter, id.0).await.map(Json)
}

/// Download the receipt of one of my payments as PDF.
#[utoipa::path(tag = "portal", params(("id" = PaymentId, Path)), responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
#[get("/portal/payments/{id}/receipt")]
async fn download_portal_receipt(
    portal: Portal<can::DownloadReceipts>,
    files: Data<Files>,
    id: IdPath<PaymentId>,
) -> Result<File> {
    mine(&portal, id.0).await?;
    let scope = system::for_customer(&portal.scope());
    let ReceiptFile { name, bytes, etag } = receipt_file(&portal.db, scope, &files, id.0).await?;
    Ok(File {
        bytes,
        content_type: "application/pdf",
        name,
        inline: false,
        etag: Some(etag),
    })
}

/// Refuses what is not this customer's.
async fn mine<P>(portal: &Portal<P>, id: PaymentId) -> Result<entity::payment::Model> {
    portal.read(async |tx| store::get(tx, id).await).await
}

async fn show<P>(portal: &Portal<P>, counter: &Counter, id: PaymentId) -> Result<PortalPayment> {
    let payment = mine(portal, id).await?;
    let scope = system::for_customer(&portal.scope());
    let unfinished = unfinished(&portal.db, scope.clone(), counter, &payment).await?;
    let scope = system::for_customer(&portal.scope());
    let mut shown = portal
        .db
        .read(scope, async |tx| {
            portal_payments(tx, vec![payment], unfinished.as_ref()).await
        })
        .await?;
    offer_receipts(portal, &mut shown);
    shown.pop().ok_or_else(Error::not_found)
}

/// A receipt is offered to whom it would be given.
fn offer_receipts<P>(portal: &Portal<P>, payments: &mut [PortalPayment]) {
    let may = portal
        .session
        .rights()
        .allow(PortalPermission::DownloadReceipts);
    for payment in payments {
        payment.receipt_available &= may;
    }
}

/// With what the payer finishes it, while that is possible. It is kept nowhere: the gateway is asked.
///
/// # Errors
/// `gateway_unavailable`.
pub async fn unfinished(
    db: &Db,
    scope: OrgScope,
    counter: &Counter,
    payment: &entity::payment::Model,
) -> Result<Option<Unfinished>> {
    let (Some(kind), Some(intent)) = (&payment.gateway, &payment.gateway_intent_id) else {
        return Ok(None);
    };
    if payment.state.0 != PaymentState::RequiresAction {
        return Ok(None);
    }
    let gateway = counter.gateways.of(db, scope.clone(), kind).await?;
    match portico_gateways::within(gateway.retrieve_intent(intent)).await {
        Ok(intent) => {
            let organization = db.read(scope, async |tx| tx.own_organization().await);
            let offers = Offers::of(&counter.config, &organization.await?.gateways);
            let public_key = offers.find(kind).and_then(|offer| offer.public_key.clone());
            let asked = intent.status == IntentStatus::RequiresAction;
            Ok(Some(Unfinished {
                challenged: asked && payment.mode.0 != PaymentMode::Online,
                client_secret: intent.client_secret,
                approval_url: intent.approval_url,
                public_key,
            }))
        }
        Err(_) => Err(Code::GatewayUnavailable.into()),
    }
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
