//! Signing in, renewing, and what a session tells its owner.

use entity::{OrganizationId, staff_user};
use portico_domain::access::Audience;
use sea_orm::{IntoActiveModel, Set};

use super::{
    authenticator,
    dto::{Me, Session, SessionMembership, SessionOrganization, SessionUser, SignIn},
    sessions::{self, Opened, Who},
    store,
    throttle::Attempt,
};
use crate::{
    db::{Actor, Db, system::StaffSession},
    error::{Code, Error, Result},
    http::ClientInfo,
    keys::{ACCESS_SECONDS, Keys},
    passwords,
};

/// Checks e-mail address and password and opens a session. The answer to a wrong password, an unknown
/// address and a person without an organization is the same and takes as long.
///
/// # Errors
/// `invalid_credentials`, `mfa_required`, `mfa_invalid`, `too_many_attempts`.
pub async fn sign_in(db: &Db, keys: &Keys, input: SignIn, client: &ClientInfo) -> Result<Opened> {
    let email = store::normalise_email(&input.email);
    let attempt = Attempt::office(&email, client);
    attempt.check(db).await?;
    let given = (input.password, input.code);
    let user = authenticate(db, keys, &email, given, &attempt).await?;
    open_session(db, user, input.organization_id, client).await
}

/// The user whose password, and whose code where an authenticator app is in use, this is.
///
/// # Errors
/// `invalid_credentials`, `mfa_required`, `mfa_invalid`; the failure is counted.
pub async fn authenticate(
    db: &Db,
    keys: &Keys,
    email: &str,
    (password, code): (String, Option<String>),
    attempt: &Attempt,
) -> Result<staff_user::Model> {
    let user = check_password(db, email, password, attempt).await?;
    authenticator::pass(db, keys, user.id.0, code.as_deref(), attempt).await?;
    attempt.succeeded(db).await?;
    Ok(user)
}

/// The user whose password this is.
///
/// # Errors
/// `invalid_credentials`; the failure is counted.
pub async fn check_password(
    db: &Db,
    email: &str,
    password: String,
    attempt: &Attempt,
) -> Result<staff_user::Model> {
    let user = db
        .system_read("find who signs in", async |global| {
            store::user_by_email(global, email).await
        })
        .await?;
    let fits = passwords::verify(
        password,
        user.as_ref().map(|user| user.password_hash.clone()),
    )
    .await?;
    match user {
        Some(user) if fits => Ok(user),
        _ => {
            attempt.failed(db).await?;
            Err(Code::InvalidCredentials.into())
        }
    }
}

/// Opens a session in one of a user's organizations.
///
/// # Errors
/// `invalid_credentials` if there is none.
pub async fn open_session(
    db: &Db,
    user: staff_user::Model,
    wanted: Option<OrganizationId>,
    client: &ClientInfo,
) -> Result<Opened> {
    let id = user.id;
    let memberships = db
        .system_read("find where someone works", async |global| {
            store::memberships(global, id).await
        })
        .await?;
    let organization_id = memberships
        .iter()
        .map(|membership| membership.organization_id)
        .find(|organization| wanted.is_none_or(|wanted| wanted == *organization))
        .ok_or(Code::InvalidCredentials)?;
    db.write(db.scope_of(organization_id, Actor::system()), async |tx| {
        let mut row = user.into_active_model();
        row.last_sign_in_at = Set(Some(tx.now()));
        tx.global().update(row).await?;
        sessions::open(tx, Who::Staff(id), client).await
    })
    .await
}

/// Renews a session by its refresh token.
///
/// # Errors
/// As [`sessions::renew`]; `not_authenticated` if the member was deactivated meanwhile.
pub async fn renew(db: &Db, refresh_token: &str) -> Result<Opened> {
    sessions::renew(db, Audience::Staff, refresh_token).await
}

/// What a session's owner is told, with an access token.
///
/// # Errors
/// `not_authenticated` if the session is no longer good.
pub async fn session_of(db: &Db, keys: &Keys, opened: &Opened) -> Result<Session> {
    let session = db
        .staff_session(opened.session_id)
        .await?
        .ok_or(Code::NotAuthenticated)?;
    Ok(Session {
        access_token: keys
            .issue(opened.session_id, Audience::Staff, db.clock().now())
            .map_err(Error::internal)?,
        expires_in: ACCESS_SECONDS,
        me: me(db, session).await?,
    })
}

/// Who a session belongs to, and what they may do.
///
/// # Errors
/// Those of the database.
pub async fn me(db: &Db, session: StaffSession) -> Result<Me> {
    let memberships = store::organizations_of(db, session.user_id).await?;
    Ok(Me {
        mfa_setup_required: session.mfa_required && !session.mfa_enabled,
        user: SessionUser {
            id: session.user_id,
            name: session.name,
            email: session.email,
        },
        organization: SessionOrganization {
            id: session.organization_id,
            name: session.organization_name,
            portal_name: session.portal_name,
            base_currency: session.base_currency.0,
            language: session.language.0,
            time_zone: session.time_zone,
            date_format: session.date_format,
        },
        role: session.role.0,
        permissions: session.role.permissions().collect(),
        memberships: memberships
            .into_iter()
            .map(|row| SessionMembership {
                organization_id: row.organization_id,
                organization_name: row.organization_name,
                role: row.role.0,
            })
            .collect(),
    })
}
