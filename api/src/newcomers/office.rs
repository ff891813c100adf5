//! Creating a customer.

use actix_web::{post, web::Data};
use entity::CustomerId;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    customers::{self, CreateCustomer, Customer},
    db::{OrgScope, Tx},
    error::Result,
    http::{Body, Created, Idempotency, Staff, can},
    mail::Outbox,
    portal_access,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config.service(create_customer);
}

/// Create a customer.
///
/// An e-mail address, a name or a phone number makes the primary contact person. With the organization's
/// `auto_invite_new_customers`, a person with an e-mail address is invited to the portal at once.
#[utoipa::path(tag = "customers", request_body = CreateCustomer, responses((status = 201, body = Customer)))]
#[post("/customers")]
async fn create_customer(
    staff: Staff<can::ManageCustomers>,
    outbox: Data<Outbox>,
    idempotency: Idempotency,
    body: Body<CreateCustomer>,
) -> Result<Created<Customer>> {
    let (today, role) = (staff.today(), staff.session.role.0);
    let Body { value, digest } = body;
    let created = staff.write(async |tx| {
        let create = async || {
            let id = customers::create(tx, value).await?;
            invite(tx, &outbox, id).await?;
            Ok(id)
        };
        let id: CustomerId = idempotency
            .once(tx, "create_customer", &digest, create)
            .await?;
        customers::show(tx, id, today, role).await
    });
    Ok(Created(Box::pin(created).await?))
}

/// Invites a new customer's contact person, if the organization wants that and the person can be invited.
async fn invite(tx: &Tx<OrgScope>, outbox: &Outbox, customer: CustomerId) -> Result<()> {
    let organization = tx.own_organization().await?;
    if !organization.auto_invite_new_customers || !organization.portal_enabled {
        return Ok(());
    }
    match customers::primary_contact(tx, customer).await? {
        Some(person) if person.email.is_some() => {
            portal_access::grant(tx, outbox, customer, person.id, None).await
        }
        _ => Ok(()),
    }
}
