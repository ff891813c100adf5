//! The routes of customers, for staff.

use actix_web::{delete, get, patch, post, web::Json};
use entity::CustomerId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    activation::set_active,
    delete,
    dto::{Customer, CustomerQuery, CustomerSummary},
    input::UpdateCustomer,
    office_people, show, store, update,
};
use crate::{
    audit::{self, TimelineEntry, TimelineQuery},
    error::Result,
    http::{Body, IdPath, IfMatch, Listing, NoContent, Params, Staff, Versioned, can},
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_customers)
        .service(get_customer)
        .service(update_customer)
        .service(delete_customer)
        .service(activate_customer)
        .service(deactivate_customer)
        .service(get_customer_timeline)
        .configure(office_people::routes);
}

/// List customers.
#[utoipa::path(tag = "customers", params(CustomerQuery), responses((status = 200, body = Listing<CustomerSummary>)))]
#[get("/customers")]
async fn list_customers(
    staff: Staff<can::ViewCustomers>,
    query: Params<CustomerQuery>,
) -> Result<Json<Listing<CustomerSummary>>> {
    let list = staff.read(async |tx| show::list(tx, &query.0).await);
    Ok(Json(list.await?))
}

/// Get a customer.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path)), responses((status = 200, body = Customer)))]
#[get("/customers/{id}")]
async fn get_customer(
    staff: Staff<can::ViewCustomers>,
    id: IdPath<CustomerId>,
) -> Result<Versioned<Customer>> {
    let (today, role) = (staff.today(), staff.session.role.0);
    staff
        .read(async |tx| show::show(tx, id.0, today, role).await)
        .await
}

/// Change a customer.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path), ("If-Match" = String, Header, description = "The version that the change is made on", example = "\"3\"")), request_body = UpdateCustomer, responses((status = 200, body = Customer), (status = 409, description = "not_allowed_in_state: the currency cannot change once there are documents")))]
#[patch("/customers/{id}")]
async fn update_customer(
    staff: Staff<can::ManageCustomers>,
    id: IdPath<CustomerId>,
    version: IfMatch,
    body: Body<UpdateCustomer>,
) -> Result<Versioned<Customer>> {
    let (today, role) = (staff.today(), staff.session.role.0);
    let updated = staff.write(async |tx| {
        update::update(tx, id.0, version, body.value).await?;
        show::show(tx, id.0, today, role).await
    });
    Box::pin(updated).await
}

/// Delete a customer.
///
/// Only one without documents; its contact persons go with it.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path)), responses((status = 204, description = "Deleted"), (status = 409, description = "still_referenced: there are documents of this customer")))]
#[delete("/customers/{id}")]
async fn delete_customer(
    staff: Staff<can::ManageCustomers>,
    id: IdPath<CustomerId>,
) -> Result<NoContent> {
    staff
        .write(async |tx| delete::delete(tx, id.0).await)
        .await?;
    Ok(NoContent)
}

/// Take a customer back into use.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path)), responses((status = 200, body = Customer)))]
#[post("/customers/{id}/activate")]
async fn activate_customer(
    staff: Staff<can::ManageCustomers>,
    id: IdPath<CustomerId>,
) -> Result<Versioned<Customer>> {
    activation(staff, id.0, true).await
}

/// Take a customer out of use.
///
/// Its people are refused by the portal from their next request on.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path)), responses((status = 200, body = Customer)))]
#[post("/customers/{id}/deactivate")]
async fn deactivate_customer(
    staff: Staff<can::ManageCustomers>,
    id: IdPath<CustomerId>,
) -> Result<Versioned<Customer>> {
    activation(staff, id.0, false).await
}

async fn activation(
    staff: Staff<can::ManageCustomers>,
    id: CustomerId,
    active: bool,
) -> Result<Versioned<Customer>> {
    let (today, role) = (staff.today(), staff.session.role.0);
    let changed = staff.write(async |tx| {
        set_active(tx, id, active).await?;
        show::show(tx, id, today, role).await
    });
    changed.await
}

/// What happened with a customer, the newest first.
#[utoipa::path(tag = "customers", params(("id" = CustomerId, Path), TimelineQuery), responses((status = 200, body = Listing<TimelineEntry>)))]
#[get("/customers/{id}/timeline")]
async fn get_customer_timeline(
    staff: Staff<can::ViewCustomers>,
    id: IdPath<CustomerId>,
    query: Params<TimelineQuery>,
) -> Result<Json<Listing<TimelineEntry>>> {
    let timeline = staff.read(async |tx| {
        store::get(tx, id.0).await?;
        audit::of_customer(tx, id.0, &query.0).await
    });
    Ok(Json(timeline.await?))
}
