//! Making a link.

use entity::{PaymentLinkId, Text, customer, invoice, payment_link};
use portico_domain::{
    money::Money,
    payment_link::{DEFAULT_DAYS, LinkState},
};
use serde_json::json;

use super::{dto::CreatePaymentLink, mails, store};
use crate::{
    audit, customers,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    http::text::tidy,
    invoices,
    mail::Outbox,
    payments, random,
};

/// The most that a link on account asks for, in minor units.
const MOST: i64 = 1_000_000_000_000_000;

/// Makes a link that opens by `token`, and mails it if that is wanted.
///
/// # Errors
/// `validation_failed`, `amount_exceeds_balance`, `full_amount_required`, `currency_mismatch`,
/// `not_allowed_in_state` for an invoice that cannot be paid or a customer who is not active.
pub async fn create(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    token: &str,
    input: CreatePaymentLink,
) -> Result<PaymentLinkId> {
    let description = tidy(input.description);
    let purpose = match (input.invoice_id, input.customer_id) {
        (Some(id), None) => for_invoice(tx, id, input.amount).await?,
        (None, Some(id)) => {
            if description.is_none() {
                let detail = "say what it is for";
                return Err(Error::field("/description", "required", detail));
            }
            on_account(tx, id, input.amount).await?
        }
        _ => {
            let detail = "name either an invoice or a customer";
            return Err(Error::field("/invoice_id", "required", detail));
        }
    };
    if !purpose.customer.active {
        return Err(Error::new(Code::NotAllowedInState).with_detail("the customer is not active"));
    }
    let days = i64::from(input.expires_in_days.unwrap_or(DEFAULT_DAYS));
    let link = payment_link::Model {
        organization_id: tx.organization(),
        id: PaymentLinkId(tx.new_uuid()),
        token_hash: random::token_hash(token),
        customer_id: purpose.customer.id,
        invoice_id: purpose.invoice.as_ref().map(|invoice| invoice.id),
        currency: Text(purpose.amount.currency),
        amount: purpose.amount.amount,
        description,
        state: Text(LinkState::Active),
        expires_at: tx.now().plus_seconds(days * 86_400),
        viewed_at: None,
        created_by: tx.scope().actor().name.clone(),
        created_at: tx.now(),
    };
    store::insert(tx, link.clone()).await?;
    record(tx, &link, purpose.invoice.as_ref()).await?;
    if input.send_mail {
        mails::invite(tx, outbox, token, &link, &purpose).await?;
    }
    Ok(link.id)
}

/// What a link is made for.
pub struct Purpose {
    pub customer: customer::Model,
    pub invoice: Option<invoice::Model>,
    pub amount: Money,
}

async fn for_invoice(
    tx: &Tx<OrgScope>,
    id: entity::InvoiceId,
    amount: Option<Money>,
) -> Result<Purpose> {
    let unknown = || Error::field("/invoice_id", "unknown", "there is no such invoice");
    let invoice = invoices::by_ids(tx, &[id])
        .await?
        .pop()
        .ok_or_else(unknown)?;
    invoices::check_payable(&invoice)?;
    let amount = amount.unwrap_or_else(|| Money::new(invoice.balance, invoice.currency.0));
    if amount.currency != invoice.currency.0 {
        let detail = format!("the invoice is in {}", invoice.currency.0);
        return Err(Error::new(Code::CurrencyMismatch).with_detail(detail));
    }
    payments::check_amount(&invoice, amount.amount, "/amount/amount".to_owned())?;
    Ok(Purpose {
        customer: customers::get(tx, invoice.customer_id).await?,
        invoice: Some(invoice),
        amount,
    })
}

async fn on_account(
    tx: &Tx<OrgScope>,
    id: entity::CustomerId,
    amount: Option<Money>,
) -> Result<Purpose> {
    let unknown = |_| Error::field("/customer_id", "unknown", "there is no such customer");
    let customer = customers::get(tx, id).await.map_err(unknown)?;
    let Some(amount) = amount else {
        return Err(Error::field("/amount", "required", "say how much"));
    };
    if !(1..=MOST).contains(&amount.amount) {
        let detail = "must be at least 1 and at most 1,000,000,000,000,000";
        return Err(Error::field("/amount/amount", "range", detail));
    }
    Ok(Purpose {
        customer,
        invoice: None,
        amount,
    })
}

async fn record(
    tx: &Tx<OrgScope>,
    link: &payment_link::Model,
    invoice: Option<&invoice::Model>,
) -> Result<()> {
    let number = invoice.and_then(|invoice| invoice.number.clone());
    let data = json!({ "number": number, "amount": link.amount, "currency": link.currency.0,
                       "description": link.description });
    let entry = audit::Entry {
        action: "payment_link.created",
        subject_id: link.id.0,
        customer_id: Some(link.customer_id),
        data: data.clone(),
    };
    audit::record(tx, entry).await?;
    if let Some(invoice) = invoice {
        let entry = audit::Entry {
            action: "invoice.payment_link_created",
            subject_id: invoice.id.0,
            customer_id: None,
            data,
        };
        audit::record(tx, entry).await?;
    }
    Ok(())
}

/// The last day on which a link works, where the organization is.
pub fn last_day(link: &payment_link::Model, time_zone: &str) -> chrono::NaiveDate {
    crate::clock::today_at(link.expires_at, time_zone)
}
