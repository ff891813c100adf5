//! Telling staff.

use serde_json::Value;
use uuid::Uuid;

use super::store;
use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Something that staff should know.
pub struct NewNotification {
    /// `invoice_viewed`, `payment_received`, `payment_failed`, `access_accepted`, `customer_changed`, `mail_failed`.
    pub kind: &'static str,
    /// A second notification with the same key is not written.
    pub dedupe_key: String,
    /// `invoice`, `payment`, `customer`: see [`crate::subject`].
    pub subject_type: &'static str,
    pub subject_id: Uuid,
    /// How the subject is called: a number, a name.
    pub label: String,
    /// `customer_name`, `amount`, and what else is worth telling. No secrets.
    pub data: Value,
}

/// Tells staff, once for each key. Answers whether it was the first time.
///
/// # Errors
/// Those of the database.
pub async fn notify(tx: &Tx<OrgScope>, new: NewNotification) -> Result<bool> {
    store::insert_once(tx, new).await
}
