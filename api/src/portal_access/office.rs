//! The routes by which staff give and take access.

use actix_web::{
    post,
    web::{Data, Json},
};
use entity::{ContactPersonId, CustomerId};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{InvitationReport, InviteCustomers},
    first_password::FirstPassword,
    grant::grant,
    invite_many, narrow, shut_out,
};
use crate::{
    customers::{self, ContactPerson, GrantPortalAccess},
    db::{OrgScope, Tx},
    error::Result,
    http::{Body, IdPaths, Idempotency, Staff, can},
    mail::Outbox,
};

type PersonPath = IdPaths<CustomerId, ContactPersonId>;

/// The routes for staff.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(invite_customers)
        .service(reinvite_people)
        .service(grant_portal_access)
        .service(disable_portal_access)
        .service(enable_portal_access)
        .service(narrow::narrow_portal_access);
}

/// Invite the primary contact persons of customers.
///
/// Who cannot be invited is reported with the reason; the others are invited all the same.
#[utoipa::path(tag = "portal_access", request_body = InviteCustomers, responses((status = 200, body = InvitationReport)))]
#[post("/customers/portal-access")]
async fn invite_customers(
    staff: Staff<can::ManagePortalAccess>,
    outbox: Data<Outbox>,
    key: Idempotency,
    body: Body<InviteCustomers>,
) -> Result<Json<InvitationReport>> {
    let Body { value, digest } = body;
    let report =
        staff.write(async |tx| invite_many::customers(tx, &outbox, &key, &digest, value).await);
    Ok(Json(Box::pin(report).await?))
}

/// Invite everybody who has to be invited again.
///
/// That is so after the portal's name or a person's e-mail address was changed. Up to 100 in one request; `left`
/// says how many could still be invited.
#[utoipa::path(tag = "portal_access", responses((status = 200, body = InvitationReport)))]
#[post("/customers/portal-access/reinvite")]
async fn reinvite_people(
    staff: Staff<can::ManagePortalAccess>,
    outbox: Data<Outbox>,
) -> Result<Json<InvitationReport>> {
    let report = staff.write(async |tx| invite_many::again(tx, &outbox).await);
    Ok(Json(Box::pin(report).await?))
}

/// Invite a contact person to the portal.
///
/// Sends the invitation by mail; an earlier one is void. It can be accepted for 14 days. With a password the mail
/// brings that in place of a link, and the first sign-in with it accepts; `portal.with_password` tells whether it did:
/// an address that has a password in this portal already keeps it, and gets a link.
#[utoipa::path(tag = "portal_access", params(("id" = CustomerId, Path), ("person_id" = ContactPersonId, Path)), request_body = GrantPortalAccess, responses((status = 200, body = ContactPerson), (status = 409, description = "not_allowed_in_state: the person has access, the customer is inactive, or the portal is off; email_taken: another contact person with access has this address")))]
#[post("/customers/{id}/contact-persons/{person_id}/portal-access")]
async fn grant_portal_access(
    staff: Staff<can::ManagePortalAccess>,
    outbox: Data<Outbox>,
    ids: PersonPath,
    idempotency: Idempotency,
    body: Body<GrantPortalAccess>,
) -> Result<Json<ContactPerson>> {
    let IdPaths(customer, person) = ids;
    let row = staff
        .read(async |tx| customers::person(tx, customer, person).await)
        .await?;
    let known = [
        row.first_name.as_str(),
        row.last_name.as_str(),
        row.email.as_deref().unwrap_or_default(),
        staff.session.organization_name.as_str(),
    ];
    let password = FirstPassword::of(Some(body.value), "/password", &known).await?;
    let granted = staff.write(async |tx| {
        let invite = async || {
            grant(tx, &outbox, customer, person, password.as_ref()).await?;
            Ok(person)
        };
        let operation = format!("grant_portal_access:{person}");
        idempotency
            .once(tx, &operation, &body.digest, invite)
            .await?;
        show(tx, customer, person).await
    });
    Ok(Json(Box::pin(granted).await?))
}

/// End a contact person's access to the portal.
///
/// The person's next request is refused; an open invitation is void.
#[utoipa::path(tag = "portal_access", params(("id" = CustomerId, Path), ("person_id" = ContactPersonId, Path)), responses((status = 200, body = ContactPerson)))]
#[post("/customers/{id}/contact-persons/{person_id}/portal-access/disable")]
async fn disable_portal_access(
    staff: Staff<can::ManagePortalAccess>,
    ids: PersonPath,
) -> Result<Json<ContactPerson>> {
    let IdPaths(customer, person) = ids;
    let disabled = staff.write(async |tx| {
        shut_out::disable(tx, customer, person).await?;
        show(tx, customer, person).await
    });
    Ok(Json(disabled.await?))
}

/// Give a contact person back the access that was taken.
///
/// Somebody who had never accepted is invited again.
#[utoipa::path(tag = "portal_access", params(("id" = CustomerId, Path), ("person_id" = ContactPersonId, Path)), responses((status = 200, body = ContactPerson), (status = 409, description = "not_allowed_in_state: the person is not shut out; email_taken: another contact person with access has this address")))]
#[post("/customers/{id}/contact-persons/{person_id}/portal-access/enable")]
async fn enable_portal_access(
    staff: Staff<can::ManagePortalAccess>,
    outbox: Data<Outbox>,
    ids: PersonPath,
) -> Result<Json<ContactPerson>> {
    let IdPaths(customer, person) = ids;
    let enabled = staff.write(async |tx| {
        shut_out::enable(tx, &outbox, customer, person).await?;
        show(tx, customer, person).await
    });
    Ok(Json(Box::pin(enabled).await?))
}

pub(super) async fn show(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    id: ContactPersonId,
) -> Result<ContactPerson> {
    let person = customers::person(tx, customer, id).await?;
    Ok(ContactPerson::new(person, tx.now()))
}
