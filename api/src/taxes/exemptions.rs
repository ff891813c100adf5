//! Reasons for exemption from tax, for staff.

use actix_web::{HttpResponse, delete, get, patch, post, web::Json};
use entity::TaxExemptionId;
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{CreateTaxExemption, TaxExemption, UpdateTaxExemption},
    store::registers::{self, RegisterQuery},
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
    http::{Body, IdPath, Idempotency, Listing, NoContent, Params, Staff, can, text::tidy},
};

/// The routes of reasons for exemption.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_tax_exemptions)
        .service(create_tax_exemption)
        .service(update_tax_exemption)
        .service(delete_tax_exemption);
}

/// List reasons for exemption.
#[utoipa::path(tag = "taxes", params(RegisterQuery), responses((status = 200, body = Listing<TaxExemption>)))]
#[get("/tax-exemptions")]
async fn list_tax_exemptions(
    staff: Staff<can::ViewOrganization>,
    query: Params<RegisterQuery>,
) -> Result<Json<Listing<TaxExemption>>> {
    let page = staff
        .read(async |tx| registers::exemptions(tx, &query.0).await)
        .await?;
    Ok(Json(page.listing(|exemption| exemption)))
}

/// Add a reason for exemption.
#[utoipa::path(tag = "taxes", request_body = CreateTaxExemption, responses((status = 201, body = TaxExemption)))]
#[post("/tax-exemptions")]
async fn create_tax_exemption(
    staff: Staff<can::ManageTaxes>,
    key: Idempotency,
    body: Body<CreateTaxExemption>,
) -> Result<HttpResponse> {
    let exemption = staff
        .write(async |tx| {
            let create = async || create(tx, body.value).await;
            let id = key
                .once(tx, "create_tax_exemption", &body.digest, create)
                .await?;
            registers::lock_exemption(tx, id).await
        })
        .await?;
    Ok(HttpResponse::Created().json(exemption))
}

/// Change a reason for exemption.
#[utoipa::path(tag = "taxes", params(("id" = TaxExemptionId, Path)), request_body = UpdateTaxExemption, responses((status = 200, body = TaxExemption)))]
#[patch("/tax-exemptions/{id}")]
async fn update_tax_exemption(
    staff: Staff<can::ManageTaxes>,
    id: IdPath<TaxExemptionId>,
    body: Body<UpdateTaxExemption>,
) -> Result<Json<TaxExemption>> {
    let exemption = staff
        .write(async |tx| update(tx, id.0, body.value).await)
        .await?;
    Ok(Json(exemption))
}

/// Delete a reason for exemption that no customer names.
#[utoipa::path(tag = "taxes", params(("id" = TaxExemptionId, Path)), responses((status = 204, description = "Deleted"), (status = 409, description = "still_referenced")))]
#[delete("/tax-exemptions/{id}")]
async fn delete_tax_exemption(
    staff: Staff<can::ManageTaxes>,
    id: IdPath<TaxExemptionId>,
) -> Result<NoContent> {
    staff.write(async |tx| delete(tx, id.0).await).await?;
    Ok(NoContent)
}

async fn create(tx: &Tx<OrgScope>, input: CreateTaxExemption) -> Result<TaxExemptionId> {
    let exemption = TaxExemption {
        id: TaxExemptionId(tx.new_uuid()),
        code: input.code.trim().to_owned(),
        description: tidy(input.description),
        kind: input.kind,
    };
    registers::insert_exemption(tx, &exemption).await?;
    record(tx, "tax_exemption.created", &exemption).await?;
    Ok(exemption.id)
}

async fn update(
    tx: &Tx<OrgScope>,
    id: TaxExemptionId,
    input: UpdateTaxExemption,
) -> Result<TaxExemption> {
    let before = registers::lock_exemption(tx, id).await?;
    let mut exemption = before.clone();
    exemption.code = input
        .code
        .map_or(exemption.code, |code| code.trim().to_owned());
    if let Some(description) = input.description.change() {
        exemption.description = tidy(description);
    }
    exemption.kind = input.kind.unwrap_or(exemption.kind);
    registers::update_exemption(tx, &exemption).await?;
    audit::record_change(tx, "tax_exemption.updated", id, &before, &exemption).await?;
    Ok(exemption)
}

async fn delete(tx: &Tx<OrgScope>, id: TaxExemptionId) -> Result<()> {
    let exemption = registers::lock_exemption(tx, id).await?;
    registers::delete_exemption(tx, id).await?;
    record(tx, "tax_exemption.deleted", &exemption).await
}

async fn record(tx: &Tx<OrgScope>, action: &'static str, exemption: &TaxExemption) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: exemption.id.0,
        customer_id: None,
        data: json!({ "code": exemption.code }),
    };
    audit::record(tx, entry).await
}
