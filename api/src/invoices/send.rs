//! Giving an invoice to the customer: by mail, or by saying that it was given otherwise. The first time
//! gives it its number, in the same transaction (semantics §3).

use chrono::NaiveDate;
use entity::{InvoiceId, Text, invoice, records::MailAttachment};
use portico_domain::{
    invoice::{InvoiceAction, InvoiceState},
    money::Money,
    numbering::DocumentType,
};
use portico_render::mail::{InvoiceSent, Message};
use sea_orm::Set;
use serde_json::json;

use super::{dto::SendInvoice, store, update::allow};
use crate::{
    audit, customers,
    db::{OrgScope, Tx},
    error::{Error, Result},
    mail::{Outbox, Outgoing},
    number_series,
};

/// Mails it.
///
/// # Errors
/// `validation_failed` without a recipient; `not_allowed_in_state`.
pub async fn send(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    id: InvoiceId,
    input: SendInvoice,
    today: NaiveDate,
) -> Result<()> {
    let invoice = store::lock_after_customer(tx, id).await?;
    allow(&invoice, InvoiceAction::Send, today)?;
    let invoice = mark(tx, invoice).await?;
    let customer = customers::get(tx, invoice.customer_id).await?;
    let organization = tx.own_organization().await?;
    let primary = customers::primary_contact(tx, invoice.customer_id).await?;
    let recipients = match input.to {
        Some(to) => to,
        None => primary
            .iter()
            .filter_map(|person| person.email.clone())
            .collect(),
    };
    if recipients.is_empty() {
        return Err(Error::field(
            "/to",
            "required",
            "the customer has no contact person with an e-mail address",
        ));
    }
    let name = primary.map_or(customer.display_name, |person| {
        format!("{} {}", person.first_name, person.last_name)
    });
    let language = customer
        .language
        .map_or(organization.language.0, |language| language.0);
    for (index, to) in recipients.iter().enumerate() {
        if to.parse::<lettre::Address>().is_err() {
            return Err(Error::field(
                format!("/to/{index}"),
                "email",
                "must be an e-mail address",
            ));
        }
        let message = Message::InvoiceSent(InvoiceSent {
            name: name.clone(),
            number: invoice.number.clone().unwrap_or_default(),
            amount: Money::new(invoice.balance, invoice.currency.0),
            due_date: invoice.due_date,
            url: outbox
                .config()
                .link(&format!("/{}/invoices/{id}", organization.portal_name)),
            note: input.message.clone(),
        });
        let outgoing = Outgoing {
            message,
            to: to.clone(),
            language,
            attachments: vec![MailAttachment::InvoicePdf { invoice_id: id }],
            related: Some(("invoice", id.0)),
        };
        outbox.queue(tx, outgoing).await?;
    }
    record(
        tx,
        &invoice,
        "invoice.sent",
        json!({ "number": invoice.number, "to": recipients }),
    )
    .await
}

/// Says that the customer has it.
///
/// # Errors
/// `not_allowed_in_state` unless it is a draft.
pub async fn mark_sent(tx: &Tx<OrgScope>, id: InvoiceId, today: NaiveDate) -> Result<()> {
    let invoice = store::lock_after_customer(tx, id).await?;
    allow(&invoice, InvoiceAction::MarkSent, today)?;
    let invoice = mark(tx, invoice).await?;
    record(
        tx,
        &invoice,
        "invoice.marked_sent",
        json!({ "number": invoice.number }),
    )
    .await
}

/// A draft becomes sent: it gets its number, and the customer owes it.
async fn mark(tx: &Tx<OrgScope>, invoice: invoice::Model) -> Result<invoice::Model> {
    if invoice.state.0 != InvoiceState::Draft {
        return Ok(invoice);
    }
    let issued = match &invoice.number {
        Some(_) => None,
        None => Some(number_series::issue(tx, DocumentType::Invoice).await?),
    };
    let now = tx.now();
    let sent = store::save(tx, &invoice, |row| {
        row.state = Set(Text(InvoiceState::Sent));
        row.sent_at = Set(Some(now));
        if let Some((number, key)) = issued {
            row.search = Set(store::search_text(
                Some(&number),
                invoice.reference.as_deref(),
                &invoice.customer_name,
            ));
            row.number = Set(Some(number));
            row.number_key = Set(key);
        }
    })
    .await?;
    Ok(sent)
}

async fn record(
    tx: &Tx<OrgScope>,
    invoice: &invoice::Model,
    action: &'static str,
    data: serde_json::Value,
) -> Result<()> {
    audit::record(
        tx,
        audit::Entry {
            action,
            subject_id: invoice.id.0,
            customer_id: Some(invoice.customer_id),
            data,
        },
    )
    .await
}
