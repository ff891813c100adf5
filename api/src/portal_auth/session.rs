//! What a session tells its owner.

use portico_domain::access::Audience;

use super::{
    dto::{PortalMe, PortalPerson, PortalSession},
    store,
};
use crate::{
    auth::sessions::Opened,
    customers::CustomerRef,
    db::{Actor, Db, system},
    error::{Code, Error, Result},
    keys::{ACCESS_SECONDS, Keys},
};

/// What a session's owner is told, with an access token.
///
/// # Errors
/// `not_authenticated` if the session is no longer good, or is another portal's.
pub async fn session_of(
    db: &Db,
    keys: &Keys,
    portal_name: &str,
    opened: &Opened,
) -> Result<PortalSession> {
    let session = db
        .portal_session(opened.session_id)
        .await?
        .filter(|session| session.portal_name == portal_name)
        .ok_or(Code::NotAuthenticated)?;
    Ok(PortalSession {
        access_token: keys
            .issue(opened.session_id, Audience::Portal, db.clock().now())
            .map_err(Error::internal)?,
        expires_in: ACCESS_SECONDS,
        me: me(db, session).await?,
    })
}

/// Who a session belongs to, and which customers that person may act for.
///
/// # Errors
/// Those of the database.
pub async fn me(db: &Db, session: system::PortalSession) -> Result<PortalMe> {
    let scope = db.scope_of(session.organization_id, Actor::system());
    let identity = session.identity_id;
    let places = db
        .read(scope, async |tx| store::places(tx, identity).await)
        .await?;
    Ok(PortalMe {
        password_change_required: session.password_change_required,
        mfa_setup_required: session.mfa_required && !session.mfa_enabled,
        language: session.language(),
        permissions: session.rights().all(),
        person: PortalPerson {
            id: session.person_id,
            first_name: session.first_name,
            last_name: session.last_name,
            email: session.email,
        },
        customer: CustomerRef {
            id: session.customer_id,
            name: session.customer_name,
        },
        customers: places
            .into_iter()
            .map(|place| CustomerRef {
                id: place.customer_id,
                name: place.customer_name,
            })
            .collect(),
        portal_name: session.portal_name,
    })
}
