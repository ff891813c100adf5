//! Shutting a contact person out, and letting them back in (B6). The very next request of somebody who was shut
//! out is refused: every request looks at the person's access again.

use entity::{ContactPersonId, CustomerId, Text};
use portico_domain::{
    access::TokenKind,
    portal_access::{AccessEvent, PortalAccess},
};
use serde_json::json;

use super::grant::{after, grant};
use crate::{
    auth::one_time,
    customers,
    db::{OrgScope, Tx},
    error::Result,
    mail::Outbox,
};

/// Ends a person's access and voids an open invitation; doing it twice changes nothing.
///
/// # Errors
/// `not_found`.
pub async fn disable(tx: &Tx<OrgScope>, customer: CustomerId, id: ContactPersonId) -> Result<()> {
    customers::lock(tx, customer).await?;
    let mut person = customers::person(tx, customer, id).await?;
    if person.portal_status.0 == PortalAccess::Disabled {
        return Ok(());
    }
    person.portal_status = Text(after(person.portal_status.0, AccessEvent::Disable)?);
    one_time::void(tx, TokenKind::PortalInvitation, id.0).await?;
    let person = customers::save_access(tx, person).await?;
    customers::record(tx, "contact_person.access_disabled", &person, json!({})).await
}

/// Gives a person back the access that was taken. Somebody who never accepted is invited again.
///
/// # Errors
/// `not_found`; `not_allowed_in_state` for somebody who isn't shut out; those of an invitation.
pub async fn enable(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    customer: CustomerId,
    id: ContactPersonId,
) -> Result<()> {
    customers::lock(tx, customer).await?;
    let mut person = customers::person(tx, customer, id).await?;
    let access = after(person.portal_status.0, AccessEvent::Enable)?;
    if person.identity_id.is_none() {
        return grant(tx, outbox, customer, id, None).await;
    }
    customers::address_is_free(tx, &person).await?;
    person.portal_status = Text(access);
    let person = customers::save_access(tx, person).await?;
    customers::record(tx, "contact_person.access_enabled", &person, json!({})).await
}
