//! Telling staff.

use portico_domain::notification::NotificationKind;
use serde_json::{Value, json};
use uuid::Uuid;

use super::store;
use crate::{
    db::{OrgScope, Tx},
    error::Result,
    jobs::{self, NewJob},
};

/// The kind of the job that tells staff by mail.
pub const MAIL_NOTIFICATION: &str = "notification.mail";

/// Something that staff should know.
pub struct NewNotification {
    pub kind: NotificationKind,
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

/// Tells staff, once for each key: in the app at once, by mail as soon as a worker has time. Who causes it is
/// not told. Answers whether it was the first time.
///
/// # Errors
/// Those of the database.
pub async fn notify(tx: &Tx<OrgScope>, new: NewNotification) -> Result<bool> {
    let Some(id) = store::insert_once(tx, new).await? else {
        return Ok(false);
    };
    let job = NewJob {
        kind: MAIL_NOTIFICATION,
        payload: json!({ "notification_id": id }),
        dedupe_key: Some(format!("notification:{id}")),
        run_at: tx.now(),
    };
    jobs::enqueue(tx, job).await?;
    Ok(true)
}
