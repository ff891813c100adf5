//! Removing an item.

use entity::ItemId;
use serde_json::json;

use super::store;
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
};

/// Removes an item that no document names; any other can be made inactive.
///
/// # Errors
/// `not_found`, `still_referenced`.
pub async fn delete(tx: &Tx<OrgScope>, id: ItemId) -> Result<()> {
    let item = store::lock(tx, id).await?;
    store::delete(tx, id).await?;
    let entry = audit::Entry {
        action: "item.deleted",
        subject_id: id.0,
        customer_id: None,
        data: json!({ "name": item.name, "sku": item.sku }),
    };
    audit::record(tx, entry).await
}
