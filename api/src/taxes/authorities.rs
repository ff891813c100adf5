//! Tax authorities, for staff.

use actix_web::{HttpResponse, delete, get, patch, post, web::Json};
use entity::TaxAuthorityId;
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{CreateTaxAuthority, TaxAuthority, UpdateTaxAuthority},
    store::registers::{self, RegisterQuery},
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
    http::{Body, IdPath, Idempotency, Listing, NoContent, Params, Staff, can, text::tidy},
};

/// The routes of tax authorities.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_tax_authorities)
        .service(create_tax_authority)
        .service(update_tax_authority)
        .service(delete_tax_authority);
}

/// List tax authorities.
#[utoipa::path(tag = "taxes", params(RegisterQuery), responses((status = 200, body = Listing<TaxAuthority>)))]
#[get("/tax-authorities")]
async fn list_tax_authorities(
    staff: Staff<can::ViewOrganization>,
    query: Params<RegisterQuery>,
) -> Result<Json<Listing<TaxAuthority>>> {
    let page = staff
        .read(async |tx| registers::authorities(tx, &query.0).await)
        .await?;
    Ok(Json(page.listing(|authority| authority)))
}

/// Add a tax authority.
#[utoipa::path(tag = "taxes", request_body = CreateTaxAuthority, responses((status = 201, body = TaxAuthority)))]
#[post("/tax-authorities")]
async fn create_tax_authority(
    staff: Staff<can::ManageTaxes>,
    key: Idempotency,
    body: Body<CreateTaxAuthority>,
) -> Result<HttpResponse> {
    let authority = staff
        .write(async |tx| {
            let create = async || create(tx, body.value).await;
            let id = key
                .once(tx, "create_tax_authority", &body.digest, create)
                .await?;
            registers::lock_authority(tx, id).await
        })
        .await?;
    Ok(HttpResponse::Created().json(authority))
}

/// Change a tax authority.
#[utoipa::path(tag = "taxes", params(("id" = TaxAuthorityId, Path)), request_body = UpdateTaxAuthority, responses((status = 200, body = TaxAuthority)))]
#[patch("/tax-authorities/{id}")]
async fn update_tax_authority(
    staff: Staff<can::ManageTaxes>,
    id: IdPath<TaxAuthorityId>,
    body: Body<UpdateTaxAuthority>,
) -> Result<Json<TaxAuthority>> {
    let authority = staff
        .write(async |tx| update(tx, id.0, body.value).await)
        .await?;
    Ok(Json(authority))
}

/// Delete a tax authority that no tax names.
#[utoipa::path(tag = "taxes", params(("id" = TaxAuthorityId, Path)), responses((status = 204, description = "Deleted"), (status = 409, description = "still_referenced")))]
#[delete("/tax-authorities/{id}")]
async fn delete_tax_authority(
    staff: Staff<can::ManageTaxes>,
    id: IdPath<TaxAuthorityId>,
) -> Result<NoContent> {
    staff.write(async |tx| delete(tx, id.0).await).await?;
    Ok(NoContent)
}

async fn create(tx: &Tx<OrgScope>, input: CreateTaxAuthority) -> Result<TaxAuthorityId> {
    let authority = TaxAuthority {
        id: TaxAuthorityId(tx.new_uuid()),
        name: input.name.trim().to_owned(),
        registration_number: tidy(input.registration_number),
    };
    registers::insert_authority(tx, &authority).await?;
    record(tx, "tax_authority.created", &authority).await?;
    Ok(authority.id)
}

async fn update(
    tx: &Tx<OrgScope>,
    id: TaxAuthorityId,
    input: UpdateTaxAuthority,
) -> Result<TaxAuthority> {
    let before = registers::lock_authority(tx, id).await?;
    let mut authority = before.clone();
    authority.name = input
        .name
        .map_or(authority.name, |name| name.trim().to_owned());
    if let Some(number) = input.registration_number.change() {
        authority.registration_number = tidy(number);
    }
    registers::update_authority(tx, &authority).await?;
    audit::record_change(tx, "tax_authority.updated", id, &before, &authority).await?;
    Ok(authority)
}

async fn delete(tx: &Tx<OrgScope>, id: TaxAuthorityId) -> Result<()> {
    let authority = registers::lock_authority(tx, id).await?;
    registers::delete_authority(tx, id).await?;
    record(tx, "tax_authority.deleted", &authority).await
}

async fn record(tx: &Tx<OrgScope>, action: &'static str, authority: &TaxAuthority) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: authority.id.0,
        customer_id: None,
        data: json!({ "name": authority.name }),
    };
    audit::record(tx, entry).await
}
