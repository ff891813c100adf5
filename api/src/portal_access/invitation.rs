//! An open invitation, as its link shows it.

use entity::{ContactPersonId, Instant, contact_person, customer};
use portico_domain::{access::TokenKind, portal_access::PortalAccess};

use crate::{
    auth::{normalise_email, one_time},
    customers,
    db::{Actor, Db},
    error::{Code, Error, Result},
    portal_auth::{self, PortalOrganization},
};

/// An invitation that can be accepted now.
pub struct Invitation {
    pub organization: PortalOrganization,
    pub customer: customer::Model,
    pub person: contact_person::Model,
    /// The person's address, in the form in which identities have it.
    pub email: String,
    pub expires_at: Instant,
}

/// Reads an invitation. Nothing is used up: mail scanners open links, too.
///
/// # Errors
/// `not_found` for an unknown portal or token; `invitation_expired`; `invitation_used`, also when it was
/// replaced or withdrawn.
pub async fn read(db: &Db, portal_name: &str, token: &str) -> Result<Invitation> {
    let organization = portal_auth::by_name(db, portal_name)
        .await?
        .ok_or_else(Error::not_found)?;
    let found = db
        .system_read("find an invitation to a portal", async |global| {
            one_time::find(global, TokenKind::PortalInvitation, token, db.clock().now()).await
        })
        .await?;
    if found.organization_id != organization.id {
        return Err(Error::not_found());
    }
    let (person, expires_at) = (ContactPersonId(found.subject_id), found.expires_at);
    let scope = db.scope_of(organization.id, Actor::system());
    let found = db.read(scope, async |tx| -> Result<_> {
        let person = customers::person_by_id(tx, person).await?;
        let customer = customers::get(tx, person.customer_id).await?;
        Ok((customer, person))
    });
    let withdrawn = |error: Error| match error.code() {
        Code::NotFound => Code::InvitationUsed.into(),
        _ => error,
    };
    let (customer, person) = found.await.map_err(withdrawn)?;
    match &person.email {
        Some(email) if customer.active && person.portal_status.0 == PortalAccess::Invited => {
            Ok(Invitation {
                email: normalise_email(email),
                organization,
                customer,
                person,
                expires_at,
            })
        }
        _ => Err(Code::InvitationUsed.into()),
    }
}
