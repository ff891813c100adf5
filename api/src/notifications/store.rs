//! The tables of notifications and of who read them.

use std::collections::HashMap;

use entity::{Instant, NotificationId, StaffUserId, notification, notification_read};
use sea_orm::{ColumnTrait, FromQueryResult};
use uuid::Uuid;

use super::{
    dto::{Notification, NotificationSubject},
    notify::NewNotification,
};
use crate::{
    db::{Key, OrgScope, Page, SortKey, Sortable, Tx},
    error::{Error, Result},
    list_query, subject,
};

list_query! {
    /// Which page.
    pub struct NotificationQuery {}
}

impl Sortable for notification::Entity {
    const SORTS: &'static [SortKey<Self>] = &[SortKey {
        name: "at",
        column: notification::Column::Id,
        key: |row| Key::Id(row.id.0),
    }];
    const DEFAULT_DESCENDING: bool = true;
    const ID: Self::Column = notification::Column::Id;
    fn id(row: &notification::Model) -> Uuid {
        row.id.0
    }
}

/// Keeps a notification unless there is one with its key; tells whether it did.
pub async fn insert_once(tx: &Tx<OrgScope>, new: NewNotification) -> Result<bool> {
    let sql = "insert into notification \
               (organization_id, id, kind, dedupe_key, subject_type, subject_id, label, data, at) \
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
               on conflict (organization_id, dedupe_key) do nothing";
    let written = tx
        .execute(
            sql,
            [
                tx.new_uuid().into(),
                new.kind.into(),
                new.dedupe_key.into(),
                new.subject_type.into(),
                new.subject_id.into(),
                new.label.into(),
                new.data.into(),
                tx.now().into(),
            ],
        )
        .await?;
    Ok(written > 0)
}

/// A page of notifications as one member sees them, the newest first.
pub async fn list(
    tx: &Tx<OrgScope>,
    reader: StaffUserId,
    query: &NotificationQuery,
) -> Result<Page<Notification>> {
    let page = tx
        .select::<notification::Entity>()
        .page(&query.page())
        .await?;
    let reads = reads(tx, reader, &page.rows).await?;
    Ok(page.map(|row| shown(row, &reads)))
}

/// A notification as one member sees it.
pub async fn get(
    tx: &Tx<OrgScope>,
    reader: StaffUserId,
    id: NotificationId,
) -> Result<Notification> {
    let row = tx
        .get::<notification::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)?;
    let reads = reads(tx, reader, std::slice::from_ref(&row)).await?;
    Ok(shown(row, &reads))
}

/// When a member read some notifications.
async fn reads(
    tx: &Tx<OrgScope>,
    reader: StaffUserId,
    rows: &[notification::Model],
) -> Result<HashMap<NotificationId, Instant>> {
    let ids = rows.iter().map(|row| row.id);
    let reads = tx
        .select::<notification_read::Entity>()
        .filter(notification_read::Column::UserId.eq(reader))
        .filter(notification_read::Column::NotificationId.is_in(ids))
        .all()
        .await?;
    Ok(reads
        .into_iter()
        .map(|read| (read.notification_id, read.read_at))
        .collect())
}

fn shown(row: notification::Model, reads: &HashMap<NotificationId, Instant>) -> Notification {
    Notification {
        id: row.id,
        kind: row.kind,
        at: row.at,
        read_at: reads.get(&row.id).copied(),
        subject: NotificationSubject {
            id: subject::wire_id(&row.subject_type, row.subject_id),
            kind: row.subject_type,
            label: row.label,
        },
        data: row.data.0,
    }
}

/// Writes down that a member read one notification, or all of them; the first time counts.
pub async fn mark_read(
    tx: &Tx<OrgScope>,
    reader: StaffUserId,
    only: Option<NotificationId>,
) -> Result<()> {
    let sql = "insert into notification_read (organization_id, notification_id, user_id, read_at) \
               select organization_id, id, $2, $3 from notification \
               where organization_id = $1 and ($4 = 0 or id = $5) \
               on conflict (organization_id, notification_id, user_id) do nothing";
    tx.execute(
        sql,
        [
            reader.into(),
            tx.now().into(),
            i32::from(only.is_some()).into(),
            only.into(),
        ],
    )
    .await?;
    Ok(())
}

/// How many notifications a member has not read.
pub async fn count_unread(tx: &Tx<OrgScope>, reader: StaffUserId) -> Result<u64> {
    #[derive(FromQueryResult)]
    struct Count {
        unread: i64,
    }
    let sql = "select count(*) as unread from notification n where n.organization_id = $1 and not exists \
               (select 1 from notification_read r where r.organization_id = $1 \
               and r.notification_id = n.id and r.user_id = $2)";
    let rows: Vec<Count> = tx.query(sql, [reader.into()]).await?;
    let unread = rows.first().map_or(0, |row| row.unread);
    Ok(u64::try_from(unread).unwrap_or_default())
}
