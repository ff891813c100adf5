//! The company's details, which every person with access may change.

use serde_json::json;

use super::dto::{ChangePortalCompany, PortalCompany};
use crate::{
    audit,
    customers::{self, DetailsChange},
    db::{OrgScope, Tx, system::PortalSession},
    error::{Error, Result},
    http::{IfMatch, address},
};

/// Changes the customer of a session, and tells staff what differs.
///
/// # Errors
/// `version_mismatch`; `validation_failed` for addresses that are not right.
pub async fn change(
    tx: &Tx<OrgScope>,
    session: &PortalSession,
    version: IfMatch,
    change: ChangePortalCompany,
) -> Result<()> {
    let before = customers::lock(tx, session.customer_id).await?;
    version.check(before.version)?;
    let mut row = before.clone();
    change.apply(&mut row);
    let mut errors = address::check("/billing_address", &row.billing_address);
    errors.extend(address::check("/shipping_address", &row.shipping_address));
    errors.extend(customers::website(row.website.as_deref()));
    if !errors.is_empty() {
        return Err(Error::fields(errors));
    }
    let shown = |row| json!(PortalCompany::new(row, Vec::new()));
    let changes = audit::changes(&shown(before), &shown(row.clone()));
    if changes == json!([]) {
        return Ok(());
    }
    let people = customers::people(tx, row.id).await?;
    row.search = customers::search_text(&row, &people);
    let row = customers::save(tx, row).await?;
    let person = customers::person(tx, row.id, session.person_id).await?;
    let change = DetailsChange {
        action: "customer.updated",
        subject_id: row.id.0,
        version: row.version,
        changes,
    };
    customers::announce(tx, &row, &person, change).await
}
