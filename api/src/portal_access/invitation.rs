//! An open invitation, as its link shows it.

use entity::{Instant, contact_person, customer};
use portico_domain::portal_access::PortalAccess;

use super::store;
use crate::{
    auth::normalise_email,
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
    let (person, expires_at) = store::find(db, organization.id, token).await?;
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
