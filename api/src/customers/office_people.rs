//! The routes of contact persons, for staff. Adding and changing one is in `portal_access`, which invites them.

use actix_web::{delete, get, post, web::Json};
use entity::{ContactPersonId, CustomerId};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    people,
    person_dto::{ContactPerson, ContactPersonQuery},
    store,
};
use crate::{
    error::Result,
    http::{IdPath, IdPaths, Listing, NoContent, Params, Staff, can},
};

type PersonPath = IdPaths<CustomerId, ContactPersonId>;

/// The routes of contact persons.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_contact_persons)
        .service(delete_contact_person)
        .service(make_primary_contact);
}

/// List a customer's contact persons.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path), ContactPersonQuery), responses((status = 200, body = Listing<ContactPerson>)))]
#[get("/customers/{id}/contact-persons")]
async fn list_contact_persons(
    staff: Staff<can::ViewCustomers>,
    id: IdPath<CustomerId>,
    query: Params<ContactPersonQuery>,
) -> Result<Json<Listing<ContactPerson>>> {
    let list = staff.read(async |tx| {
        store::get(tx, id.0).await?;
        let page = store::people_page(tx, id.0, &query.0.page()).await?;
        Ok(page.listing(|person| ContactPerson::new(person, tx.now())))
    });
    Ok(Json(list.await?))
}

/// Remove a contact person.
///
/// Their access to the portal ends at once. If it was the primary contact, the one who was added next takes over.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path), ("person_id" = ContactPersonId, Path)), responses((status = 204, description = "Removed")))]
#[delete("/customers/{id}/contact-persons/{person_id}")]
async fn delete_contact_person(
    staff: Staff<can::ManageCustomers>,
    ids: PersonPath,
) -> Result<NoContent> {
    staff
        .write(async |tx| people::remove(tx, ids.0, ids.1).await)
        .await?;
    Ok(NoContent)
}

/// Make a contact person the primary one.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path), ("person_id" = ContactPersonId, Path)), responses((status = 200, body = ContactPerson)))]
#[post("/customers/{id}/contact-persons/{person_id}/make-primary")]
async fn make_primary_contact(
    staff: Staff<can::ManageCustomers>,
    ids: PersonPath,
) -> Result<Json<ContactPerson>> {
    let changed = staff.write(async |tx| {
        let person = people::make_primary(tx, ids.0, ids.1).await?;
        Ok(ContactPerson::new(person, tx.now()))
    });
    Ok(Json(changed.await?))
}
