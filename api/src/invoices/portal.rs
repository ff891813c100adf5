//! Invoices for the customer.

use actix_web::{
    get, post,
    web::{Data, Json},
};
use chrono::NaiveDate;
use entity::{InvoiceId, invoice};
use portico_domain::{
    decimal::Decimal,
    invoice::{InvoiceAction, InvoiceFlags, allowed_actions},
    money::Money,
    permission::PortalPermission,
};
use portico_render::mandate_text;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    credit_dto::ApplyCredit,
    credits,
    office::FileQuery,
    pdf::{InvoiceFile, invoice_file},
    portal_dto::{
        PaymentOption, PendingPayment, PortalAddressee, PortalInvoice, PortalInvoiceLine,
        PortalInvoicePayment, PortalInvoiceSummary, PortalIssuer,
    },
    show::{
        check_payable, credit_available, facts, flags, payments, status_in_list, status_of,
        takes_transfers, totals_of,
    },
    store::{self, InvoiceQuery, ListedInvoice},
    view,
};
use crate::{
    config::Config,
    db::system::{self, PortalSession},
    error::Result,
    files::Files,
    gateway::Offers,
    http::{
        Body, IdPath, Listing, NoContent, Params, Portal, RequiredIdempotency, can::portal as can,
        respond::File,
    },
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_portal_invoices)
        .service(get_portal_invoice)
        .service(apply_my_credit)
        .service(view_portal_invoice)
        .service(download_portal_invoice_pdf);
}

/// List my invoices.
///
/// Drafts do not exist here.
#[utoipa::path(tag = "portal", params(InvoiceQuery), responses((status = 200, body = Listing<PortalInvoiceSummary>)))]
#[get("/portal/invoices")]
async fn list_portal_invoices(
    portal: Portal<can::ViewInvoices>,
    query: Params<InvoiceQuery>,
) -> Result<Json<Listing<PortalInvoiceSummary>>> {
    let today = portal.today();
    let page = portal
        .read(async |tx| store::list(tx, &query.0, today).await)
        .await?;
    Ok(Json(page.listing(|row| summarise(row, today))))
}

/// Get one of my invoices.
///
/// Getting it does not count as having looked at it; see `view_portal_invoice`.
#[utoipa::path(tag = "portal", params(("id" = InvoiceId, Path)), responses((status = 200, body = PortalInvoice)))]
#[get("/portal/invoices/{id}")]
async fn get_portal_invoice(
    portal: Portal<can::ViewInvoices>,
    config: Data<Config>,
    id: IdPath<InvoiceId>,
) -> Result<Json<PortalInvoice>> {
    current(&portal, &config, id.0).await.map(Json)
}

async fn current<P>(portal: &Portal<P>, config: &Config, id: InvoiceId) -> Result<PortalInvoice> {
    let today = portal.today();
    let (invoice, lines) = portal
        .read(async |tx| {
            let invoice = store::get(tx, id).await?;
            Ok((invoice, store::lines(tx, id).await?))
        })
        .await?;
    // Seen through the portal's scope: the payments of it may be looked up.
    let scope = system::for_customer(&portal.scope());
    let (related, pending) = portal
        .db
        .read(scope, async |tx| {
            let pending = match invoice.pending_payment_id {
                Some(payment) => store::payment_state(tx, payment)
                    .await?
                    .map(|state| PendingPayment { id: payment, state }),
                None => None,
            };
            Ok::<_, crate::error::Error>((store::related(tx, id).await?, pending))
        })
        .await?;
    let session = &portal.session;
    let offers = Offers::of(config, &session.gateways);
    let payment_options = options(&offers, session, &invoice);
    let allowed_actions = actions(!payment_options.is_empty(), session, &invoice, today);
    let rights = session.rights();
    let money = |amount| Money::new(amount, invoice.currency.0);
    Ok(PortalInvoice {
        summary: summarise((&invoice).into(), today),
        lines: lines
            .into_iter()
            .map(|line| PortalInvoiceLine {
                name: line.name,
                description: line.description,
                quantity: Decimal::from_micros(line.quantity),
                unit: line.unit,
                rate: Decimal::from_micros(line.rate),
                discount: line.discount.map(|discount| discount.0),
                tax_name: line.tax_name,
                amount: line.amount,
            })
            .collect(),
        totals: totals_of(invoice.currency.0, &invoice.totals),
        discount: invoice.discount.as_ref().map(|discount| discount.0),
        adjustment: invoice
            .adjustment
            .as_ref()
            .map(|adjustment| adjustment.0.clone()),
        prices_include_tax: invoice.prices_include_tax,
        amount_paid: money(if status_of(&invoice, today).as_str() == "void" {
            0
        } else {
            invoice.total - invoice.balance - invoice.credits_applied
        }),
        credits_applied: money(invoice.credits_applied),
        credit_available: money(
            if check_payable(&invoice).is_ok()
                && !invoice.payment_processing
                && rights.allow(PortalPermission::PayInvoices)
            {
                credit_available(&related)
            } else {
                0
            },
        ),
        notes: invoice.notes.clone(),
        terms: invoice.terms.clone(),
        reference: invoice.reference.clone(),
        organization: issuer(session),
        customer: PortalAddressee {
            name: invoice.customer_name.clone(),
            billing_address: invoice.billing_address.0.clone(),
            tax_id: session.customer_tax_id.clone(),
        },
        allow_partial_payments: invoice.allow_partial_payments,
        payment_options,
        bank_transfer: check_payable(&invoice).is_ok()
            && !(invoice.payment_processing && session.block_when_pending)
            && takes_transfers(&related),
        payment_instructions: session.payment_instructions.clone(),
        pending_payment: pending,
        payments: payments(&related, invoice.currency.0)
            .into_iter()
            .filter(|_| rights.allow(PortalPermission::ViewPayments))
            .map(|payment| PortalInvoicePayment {
                payment_id: payment.payment_id,
                number: payment.number,
                date: payment.date,
                amount: payment.amount,
            })
            .collect(),
        allowed_actions,
    })
}

/// Pay one of my invoices with credit.
///
/// Credit is what earlier payments left over. Not while the gateway is processing a payment of the invoice.
#[utoipa::path(tag = "portal", params(("id" = InvoiceId, Path), ("Idempotency-Key" = String, Header, description = "Makes a repetition harmless", example = "9d2b0c1a")), request_body = ApplyCredit, responses((status = 200, body = PortalInvoice), (status = 400, description = "idempotency_key_required"), (status = 409, description = "payment_pending"), (status = 422, description = "amount_exceeds_credit: more than there is in this currency")))]
#[post("/portal/invoices/{id}/credits")]
async fn apply_my_credit(
    portal: Portal<can::PayInvoices>,
    config: Data<Config>,
    id: IdPath<InvoiceId>,
    key: RequiredIdempotency,
    body: Body<ApplyCredit>,
) -> Result<Json<PortalInvoice>> {
    portal
        .read(async |tx| store::get(tx, id.0).await.map(|_| ()))
        .await?;
    let digest = format!("{}:{}", id.0, body.digest);
    portal
        .write(async |tx| {
            key.0
                .once(tx, "apply_my_credit", &digest, async || {
                    credits::apply(tx, id.0, body.value.amount).await?;
                    Ok(id.0)
                })
                .await
        })
        .await?;
    current(&portal, &config, id.0).await.map(Json)
}

/// Say that I have looked at an invoice.
///
/// The page calls it once it is visible. The first time is noted and staff are told.
#[utoipa::path(tag = "portal", params(("id" = InvoiceId, Path)), responses((status = 204, description = "Noted")))]
#[post("/portal/invoices/{id}/view")]
async fn view_portal_invoice(
    portal: Portal<can::ViewInvoices>,
    id: IdPath<InvoiceId>,
) -> Result<NoContent> {
    portal
        .read(async |tx| store::get(tx, id.0).await.map(|_| ()))
        .await?;
    portal.write(async |tx| view::view(tx, id.0).await).await?;
    Ok(NoContent)
}

/// Download one of my invoices as PDF.
#[utoipa::path(tag = "portal", params(("id" = InvoiceId, Path), FileQuery), responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
#[get("/portal/invoices/{id}/pdf")]
async fn download_portal_invoice_pdf(
    portal: Portal<can::DownloadInvoices>,
    files: Data<Files>,
    id: IdPath<InvoiceId>,
    query: Params<FileQuery>,
) -> Result<File> {
    portal
        .read(async |tx| store::get(tx, id.0).await.map(|_| ()))
        .await?;
    let scope = system::for_customer(&portal.scope());
    let InvoiceFile { name, bytes, etag } = invoice_file(&portal.db, scope, &files, id.0).await?;
    let inline = query.0.disposition.as_deref() == Some("inline");
    Ok(File {
        bytes,
        content_type: "application/pdf",
        name,
        inline,
        etag: Some(etag),
    })
}

/// An invoice as a row of the portal's list.
#[must_use]
pub fn summarise(row: ListedInvoice, today: NaiveDate) -> PortalInvoiceSummary {
    PortalInvoiceSummary {
        id: row.id,
        status: status_in_list(&row, today),
        total: Money::new(row.total, row.currency.0),
        balance: Money::new(row.balance, row.currency.0),
        number: row.number.unwrap_or_default(),
        date: row.date,
        due_date: row.due_date,
        payment_pending: row.payment_processing,
    }
}

fn options(
    offers: &Offers,
    session: &PortalSession,
    invoice: &invoice::Model,
) -> Vec<PaymentOption> {
    let balance = Money::new(invoice.balance, invoice.currency.0);
    let ways = offers.ways_for(&invoice.gateways, balance, session.allow_bank_debit);
    let mandate = || mandate_text(session.language(), &session.organization_name);
    PaymentOption::all(ways, mandate)
}

fn actions(
    payable: bool,
    session: &PortalSession,
    invoice: &invoice::Model,
    today: NaiveDate,
) -> Vec<InvoiceAction> {
    // An attempt that still waits for its payer gives way to a new one (semantics §4).
    let flags = InvoiceFlags {
        payment_pending: invoice.payment_processing,
        block_when_pending: session.block_when_pending,
        ..flags(invoice)
    };
    let rights = session.rights();
    allowed_actions(&facts(invoice, today), flags)
        .into_iter()
        .filter(|action| match action {
            InvoiceAction::Pay => payable && rights.allow(PortalPermission::PayInvoices),
            InvoiceAction::Download => rights.allow(PortalPermission::DownloadInvoices),
            _ => false,
        })
        .collect()
}

fn issuer(session: &PortalSession) -> PortalIssuer {
    PortalIssuer {
        name: session.organization_name.clone(),
        address: session.organization_address.0.clone(),
        tax_registration: session.organization_tax_registration.clone(),
        email: session.organization_email.clone(),
        phone: session.organization_phone.clone(),
        website: session.organization_website.clone(),
    }
}
