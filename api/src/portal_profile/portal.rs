//! The routes of one's own details, of the company's, and of who else is there.

use actix_web::{get, patch, web::Json};
use portico_domain::permission::PortalPermission;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    company,
    dto::{ChangePortalCompany, ChangePortalProfile, PortalCompany, PortalContact, PortalProfile},
    person,
};
use crate::{
    customers::{self, ContactPersonQuery},
    db::system,
    error::Result,
    http::{Body, IfMatch, Listing, Params, Portal, Versioned, can::portal as can},
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_portal_profile)
        .service(update_portal_profile)
        .service(get_portal_company)
        .service(update_portal_company)
        .service(list_portal_contact_persons);
}

/// My own details.
#[utoipa::path(tag = "portal", responses((status = 200, body = PortalProfile)))]
#[get("/portal/profile")]
async fn get_portal_profile(portal: Portal<can::EnterPortal>) -> Result<Versioned<PortalProfile>> {
    show_person(&portal).await
}

/// Change my own details.
///
/// The organization is told what changed, unless nothing did. The e-mail address has an operation of its own.
#[utoipa::path(tag = "portal", params(("If-Match" = String, Header, description = "The version that the change is made on", example = "\"3\"")), request_body = ChangePortalProfile, responses((status = 200, body = PortalProfile)))]
#[patch("/portal/profile")]
async fn update_portal_profile(
    portal: Portal<can::EditDetails>,
    version: IfMatch,
    body: Body<ChangePortalProfile>,
) -> Result<Versioned<PortalProfile>> {
    let session = &portal.session;
    let change = portal.write(async |tx| person::change(tx, session, version, body.value).await);
    Box::pin(change).await?;
    show_person(&portal).await
}

/// My company's details.
#[utoipa::path(tag = "portal", responses((status = 200, body = PortalCompany)))]
#[get("/portal/company")]
async fn get_portal_company(portal: Portal<can::EnterPortal>) -> Result<Versioned<PortalCompany>> {
    show_company(&portal).await
}

/// Change my company's details.
///
/// The organization is told what changed, unless nothing did. Invoices that were issued keep their address; what
/// concerns taxes is changed by the organization.
#[utoipa::path(tag = "portal", params(("If-Match" = String, Header, description = "The version that the change is made on", example = "\"3\"")), request_body = ChangePortalCompany, responses((status = 200, body = PortalCompany)))]
#[patch("/portal/company")]
async fn update_portal_company(
    portal: Portal<can::EditDetails>,
    version: IfMatch,
    body: Body<ChangePortalCompany>,
) -> Result<Versioned<PortalCompany>> {
    let session = &portal.session;
    let change = portal.write(async |tx| company::change(tx, session, version, body.value).await);
    Box::pin(change).await?;
    show_company(&portal).await
}

/// List the contact persons of my company.
#[utoipa::path(tag = "portal", params(ContactPersonQuery), responses((status = 200, body = Listing<PortalContact>)))]
#[get("/portal/contact-persons")]
async fn list_portal_contact_persons(
    portal: Portal<can::EnterPortal>,
    query: Params<ContactPersonQuery>,
) -> Result<Json<Listing<PortalContact>>> {
    let (customer, me) = (portal.session.customer_id, portal.session.person_id);
    let page = portal
        .read(async |tx| customers::people_page(tx, customer, &query.0.page()).await)
        .await?;
    Ok(Json(page.listing(|person| PortalContact::new(person, me))))
}

async fn show_person<P>(portal: &Portal<P>) -> Result<Versioned<PortalProfile>> {
    // The person and the identity of this very session.
    let scope = system::for_customer(&portal.scope());
    let shown = portal.db.read(scope, async |tx| {
        person::show(tx, &portal.session, actions(portal)).await
    });
    shown.await
}

async fn show_company<P>(portal: &Portal<P>) -> Result<Versioned<PortalCompany>> {
    let id = portal.session.customer_id;
    let row = portal.read(async |tx| customers::get(tx, id).await).await?;
    Ok(Versioned {
        version: row.version,
        value: PortalCompany::new(row, actions(portal)),
    })
}

fn actions<P>(portal: &Portal<P>) -> Vec<&'static str> {
    let edit = portal.session.rights().allow(PortalPermission::EditDetails);
    edit.then_some("edit").into_iter().collect()
}
