//! Sending a failed mail once more.

use entity::MailId;
use portico_domain::work::MailStatus;
use serde_json::json;

use super::{dto::Mail, store};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    mail::Outbox,
};

/// Queues a mail that failed for good, as if it had never been tried.
///
/// # Errors
/// `not_found`; `not_allowed_in_state` for a mail that still waits, was sent, or is too old.
pub async fn retry(tx: &Tx<OrgScope>, outbox: &Outbox, id: MailId) -> Result<Mail> {
    let (mail, whole) = store::lock(tx, id).await?;
    if mail.status != MailStatus::Failed {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail(format!("it is {}, not failed", mail.status)));
    }
    if !whole {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("it is too old: what it says was erased, its links are no longer good"));
    }
    // Any round that no earlier one had will do: the seconds since the mail was written.
    let seconds = (tx.now().0 - mail.created_at.0) / 1000;
    let round = i32::try_from(seconds).unwrap_or(i32::MAX).max(1);
    outbox.queue_sending(tx, id, round).await?;
    let entry = audit::Entry {
        action: "mail.retried",
        subject_id: id.0,
        customer_id: None,
        data: json!({ "to": mail.to, "kind": mail.kind, "error": mail.last_error }),
    };
    audit::record(tx, entry).await?;
    store::reset(tx, id).await
}
