//! The receipt of a payment as a PDF, made once and kept.

use entity::PaymentId;
use portico_domain::payment::{PaymentMode, PaymentState};
use portico_render::pdf;

use super::store;
use crate::{
    customers,
    db::{Db, OrgScope},
    error::{Error, Result},
    files::Files,
    invoices::{addressee, letterhead},
};

/// A PDF and how it is called.
pub struct ReceiptFile {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Changes with the document.
    pub etag: String,
}

/// The receipt of a payment that succeeded.
///
/// # Errors
/// `not_found` for any other.
pub async fn receipt_file(
    db: &Db,
    scope: OrgScope,
    files: &Files,
    id: PaymentId,
) -> Result<ReceiptFile> {
    let (payment, shares, customer, organization) = db
        .read(scope, async |tx| {
            let payment = store::get(tx, id).await?;
            if payment.state.0 != PaymentState::Succeeded {
                return Err(Error::not_found());
            }
            let shares = store::shares(tx, &[id])
                .await?
                .remove(&id)
                .unwrap_or_default();
            let customer = customers::get(tx, payment.customer_id).await?;
            let organization = tx.own_organization().await?;
            Ok((payment, shares, customer, organization))
        })
        .await?;
    let etag = format!(
        "{}-{}-{}",
        payment.updated_at.0, customer.version, organization.version
    );
    let key = format!("{}/receipts/{id}-{etag}.pdf", organization.id);
    let number = payment.number.clone().unwrap_or_default();
    let name = format!("{number}.pdf");
    if let Some(bytes) = files.storage.get(&key).await? {
        return Ok(ReceiptFile { name, bytes, etag });
    }
    let logo = files.logo(&organization).await?;
    let data = pdf::ReceiptPdf {
        organization: letterhead(&organization, logo),
        customer: addressee(&customer, &customer.display_name, &customer.billing_address),
        number,
        date: payment.date,
        method: Some(method(&payment)),
        reference: payment.reference.clone(),
        currency: payment.currency.0,
        amount: payment.amount,
        invoices: shares
            .into_iter()
            .filter(|share| share.amount + share.credit != 0)
            .map(|share| pdf::PaidInvoice {
                number: share.invoice_number.unwrap_or_default(),
                date: share.invoice_date,
                total: share.invoice_total,
                paid: share.amount + share.credit,
            })
            .collect(),
        credit: payment.unused,
        refunded: payment.refunded,
        notes: None,
        verify_url: None,
        language: customer
            .language
            .map_or(organization.language.0, |language| language.0),
    };
    let bytes = files
        .render(move |renderer| renderer.receipt(&data))
        .await?;
    files.storage.put(&key, &bytes).await?;
    Ok(ReceiptFile { name, bytes, etag })
}

/// How it was paid, in words.
fn method(payment: &entity::payment::Model) -> String {
    if let Some(card) = &payment.method {
        let mut brand = card.brand.clone();
        if let Some(first) = brand.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        return format!("{brand} •••• {}", card.last4);
    }
    match payment.mode.0 {
        PaymentMode::Cash => "Cash",
        PaymentMode::Check => "Check",
        PaymentMode::BankTransfer => "Bank transfer",
        PaymentMode::BankRemittance => "Bank remittance",
        PaymentMode::Card => "Card",
        PaymentMode::DirectDebit => "Direct debit",
        PaymentMode::Online => "Online",
        PaymentMode::Other => "Other",
    }
    .to_owned()
}
