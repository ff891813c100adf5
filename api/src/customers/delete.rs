//! Deleting a customer that was never dealt with.

use entity::CustomerId;
use serde_json::json;

use super::store;
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
};

/// Deletes a customer and its contact persons.
///
/// # Errors
/// `still_referenced` if there are documents of it.
pub async fn delete(tx: &Tx<OrgScope>, id: CustomerId) -> Result<()> {
    let row = store::lock(tx, id).await?;
    if store::counts(tx, id).await?.documents > 0 {
        return Err(Error::new(Code::StillReferenced)
            .with_detail("there are documents of this customer: deactivate it instead"));
    }
    store::delete(tx, id).await?;
    let entry = audit::Entry {
        action: "customer.deleted",
        subject_id: id.0,
        customer_id: Some(id),
        data: json!({ "display_name": row.display_name }),
    };
    audit::record(tx, entry).await
}
