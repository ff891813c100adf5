//! The page of a link: no sign-in, the token is the proof.

use actix_web::{
    get, post,
    web::{Data, Json, Path},
};
use entity::PaymentId;
use portico_domain::{
    money::Money,
    payment::PaymentState,
    payment_link::{Claim, LinkStanding},
};
use portico_render::mandate_text;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    holder::{Holder, Verified},
    pay,
    public_dto::{
        LinkCodeSent, LinkDetails, LinkDetailsInvoice, LinkProof, PublicPaymentLink,
        StartLinkPayment, VerifyPaymentLink,
    },
    standing::{self, Situation},
    verification, view,
};
use crate::{
    config::Config,
    error::{Error, Result},
    gateway::Offers,
    http::{Body, Created, NoContent, RequiredIdempotency, Versioned},
    invoices::{PaymentOption, PendingPayment},
    keys::Keys,
    mail::Outbox,
    payments::{self, Counter, PortalPayment},
};

/// The routes for whoever holds a link.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_public_payment_link)
        .service(view_payment_link)
        .service(request_payment_link_code)
        .service(verify_payment_link)
        .service(start_link_payment)
        .service(get_link_payment)
        .service(sync_link_payment)
        .service(cancel_link_payment);
}

/// See what a payment link is for.
///
/// Looking uses nothing up and counts as nothing: mail scanners open links, too. Links that never were and links of
/// portals that are switched off are told from no others.
#[utoipa::path(tag = "payment_links", params(("token" = String, Path, description = "From the link", example = "x9Kf3…"), ("Payment-Link-Proof" = Option<String>, Header, description = "From `verify_payment_link`, where the organization wants a code", example = "q0J8mV…")), responses((status = 200, body = PublicPaymentLink)))]
#[get("/public/payment-links/{token}")]
async fn get_public_payment_link(
    holder: Holder,
    config: Data<Config>,
) -> Result<Json<PublicPaymentLink>> {
    let look = async |tx: &_| standing::look(tx, holder.link).await;
    let seen = holder.db.read(holder.scope.clone(), look).await?;
    let offers = Offers::of(&config, &seen.organization.gateways);
    Ok(Json(PublicPaymentLink {
        organization_name: seen.organization.name.clone(),
        verification_required: holder.must_verify,
        link: (!holder.must_verify).then(|| details(&offers, &seen)),
    }))
}

/// Say that a payment link was looked at.
///
/// Its page calls it once it is visible. The first time is noted.
#[utoipa::path(tag = "payment_links", params(("token" = String, Path), ("Payment-Link-Proof" = Option<String>, Header)), responses((status = 204, description = "Noted"), (status = 403, description = "verification_required")))]
#[post("/public/payment-links/{token}/view")]
async fn view_payment_link(holder: Verified) -> Result<NoContent> {
    let Verified(holder) = holder;
    let view = async |tx: &_| view::view(tx, holder.link).await;
    holder.db.write(holder.scope.clone(), view).await?;
    Ok(NoContent)
}

/// Have a code mailed that opens a payment link.
///
/// It goes to the customer's primary contact person, works for ten minutes and five tries, and makes earlier ones void.
/// At most one a minute, and ten a day.
#[utoipa::path(tag = "payment_links", params(("token" = String, Path)), responses((status = 200, body = LinkCodeSent), (status = 409, description = "not_allowed_in_state: no contact person has an address"), (status = 429, description = "too_many_attempts: wait as Retry-After says")))]
#[post("/public/payment-links/{token}/codes")]
async fn request_payment_link_code(
    holder: Holder,
    keys: Data<Keys>,
    outbox: Data<Outbox>,
) -> Result<Json<LinkCodeSent>> {
    verification::send(&holder, &keys, &outbox).await.map(Json)
}

/// Enter the code that opens a payment link.
///
/// The answer holds a proof, good for an hour, to be sent with every other request as `Payment-Link-Proof`.
#[utoipa::path(tag = "payment_links", params(("token" = String, Path)), request_body = VerifyPaymentLink, responses((status = 200, body = LinkProof), (status = 410, description = "link_expired: no code works any more, ask for a new one")))]
#[post("/public/payment-links/{token}/verify")]
async fn verify_payment_link(
    holder: Holder,
    keys: Data<Keys>,
    body: Body<VerifyPaymentLink>,
) -> Result<Json<LinkProof>> {
    let code = &body.value.code;
    verification::verify(&holder, &keys, code).await.map(Json)
}

/// Start paying by a payment link.
///
/// How much, the link says. Answers with the secret for the gateway's own element, in which the payer confirms; then
/// call `sync_link_payment`. An earlier attempt that still waits for its payer is given up.
#[utoipa::path(tag = "payment_links", params(("token" = String, Path), ("Payment-Link-Proof" = Option<String>, Header), ("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "9d2b0c1a")), request_body = StartLinkPayment, responses((status = 201, body = PortalPayment), (status = 400, description = "idempotency_key_required"), (status = 402, description = "payment_declined"), (status = 403, description = "verification_required"), (status = 409, description = "payment_in_progress, payment_pending; not_allowed_in_state: there is nothing to be paid"), (status = 410, description = "link_expired; link_used: it is paid, or cancelled"), (status = 502, description = "gateway_unavailable: the attempt stays open and is looked into")))]
#[post("/public/payment-links/{token}/payments")]
async fn start_link_payment(
    holder: Verified,
    counter: Data<Counter>,
    key: RequiredIdempotency,
    body: Body<StartLinkPayment>,
) -> Result<Created<PortalPayment>> {
    let Verified(holder) = holder;
    let Body { value, digest } = body;
    let id = pay::start(&holder, &counter, &key.0, &digest, value).await?;
    let value = pay::show(&holder, &counter, id).await?;
    Ok(Created(Versioned { value, version: 1 }))
}

/// Get a payment that was begun by a payment link.
#[utoipa::path(tag = "payment_links", params(("token" = String, Path), ("id" = PaymentId, Path), ("Payment-Link-Proof" = Option<String>, Header)), responses((status = 200, body = PortalPayment), (status = 403, description = "verification_required")))]
#[get("/public/payment-links/{token}/payments/{id}")]
async fn get_link_payment(
    holder: Verified,
    counter: Data<Counter>,
    path: Path<(String, String)>,
) -> Result<Json<PortalPayment>> {
    let id = payment_id(&path)?;
    pay::show(&holder.0, &counter, id).await.map(Json)
}

/// Ask the gateway how a payment by a payment link went.
///
/// Call it after the element, and while the payment is under way. What the gateway says is booked once.
#[utoipa::path(tag = "payment_links", params(("token" = String, Path), ("id" = PaymentId, Path), ("Payment-Link-Proof" = Option<String>, Header)), responses((status = 200, body = PortalPayment), (status = 403, description = "verification_required"), (status = 502, description = "gateway_unavailable")))]
#[post("/public/payment-links/{token}/payments/{id}/sync")]
async fn sync_link_payment(
    holder: Verified,
    counter: Data<Counter>,
    path: Path<(String, String)>,
) -> Result<Json<PortalPayment>> {
    let (Verified(holder), id) = (holder, payment_id(&path)?);
    pay::mine(&holder, id).await?;
    payments::sync(&pay::desk(&holder, &counter), id).await?;
    pay::show(&holder, &counter, id).await.map(Json)
}

/// Give up a payment by a payment link that was not confirmed.
#[utoipa::path(tag = "payment_links", params(("token" = String, Path), ("id" = PaymentId, Path), ("Payment-Link-Proof" = Option<String>, Header)), responses((status = 200, body = PortalPayment), (status = 403, description = "verification_required"), (status = 409, description = "payment_pending: the gateway is processing it")))]
#[post("/public/payment-links/{token}/payments/{id}/cancel")]
async fn cancel_link_payment(
    holder: Verified,
    counter: Data<Counter>,
    path: Path<(String, String)>,
) -> Result<Json<PortalPayment>> {
    let (Verified(holder), id) = (holder, payment_id(&path)?);
    pay::mine(&holder, id).await?;
    payments::give_up(&pay::desk(&holder, &counter), id).await?;
    pay::show(&holder, &counter, id).await.map(Json)
}

/// What is not even shaped like an id does not exist either.
fn payment_id(path: &(String, String)) -> Result<PaymentId> {
    path.1.parse().map_err(|_| Error::not_found())
}

/// What the page shows. A link that cannot be paid any more tells no more than that.
fn details(offers: &Offers, seen: &Situation) -> LinkDetails {
    let currency = seen.link.currency.0;
    let money = |amount| Money::new(amount, currency);
    let state = |state| seen.attempts.iter().find(move |one| one.state.0 == state);
    let paid = state(PaymentState::Succeeded);
    let payment = paid.or_else(|| state(PaymentState::Pending));
    let due = match seen.claim {
        Claim::Due(amount) => Some(amount),
        Claim::NothingDue | Claim::Gone => None,
    };
    let (open, told) = match seen.standing {
        LinkStanding::Open => (true, true),
        LinkStanding::Processing | LinkStanding::Paid | LinkStanding::NothingDue => (false, true),
        LinkStanding::Expired | LinkStanding::Cancelled | LinkStanding::Closed => (false, false),
    };
    let amount = payment.map(|payment| payment.amount).or(due);
    let organization = &seen.organization;
    let language = seen.customer.language.unwrap_or(organization.language).0;
    let on_account = pay::gateways();
    let invoice = seen.invoice.as_ref().filter(|_| told);
    let gateways = invoice.map_or(&on_account, |invoice| &invoice.gateways.0);
    let options = || {
        let amount = money(due.unwrap_or_default());
        let ways = offers.ways_for(gateways, amount, seen.customer.allow_bank_debit);
        PaymentOption::all(ways, || mandate_text(language, &organization.name))
    };
    LinkDetails {
        standing: seen.standing,
        expires_at: seen.link.expires_at,
        amount: amount.filter(|_| told).map(money),
        customer_name: told.then(|| seen.customer.display_name.clone()),
        invoice: invoice.map(|invoice| LinkDetailsInvoice {
            number: invoice.number.clone().unwrap_or_default(),
            due_date: invoice.due_date,
            total: money(invoice.total),
            balance: money(invoice.balance),
        }),
        description: seen.link.description.clone().filter(|_| told),
        payment_options: if open { options() } else { Vec::new() },
        payment_instructions: organization.payment_instructions.clone().filter(|_| open),
        payment: payment.map(|payment| PendingPayment {
            id: payment.payment_id,
            state: payment.state.0,
        }),
        organization_email: organization.email.clone(),
        organization_phone: organization.phone.clone(),
    }
}
