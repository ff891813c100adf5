//! The routes of contact persons, for staff.

use actix_web::{HttpResponse, delete, get, patch, post, web::Json};
use entity::{ContactPersonId, CustomerId};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    people,
    person_dto::{ContactPerson, ContactPersonQuery, CreateContactPerson, UpdateContactPerson},
    store,
};
use crate::{
    error::Result,
    http::{Body, IdPath, IdPaths, Idempotency, Listing, NoContent, Params, Staff, can},
};

type PersonPath = IdPaths<CustomerId, ContactPersonId>;

/// The routes of contact persons.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_contact_persons)
        .service(create_contact_person)
        .service(update_contact_person)
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

/// Add a contact person.
///
/// A customer's first one is its primary contact.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path)), request_body = CreateContactPerson, responses((status = 201, body = ContactPerson)))]
#[post("/customers/{id}/contact-persons")]
async fn create_contact_person(
    staff: Staff<can::ManageCustomers>,
    id: IdPath<CustomerId>,
    idempotency: Idempotency,
    body: Body<CreateContactPerson>,
) -> Result<HttpResponse> {
    let Body { value, digest } = body;
    let created = staff.write(async |tx| {
        let add = async || people::add(tx, id.0, value).await;
        let operation = format!("create_contact_person:{}", id.0);
        let person: ContactPersonId = idempotency.once(tx, &operation, &digest, add).await?;
        let person = store::person(tx, id.0, person).await?;
        Ok(ContactPerson::new(person, tx.now()))
    });
    Ok(HttpResponse::Created().json(created.await?))
}

/// Change a contact person.
///
/// A person with access who gets another e-mail address must be invited again.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path), ("person_id" = ContactPersonId, Path)), request_body = UpdateContactPerson, responses((status = 200, body = ContactPerson), (status = 409, description = "email_taken: another contact person with access to the portal has this address")))]
#[patch("/customers/{id}/contact-persons/{person_id}")]
async fn update_contact_person(
    staff: Staff<can::ManageCustomers>,
    ids: PersonPath,
    body: Body<UpdateContactPerson>,
) -> Result<Json<ContactPerson>> {
    let changed = staff.write(async |tx| {
        let person = people::change(tx, ids.0, ids.1, body.value).await?;
        Ok(ContactPerson::new(person, tx.now()))
    });
    Ok(Json(changed.await?))
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
