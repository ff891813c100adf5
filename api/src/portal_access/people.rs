//! Adding and changing a contact person, with the invitation in the same request where that is wanted (B3).

use actix_web::{
    HttpResponse, patch, post,
    web::{Data, Json},
};
use entity::{ContactPersonId, CustomerId};
use portico_domain::permission::Permission;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{first_password::FirstPassword, grant::grant, office::show};
use crate::{
    customers::{self, ContactPerson, CreateContactPerson, GrantPortalAccess, UpdateContactPerson},
    error::Result,
    http::{Body, IdPath, IdPaths, Idempotency, Staff, can},
    mail::Outbox,
};

/// Where the password of such a request is.
const POINTER: &str = "/portal_access/password";

/// The routes of people who may be invited at once.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(create_contact_person)
        .service(update_contact_person);
}

/// Add a contact person.
///
/// A customer's first one is its primary contact. With `portal_access` the person is invited at once.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path)), request_body = CreateContactPerson, responses((status = 201, body = ContactPerson), (status = 409, description = "not_allowed_in_state: the customer is inactive, or the portal is off; email_taken: another contact person with access has this address")))]
#[post("/customers/{id}/contact-persons")]
async fn create_contact_person(
    staff: Staff<can::ManageCustomers>,
    outbox: Data<Outbox>,
    id: IdPath<CustomerId>,
    idempotency: Idempotency,
    body: Body<CreateContactPerson>,
) -> Result<HttpResponse> {
    let Body { mut value, digest } = body;
    let wish = value.portal_access.take();
    may_invite(&staff, wish.as_ref())?;
    let invited = wish.is_some();
    let known = [
        value.first_name.as_str(),
        value.last_name.as_str(),
        value.email.as_deref().unwrap_or_default(),
        staff.session.organization_name.as_str(),
    ];
    let password = FirstPassword::of(wish, POINTER, &known).await?;
    let created = staff.write(async |tx| {
        let add = async || {
            let person = customers::add_person(tx, id.0, value).await?;
            if invited {
                grant(tx, &outbox, id.0, person, password.as_ref()).await?;
            }
            Ok(person)
        };
        let operation = format!("create_contact_person:{}", id.0);
        let person: ContactPersonId = idempotency.once(tx, &operation, &digest, add).await?;
        show(tx, id.0, person).await
    });
    Ok(HttpResponse::Created().json(Box::pin(created).await?))
}

/// Change a contact person.
///
/// A person with access who gets another e-mail address must be invited again; `portal_access` does it at once.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path), ("person_id" = ContactPersonId, Path)), request_body = UpdateContactPerson, responses((status = 200, body = ContactPerson), (status = 409, description = "email_taken: another contact person with access to the portal has this address; not_allowed_in_state: the person to be invited has access, the customer is inactive, or the portal is off")))]
#[patch("/customers/{id}/contact-persons/{person_id}")]
async fn update_contact_person(
    staff: Staff<can::ManageCustomers>,
    outbox: Data<Outbox>,
    ids: IdPaths<CustomerId, ContactPersonId>,
    body: Body<UpdateContactPerson>,
) -> Result<Json<ContactPerson>> {
    let IdPaths(customer, person) = ids;
    let mut change = body.value;
    let wish = change.portal_access.take();
    may_invite(&staff, wish.as_ref())?;
    let invited = wish.is_some();
    let password = if invited {
        let row = staff
            .read(async |tx| customers::person(tx, customer, person).await)
            .await?;
        // The names as they are, and as they are to be.
        let known = [
            row.first_name.as_str(),
            row.last_name.as_str(),
            row.email.as_deref().unwrap_or_default(),
            change.first_name.as_deref().unwrap_or_default(),
            change.last_name.as_deref().unwrap_or_default(),
            change.email.value().map_or("", String::as_str),
            staff.session.organization_name.as_str(),
        ];
        FirstPassword::of(wish, POINTER, &known).await?
    } else {
        None
    };
    let changed = staff.write(async |tx| {
        customers::change_person(tx, customer, person, change).await?;
        if invited {
            grant(tx, &outbox, customer, person, password.as_ref()).await?;
        }
        show(tx, customer, person).await
    });
    Ok(Json(Box::pin(changed).await?))
}

/// Whoever may manage customers may not therefore let people in.
fn may_invite<P>(staff: &Staff<P>, wish: Option<&GrantPortalAccess>) -> Result<()> {
    match wish {
        Some(_) => staff.must(Permission::ManagePortalAccess),
        None => Ok(()),
    }
}
