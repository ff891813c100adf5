//! The logo, for everybody: the portal's sign-in page and mails show it.

use actix_web::{HttpRequest, get, web::Data};
use utoipa_actix_web::service_config::ServiceConfig;

use super::store;
use crate::{
    db::Db,
    error::{Error, Result},
    files::Files,
    http::{params::segment, respond::File},
};

/// The routes of the logo.
pub fn routes(config: &mut ServiceConfig) {
    config.service(get_portal_logo);
}

/// Get the logo of a portal's organization.
///
/// Also while the portal is switched off, since mails show it.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio")), responses((status = 200, body = Vec<u8>, content_type = "image/png", description = "At most 480 by 240 pixels")))]
#[get("/public/portals/{portal_name}/logo")]
async fn get_portal_logo(request: HttpRequest, db: Data<Db>, files: Data<Files>) -> Result<File> {
    let portal: String = segment(&request, "portal_name")?;
    let key = store::logo_key(&db, &portal)
        .await?
        .ok_or_else(Error::not_found)?;
    let bytes = files
        .storage
        .get(&key)
        .await?
        .ok_or_else(Error::not_found)?;
    Ok(File {
        bytes,
        content_type: "image/png",
        name: "logo.png".to_owned(),
        inline: true,
        etag: Some(store::logo_version(&key).to_owned()),
    })
}
