//! Number series, for staff.

use actix_web::{HttpRequest, get, patch, web::Json};
use portico_domain::numbering::DocumentType;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{NumberSeries, NumberSeriesList, UpdateNumberSeries},
    store,
    update::{shown, update},
};
use crate::{
    error::Result,
    http::{Body, Staff, can, params::segment},
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_number_series)
        .service(update_number_series);
}

/// List number series.
///
/// One for each kind of document, with the number that is given next.
#[utoipa::path(tag = "settings", responses((status = 200, body = NumberSeriesList)))]
#[get("/number-series")]
async fn list_number_series(staff: Staff<can::ViewOrganization>) -> Result<Json<NumberSeriesList>> {
    let series = staff.read(async |tx| store::list(tx).await).await?;
    let data = series
        .into_iter()
        .map(|(document, series)| shown(document, series))
        .collect();
    Ok(Json(NumberSeriesList { data }))
}

/// Change a number series.
///
/// Numbers that were given stay as they are. The next one must be above every number in use that begins with
/// the prefix.
#[utoipa::path(tag = "settings", params(("document_type" = DocumentType, Path)), request_body = UpdateNumberSeries, responses((status = 200, body = NumberSeries)))]
#[patch("/number-series/{document_type}")]
async fn update_number_series(
    staff: Staff<can::ManageNumberSeries>,
    request: HttpRequest,
    body: Body<UpdateNumberSeries>,
) -> Result<Json<NumberSeries>> {
    let document: DocumentType = segment(&request, "document_type")?;
    let series = staff
        .write(async |tx| update(tx, document, body.value).await)
        .await?;
    Ok(Json(series))
}
