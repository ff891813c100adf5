//! Taxes and their groups, for staff.

use actix_web::{delete, get, patch, post, web::Json};
use entity::{TaxGroupId, TaxId};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    authorities,
    dto::{CreateTax, CreateTaxGroup, Tax, TaxGroup, UpdateTax, UpdateTaxGroup},
    exemptions, groups,
    store::{
        self, TaxQuery,
        groups::{self as group_store, TaxGroupQuery},
    },
    tax,
};
use crate::{
    error::Result,
    http::{
        Body, Created, IdPath, Idempotency, IfMatch, Listing, NoContent, Params, Staff, Versioned,
        can,
    },
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_taxes)
        .service(create_tax)
        .service(get_tax)
        .service(update_tax)
        .service(delete_tax)
        .service(list_tax_groups)
        .service(create_tax_group)
        .service(update_tax_group)
        .service(delete_tax_group)
        .configure(authorities::routes)
        .configure(exemptions::routes);
}

/// List taxes.
#[utoipa::path(tag = "taxes", params(TaxQuery), responses((status = 200, body = Listing<Tax>)))]
#[get("/taxes")]
async fn list_taxes(
    staff: Staff<can::ViewOrganization>,
    query: Params<TaxQuery>,
) -> Result<Json<Listing<Tax>>> {
    let page = staff
        .read(async |tx| store::list(tx, &query.0).await)
        .await?;
    Ok(Json(page.listing(|tax| tax)))
}

/// Add a tax.
#[utoipa::path(tag = "taxes", request_body = CreateTax, responses((status = 201, body = Tax)))]
#[post("/taxes")]
async fn create_tax(
    staff: Staff<can::ManageTaxes>,
    key: Idempotency,
    body: Body<CreateTax>,
) -> Result<Created<Tax>> {
    let tax = staff
        .write(async |tx| {
            let create = async || tax::create(tx, body.value).await;
            let id = key.once(tx, "create_tax", &body.digest, create).await?;
            store::get(tx, id).await
        })
        .await?;
    Ok(Created(versioned(tax)))
}

/// Get a tax.
#[utoipa::path(tag = "taxes", params(("id" = TaxId, Path)), responses((status = 200, body = Tax)))]
#[get("/taxes/{id}")]
async fn get_tax(staff: Staff<can::ViewOrganization>, id: IdPath<TaxId>) -> Result<Versioned<Tax>> {
    let tax = staff.read(async |tx| store::get(tx, id.0).await).await?;
    Ok(versioned(tax))
}

/// Change a tax.
///
/// Documents that bear it keep it as it was. Making it the default takes that from the present one; a tax that
/// is no longer active is no longer the default.
#[utoipa::path(tag = "taxes", params(("id" = TaxId, Path), ("If-Match" = String, Header, description = "The version that the change was made on", example = "\"1\"")), request_body = UpdateTax, responses((status = 200, body = Tax)))]
#[patch("/taxes/{id}")]
async fn update_tax(
    staff: Staff<can::ManageTaxes>,
    id: IdPath<TaxId>,
    version: IfMatch,
    body: Body<UpdateTax>,
) -> Result<Versioned<Tax>> {
    let tax = staff
        .write(async |tx| tax::update(tx, id.0, version, body.value).await)
        .await?;
    Ok(versioned(tax))
}

/// Delete a tax that nothing names.
///
/// One that an item, a group or a document bears can be made inactive instead.
#[utoipa::path(tag = "taxes", params(("id" = TaxId, Path)), responses((status = 204, description = "Deleted"), (status = 409, description = "still_referenced: an item, a group or a document bears it")))]
#[delete("/taxes/{id}")]
async fn delete_tax(staff: Staff<can::ManageTaxes>, id: IdPath<TaxId>) -> Result<NoContent> {
    staff.write(async |tx| tax::delete(tx, id.0).await).await?;
    Ok(NoContent)
}

/// List groups of taxes.
#[utoipa::path(tag = "taxes", params(TaxGroupQuery), responses((status = 200, body = Listing<TaxGroup>)))]
#[get("/tax-groups")]
async fn list_tax_groups(
    staff: Staff<can::ViewOrganization>,
    query: Params<TaxGroupQuery>,
) -> Result<Json<Listing<TaxGroup>>> {
    let page = staff
        .read(async |tx| group_store::list(tx, &query.0).await)
        .await?;
    Ok(Json(page.listing(|group| group)))
}

/// Add a group of taxes that are borne together.
#[utoipa::path(tag = "taxes", request_body = CreateTaxGroup, responses((status = 201, body = TaxGroup)))]
#[post("/tax-groups")]
async fn create_tax_group(
    staff: Staff<can::ManageTaxes>,
    key: Idempotency,
    body: Body<CreateTaxGroup>,
) -> Result<Created<TaxGroup>> {
    let group = staff
        .write(async |tx| {
            let create = async || groups::create(tx, body.value).await;
            let id = key
                .once(tx, "create_tax_group", &body.digest, create)
                .await?;
            group_store::get(tx, id).await
        })
        .await?;
    Ok(Created(versioned_group(group)))
}

/// Change a group of taxes.
///
/// Documents that bear it keep it as it was.
#[utoipa::path(tag = "taxes", params(("id" = TaxGroupId, Path), ("If-Match" = String, Header, description = "The version that the change was made on", example = "\"1\"")), request_body = UpdateTaxGroup, responses((status = 200, body = TaxGroup)))]
#[patch("/tax-groups/{id}")]
async fn update_tax_group(
    staff: Staff<can::ManageTaxes>,
    id: IdPath<TaxGroupId>,
    version: IfMatch,
    body: Body<UpdateTaxGroup>,
) -> Result<Versioned<TaxGroup>> {
    let group = staff
        .write(async |tx| groups::update(tx, id.0, version, body.value).await)
        .await?;
    Ok(versioned_group(group))
}

/// Delete a group of taxes that nothing names.
#[utoipa::path(tag = "taxes", params(("id" = TaxGroupId, Path)), responses((status = 204, description = "Deleted"), (status = 409, description = "still_referenced: an item or a document bears it")))]
#[delete("/tax-groups/{id}")]
async fn delete_tax_group(
    staff: Staff<can::ManageTaxes>,
    id: IdPath<TaxGroupId>,
) -> Result<NoContent> {
    staff
        .write(async |tx| groups::delete(tx, id.0).await)
        .await?;
    Ok(NoContent)
}

const fn versioned(tax: Tax) -> Versioned<Tax> {
    Versioned {
        version: tax.version,
        value: tax,
    }
}

const fn versioned_group(group: TaxGroup) -> Versioned<TaxGroup> {
    Versioned {
        version: group.version,
        value: group,
    }
}
