//! The routes of signing up: no sign-in, the token of the mail is the proof.

use actix_web::{
    HttpResponse, get, post,
    web::{Data, Json, Path},
};
use portico_domain::portal_access::SignUpOutcome;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    ask,
    dto::{AskForPortalAccess, JoinPortal, PortalSignUpLink, RequestPortalSignUp},
    join, link,
    send::{PAUSE, SEND_SIGN_UP},
    standing::Standing,
};
use crate::{
    auth::throttle::queue,
    config::Config,
    customers,
    db::{Actor, Db},
    error::Result,
    http::{Body, ClientInfo, NoContent},
    keys::Keys,
    portal_auth::{self, PortalSession},
};

/// The routes for whoever wants to sign up.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(request_portal_sign_up)
        .service(get_portal_sign_up_link)
        .service(join_portal)
        .service(ask_for_portal_access);
}

/// Ask for a link to sign up to a portal.
///
/// The answer is the same whether the address is known or not. At most one mail in ten minutes goes to an address, and five
/// a day.
#[utoipa::path(tag = "portal_sign_ups", params(("portal_name" = String, Path, example = "brightwater-studio")), request_body = RequestPortalSignUp, responses((status = 204, description = "A mail is on its way"), (status = 409, description = "not_allowed_in_state: nobody signs up to this portal")))]
#[post("/public/portals/{portal_name}/sign-ups")]
async fn request_portal_sign_up(
    db: Data<Db>,
    portal_name: Path<String>,
    body: Body<RequestPortalSignUp>,
) -> Result<NoContent> {
    let organization = link::organization(&db, &portal_name).await?;
    let portal = Some(organization.id);
    queue(&db, SEND_SIGN_UP, &body.value.email, portal, PAUSE).await?;
    Ok(NoContent)
}

/// See what signing up comes to. Looking uses nothing up.
#[utoipa::path(tag = "portal_sign_ups", params(("portal_name" = String, Path, example = "brightwater-studio"), ("token" = String, Path, description = "From the link in the mail", example = "x9Kf3…")), responses((status = 200, body = PortalSignUpLink), (status = 409, description = "not_allowed_in_state: nobody signs up to this portal"), (status = 410, description = "link_expired, link_used")))]
#[get("/public/portals/{portal_name}/sign-ups/{token}")]
async fn get_portal_sign_up_link(
    db: Data<Db>,
    path: Path<(String, String)>,
) -> Result<Json<PortalSignUpLink>> {
    let (portal_name, token) = path.into_inner();
    let link = link::read(&db, &portal_name, &token).await?;
    let identity = portal_auth::known(&db, &link.organization, &link.email).await?;
    let person = match &link.standing {
        Standing::Joins(people) => people.first(),
        Standing::Unknown | Standing::Settled => None,
    };
    let customer_name = match person {
        Some(person) => {
            let scope = db.scope_of(link.organization.id, Actor::system());
            let name = db.read(scope, async |tx| {
                customers::name_of(tx, person.customer_id).await
            });
            Some(name.await?)
        }
        None => None,
    };
    Ok(Json(PortalSignUpLink {
        outcome: match person {
            Some(_) => SignUpOutcome::Join,
            None => SignUpOutcome::Ask,
        },
        first_name: person.map_or_else(String::new, |person| person.first_name.clone()),
        customer_name,
        organization_name: link.organization.name,
        email: link.email,
        identity_exists: identity.is_some(),
        expires_at: link.expires_at,
    }))
}

/// Come in, as somebody whom staff have entered.
///
/// Chooses the password, or proves the one that the address has in this portal already. Signs the person in, at every
/// customer where staff have entered the address.
#[utoipa::path(tag = "portal_sign_ups", params(("portal_name" = String, Path, example = "brightwater-studio"), ("token" = String, Path, description = "From the link in the mail", example = "x9Kf3…")), request_body = JoinPortal, responses((status = 200, body = PortalSession), (status = 401, description = "invalid_credentials, mfa_required, mfa_invalid: the address has a password, or an authenticator app, already"), (status = 409, description = "conflict: the address was given a password a moment ago; not_allowed_in_state: nobody signs up to this portal"), (status = 410, description = "link_expired, link_used"), (status = 429, description = "too_many_attempts: wait as Retry-After says")))]
#[post("/public/portals/{portal_name}/sign-ups/{token}/join")]
async fn join_portal(
    db: Data<Db>,
    keys: Data<Keys>,
    config: Data<Config>,
    client: ClientInfo,
    path: Path<(String, String)>,
    body: Body<JoinPortal>,
) -> Result<HttpResponse> {
    let (portal_name, token) = path.into_inner();
    let joined = join::join(&db, &keys, &portal_name, &token, body.value, &client);
    let opened = Box::pin(joined).await?;
    portal_auth::answer(&db, &keys, &config, &portal_name, &opened).await
}

/// Ask staff to be let in, as somebody who is not known.
#[utoipa::path(tag = "portal_sign_ups", params(("portal_name" = String, Path, example = "brightwater-studio"), ("token" = String, Path, description = "From the link in the mail", example = "x9Kf3…")), request_body = AskForPortalAccess, responses((status = 204, description = "Staff will decide; an invitation comes by mail"), (status = 409, description = "not_allowed_in_state: nobody signs up to this portal; conflict: the address waits already"), (status = 410, description = "link_expired, link_used")))]
#[post("/public/portals/{portal_name}/sign-ups/{token}/ask")]
async fn ask_for_portal_access(
    db: Data<Db>,
    client: ClientInfo,
    path: Path<(String, String)>,
    body: Body<AskForPortalAccess>,
) -> Result<NoContent> {
    let (portal_name, token) = path.into_inner();
    ask::ask(&db, &portal_name, &token, body.value, &client).await?;
    Ok(NoContent)
}
