//! The link of the mail: it proves the address, and shows what signing up comes to.

use entity::Instant;
use portico_domain::access::TokenKind;

use super::standing::{self, Standing};
use crate::{
    auth::one_time,
    db::{Actor, Db},
    error::{Code, Error, Result},
    portal_auth::{self, PortalOrganization},
};

/// What the link's token is for.
pub const KIND: TokenKind = TokenKind::PortalSignUp;

/// A link that works.
pub struct Link {
    pub organization: PortalOrganization,
    /// The address, verified by whoever holds the link; as `normalise_email` writes it.
    pub email: String,
    pub standing: Standing,
    pub expires_at: Instant,
}

/// An organization whose portal people may sign up to.
///
/// # Errors
/// `not_found` for an unknown portal; `not_allowed_in_state` if it takes no sign-ups.
pub async fn organization(db: &Db, portal_name: &str) -> Result<PortalOrganization> {
    let organization = portal_auth::by_name(db, portal_name)
        .await?
        .ok_or_else(Error::not_found)?;
    if organization.allow_signup {
        Ok(organization)
    } else {
        Err(Error::new(Code::NotAllowedInState).with_detail("nobody signs up to this portal"))
    }
}

/// Reads a link. Nothing is used up: mail scanners open links, too.
///
/// # Errors
/// Those of [`organization`]; `not_found` for an unknown token; `link_expired`, `link_used`, also when there is nothing
/// to sign up for any more.
pub async fn read(db: &Db, portal_name: &str, token: &str) -> Result<Link> {
    let organization = organization(db, portal_name).await?;
    let now = db.clock().now();
    let found = db
        .system_read("find a link that signs up to a portal", async |global| {
            one_time::find(global, KIND, token, now).await
        })
        .await?;
    if found.organization_id != organization.id {
        return Err(Error::not_found());
    }
    let email = found.email.ok_or_else(Error::not_found)?;
    let scope = db.scope_of(organization.id, Actor::system());
    let standing = db.read(scope, async |tx| standing::of(tx, &email).await);
    match standing.await? {
        Standing::Settled => Err(Code::LinkUsed.into()),
        standing => Ok(Link {
            organization,
            email,
            standing,
            expires_at: found.expires_at,
        }),
    }
}
