//! The routes of signing in to a portal, and of one's own account there.

use actix_web::{
    HttpRequest, HttpResponse, get, post,
    web::{Data, Json, Path},
};
use portico_domain::access::Audience;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    choose_password,
    dto::{ChoosePassword, PortalMe, PortalSession, PortalSignIn},
    email_change, own_account, password, public, reset, session, sign_in,
    store::{self, PortalOrganization},
};
use crate::{
    auth::{
        dto::ChangePassword,
        sessions::{self, Opened},
    },
    config::Config,
    db::Db,
    error::{Code, Error, Result},
    http::{Body, ClientInfo, NoContent, Portal, can, cookies::RefreshCookie},
    keys::Keys,
    mail::Outbox,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(public::get_portal)
        .service(portal_sign_in)
        .service(portal_refresh_session)
        .service(portal_sign_out)
        .service(get_portal_me)
        .service(change_portal_password)
        .service(choose_portal_password)
        .configure(own_account::routes)
        .configure(email_change::routes)
        .configure(reset::routes);
}

/// Sign in to a portal with e-mail address and password.
///
/// Somebody who belongs to several customers comes in for the first of them. A password that staff had set accepts
/// the invitation it came with, once; then `password_change_required` says that another must be chosen first.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio")), request_body = PortalSignIn, responses((status = 200, body = PortalSession), (status = 401, description = "invalid_credentials, mfa_required, mfa_invalid"), (status = 429, description = "too_many_attempts: wait as Retry-After says")))]
#[post("/portal/{portal_name}/auth/sign-in")]
async fn portal_sign_in(
    portal_name: Path<String>,
    db: Data<Db>,
    keys: Data<Keys>,
    config: Data<Config>,
    client: ClientInfo,
    body: Body<PortalSignIn>,
) -> Result<HttpResponse> {
    let organization = organization(&db, &portal_name).await?;
    let opened = sign_in::sign_in(&db, &keys, &organization, body.value, &client).await?;
    answer(&db, &keys, &config, &organization.portal_name, &opened).await
}

/// Renew a portal session by its cookie.
///
/// The cookie's token is good once; the answer brings the next. A token that is used again later ends the session.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio"), ("X-Portico-Csrf" = String, Header, description = "Any value: proves that the page is ours", example = "1")), responses((status = 200, body = PortalSession), (status = 401, description = "not_authenticated"), (status = 403, description = "csrf_required"), (status = 409, description = "refresh_in_progress: another tab has just renewed it; try again")))]
#[post("/portal/{portal_name}/auth/refresh")]
async fn portal_refresh_session(
    request: HttpRequest,
    portal_name: Path<String>,
    db: Data<Db>,
    keys: Data<Keys>,
    config: Data<Config>,
) -> Result<HttpResponse> {
    let organization = organization(&db, &portal_name).await?;
    let token = RefreshCookie::portal(&organization.portal_name).read(&request)?;
    let opened = sessions::renew(&db, Audience::Portal, &token).await?;
    answer(&db, &keys, &config, &organization.portal_name, &opened).await
}

/// Sign out of a portal: the session ends at once.
#[utoipa::path(tag = "portal_auth", params(("portal_name" = String, Path, example = "brightwater-studio"), ("X-Portico-Csrf" = String, Header, description = "Any value: proves that the page is ours", example = "1")), responses((status = 204, description = "Signed out"), (status = 403, description = "csrf_required")))]
#[post("/portal/{portal_name}/auth/sign-out")]
async fn portal_sign_out(
    request: HttpRequest,
    portal_name: Path<String>,
    db: Data<Db>,
    config: Data<Config>,
) -> Result<HttpResponse> {
    let organization = organization(&db, &portal_name).await?;
    let cookie = RefreshCookie::portal(&organization.portal_name);
    match cookie.read(&request) {
        Ok(token) => sessions::close(&db, &token).await?,
        Err(error) if error.code() == Code::CsrfRequired => return Err(error),
        Err(_) => {}
    }
    Ok(HttpResponse::NoContent()
        .cookie(cookie.removal(&config))
        .finish())
}

/// Who I am, and for which customers I may act.
#[utoipa::path(tag = "portal_auth", responses((status = 200, body = PortalMe)))]
#[get("/portal/me")]
async fn get_portal_me(portal: Portal<can::portal::FinishSigningIn>) -> Result<Json<PortalMe>> {
    let me = session::me(&portal.db, portal.session).await?;
    Ok(Json(me))
}

/// Change my password.
///
/// Ends every other session of mine in this portal, and tells me by mail.
#[utoipa::path(tag = "portal_auth", request_body = ChangePassword, responses((status = 204, description = "Changed"), (status = 401, description = "invalid_credentials: the present password is wrong"), (status = 429, description = "too_many_attempts: wait as Retry-After says")))]
#[post("/portal/me/password")]
async fn change_portal_password(
    portal: Portal<can::portal::ManageOwnProfile>,
    outbox: Data<Outbox>,
    client: ClientInfo,
    body: Body<ChangePassword>,
) -> Result<NoContent> {
    password::change(&portal, &outbox, body.value, &client).await?;
    Ok(NoContent)
}

/// Choose a password in place of the one that staff had set.
///
/// Whoever signed in with that one can do nothing else before. It must be another one.
#[utoipa::path(tag = "portal_auth", request_body = ChoosePassword, responses((status = 204, description = "Chosen"), (status = 409, description = "not_allowed_in_state: there is a password of one's own already")))]
#[post("/portal/me/first-password")]
async fn choose_portal_password(
    portal: Portal<can::portal::FinishSigningIn>,
    body: Body<ChoosePassword>,
) -> Result<NoContent> {
    choose_password::choose(&portal, body.value).await?;
    Ok(NoContent)
}

async fn organization(db: &Db, portal_name: &str) -> Result<PortalOrganization> {
    store::by_name(db, portal_name)
        .await?
        .ok_or_else(Error::not_found)
}

/// A session as it is answered, with its cookie.
///
/// # Errors
/// `not_authenticated` if it is no longer good, or is another portal's.
pub async fn answer(
    db: &Db,
    keys: &Keys,
    config: &Config,
    portal_name: &str,
    opened: &Opened,
) -> Result<HttpResponse> {
    let session = session::session_of(db, keys, portal_name, opened).await?;
    let cookie = RefreshCookie::portal(portal_name).with(opened.refresh_token.clone(), config);
    Ok(HttpResponse::Ok().cookie(cookie).json(session))
}
