//! Keeping a logo, and removing it.

use actix_web::web;
use serde_json::json;

use super::{dto::Organization, logo, store};
use crate::{
    audit,
    config::Config,
    error::{Error, Result},
    files::Files,
    http::{Staff, can},
};

/// Keeps an uploaded image as the organization's logo.
///
/// # Errors
/// `validation_failed` for what is no image that a logo can be made of.
pub async fn upload_logo(
    staff: &Staff<can::ManageOrganization>,
    files: &Files,
    config: &Config,
    image: Vec<u8>,
) -> Result<Organization> {
    let png = web::block(move || logo::normalise(&image))
        .await
        .map_err(Error::internal)??;
    // A key of its own for each logo: whoever reads the old one meanwhile reads all of it.
    let name = staff.db.clock().new_uuid().simple();
    let key = format!("{}/logo/{name}.png", staff.session.organization_id);
    files.storage.put(&key, &png).await?;
    let replaced = replace(staff, config, Some(key.clone())).await;
    if replaced.is_err() {
        files.storage.delete(&key).await?;
    }
    let (organization, old) = replaced?;
    remove(files, old).await;
    Ok(organization)
}

/// Removes the organization's logo; none is no error.
///
/// # Errors
/// Those of the database.
pub async fn delete_logo(
    staff: &Staff<can::ManageOrganization>,
    files: &Files,
    config: &Config,
) -> Result<Organization> {
    let (organization, old) = replace(staff, config, None).await?;
    remove(files, old).await;
    Ok(organization)
}

/// Writes down which file is the logo, and tells which was.
async fn replace(
    staff: &Staff<can::ManageOrganization>,
    config: &Config,
    key: Option<String>,
) -> Result<(Organization, Option<String>)> {
    staff
        .write(async |tx| {
            let mut row = store::lock(tx).await?;
            if row.logo_key.is_none() && key.is_none() {
                return Ok((store::shown(row, config), None));
            }
            let action = match &key {
                Some(_) => "organization.logo_uploaded",
                None => "organization.logo_deleted",
            };
            let old = std::mem::replace(&mut row.logo_key, key);
            let row = store::save(tx, row).await?;
            let entry = audit::Entry {
                action,
                subject_id: row.id.0,
                customer_id: None,
                data: json!({}),
            };
            audit::record(tx, entry).await?;
            Ok((store::shown(row, config), old))
        })
        .await
}

/// The logo is replaced already; a file that stays behind is only worth a line in the log.
async fn remove(files: &Files, key: Option<String>) {
    if let Some(key) = key
        && let Err(error) = files.storage.delete(&key).await
    {
        tracing::warn!(key, %error, "an old logo could not be removed");
    }
}
