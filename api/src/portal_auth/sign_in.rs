//! Signing in to a portal.

use entity::portal_identity;
use portico_domain::work::ActorKind;

use super::{
    dto::PortalSignIn,
    first_password, identity,
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
/// A password that staff had set accepts the invitation it came with.
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
    let opened = match identity::known(db, organization, &email).await? {
        None => first_password::sign_in(db, organization, &email, input.password, client).await?,
        Some(identity) => {
            let hash = identity.password_hash.clone();
            if passwords::verify(input.password, Some(hash)).await? {
                let subject = identity.id.0;
                authenticator::pass(db, keys, subject, input.code.as_deref(), &attempt).await?;
                open(db, organization, identity, client).await?
            } else {
                None
            }
        }
    };
    if let Some(opened) = opened {
        attempt.succeeded(db).await?;
        Ok(opened)
    } else {
        attempt.failed(db).await?;
        Err(Code::InvalidCredentials.into())
    }
}

/// Opens a session of somebody who has proven who they are, if a customer lets them in.
async fn open(
    db: &Db,
    organization: &PortalOrganization,
    identity: portal_identity::Model,
    client: &ClientInfo,
) -> Result<Option<Opened>> {
    let actor = Actor {
        kind: ActorKind::Customer,
        id: None,
        name: Some(identity.email.clone()),
        address: client.address.clone(),
    };
    db.write(db.scope_of(organization.id, actor), async |tx| {
        first_password::accept_waiting(tx, &identity).await?;
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
    .await
}
