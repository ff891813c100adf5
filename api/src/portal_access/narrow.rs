//! Holding one person to less than what holds for everybody in the portal (A7).

use actix_web::{put, web::Json};
use entity::{ContactPersonId, CustomerId, Doc};
use portico_domain::portal_module::ModuleAccess;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use validator::Validate;

use crate::{
    audit,
    customers::{self, ContactPerson},
    error::{Error, Result},
    http::{Body, IdPaths, Staff, can, modules},
};

/// What a person is held to.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NarrowPortalAccess {
    /// Nothing narrows a module that is not named; null, or an empty list: nothing is narrowed at all.
    #[schema(required)]
    pub modules: Option<Vec<ModuleAccess>>,
}

/// Narrow what a contact person may do in the portal.
///
/// Both must allow it: the organization's `portal_modules`, and this. It counts from the person's next request on.
#[utoipa::path(tag = "portal_access", params(("id" = CustomerId, Path), ("person_id" = ContactPersonId, Path)), request_body = NarrowPortalAccess, responses((status = 200, body = ContactPerson)))]
#[put("/customers/{id}/contact-persons/{person_id}/portal-permissions")]
pub(super) async fn narrow_portal_access(
    staff: Staff<can::ManagePortalAccess>,
    ids: IdPaths<CustomerId, ContactPersonId>,
    body: Body<NarrowPortalAccess>,
) -> Result<Json<ContactPerson>> {
    let IdPaths(customer, person) = ids;
    let modules = body.value.modules.unwrap_or_default();
    let faults = modules::check("/modules", &modules);
    if !faults.is_empty() {
        return Err(Error::fields(faults));
    }
    let narrowed = staff.write(async |tx| {
        customers::lock(tx, customer).await?;
        let mut person = customers::person(tx, customer, person).await?;
        let before = json!({ "portal_modules": person.portal_modules.as_ref().map(|doc| &doc.0) });
        person.portal_modules = (!modules.is_empty()).then_some(Doc(modules));
        let person = customers::save_access(tx, person).await?;
        let after = json!({ "portal_modules": person.portal_modules.as_ref().map(|doc| &doc.0) });
        let changes = audit::changes(&before, &after);
        if changes.as_array().is_some_and(|list| !list.is_empty()) {
            let data = json!({ "changes": changes });
            customers::record(tx, "contact_person.access_narrowed", &person, data).await?;
        }
        Ok(ContactPerson::new(person, tx.now()))
    });
    Ok(Json(narrowed.await?))
}
