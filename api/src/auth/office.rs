//! Sign-up, sign-in and one's own account, for staff.

use actix_web::{HttpRequest, HttpResponse, get, post, web::Data};
use sea_orm::{IntoActiveModel, Set};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{ChangePassword, Me, Session, SignIn, SignUp, SwitchOrganization},
    sessions::{self, Opened, Who},
    store,
    throttle::Attempt,
};
use crate::{
    config::Config,
    db::Db,
    error::{Code, Error, Result},
    http::{Body, ClientInfo, NoContent, Staff, can, cookies::RefreshCookie},
    keys::Keys,
    passwords,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(sign_up)
        .service(sign_in)
        .service(refresh_session)
        .service(sign_out)
        .service(switch_organization)
        .service(get_me)
        .service(change_password)
        .configure(super::own_account::routes)
        .configure(super::reset::routes);
}

/// Sign up a business.
///
/// Makes the organization, its owner, its number series and its portal, and signs the owner in. Someone who
/// has an account already gives its password and owns one more organization.
#[utoipa::path(tag = "auth", request_body = SignUp, responses((status = 201, body = Session), (status = 409, description = "email_taken: the address has an account with another password")))]
#[post("/auth/sign-up")]
async fn sign_up(
    db: Data<Db>,
    keys: Data<Keys>,
    config: Data<Config>,
    client: ClientInfo,
    body: Body<SignUp>,
) -> Result<HttpResponse> {
    let opened = super::sign_up::sign_up(&db, &keys, body.value, &client).await?;
    answer(&db, &keys, &config, &opened, HttpResponse::Created()).await
}

/// Sign in with e-mail address and password.
#[utoipa::path(tag = "auth", request_body = SignIn, responses((status = 200, body = Session), (status = 401, description = "invalid_credentials, mfa_required, mfa_invalid"), (status = 429, description = "too_many_attempts: wait as Retry-After says")))]
#[post("/auth/sign-in")]
async fn sign_in(
    db: Data<Db>,
    keys: Data<Keys>,
    config: Data<Config>,
    client: ClientInfo,
    body: Body<SignIn>,
) -> Result<HttpResponse> {
    let opened = super::sign_in::sign_in(&db, &keys, body.value, &client).await?;
    answer(&db, &keys, &config, &opened, HttpResponse::Ok()).await
}

/// Renew the session by its cookie.
///
/// The cookie's token is good once; the answer brings the next. A token that is used again later ends the session.
#[utoipa::path(tag = "auth", params(("X-Portico-Csrf" = String, Header, description = "Any value: proves that the page is ours", example = "1")), responses((status = 200, body = Session), (status = 403, description = "csrf_required"), (status = 409, description = "refresh_in_progress: another tab has just renewed it; try again")))]
#[post("/auth/refresh")]
async fn refresh_session(
    request: HttpRequest,
    db: Data<Db>,
    keys: Data<Keys>,
    config: Data<Config>,
) -> Result<HttpResponse> {
    let token = RefreshCookie::staff().read(&request)?;
    let opened = super::sign_in::renew(&db, &token).await?;
    answer(&db, &keys, &config, &opened, HttpResponse::Ok()).await
}

/// Sign out: the session ends at once.
#[utoipa::path(tag = "auth", params(("X-Portico-Csrf" = String, Header, description = "Any value: proves that the page is ours", example = "1")), responses((status = 204, description = "Signed out")))]
#[post("/auth/sign-out")]
async fn sign_out(
    request: HttpRequest,
    db: Data<Db>,
    config: Data<Config>,
) -> Result<HttpResponse> {
    let cookie = RefreshCookie::staff();
    match cookie.read(&request) {
        Ok(token) => sessions::close(&db, &token).await?,
        Err(error) if error.code() == Code::CsrfRequired => return Err(error),
        Err(_) => {}
    }
    Ok(HttpResponse::NoContent()
        .cookie(cookie.removal(&config))
        .finish())
}

/// Go on in another of one's organizations.
#[utoipa::path(tag = "auth", request_body = SwitchOrganization, responses((status = 200, body = Session)))]
#[post("/auth/switch")]
async fn switch_organization(
    staff: Staff<can::ViewOrganization>,
    keys: Data<Keys>,
    config: Data<Config>,
    client: ClientInfo,
    body: Body<SwitchOrganization>,
) -> Result<HttpResponse> {
    let db = &staff.db;
    let id = staff.session.user_id;
    let user = db
        .system_read("find who switches", async |global| {
            store::user(global, id).await
        })
        .await?
        .ok_or_else(Error::not_found)?;
    let opened = super::sign_in::open_session(db, user, Some(body.value.organization_id), &client)
        .await
        .map_err(|error| {
            if error.code() == Code::InvalidCredentials {
                Error::not_found()
            } else {
                error
            }
        })?;
    answer(db, &keys, &config, &opened, HttpResponse::Ok()).await
}

/// Who I am and what I may do.
#[utoipa::path(tag = "auth", responses((status = 200, body = Me)))]
#[get("/me")]
async fn get_me(staff: Staff<can::ManageOwnAccount>) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(super::sign_in::me(&staff.db, staff.session).await?))
}

/// Change my password.
///
/// Ends every other session of mine.
#[utoipa::path(tag = "auth", request_body = ChangePassword, responses((status = 204, description = "Changed"), (status = 401, description = "invalid_credentials: the present password is wrong")))]
#[post("/me/password")]
async fn change_password(
    staff: Staff<can::ManageOwnAccount>,
    client: ClientInfo,
    body: Body<ChangePassword>,
) -> Result<NoContent> {
    let input = body.value;
    passwords::check_strength(
        "/new_password",
        &input.new_password,
        &[&staff.session.name, &staff.session.email],
    )?;
    let attempt = Attempt::office(&staff.session.email, &client);
    attempt.check(&staff.db).await?;
    let user = super::sign_in::check_password(
        &staff.db,
        &staff.session.email,
        input.current_password,
        &attempt,
    )
    .await?;
    attempt.succeeded(&staff.db).await?;
    let hash = passwords::hash(input.new_password).await?;
    staff
        .write(async |tx| {
            let who = Who::Staff(user.id);
            let mut row = user.into_active_model();
            row.password_hash = Set(hash);
            tx.global().update(row).await?;
            sessions::close_others(tx, who, staff.session.session_id).await
        })
        .await?;
    Ok(NoContent)
}

/// A new session as it is answered: its body, and its cookie.
///
/// # Errors
/// Those of the database and of signing.
pub async fn answer(
    db: &Db,
    keys: &Keys,
    config: &Config,
    opened: &Opened,
    mut response: actix_web::HttpResponseBuilder,
) -> Result<HttpResponse> {
    let session = super::sign_in::session_of(db, keys, opened).await?;
    let cookie = RefreshCookie::staff().with(opened.refresh_token.clone(), config);
    Ok(response.cookie(cookie).json(session))
}
