//! What a customer's own people changed: it stands in the timeline, and staff are told, once for each save.

use entity::{contact_person, customer};
use portico_domain::notification::NotificationKind;
use serde_json::{Value, json};
use uuid::Uuid;

use super::people::full_name;
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
    notifications::{self, NewNotification},
};

/// Details that were saved.
pub struct DetailsChange {
    /// `customer.updated`, `contact_person.updated`.
    pub action: &'static str,
    pub subject_id: Uuid,
    /// Of the subject, by which this save is told from others.
    pub version: i64,
    /// As [`audit::changes`] makes them.
    pub changes: Value,
}

/// Writes down and tells what a contact person of the customer changed.
///
/// # Errors
/// Those of the database.
pub async fn announce(
    tx: &Tx<OrgScope>,
    customer: &customer::Model,
    person: &contact_person::Model,
    change: DetailsChange,
) -> Result<()> {
    let news = NewNotification {
        kind: NotificationKind::CustomerChanged,
        dedupe_key: format!("customer_changed:{}:{}", change.subject_id, change.version),
        subject_type: "customer",
        subject_id: customer.id.0,
        label: customer.display_name.clone(),
        data: json!({
            "customer_name": customer.display_name,
            "person_name": full_name(person),
            "changes": change.changes,
        }),
    };
    notifications::notify(tx, news).await?;
    let mut data = json!({ "changes": change.changes });
    if change.subject_id == person.id.0 {
        data["name"] = json!(full_name(person));
        data["email"] = json!(person.email);
    }
    let entry = audit::Entry {
        action: change.action,
        subject_id: change.subject_id,
        customer_id: Some(customer.id),
        data,
    };
    audit::record(tx, entry).await
}
