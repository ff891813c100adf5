//! The organization, for staff.

use actix_web::{
    delete, get, patch, put,
    web::{Data, Json},
};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{Organization, UpdateOrganization, UploadLogo},
    public,
    rename_effects::{PortalRenameEffects, effects},
    store,
    update::update,
    upload,
};
use crate::{
    config::Config,
    error::Result,
    files::Files,
    http::{Body, IfMatch, Staff, Versioned, can, upload::Upload},
};

/// The largest logo that is taken, in bytes.
const LOGO_LIMIT: usize = portico_domain::limits::LOGO_BYTES;

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_organization)
        .service(update_organization)
        .service(preview_portal_rename)
        .service(upload_logo)
        .service(delete_logo)
        .configure(public::routes);
}

/// Get the organization.
#[utoipa::path(tag = "organization", responses((status = 200, body = Organization)))]
#[get("/organization")]
async fn get_organization(
    staff: Staff<can::ViewOrganization>,
    config: Data<Config>,
) -> Result<Versioned<Organization>> {
    let row = staff.read(async |tx| store::own(tx).await).await?;
    Ok(versioned(store::shown(row, &config)))
}

/// Change the organization.
///
/// Another portal name moves the portal at once: the old address stops working, every portal session and open
/// invitation ends, and everybody with access must be invited again. A name that was given up is never given to
/// another organization.
#[utoipa::path(tag = "organization", params(("If-Match" = String, Header, description = "The version that the change was made on", example = "\"1\"")), request_body = UpdateOrganization, responses((status = 200, body = Organization), (status = 409, description = "portal_name_taken, or not_allowed_in_state: the base currency cannot change once there are documents")))]
#[patch("/organization")]
async fn update_organization(
    staff: Staff<can::ManageOrganization>,
    config: Data<Config>,
    version: IfMatch,
    body: Body<UpdateOrganization>,
) -> Result<Versioned<Organization>> {
    let organization = staff
        .write(async |tx| update(tx, &config, version, body.value).await)
        .await?;
    Ok(versioned(organization))
}

/// What another portal name would do, in numbers.
///
/// It changes nothing: `update_organization` does, with another `portal_name`.
#[utoipa::path(tag = "organization", responses((status = 200, body = PortalRenameEffects)))]
#[get("/organization/portal-rename")]
async fn preview_portal_rename(
    staff: Staff<can::ManageOrganization>,
) -> Result<Json<PortalRenameEffects>> {
    let counted = staff.read(async |tx| effects(tx).await);
    Ok(Json(counted.await?))
}

/// Upload a logo.
///
/// A PNG, JPEG, WebP or SVG of at most 1 MB. It is kept as a PNG of at most 480 by 240 pixels. Text in an SVG
/// must be converted to outlines.
#[utoipa::path(tag = "organization", request_body(content = UploadLogo, content_type = "multipart/form-data"), responses((status = 200, body = Organization)))]
#[put("/organization/logo")]
async fn upload_logo(
    staff: Staff<can::ManageOrganization>,
    files: Data<Files>,
    config: Data<Config>,
    form: Upload<LOGO_LIMIT>,
) -> Result<Versioned<Organization>> {
    let organization = upload::upload_logo(&staff, &files, &config, form.file).await?;
    Ok(versioned(organization))
}

/// Remove the logo.
#[utoipa::path(tag = "organization", responses((status = 200, body = Organization)))]
#[delete("/organization/logo")]
async fn delete_logo(
    staff: Staff<can::ManageOrganization>,
    files: Data<Files>,
    config: Data<Config>,
) -> Result<Versioned<Organization>> {
    let organization = upload::delete_logo(&staff, &files, &config).await?;
    Ok(versioned(organization))
}

const fn versioned(organization: Organization) -> Versioned<Organization> {
    Versioned {
        version: organization.version,
        value: organization,
    }
}
