//! One's own details.

use serde_json::json;

use super::dto::{ChangePortalProfile, PortalProfile};
use crate::{
    audit,
    customers::{self, ContactPerson, DetailsChange},
    db::{OrgScope, Tx, system::PortalSession},
    error::Result,
    http::{IfMatch, Versioned},
    portal_auth,
};

/// The person of a session.
///
/// # Errors
/// `not_found` if it has just gone.
pub async fn show(
    tx: &Tx<OrgScope>,
    session: &PortalSession,
    allowed_actions: Vec<&'static str>,
) -> Result<Versioned<PortalProfile>> {
    let row = customers::person(tx, session.customer_id, session.person_id).await?;
    let pending_email = portal_auth::pending_email(tx, session.identity_id).await?;
    Ok(Versioned {
        version: row.version,
        value: PortalProfile {
            id: row.id,
            version: row.version,
            salutation: row.salutation,
            first_name: row.first_name,
            last_name: row.last_name,
            email: session.email.clone(),
            pending_email,
            phone: row.phone,
            designation: row.designation,
            department: row.department,
            allowed_actions,
        },
    })
}

/// Changes the person of a session, and tells staff what differs.
///
/// # Errors
/// `version_mismatch`.
pub async fn change(
    tx: &Tx<OrgScope>,
    session: &PortalSession,
    version: IfMatch,
    change: ChangePortalProfile,
) -> Result<()> {
    let customer = customers::lock(tx, session.customer_id).await?;
    let before = customers::person(tx, customer.id, session.person_id).await?;
    version.check(before.version)?;
    let mut row = before.clone();
    change.apply(&mut row);
    let shown = |row| json!(ContactPerson::new(row, tx.now()));
    let changes = audit::changes(&shown(before), &shown(row.clone()));
    if changes == json!([]) {
        return Ok(());
    }
    let row = customers::save_access(tx, row).await?;
    let change = DetailsChange {
        action: "contact_person.updated",
        subject_id: row.id.0,
        version: row.version,
        changes,
    };
    customers::announce(tx, &customer, &row, change).await
}
