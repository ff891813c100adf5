//! A portal as everybody may see it.

use actix_web::{
    get,
    web::{Data, Json, Path},
};
use portico_domain::colour::{Colour, readable_on};

use super::{dto::Portal, store};
use crate::{
    config::Config,
    db::Db,
    error::{Error, Result},
    gateway::Offers,
};

/// A portal by its name; none if it is unknown or switched off.
///
/// # Errors
/// Those of the database.
pub async fn find(db: &Db, config: &Config, portal_name: &str) -> Result<Option<Portal>> {
    let Some(organization) = store::by_name(db, portal_name).await? else {
        return Ok(None);
    };
    let test_mode = Offers::of(config, &organization.gateways).any_in_test_mode();
    let accent: Colour = organization.accent_colour.parse().unwrap_or(Colour::BLACK);
    let logo = format!("/api/v1/public/portals/{}/logo", organization.portal_name);
    Ok(Some(Portal {
        organization_name: organization.name,
        logo_url: organization.logo_key.map(|_| config.link(&logo)),
        accent_text_colour: readable_on(accent).to_owned(),
        accent_colour: organization.accent_colour,
        banner_message: organization.banner_message,
        language: organization.language.0,
        test_mode,
        sign_up_allowed: organization.allow_signup,
        name: organization.portal_name,
    }))
}

/// What a portal shows before anybody signs in.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio")), responses((status = 200, body = Portal)))]
#[get("/public/portals/{portal_name}")]
pub(super) async fn get_portal(
    db: Data<Db>,
    config: Data<Config>,
    portal_name: Path<String>,
) -> Result<Json<Portal>> {
    let portal = find(&db, &config, &portal_name).await?;
    portal.map(Json).ok_or_else(Error::not_found)
}
