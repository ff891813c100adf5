//! The portal's first page.

use actix_web::{get, web::Json};
use entity::contact_person;
use portico_domain::{money::Money, permission::PortalPermission};
use portico_render::markdown;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{LastPayment, PaidInvoiceRef, PortalBalance, PortalHome, PortalOrganization},
    store::{self, Owed},
};
use crate::{
    customers,
    db::system::{self, PortalSession},
    error::Result,
    http::{Portal, can::portal as can},
    invoices, payments,
    portal_profile::PortalContact,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config.service(get_portal_home);
}

/// So many contact persons are shown at most.
const CONTACTS: usize = 10;

/// The first page: balances, the last payment, unpaid invoices.
///
/// What the person may not view is left out.
#[utoipa::path(tag = "portal", responses((status = 200, body = PortalHome)))]
#[get("/portal/home")]
async fn get_portal_home(portal: Portal<can::EnterPortal>) -> Result<Json<PortalHome>> {
    let (today, customer) = (portal.today(), portal.session.customer_id);
    let rights = portal.session.rights();
    let sees_invoices = rights.allow(PortalPermission::ViewInvoices);
    let sees_payments = rights.allow(PortalPermission::ViewPayments);
    let (unpaid, last, people) = portal
        .read(async |tx| {
            let unpaid = if sees_invoices {
                invoices::open_of_customer(tx, customer, 5).await?
            } else {
                Vec::new()
            };
            let last = if sees_payments {
                payments::last_of_customer(tx).await?
            } else {
                None
            };
            Ok((unpaid, last, customers::people(tx, customer).await?))
        })
        .await?;
    // Of the session's own customer.
    let scope = system::for_customer(&portal.scope());
    let (owed, last) = portal
        .db
        .read(scope, async |tx| {
            let owed = if sees_invoices {
                store::owed(tx, customer, today).await?
            } else {
                Vec::new()
            };
            let last = payments::portal_payments(tx, last.into_iter().collect(), None)
                .await?
                .pop();
            Ok::<_, crate::error::Error>((owed, last))
        })
        .await?;
    let modules = [("invoices", !owed.is_empty()), ("payments", last.is_some())];
    Ok(Json(PortalHome {
        balances: owed
            .iter()
            .filter(|owed| owed.outstanding > 0 || owed.credit > 0)
            .map(balance)
            .collect(),
        last_payment: last.map(|payment| LastPayment {
            id: payment.id,
            number: payment.number,
            date: payment.date,
            amount: Money::new(payment.amount.amount, payment.amount.currency),
            invoices: payment
                .allocations
                .into_iter()
                .map(|part| PaidInvoiceRef {
                    id: part.invoice_id,
                    number: part.invoice_number,
                })
                .collect(),
            reference: payment.reference,
        }),
        recent_invoices: unpaid
            .into_iter()
            .map(|invoice| invoices::portal::summarise(invoice, today))
            .collect(),
        organization: organization(&portal.session),
        banner_message: portal.session.banner_message.clone(),
        banner_html: portal
            .session
            .banner_message
            .as_deref()
            .map(markdown::to_html),
        contact_persons: contacts(people, &portal.session),
        allowed_actions: rights.all(),
        modules: modules
            .into_iter()
            .filter(|(_, has)| *has)
            .map(|(name, _)| name.to_owned())
            .collect(),
    }))
}

/// The person who looks first, then the others.
fn contacts(people: Vec<contact_person::Model>, session: &PortalSession) -> Vec<PortalContact> {
    let me = session.person_id;
    let (mine, others): (Vec<_>, Vec<_>) = people.into_iter().partition(|person| person.id == me);
    mine.into_iter()
        .chain(others)
        .take(CONTACTS)
        .map(|person| PortalContact::new(person, me))
        .collect()
}

fn balance(owed: &Owed) -> PortalBalance {
    PortalBalance {
        currency: owed.currency.0,
        outstanding: owed.outstanding,
        outstanding_count: owed.outstanding_count,
        overdue: owed.overdue,
        overdue_count: owed.overdue_count,
        credit: owed.credit,
        payable: (owed.outstanding - owed.credit).max(0),
    }
}

fn organization(session: &PortalSession) -> PortalOrganization {
    PortalOrganization {
        name: session.organization_name.clone(),
        email: session.organization_email.clone(),
        phone: session.organization_phone.clone(),
        website: session.organization_website.clone(),
        address: session.organization_address.0.clone(),
    }
}
