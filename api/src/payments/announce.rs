//! Telling both sides of a payment, once: in the transaction that books it, with a key that a second
//! telling would collide with.

use entity::{payment, records::MailAttachment};
use portico_domain::{money::Money, notification::NotificationKind};
use portico_gateways::CpCode;
use portico_render::mail::{Message, PaidInvoice, PaymentReceipt};
use serde_json::json;

use super::{show::plain_words, store};
use crate::{
    audit, customers,
    db::{OrgScope, Tx},
    error::Result,
    mail::{Outbox, Outgoing},
    notifications::{self, NewNotification},
};

/// Writes a payment into the audit trail.
pub async fn record(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    action: &'static str,
) -> Result<()> {
    let data = json!({ "number": payment.number, "amount": payment.amount, "currency": payment.currency.0,
                       "mode": payment.mode.0, "unused": payment.unused });
    let entry = audit::Entry {
        action,
        subject_id: payment.id.0,
        customer_id: Some(payment.customer_id),
        data: data.clone(),
    };
    audit::record(tx, entry).await?;
    for share in shares(tx, payment).await? {
        audit::record(
            tx,
            audit::Entry {
                action: "invoice.paid",
                subject_id: share.invoice_id.0,
                customer_id: None,
                data: json!({ "number": share.invoice_number, "amount": share.amount, "currency": payment.currency.0,
                              "payment": payment.number }),
            },
        )
        .await?;
    }
    Ok(())
}

/// Tells customer and staff of money that arrived online.
pub async fn received(tx: &Tx<OrgScope>, outbox: &Outbox, payment: &payment::Model) -> Result<()> {
    record(tx, payment, "payment.received").await?;
    receipt(tx, outbox, payment).await?;
    let invoices = numbers(&shares(tx, payment).await?);
    let more = json!({ "invoices": invoices });
    notify(tx, payment, NotificationKind::PaymentReceived, more).await
}

/// Tells staff that a payment did not work; the first failure of an attempt is worth it.
pub async fn failed(tx: &Tx<OrgScope>, payment: &payment::Model) -> Result<()> {
    let ids: Vec<_> = payment
        .planned
        .iter()
        .map(|planned| planned.invoice_id)
        .collect();
    let invoices: Vec<_> = crate::invoices::by_ids(tx, &ids)
        .await?
        .into_iter()
        .filter_map(|invoice| invoice.number)
        .collect();
    let failure = payment.failure.as_ref();
    let reason = failure.map(|failure| plain_words(&failure.code));
    let cp: Option<CpCode> = failure
        .and_then(|failure| failure.cp_code.as_deref())
        .and_then(|code| code.parse().ok());
    let more = json!({ "invoices": invoices, "reason": reason.unwrap_or_default(),
                       "cp_code": cp.map(CpCode::as_str), "remedy": cp.map(CpCode::remedy) });
    notify(tx, payment, NotificationKind::PaymentFailed, more).await
}

/// Tells staff that a gateway took something else than it was asked for.
pub async fn differs(tx: &Tx<OrgScope>, payment: &payment::Model, taken: Money) -> Result<()> {
    record(tx, payment, "payment.differs").await?;
    let more = json!({ "taken": taken });
    notify(tx, payment, NotificationKind::PaymentDiffers, more).await
}

/// Tells staff that the payer wants money back that was taken.
pub async fn disputed(tx: &Tx<OrgScope>, payment: &payment::Model) -> Result<()> {
    record(tx, payment, "payment.disputed").await?;
    notify(tx, payment, NotificationKind::PaymentDisputed, json!({})).await
}

/// Whom a mail about a payment goes to.
pub struct Reader {
    pub name: String,
    pub email: String,
}

/// The person who paid, or the customer's primary contact person; nobody without an address.
pub async fn reader(tx: &Tx<OrgScope>, payment: &payment::Model) -> Result<Option<Reader>> {
    let person = match payment.person_id {
        Some(id) => {
            // Somebody who was removed meanwhile must not keep the money from being booked.
            customers::person(tx, payment.customer_id, id).await.ok()
        }
        None => customers::primary_contact(tx, payment.customer_id).await?,
    };
    Ok(person.and_then(|person| {
        let name = format!("{} {}", person.first_name, person.last_name);
        let email = person.email?;
        Some(Reader {
            name: name.trim().to_owned(),
            email,
        })
    }))
}

/// Mails the receipt to the person who paid, or to the customer's primary contact person.
pub async fn receipt(tx: &Tx<OrgScope>, outbox: &Outbox, payment: &payment::Model) -> Result<()> {
    let Some(Reader { name, email: to }) = reader(tx, payment).await? else {
        return Ok(());
    };
    let customer = customers::get(tx, payment.customer_id).await?;
    let organization = tx.own_organization().await?;
    let money = |amount| Money::new(amount, payment.currency.0);
    let message = Message::PaymentReceipt(PaymentReceipt {
        name,
        number: payment.number.clone().unwrap_or_default(),
        amount: money(payment.amount),
        date: payment.date,
        invoices: shares(tx, payment)
            .await?
            .into_iter()
            .map(|share| PaidInvoice {
                number: share.invoice_number.unwrap_or_default(),
                amount: money(share.amount),
            })
            .collect(),
        credit: (payment.unused > 0).then(|| money(payment.unused)),
        url: Some(outbox.config().link(&format!(
            "/{}/payments/{}",
            organization.portal_name, payment.id
        ))),
    });
    let language = customer
        .language
        .map_or(organization.language.0, |language| language.0);
    queue(tx, outbox, payment, message, to, language).await
}

async fn queue(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    payment: &payment::Model,
    message: Message,
    to: String,
    language: portico_domain::language::Language,
) -> Result<()> {
    let attachments = vec![MailAttachment::ReceiptPdf {
        payment_id: payment.id,
    }];
    let outgoing = Outgoing {
        message,
        to,
        language,
        attachments,
        related: Some(("payment", payment.id.0)),
    };
    outbox.queue(tx, outgoing).await?;
    Ok(())
}

async fn notify(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    kind: NotificationKind,
    more: serde_json::Value,
) -> Result<()> {
    let customer = customers::get(tx, payment.customer_id).await?;
    let mut data = json!({
        "customer_name": customer.display_name,
        "amount": Money::new(payment.amount, payment.currency.0),
    });
    if let (Some(data), Some(more)) = (data.as_object_mut(), more.as_object()) {
        data.extend(more.clone());
    }
    let news = NewNotification {
        kind,
        // Once for each state: that a debit bounced is news even after a first account was refused.
        dedupe_key: format!("{kind}:{}:{}", payment.id, payment.state.0),
        subject_type: "payment",
        subject_id: payment.id.0,
        label: payment.number.clone().unwrap_or_default(),
        data,
    };
    notifications::notify(tx, news).await?;
    Ok(())
}

async fn shares(tx: &Tx<OrgScope>, payment: &payment::Model) -> Result<Vec<store::Share>> {
    Ok(store::shares(tx, &[payment.id])
        .await?
        .remove(&payment.id)
        .unwrap_or_default())
}

fn numbers(shares: &[store::Share]) -> Vec<String> {
    shares
        .iter()
        .filter_map(|share| share.invoice_number.clone())
        .collect()
}
