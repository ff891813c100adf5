//! Signing in to a portal.

use super::{
    dto::PortalSignIn,
    identity,
    store::{self, PortalOrganization},
};
use crate::{
    auth::{
        authenticator, normalise_email,
        sessions::{self, Opened, Who},
        throttle::Attempt,
    },
    customers,
    db::{Actor, Db},
    error::{Code, Result},
    http::ClientInfo,
    keys::Keys,
    passwords,
};

/// Checks e-mail address and password and opens a session for the first customer that the person may act for.
/// The answer to a wrong password, an unknown address and somebody who was shut out is the same and takes as long.
///
/// # Errors
/// `invalid_credentials`, `mfa_required`, `mfa_invalid`, `too_many_attempts`.
pub async fn sign_in(
    db: &Db,
    keys: &Keys,
    organization: &PortalOrganization,
    input: PortalSignIn,
    client: &ClientInfo,
) -> Result<Opened> {
    let email = normalise_email(&input.email);
    let attempt = Attempt::portal(organization.id, &email, client);
    attempt.check(db).await?;
    let scope = db.scope_of(organization.id, Actor::system());
    let identity = identity::known(db, organization, &email).await?;
    let hash = identity
        .as_ref()
        .map(|identity| identity.password_hash.clone());
    let fits = passwords::verify(input.password, hash).await?;
    let opened = match identity {
        Some(identity) if fits => {
            let subject = identity.id.0;
            authenticator::pass(db, keys, subject, input.code.as_deref(), &attempt).await?;
            db.write(scope, async |tx| -> Result<_> {
                let Some(place) = store::places(tx, identity.id).await?.into_iter().next() else {
                    return Ok(None);
                };
                let who = Who::Portal {
                    identity: identity.id,
                    person: place.person_id,
                    customer: place.customer_id,
                };
                store::signed_in(tx, identity).await?;
                customers::signed_in(tx, place.person_id).await?;
                sessions::open(tx, who, client).await.map(Some)
            })
            .await?
        }
        _ => None,
    };
    if let Some(opened) = opened {
        attempt.succeeded(db).await?;
        Ok(opened)
    } else {
        attempt.failed(db).await?;
        Err(Code::InvalidCredentials.into())
    }
}
