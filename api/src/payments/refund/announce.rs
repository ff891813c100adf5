//! Telling both sides of a refund, in the transaction that books it.

use entity::{payment, refund};
use portico_domain::money::Money;
use portico_render::mail::{Message, PaymentRefunded};
use serde_json::{Value, json};

use crate::{
    audit, customers,
    db::{OrgScope, Tx},
    error::Result,
    mail::{Outbox, Outgoing},
    payments::announce::reader,
};

/// Writes down that staff asked for it.
pub async fn requested(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    refund: &refund::Model,
) -> Result<()> {
    record(tx, payment, refund, "payment.refund_requested").await
}

/// Writes down what was taken off invoices.
pub async fn taken_back(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    refund: &refund::Model,
) -> Result<()> {
    on_invoices(tx, payment, refund, "invoice.payment_taken_back").await
}

/// Tells that the money was given back.
pub async fn refunded(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    payment: &payment::Model,
    refund: &refund::Model,
) -> Result<()> {
    record(tx, payment, refund, "payment.refunded").await?;
    mail(tx, outbox, payment, refund).await
}

/// Writes down that staff recorded it.
pub async fn recorded(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    refund: &refund::Model,
) -> Result<()> {
    record(tx, payment, refund, "payment.refunded").await
}

/// Writes down that it failed, and that its money is back on the invoices as far as they still ask for it.
pub async fn failed(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    refund: &refund::Model,
) -> Result<()> {
    record(tx, payment, refund, "payment.refund_failed").await?;
    on_invoices(tx, payment, refund, "invoice.payment_put_back").await
}

async fn record(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    refund: &refund::Model,
    action: &'static str,
) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: payment.id.0,
        customer_id: Some(payment.customer_id),
        data: json!({ "number": payment.number, "refund": refund.id, "amount": refund.amount,
                      "currency": refund.currency.0, "reason": refund.reason, "failure": refund.failure }),
    };
    audit::record(tx, entry).await
}

async fn on_invoices(
    tx: &Tx<OrgScope>,
    payment: &payment::Model,
    refund: &refund::Model,
    action: &'static str,
) -> Result<()> {
    for taken in refund.taken.iter() {
        let data: Value = json!({ "number": taken.invoice_number, "amount": taken.paid + taken.credit,
                                  "currency": refund.currency.0, "payment": payment.number });
        let entry = audit::Entry {
            action,
            subject_id: taken.invoice_id.0,
            customer_id: None,
            data,
        };
        audit::record(tx, entry).await?;
    }
    Ok(())
}

/// Writes to the person who paid, or to the customer's primary contact person.
async fn mail(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    payment: &payment::Model,
    refund: &refund::Model,
) -> Result<()> {
    let Some(reader) = reader(tx, payment).await? else {
        return Ok(());
    };
    let organization = tx.own_organization().await?;
    let customer = customers::get(tx, payment.customer_id).await?;
    let message = Message::PaymentRefunded(PaymentRefunded {
        name: reader.name,
        number: payment.number.clone().unwrap_or_default(),
        amount: Money::new(refund.amount, refund.currency.0),
        date: refund.date,
        url: outbox.config().link(&format!(
            "/{}/payments/{}",
            organization.portal_name, payment.id
        )),
    });
    let language = customer
        .language
        .map_or(organization.language.0, |language| language.0);
    let outgoing = Outgoing {
        message,
        to: reader.email,
        language,
        attachments: Vec::new(),
        related: Some(("payment", payment.id.0)),
    };
    outbox.queue(tx, outgoing).await?;
    Ok(())
}
