//! The portal's first page.

use actix_web::{get, web::Json};
use portico_domain::money::Money;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{LastPayment, PaidInvoiceRef, PortalBalance, PortalHome, PortalOrganization},
    store::{self, Owed},
};
use crate::{
    db::system::{self, PortalSession},
    error::Result,
    http::{Portal, can::portal as can},
    invoices, payments,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config.service(get_portal_home);
}

/// The first page: balances, the last payment, unpaid invoices.
#[utoipa::path(tag = "portal", responses((status = 200, body = PortalHome)))]
#[get("/portal/home")]
async fn get_portal_home(portal: Portal<can::ViewInvoices>) -> Result<Json<PortalHome>> {
    let (today, customer) = (portal.today(), portal.session.customer_id);
    let (unpaid, last) = portal
        .read(async |tx| {
            let unpaid = invoices::open_of_customer(tx, customer, 5).await?;
            Ok((unpaid, payments::last_of_customer(tx).await?))
        })
        .await?;
    // Of the session's own customer.
    let scope = system::for_customer(&portal.scope());
    let (owed, last) = portal
        .db
        .read(scope, async |tx| {
            let owed = store::owed(tx, customer, today).await?;
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
        modules: modules
            .into_iter()
            .filter(|(_, has)| *has)
            .map(|(name, _)| name.to_owned())
            .collect(),
    }))
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
