//! How a mail's sending went, written down.

use entity::{Instant, MailId, Text, mail, organization};
use portico_domain::{
    notification::NotificationKind, portal_access::INVITATION_SECONDS, work::MailStatus,
};
use sea_orm::{IntoActiveModel, Set};
use serde_json::json;

use crate::{
    db::{OrgScope, Tx, system::Global},
    error::Result,
    notifications::{self, NewNotification},
};

/// A mail that waits, and its organization; nothing if it was sent meanwhile.
///
/// # Errors
/// Those of the database.
pub async fn waiting(
    tx: &Tx<OrgScope>,
    id: MailId,
) -> Result<Option<(mail::Model, organization::Model)>> {
    match tx.get::<mail::Entity, _>(id).await? {
        Some(mail) if mail.status.0 == MailStatus::Queued => {
            Ok(Some((mail, tx.own_organization().await?)))
        }
        _ => Ok(None),
    }
}

/// It is out: its body, which may hold secrets, is erased.
///
/// # Errors
/// Those of the database.
pub async fn sent(tx: &Tx<OrgScope>, id: MailId) -> Result<()> {
    let now = tx.now();
    change(tx, id, |mail, row| {
        row.status = Set(Text(MailStatus::Sent));
        row.sealed_body = Set(None);
        row.attempts = Set(mail.attempts + 1);
        row.last_error = Set(None);
        row.sent_at = Set(Some(now));
    })
    .await
}

/// It did not go; it is tried again.
///
/// # Errors
/// Those of the database.
pub async fn failed(tx: &Tx<OrgScope>, id: MailId, error: &str) -> Result<()> {
    change(tx, id, |mail, row| {
        row.attempts = Set(mail.attempts + 1);
        row.last_error = Set(Some(error.chars().take(500).collect()));
    })
    .await
}

/// It will not go: staff are told, and may try again.
///
/// # Errors
/// Those of the database.
pub async fn gave_up(tx: &Tx<OrgScope>, id: MailId, error: &str) -> Result<()> {
    change(tx, id, |mail, row| {
        row.status = Set(Text(MailStatus::Failed));
        // What the mail server said, if it came to that.
        if mail.last_error.is_none() {
            row.last_error = Set(Some(error.chars().take(500).collect()));
        }
    })
    .await?;
    let Some(mail) = tx.get::<mail::Entity, _>(id).await? else {
        return Ok(());
    };
    notifications::notify(
        tx,
        NewNotification {
            kind: NotificationKind::MailFailed,
            dedupe_key: format!("mail_failed:{id}:{}", mail.attempts),
            subject_type: "mail",
            subject_id: id.0,
            label: mail.subject,
            data: json!({ "to": mail.recipient }),
        },
    )
    .await?;
    Ok(())
}

/// A body that waits longer than any link or password in it is good for: it will not go any more. 14 days, as an
/// invitation.
///
/// # Errors
/// Those of the database.
pub async fn tidy(global: &Global<'_>, now: Instant) -> Result<u64> {
    let sql =
        "update mail set sealed_body = null where sealed_body is not null and created_at < $1";
    let old = now.plus_seconds(-INVITATION_SECONDS);
    Ok(global.execute(sql, [old.into()]).await?)
}

async fn change(
    tx: &Tx<OrgScope>,
    id: MailId,
    change: impl FnOnce(&mail::Model, &mut mail::ActiveModel),
) -> Result<()> {
    if let Some(mail) = tx.lock::<mail::Entity, _>(id).await? {
        let mut row = mail.clone().into_active_model();
        change(&mail, &mut row);
        tx.update(row).await?;
    }
    Ok(())
}
