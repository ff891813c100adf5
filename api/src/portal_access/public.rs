//! The routes of an invitation's link: no sign-in, the token is the proof.

use actix_web::{
    HttpResponse, get, post,
    web::{Data, Json, Path},
};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    accept,
    dto::{AcceptPortalInvitation, PortalInvitation},
    invitation,
};
use crate::{
    config::Config,
    db::Db,
    error::Result,
    http::{Body, ClientInfo},
    keys::Keys,
    portal_auth::{self, PortalSession},
};

/// The routes for whoever holds a link.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_portal_invitation)
        .service(accept_portal_invitation);
}

/// Look at an invitation to a portal.
///
/// Uses nothing up.
#[utoipa::path(tag = "portal_access", params(("portal_name" = String, Path, example = "brightwater-studio"), ("token" = String, Path, description = "From the link in the mail", example = "x9Kf3…")), responses((status = 200, body = PortalInvitation), (status = 410, description = "invitation_expired, or invitation_used: it was accepted, replaced or withdrawn")))]
#[get("/public/portals/{portal_name}/invitations/{token}")]
async fn get_portal_invitation(
    db: Data<Db>,
    path: Path<(String, String)>,
) -> Result<Json<PortalInvitation>> {
    let (portal_name, token) = path.into_inner();
    let invitation = invitation::read(&db, &portal_name, &token).await?;
    let identity = portal_auth::known(&db, &invitation.organization, &invitation.email).await?;
    Ok(Json(PortalInvitation {
        organization_name: invitation.organization.name,
        customer_name: invitation.customer.display_name,
        email: invitation.email,
        first_name: invitation.person.first_name,
        identity_exists: identity.is_some(),
        expires_at: invitation.expires_at,
    }))
}

/// Accept an invitation to a portal.
///
/// Chooses the password, or proves the one that the address has in this portal already. Signs the person in.
#[utoipa::path(tag = "portal_access", params(("portal_name" = String, Path, example = "brightwater-studio"), ("token" = String, Path, description = "From the link in the mail", example = "x9Kf3…")), request_body = AcceptPortalInvitation, responses((status = 200, body = PortalSession), (status = 401, description = "invalid_credentials, mfa_required, mfa_invalid: the address has a password, or an authenticator app, already"), (status = 409, description = "conflict: the address was given a password a moment ago"), (status = 410, description = "invitation_expired, or invitation_used: it was accepted, replaced or withdrawn"), (status = 429, description = "too_many_attempts: wait as Retry-After says")))]
#[post("/public/portals/{portal_name}/invitations/{token}/accept")]
async fn accept_portal_invitation(
    db: Data<Db>,
    keys: Data<Keys>,
    config: Data<Config>,
    client: ClientInfo,
    path: Path<(String, String)>,
    body: Body<AcceptPortalInvitation>,
) -> Result<HttpResponse> {
    let (portal_name, token) = path.into_inner();
    let accepted = accept::accept(&db, &keys, &portal_name, &token, body.value, &client);
    let opened = Box::pin(accepted).await?;
    portal_auth::answer(&db, &keys, &config, &portal_name, &opened).await
}
