//! Taking a customer out of use and back. The people of an inactive one are refused on their next request.

use entity::CustomerId;
use serde_json::json;

use super::store;
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
};

/// Activates or deactivates a customer; doing it twice changes nothing.
///
/// # Errors
/// `not_found`.
pub async fn set_active(tx: &Tx<OrgScope>, id: CustomerId, active: bool) -> Result<()> {
    let mut row = store::lock(tx, id).await?;
    if row.active == active {
        return Ok(());
    }
    row.active = active;
    let row = store::save(tx, row).await?;
    let entry = audit::Entry {
        action: if active {
            "customer.activated"
        } else {
            "customer.deactivated"
        },
        subject_id: id.0,
        customer_id: Some(id),
        data: json!({ "display_name": row.display_name }),
    };
    audit::record(tx, entry).await
}
