//! The mails: the link itself, and the code that comes before it.

use entity::{customer, payment_link};
use portico_domain::language::Language;
use portico_render::mail::{Message, PaymentLink, PaymentLinkCode};

use super::create::{Purpose, last_day};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::{Error, Result},
    mail::{Outbox, Outgoing},
};

/// Where a link leads.
pub fn url(outbox: &Outbox, portal_name: &str, token: &str) -> String {
    outbox
        .config()
        .link(&format!("/{portal_name}/pay-link/{token}"))
}

/// Mails a new link to the customer's primary contact person.
pub async fn invite(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    token: &str,
    link: &payment_link::Model,
    purpose: &Purpose,
) -> Result<()> {
    let Some(recipient) = recipient(tx, &purpose.customer).await? else {
        let detail = "the customer's primary contact person has no e-mail address";
        return Err(Error::field("/send_mail", "no_recipient", detail));
    };
    let organization = tx.own_organization().await?;
    let invoice = purpose.invoice.as_ref();
    let message = PaymentLink {
        name: recipient.name,
        amount: purpose.amount,
        invoice: invoice.and_then(|invoice| invoice.number.clone()),
        description: link.description.clone(),
        expires: last_day(link, &organization.time_zone),
        url: url(outbox, &organization.portal_name, token),
    };
    let outgoing = mail(message, recipient.email, recipient.language, link);
    outbox.queue(tx, outgoing).await?;
    Ok(())
}

/// Mails a code to the customer's primary contact person, who is told so many minutes; tells the address.
pub async fn code(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    link: &payment_link::Model,
    code: String,
    minutes: u32,
) -> Result<Option<String>> {
    let customer = customers::get(tx, link.customer_id).await?;
    let Some(recipient) = recipient(tx, &customer).await? else {
        return Ok(None);
    };
    let message = PaymentLinkCode {
        name: recipient.name,
        code,
        minutes,
    };
    let outgoing = mail(message, recipient.email.clone(), recipient.language, link);
    outbox.queue(tx, outgoing).await?;
    Ok(Some(recipient.email))
}

struct Recipient {
    name: String,
    email: String,
    language: Language,
}

async fn recipient(tx: &Tx<OrgScope>, customer: &customer::Model) -> Result<Option<Recipient>> {
    let organization = tx.own_organization().await?;
    let person = customers::primary_contact(tx, customer.id).await?;
    Ok(person.and_then(|person| {
        let full_name = customers::full_name(&person);
        Some(Recipient {
            name: if full_name.is_empty() {
                customer.display_name.clone()
            } else {
                full_name
            },
            email: person.email?,
            language: customer
                .language
                .map_or(organization.language.0, |language| language.0),
        })
    }))
}

fn mail(
    message: impl Into<Message>,
    to: String,
    language: Language,
    link: &payment_link::Model,
) -> Outgoing {
    Outgoing {
        message: message.into(),
        to,
        language,
        attachments: Vec::new(),
        related: Some(("customer", link.customer_id.0)),
    }
}
