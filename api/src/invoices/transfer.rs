//! Paying an invoice by bank transfer (F1): where the money goes, and the customer's word that it is under way.
//! Nothing is booked by it; staff record the payment once it has arrived.

use chrono::NaiveDate;
use entity::{InvoiceId, bank_account, invoice};
use portico_domain::{
    bank_transfer::{Bic, EpcTransfer, Iban},
    money::Money,
    notification::NotificationKind,
};
use qrcode::{EcLevel, QrCode, render::svg};
use serde_json::json;

use super::{show::check_payable, store};
use crate::{
    audit, bank_accounts,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    notifications::{self, NewNotification},
};

/// An open invoice and the account to which its balance is sent.
///
/// # Errors
/// `not_found` without an account for the currency; `not_allowed_in_state` if nothing is due; `payment_pending` while
/// the gateway is processing a payment that excludes others.
pub async fn payee(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    block_when_pending: bool,
) -> Result<bank_account::Model> {
    check_payable(invoice)?;
    if invoice.payment_processing && block_when_pending {
        return Err(Code::PaymentPending.into());
    }
    bank_accounts::for_currency(tx, invoice.currency.0)
        .await?
        .ok_or_else(|| {
            Error::not_found().with_detail("there is no bank account for the invoice's currency")
        })
}

/// The code that a banking app reads, as SVG; none where it would not be a SEPA transfer.
///
/// # Errors
/// `internal` if the code cannot be drawn.
pub fn code_of(account: &bank_account::Model, invoice: &invoice::Model) -> Result<Option<String>> {
    let Some(iban) = account
        .iban
        .as_deref()
        .and_then(|iban| iban.parse::<Iban>().ok())
    else {
        return Ok(None);
    };
    let bic: Option<Bic> = account.bic.as_deref().and_then(|bic| bic.parse().ok());
    let transfer = EpcTransfer {
        holder: &account.holder,
        iban: &iban,
        bic: bic.as_ref(),
        amount: Money::new(invoice.balance, invoice.currency.0),
        remittance: invoice.number.as_deref().unwrap_or_default(),
    };
    // Whatever does not fit the code is still written out beside it.
    let Ok(payload) = transfer.payload() else {
        return Ok(None);
    };
    // The guidelines ask for this level of error correction.
    let code = QrCode::with_error_correction_level(payload, EcLevel::M).map_err(Error::internal)?;
    let drawn = code
        .render::<svg::Color<'_>>()
        .min_dimensions(240, 240)
        .build();
    Ok(Some(drawn))
}

/// Notes that the customer says to have transferred an invoice's balance, and tells staff once. Another day replaces
/// the first; saying it again changes nothing.
///
/// # Errors
/// As [`payee`]; `validation_failed` for a day that is yet to come.
pub async fn tell(
    tx: &Tx<OrgScope>,
    id: InvoiceId,
    day: Option<NaiveDate>,
    today: NaiveDate,
    block_when_pending: bool,
) -> Result<()> {
    if day.is_some_and(|day| day > today) {
        return Err(Error::field(
            "/transferred_on",
            "range",
            "must not be in the future",
        ));
    }
    let invoice = store::lock_after_customer(tx, id).await?;
    payee(tx, &invoice, block_when_pending).await?;
    if let Some(known) = store::notice(tx, id).await? {
        return match day {
            Some(day) if day != known.transferred_on => store::move_notice(tx, id, day).await,
            _ => Ok(()),
        };
    }
    let person = tx.scope().actor().name.clone();
    let notice = store::insert_notice(tx, id, day.unwrap_or(today), person).await?;
    let number = invoice.number.clone().unwrap_or_default();
    let news = NewNotification {
        kind: NotificationKind::TransferAnnounced,
        // Once more after staff dismissed it.
        dedupe_key: format!("transfer_announced:{id}:{}", notice.created_at.0),
        subject_type: "invoice",
        subject_id: id.0,
        label: number.clone(),
        data: json!({ "customer_name": invoice.customer_name, "person": notice.told_by,
                      "amount": Money::new(invoice.balance, invoice.currency.0) }),
    };
    notifications::notify(tx, news).await?;
    let data = json!({ "number": number, "date": notice.transferred_on });
    record(tx, &invoice, "invoice.transfer_announced", data).await
}

/// Takes the customer's word off an invoice: no money came. Doing it twice is harmless.
///
/// # Errors
/// `not_found` if there is no such invoice.
pub async fn dismiss(tx: &Tx<OrgScope>, id: InvoiceId) -> Result<()> {
    let invoice = store::lock_after_customer(tx, id).await?;
    if !store::forget_notice(tx, id).await? {
        return Ok(());
    }
    let data = json!({ "number": invoice.number });
    record(tx, &invoice, "invoice.transfer_dismissed", data).await
}

async fn record(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    action: &'static str,
    data: serde_json::Value,
) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: invoice.id.0,
        customer_id: Some(invoice.customer_id),
        data,
    };
    audit::record(tx, entry).await
}
