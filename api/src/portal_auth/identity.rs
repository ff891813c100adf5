//! Who a password belongs to.

use entity::{PortalIdentityId, portal_identity};

use super::store::{self, PortalOrganization};
use crate::{
    auth::{authenticator, throttle::Attempt},
    db::{Actor, Db, OrgScope, Tx, system},
    error::{Code, Error, Result},
    http::{ClientInfo, Portal},
    keys::Keys,
    passwords,
};

/// What proves that somebody is who an invitation was sent to.
pub enum Known {
    /// The identity was there, and the password was its own.
    Proven(portal_identity::Model),
    /// There is none yet; this will be its password.
    New {
        password_hash: String,
        /// The one that staff had set, if another must be chosen now.
        first_password_hash: Option<String>,
    },
}

/// The identity of an e-mail address.
///
/// # Errors
/// Those of the database.
pub async fn known(
    db: &Db,
    organization: &PortalOrganization,
    email: &str,
) -> Result<Option<portal_identity::Model>> {
    let scope = db.scope_of(organization.id, Actor::system());
    db.read(scope, async |tx| store::identity_by_email(tx, email).await)
        .await
}

/// The identity of a signed-in person.
///
/// # Errors
/// `not_authenticated` if it is gone.
pub(super) async fn own<P>(portal: &Portal<P>) -> Result<portal_identity::Model> {
    let scope = system::for_customer(&portal.scope());
    portal
        .db
        .read(scope, async |tx| {
            store::identity_by_email(tx, &portal.session.email).await
        })
        .await?
        .ok_or_else(|| Code::NotAuthenticated.into())
}

/// Checks the password of an identity that exists, or takes a new one's. An existing password is never
/// overwritten.
///
/// # Errors
/// `invalid_credentials`, `mfa_required`, `mfa_invalid`, `too_many_attempts`; `validation_failed` for a weak new password.
pub async fn prove(
    db: &Db,
    keys: &Keys,
    organization: &PortalOrganization,
    email: &str,
    (password, code): (String, Option<String>),
    client: &ClientInfo,
    guessable: &[&str],
) -> Result<Known> {
    let Some(identity) = known(db, organization, email).await? else {
        passwords::check_strength("/password", &password, guessable)?;
        let password_hash = passwords::hash(password).await?;
        return Ok(Known::New {
            password_hash,
            first_password_hash: None,
        });
    };
    let attempt = Attempt::portal(organization.id, email, client);
    attempt.check(db).await?;
    if !passwords::verify(password, Some(identity.password_hash.clone())).await? {
        attempt.failed(db).await?;
        return Err(Code::InvalidCredentials.into());
    }
    authenticator::pass(db, keys, identity.id.0, code.as_deref(), &attempt).await?;
    attempt.succeeded(db).await?;
    Ok(Known::Proven(identity))
}

/// That a password is not the one that staff had set.
///
/// # Errors
/// `validation_failed`.
pub(super) async fn must_be_new(identity: &portal_identity::Model, password: &str) -> Result<()> {
    let Some(first) = identity.first_password_hash.clone() else {
        return Ok(());
    };
    if passwords::verify(password.to_owned(), Some(first)).await? {
        return Err(Error::field(
            "/password",
            "weak_password",
            "must be another than the one you were sent",
        ));
    }
    Ok(())
}

/// The identity to link, made if it is new.
///
/// # Errors
/// `conflict` if another invitation of the same address made it a moment ago: its password must be given now.
pub async fn put(tx: &Tx<OrgScope>, email: &str, known: Known) -> Result<PortalIdentityId> {
    match known {
        Known::Proven(identity) => {
            let id = identity.id;
            store::signed_in(tx, identity).await?;
            Ok(id)
        }
        Known::New {
            password_hash,
            first_password_hash,
        } => {
            if store::identity_by_email(tx, email).await?.is_some() {
                return Err(Error::new(Code::Conflict)
                    .with_detail("this address has a password by now: give that one"));
            }
            store::insert_identity(tx, email.to_owned(), password_hash, first_password_hash).await
        }
    }
}
