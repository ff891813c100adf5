//! Invoices for staff.

use actix_web::{delete, get, patch, post, web::Data};
use entity::InvoiceId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    calculate::calculate,
    create,
    dto::{Invoice, InvoiceInput, InvoiceSummary, SendInvoice, Totals, UpdateInvoice, VoidInvoice},
    pdf::{InvoiceFile, invoice_file},
    show::{show, summarise},
    store::{self, InvoiceQuery},
};
use crate::{
    audit::{self, TimelineEntry, TimelineQuery},
    error::Result,
    files::Files,
    http::{
        Body, Created, IdPath, Idempotency, IfMatch, Listing, MergePatch, NoContent, Params, Staff,
        Versioned, can, respond::File,
    },
    mail::Outbox,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(calculate_invoice)
        .service(list_invoices)
        .service(create_invoice)
        .service(get_invoice)
        .service(update_invoice)
        .service(delete_invoice)
        .service(send_invoice)
        .service(mark_invoice_sent)
        .service(void_invoice)
        .service(revert_invoice_to_draft)
        .service(duplicate_invoice)
        .service(download_invoice_pdf)
        .service(dismiss_transfer_notice)
        .service(get_invoice_timeline)
        .configure(super::office_credits::routes);
}

/// List invoices.
#[utoipa::path(tag = "invoices", params(InvoiceQuery), responses((status = 200, body = Listing<InvoiceSummary>)))]
#[get("/invoices")]
async fn list_invoices(
    staff: Staff<can::ViewInvoices>,
    query: Params<InvoiceQuery>,
) -> Result<actix_web::web::Json<Listing<InvoiceSummary>>> {
    let today = staff.today();
    let page = staff
        .read(async |tx| store::list(tx, &query.0, today).await)
        .await?;
    Ok(actix_web::web::Json(
        page.listing(|row| summarise(row, today)),
    ))
}

/// Calculate an invoice.
///
/// What it would come to; nothing is kept. For live totals while writing.
#[utoipa::path(tag = "invoices", request_body = InvoiceInput, responses((status = 200, body = Totals)))]
#[post("/invoices/calculate")]
async fn calculate_invoice(
    staff: Staff<can::ViewInvoices>,
    body: Body<InvoiceInput>,
) -> Result<actix_web::web::Json<Totals>> {
    let today = staff.today();
    let totals = staff
        .read(async |tx| calculate(tx, body.value, today).await)
        .await?;
    Ok(actix_web::web::Json(totals))
}

/// Write an invoice.
///
/// It is a draft, without a number, until it is sent or marked as sent.
#[utoipa::path(tag = "invoices", request_body = InvoiceInput, responses((status = 201, body = Invoice), (status = 409, description = "number_taken")))]
#[post("/invoices")]
async fn create_invoice(
    staff: Staff<can::ManageInvoices>,
    key: Idempotency,
    body: Body<InvoiceInput>,
) -> Result<Created<Invoice>> {
    let today = staff.today();
    let id = staff
        .write(async |tx| {
            key.once(tx, "create_invoice", &body.digest, async || {
                create::create(tx, body.value, today).await
            })
            .await
        })
        .await?;
    current(&staff, id).await.map(Created)
}

/// Get an invoice.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path)), responses((status = 200, body = Invoice)))]
#[get("/invoices/{id}")]
async fn get_invoice(
    staff: Staff<can::ViewInvoices>,
    id: IdPath<InvoiceId>,
) -> Result<Versioned<Invoice>> {
    current(&staff, id.0).await
}

/// Change an invoice.
///
/// A draft, or a sent one that no money is attached to; of any other the notes only. A JSON merge patch.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path), ("If-Match" = String, Header, description = "The version it was made on", example = "\"3\"")), request_body = UpdateInvoice, responses((status = 200, body = Invoice), (status = 409, description = "not_allowed_in_state")))]
#[patch("/invoices/{id}")]
async fn update_invoice(
    staff: Staff<can::ManageInvoices>,
    id: IdPath<InvoiceId>,
    version: IfMatch,
    patch: MergePatch,
) -> Result<Versioned<Invoice>> {
    let today = staff.today();
    staff
        .write(async |tx| super::update::update(tx, id.0, version, patch, today).await)
        .await?;
    current(&staff, id.0).await
}

/// Delete a draft that never had a number.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path)), responses((status = 204, description = "Deleted"), (status = 409, description = "not_allowed_in_state")))]
#[delete("/invoices/{id}")]
async fn delete_invoice(
    staff: Staff<can::ManageInvoices>,
    id: IdPath<InvoiceId>,
) -> Result<NoContent> {
    let today = staff.today();
    staff
        .write(async |tx| super::delete::delete(tx, id.0, today).await)
        .await?;
    Ok(NoContent)
}

/// Mail an invoice to the customer.
///
/// The first time gives it its number. The mail carries the PDF.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path)), request_body = SendInvoice, responses((status = 200, body = Invoice), (status = 409, description = "not_allowed_in_state")))]
#[post("/invoices/{id}/send")]
async fn send_invoice(
    staff: Staff<can::SendInvoices>,
    outbox: Data<Outbox>,
    id: IdPath<InvoiceId>,
    key: Idempotency,
    body: Body<SendInvoice>,
) -> Result<Versioned<Invoice>> {
    let today = staff.today();
    staff
        .write(async |tx| {
            key.once(
                tx,
                "send_invoice",
                &format!("{}:{}", id.0, body.digest),
                async || {
                    super::send::send(tx, &outbox, id.0, body.value, today)
                        .await
                        .map(|()| id.0)
                },
            )
            .await
        })
        .await?;
    current(&staff, id.0).await
}

/// Mark an invoice as sent.
///
/// For one that the customer got otherwise. Gives it its number.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path)), responses((status = 200, body = Invoice), (status = 409, description = "not_allowed_in_state")))]
#[post("/invoices/{id}/mark-sent")]
async fn mark_invoice_sent(
    staff: Staff<can::SendInvoices>,
    id: IdPath<InvoiceId>,
    key: Idempotency,
) -> Result<Versioned<Invoice>> {
    let today = staff.today();
    staff
        .write(async |tx| {
            key.once(tx, "mark_invoice_sent", &id.0.to_string(), async || {
                super::send::mark_sent(tx, id.0, today).await.map(|()| id.0)
            })
            .await
        })
        .await?;
    current(&staff, id.0).await
}

/// Void an invoice.
///
/// It keeps its number and the reason; what was paid becomes the customer's credit. Not while a payment is under way.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path)), request_body = VoidInvoice, responses((status = 200, body = Invoice), (status = 409, description = "not_allowed_in_state")))]
#[post("/invoices/{id}/void")]
async fn void_invoice(
    staff: Staff<can::VoidInvoices>,
    id: IdPath<InvoiceId>,
    key: Idempotency,
    body: Body<VoidInvoice>,
) -> Result<Versioned<Invoice>> {
    let today = staff.today();
    staff
        .write(async |tx| {
            key.once(
                tx,
                "void_invoice",
                &format!("{}:{}", id.0, body.digest),
                async || {
                    super::void::void(tx, id.0, &body.value.reason, today)
                        .await
                        .map(|()| id.0)
                },
            )
            .await
        })
        .await?;
    current(&staff, id.0).await
}

/// Make a void invoice a draft again.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path)), responses((status = 200, body = Invoice), (status = 409, description = "not_allowed_in_state")))]
#[post("/invoices/{id}/revert-to-draft")]
async fn revert_invoice_to_draft(
    staff: Staff<can::VoidInvoices>,
    id: IdPath<InvoiceId>,
    key: Idempotency,
) -> Result<Versioned<Invoice>> {
    let today = staff.today();
    staff
        .write(async |tx| {
            key.once(
                tx,
                "revert_invoice_to_draft",
                &id.0.to_string(),
                async || super::revert::revert(tx, id.0, today).await.map(|()| id.0),
            )
            .await
        })
        .await?;
    current(&staff, id.0).await
}

/// Write a new draft of the same content.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path)), responses((status = 201, body = Invoice)))]
#[post("/invoices/{id}/duplicate")]
async fn duplicate_invoice(
    staff: Staff<can::ManageInvoices>,
    id: IdPath<InvoiceId>,
    key: Idempotency,
) -> Result<Created<Invoice>> {
    let today = staff.today();
    let copy = staff
        .write(async |tx| {
            key.once(tx, "duplicate_invoice", &id.0.to_string(), async || {
                super::duplicate::duplicate(tx, id.0, today).await
            })
            .await
        })
        .await?;
    current(&staff, copy).await.map(Created)
}

/// How a file is shown.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FileQuery {
    /// `inline` to show it, `attachment` to save it.
    #[param(example = "inline")]
    pub disposition: Option<String>,
}

/// Download an invoice as PDF.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path), FileQuery), responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
#[get("/invoices/{id}/pdf")]
async fn download_invoice_pdf(
    staff: Staff<can::ViewInvoices>,
    files: Data<Files>,
    id: IdPath<InvoiceId>,
    query: Params<FileQuery>,
) -> Result<File> {
    let InvoiceFile { name, bytes, etag } =
        invoice_file(&staff.db, staff.scope(), &files, id.0).await?;
    let inline = query.0.disposition.as_deref() == Some("inline");
    Ok(File {
        bytes,
        content_type: "application/pdf",
        name,
        inline,
        etag: Some(etag),
    })
}

/// What happened to an invoice, the newest first.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path), TimelineQuery), responses((status = 200, body = Listing<TimelineEntry>)))]
#[get("/invoices/{id}/timeline")]
async fn get_invoice_timeline(
    staff: Staff<can::ViewInvoices>,
    id: IdPath<InvoiceId>,
    query: Params<TimelineQuery>,
) -> Result<actix_web::web::Json<Listing<TimelineEntry>>> {
    let page = staff
        .read(async |tx| {
            store::get(tx, id.0).await?;
            audit::of_subject(tx, id.0.0, &query.0).await
        })
        .await?;
    Ok(actix_web::web::Json(page))
}

/// Dismiss a customer's word that an invoice was transferred.
///
/// For money that never came. Doing it twice is harmless; the customer may say it again.
#[utoipa::path(tag = "invoices", params(("id" = InvoiceId, Path)), responses((status = 204, description = "Dismissed")))]
#[delete("/invoices/{id}/transfer-notice")]
async fn dismiss_transfer_notice(
    staff: Staff<can::RecordPayments>,
    id: IdPath<InvoiceId>,
) -> Result<NoContent> {
    staff
        .write(async |tx| super::transfer::dismiss(tx, id.0).await)
        .await?;
    Ok(NoContent)
}

/// An invoice as it is now.
pub async fn current<P>(staff: &Staff<P>, id: InvoiceId) -> Result<Versioned<Invoice>> {
    let (today, role) = (staff.today(), staff.session.role.0);
    staff
        .read(async |tx| {
            let invoice = store::get(tx, id).await?;
            show(tx, invoice, today, role).await
        })
        .await
}
