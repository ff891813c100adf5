//! Paying by bank transfer, for the customer. The account is shown behind sign-in only (J2).

use actix_web::{get, post, web::Json};
use chrono::NaiveDate;
use entity::InvoiceId;
use portico_domain::{money::Money, permission::PortalPermission};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use validator::Validate;

use super::{store, transfer};
use crate::{
    db::system,
    error::Result,
    http::{Body, IdPath, NoContent, Portal, can::portal as can},
};

/// The routes of it.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_bank_transfer)
        .service(announce_bank_transfer);
}

/// Where to transfer the balance of an invoice.
#[derive(Serialize, ToSchema)]
pub struct BankTransfer {
    #[schema(example = "Brightwater Studio GmbH")]
    pub holder: String,
    /// Without blanks; null where there are no IBANs.
    #[schema(required, example = "DE89370400440532013000")]
    pub iban: Option<String>,
    #[schema(required, example = "COBADEFFXXX")]
    pub bic: Option<String>,
    #[schema(required, example = "000123456789")]
    pub account_number: Option<String>,
    #[schema(required, example = "110000000")]
    pub routing_number: Option<String>,
    #[schema(example = "Commerzbank Berlin")]
    pub bank_name: String,
    #[schema(required)]
    pub note: Option<String>,
    /// Exactly this: the balance.
    pub amount: Money,
    /// By which the payment is recognised.
    #[schema(example = "INV-000042")]
    pub reference: String,
    /// A code that banking apps read (EPC069-12), as SVG; null where it would not be a SEPA transfer.
    #[schema(required, example = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    pub qr_svg: Option<String>,
    /// The day on which the customer said to have transferred it, if so.
    #[schema(required)]
    pub transferred_on: Option<NaiveDate>,
    /// Whether this person may say so.
    pub can_announce: bool,
}

/// When it was transferred.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferNoticeInput {
    /// Today if not given.
    pub transferred_on: Option<NaiveDate>,
}

/// Get where to transfer what I owe on an invoice.
#[utoipa::path(tag = "portal", params(("id" = InvoiceId, Path)), responses((status = 200, body = BankTransfer), (status = 404, description = "not_found: also without a bank account for the currency"), (status = 409, description = "not_allowed_in_state: nothing is due. payment_pending: the gateway is processing a payment")))]
#[get("/portal/invoices/{id}/bank-transfer")]
async fn get_bank_transfer(
    portal: Portal<can::ViewInvoices>,
    id: IdPath<InvoiceId>,
) -> Result<Json<BankTransfer>> {
    let invoice = portal.read(async |tx| store::get(tx, id.0).await).await?;
    let session = &portal.session;
    let blocking = session.block_when_pending;
    let scope = system::for_customer(&portal.scope());
    let (account, notice) = portal
        .db
        .read(scope, async |tx| {
            let account = transfer::payee(tx, &invoice, blocking).await?;
            Ok::<_, crate::error::Error>((account, store::notice(tx, id.0).await?))
        })
        .await?;
    Ok(Json(BankTransfer {
        qr_svg: transfer::code_of(&account, &invoice)?,
        holder: account.holder,
        iban: account.iban,
        bic: account.bic,
        account_number: account.account_number,
        routing_number: account.routing_number,
        bank_name: account.bank_name,
        note: account.note,
        amount: Money::new(invoice.balance, invoice.currency.0),
        reference: invoice.number.unwrap_or_default(),
        transferred_on: notice.map(|notice| notice.transferred_on),
        can_announce: session.rights().allow(PortalPermission::PayInvoices),
    }))
}

/// Say that I have transferred what I owe on an invoice.
///
/// Staff are told once, and record the payment when it arrives; until then nothing changes of what is due. Saying it
/// again is harmless; another day replaces the first.
#[utoipa::path(tag = "portal", params(("id" = InvoiceId, Path)), request_body = TransferNoticeInput, responses((status = 204, description = "Noted"), (status = 409, description = "not_allowed_in_state: nothing is due. payment_pending: the gateway is processing a payment")))]
#[post("/portal/invoices/{id}/transfer-notices")]
async fn announce_bank_transfer(
    portal: Portal<can::PayInvoices>,
    id: IdPath<InvoiceId>,
    body: Body<TransferNoticeInput>,
) -> Result<NoContent> {
    portal
        .read(async |tx| store::get(tx, id.0).await.map(|_| ()))
        .await?;
    let (today, blocking) = (portal.today(), portal.session.block_when_pending);
    let day = body.value.transferred_on;
    portal
        .write(async |tx| transfer::tell(tx, id.0, day, today, blocking).await)
        .await?;
    Ok(NoContent)
}
