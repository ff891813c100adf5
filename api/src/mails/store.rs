//! The tables of mails and of the development mailbox.

use entity::{MailId, Text, dev_mail, mail};
use portico_domain::work::MailStatus;
use sea_orm::{ColumnTrait, QueryOrder, QuerySelect, Set, Unchanged};
use uuid::Uuid;

use super::dto::{DevMail, Mail, MailRelated};
use crate::{
    db::{Db, Key, OrgScope, Page, SortKey, Sortable, Tx},
    error::{Error, Result},
    list_query, subject,
};

/// How many mails the development mailbox shows.
const SHOWN: u64 = 200;

list_query! {
    /// Which mails.
    pub struct MailQuery {
        /// Those that wait, were sent, or failed.
        #[param(value_type = Option<String>, example = "failed")]
        pub status: MailStatus,
        /// Those about one thing, by its id.
        #[param(example = "inv_01k4000000e00800000000000001")]
        pub subject_id: String,
    }
}

impl Sortable for mail::Entity {
    const SORTS: &'static [SortKey<Self>] = &[SortKey {
        name: "created_at",
        column: mail::Column::Id,
        key: |row| Key::Id(row.id.0),
    }];
    const DEFAULT_DESCENDING: bool = true;
    const ID: Self::Column = mail::Column::Id;
    fn id(row: &mail::Model) -> Uuid {
        row.id.0
    }
}

/// A page of mails, the newest first.
pub async fn list(tx: &Tx<OrgScope>, query: &MailQuery) -> Result<Page<Mail>> {
    let subject = match &query.subject_id {
        Some(id) => Some(
            subject::parse_id(id).ok_or_else(|| Error::parameter("subject_id", "is not an id"))?,
        ),
        None => None,
    };
    let status = query
        .status
        .map(|status| mail::Column::Status.eq(status.as_str()));
    let page = tx
        .select::<mail::Entity>()
        .filter_option(status)
        .filter_option(subject.map(|id| mail::Column::RelatedId.eq(id)))
        .page(&query.page())
        .await?;
    Ok(page.map(shown))
}

/// A mail that nobody else changes until the transaction ends, and whether its body is still there.
pub async fn lock(tx: &Tx<OrgScope>, id: MailId) -> Result<(Mail, bool)> {
    let row = tx.lock::<mail::Entity, _>(id).await?;
    let row = row.ok_or_else(Error::not_found)?;
    let whole = row.sealed_body.is_some();
    Ok((shown(row), whole))
}

/// Lets a mail wait again as if it had never been tried.
pub async fn reset(tx: &Tx<OrgScope>, id: MailId) -> Result<Mail> {
    let row = mail::ActiveModel {
        id: Unchanged(id),
        status: Set(Text(MailStatus::Queued)),
        attempts: Set(0),
        last_error: Set(None),
        ..Default::default()
    };
    Ok(shown(tx.update(row).await?))
}

fn shown(row: mail::Model) -> Mail {
    let related = row.related_type.zip(row.related_id);
    Mail {
        id: row.id,
        kind: row.kind,
        to: row.recipient,
        subject: row.subject,
        status: row.status.0,
        attempts: row.attempts,
        last_error: row.last_error,
        created_at: row.created_at,
        sent_at: row.sent_at,
        related: related.map(|(kind, id)| MailRelated {
            id: subject::wire_id(&kind, id),
            kind,
        }),
    }
}

/// The latest mails of the development mailbox, the newest first.
pub async fn mailbox(db: &Db) -> Result<Vec<DevMail>> {
    let rows = db
        .system_read("read the development mailbox", async |global| {
            global
                .find::<dev_mail::Entity>()
                .with(|query| query.order_by_desc(dev_mail::Column::Id).limit(SHOWN))
                .all()
                .await
        })
        .await?;
    let shown = |row: dev_mail::Model| DevMail {
        id: row.id,
        to: row.recipient,
        subject: row.subject,
        at: row.created_at,
        text: row.text_body,
        html: row.html_body,
        attachments: row.attachments.0,
    };
    Ok(rows.into_iter().map(shown).collect())
}
