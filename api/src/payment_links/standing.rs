//! A link with all that its standing follows from.

use entity::{PaymentId, PaymentLinkId, customer, invoice, organization, payment_link};
use portico_domain::{
    invoice::InvoiceState,
    payment::PaymentState,
    payment_link::{Claim, LinkFacts, LinkStanding, LinkStatus, claim, standing, status},
};

use super::store::{self, Attempt};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::{Error, Result},
    invoices,
};

/// A link and what it is for.
pub struct Situation {
    pub link: payment_link::Model,
    pub customer: customer::Model,
    pub organization: organization::Model,
    pub invoice: Option<invoice::Model>,
    pub attempts: Vec<Attempt>,
    pub claim: Claim,
    pub standing: LinkStanding,
}

impl Situation {
    /// The payments by the link that are under way.
    pub fn in_flight(&self) -> impl Iterator<Item = PaymentId> {
        let under_way = self.attempts.iter().filter(|one| one.state.is_in_flight());
        under_way.map(|one| one.payment_id)
    }
}

/// Looks at a link.
///
/// # Errors
/// `not_found`.
pub async fn look(tx: &Tx<OrgScope>, id: PaymentLinkId) -> Result<Situation> {
    let link = store::get(tx, id).await?;
    let customer = customers::get(tx, link.customer_id).await?;
    let invoice = match link.invoice_id {
        Some(id) => Some(
            invoices::by_ids(tx, &[id])
                .await?
                .pop()
                .ok_or_else(Error::not_found)?,
        ),
        None => None,
    };
    let organization = tx.own_organization().await?;
    let attempts = store::attempts(tx, &[id])
        .await?
        .remove(&id)
        .unwrap_or_default();
    let elsewhere = invoice
        .as_ref()
        .is_some_and(|invoice| invoice.payment_processing && organization.block_when_pending);
    let processing = elsewhere || has(&attempts, PaymentState::Pending);
    let claim = claim_of(&link, &customer, invoice.as_ref());
    let standing = standing(status_of(&link, &attempts, tx), processing, claim);
    Ok(Situation {
        link,
        customer,
        organization,
        invoice,
        attempts,
        claim,
        standing,
    })
}

/// How a link stands, for staff.
pub fn status_of(
    link: &payment_link::Model,
    attempts: &[Attempt],
    tx: &Tx<OrgScope>,
) -> LinkStatus {
    status(LinkFacts {
        state: link.state.0,
        viewed: link.viewed_at.is_some(),
        over: link.expires_at <= tx.now(),
        paid: has(attempts, PaymentState::Succeeded),
    })
}

/// Whether one of these payments stands so.
pub fn has(attempts: &[Attempt], state: PaymentState) -> bool {
    attempts.iter().any(|attempt| attempt.state.0 == state)
}

fn claim_of(
    link: &payment_link::Model,
    customer: &customer::Model,
    invoice: Option<&invoice::Model>,
) -> Claim {
    match invoice {
        _ if !customer.active => Claim::Gone,
        None => Claim::Due(link.amount),
        Some(invoice) if invoice.state.0 == InvoiceState::Sent => {
            claim(link.amount, invoice.balance, invoice.allow_partial_payments)
        }
        Some(_) => Claim::Gone,
    }
}
