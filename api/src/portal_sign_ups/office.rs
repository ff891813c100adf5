//! Those who asked to be let in, for staff.

use actix_web::{
    get, post,
    web::{Data, Json},
};
use entity::PortalSignUpId;
use portico_domain::permission::Permission;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    decide::{approve, decline},
    dto::{ApprovePortalSignUp, PortalSignUp},
    store::{self, PortalSignUpQuery},
};
use crate::{
    customers,
    db::{OrgScope, Page, Tx},
    error::Result,
    http::{Body, IdPath, Idempotency, Listing, Params, Staff, can},
    mail::Outbox,
};

/// The routes for staff.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_portal_sign_ups)
        .service(get_portal_sign_up)
        .service(approve_portal_sign_up)
        .service(decline_portal_sign_up);
}

/// List those who asked to be let into the portal.
///
/// Each has verified the address. Whom staff had entered before does not ask, and is not listed.
#[utoipa::path(tag = "portal_sign_ups", params(PortalSignUpQuery), responses((status = 200, body = Listing<PortalSignUp>)))]
#[get("/portal-sign-ups")]
async fn list_portal_sign_ups(
    staff: Staff<can::ManagePortalAccess>,
    query: Params<PortalSignUpQuery>,
) -> Result<Json<Listing<PortalSignUp>>> {
    let page = staff.read(async |tx| {
        let Page {
            rows,
            next_cursor,
            total,
        } = store::list(tx, &query.0).await?;
        let customers: Vec<_> = rows.iter().filter_map(|row| row.customer_id).collect();
        let names = customers::names_of(tx, customers).await?;
        let data = rows
            .into_iter()
            .map(|row| PortalSignUp::new(row, &names))
            .collect();
        Ok(Listing {
            data,
            next_cursor,
            total,
        })
    });
    Ok(Json(page.await?))
}

/// Get somebody who asked to be let into the portal.
#[utoipa::path(tag = "portal_sign_ups", params(("id" = PortalSignUpId, Path)), responses((status = 200, body = PortalSignUp)))]
#[get("/portal-sign-ups/{id}")]
async fn get_portal_sign_up(
    staff: Staff<can::ManagePortalAccess>,
    id: IdPath<PortalSignUpId>,
) -> Result<Json<PortalSignUp>> {
    let one = staff.read(async |tx| show(tx, id.0).await);
    Ok(Json(one.await?))
}

/// Let somebody in who asked.
///
/// The person becomes a contact person of the customer, or of a new one, and gets an invitation. It takes
/// `manage_customers` too.
#[utoipa::path(tag = "portal_sign_ups", params(("id" = PortalSignUpId, Path)), request_body = ApprovePortalSignUp, responses((status = 200, body = PortalSignUp), (status = 409, description = "not_allowed_in_state: it has been decided, the customer is inactive, the portal is off, or the person has access there or was shut out; email_taken")))]
#[post("/portal-sign-ups/{id}/approve")]
async fn approve_portal_sign_up(
    staff: Staff<can::ManagePortalAccess>,
    outbox: Data<Outbox>,
    id: IdPath<PortalSignUpId>,
    idempotency: Idempotency,
    body: Body<ApprovePortalSignUp>,
) -> Result<Json<PortalSignUp>> {
    staff.must(Permission::ManageCustomers)?;
    let Body { value, digest } = body;
    let approved = staff.write(async |tx| {
        let approve = async || {
            approve(tx, &outbox, id.0, value.customer_id).await?;
            Ok(id.0)
        };
        let operation = format!("approve_portal_sign_up:{}", id.0);
        let id: PortalSignUpId = idempotency.once(tx, &operation, &digest, approve).await?;
        show(tx, id).await
    });
    Ok(Json(Box::pin(approved).await?))
}

/// Turn somebody away who asked.
///
/// Nothing is mailed. Signing up again with the address comes to nothing; staff can still enter and invite the person.
#[utoipa::path(tag = "portal_sign_ups", params(("id" = PortalSignUpId, Path)), responses((status = 200, body = PortalSignUp), (status = 409, description = "not_allowed_in_state: it has been decided")))]
#[post("/portal-sign-ups/{id}/decline")]
async fn decline_portal_sign_up(
    staff: Staff<can::ManagePortalAccess>,
    id: IdPath<PortalSignUpId>,
) -> Result<Json<PortalSignUp>> {
    let declined = staff.write(async |tx| {
        decline(tx, id.0).await?;
        show(tx, id.0).await
    });
    Ok(Json(declined.await?))
}

async fn show(tx: &Tx<OrgScope>, id: PortalSignUpId) -> Result<PortalSignUp> {
    let row = store::get(tx, id).await?;
    let names = customers::names_of(tx, row.customer_id).await?;
    Ok(PortalSignUp::new(row, &names))
}
