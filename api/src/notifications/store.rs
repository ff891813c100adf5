//! The tables of notifications and of who read them.

pub mod settings;

use std::collections::HashMap;

use entity::{
    Instant, MailId, NotificationId, StaffUserId, Text, mail, notification, notification_read,
};
use portico_domain::{
    live::LiveKind, notification::NotificationKind, permission::Role, work::ActorKind,
};
use sea_orm::{
    ColumnTrait, Condition, FromQueryResult, IntoActiveModel, Set,
    sea_query::{Expr, ExprTrait as _, Query},
};
use uuid::Uuid;

use super::{
    dto::{Notification, NotificationSubject},
    notify::NewNotification,
};
use crate::{
    db::{Change, Key, OrgScope, Page, SortKey, Sortable, StaffSession, Tx},
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

/// Keeps a notification unless there is one with its key; its id if it did.
pub async fn insert_once(
    tx: &Tx<OrgScope>,
    new: NewNotification,
) -> Result<Option<NotificationId>> {
    let sql = "insert into notification \
               (organization_id, id, kind, dedupe_key, subject_type, subject_id, label, data, at, caused_by) \
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
               on conflict (organization_id, dedupe_key) do nothing";
    let id = NotificationId(tx.new_uuid());
    let actor = tx.scope().actor();
    let caused_by = actor.id.filter(|_| actor.kind == ActorKind::Staff);
    let written = tx
        .execute(
            sql,
            [
                id.into(),
                new.kind.as_str().into(),
                new.dedupe_key.into(),
                new.subject_type.into(),
                new.subject_id.into(),
                new.label.into(),
                new.data.into(),
                tx.now().into(),
                caused_by.into(),
            ],
        )
        .await?;
    if written == 0 {
        return Ok(None);
    }
    tx.changed(Change {
        kind: LiveKind::Notification,
        id: id.0,
        customer_id: None,
    });
    Ok(Some(id))
}

/// Whoever reads notifications.
pub struct Reader {
    pub user: StaffUserId,
    role: Role,
}

impl Reader {
    /// The member of a session.
    #[must_use]
    pub fn of(session: &StaffSession) -> Self {
        Self {
            user: session.user_id,
            role: session.role.0,
        }
    }

    /// The kinds that this member is told in the app.
    async fn told(&self, tx: &Tx<OrgScope>) -> Result<Vec<&'static str>> {
        let silent = settings::silent_in_app(tx, self.user).await?;
        let told = NotificationKind::ALL
            .iter()
            .filter(|kind| self.role.may(kind.permission()) && !silent(**kind));
        Ok(told.map(|kind| kind.as_str()).collect())
    }

    /// Nobody is told of what they did themselves.
    fn not_their_own(&self) -> Condition {
        Condition::any()
            .add(notification::Column::CausedBy.is_null())
            .add(notification::Column::CausedBy.ne(self.user))
    }
}

/// A page of notifications as one member sees them, the newest first.
pub async fn list(
    tx: &Tx<OrgScope>,
    reader: &Reader,
    query: &NotificationQuery,
) -> Result<Page<Notification>> {
    let page = tx
        .select::<notification::Entity>()
        .filter(notification::Column::Kind.is_in(reader.told(tx).await?))
        .filter(reader.not_their_own())
        .page(&query.page())
        .await?;
    let reads = reads(tx, reader.user, &page.rows).await?;
    Ok(page.map(|row| shown(row, &reads)))
}

/// A notification as one member sees it.
pub async fn get(tx: &Tx<OrgScope>, reader: &Reader, id: NotificationId) -> Result<Notification> {
    let row = tx
        .get::<notification::Entity, _>(id)
        .await?
        .filter(|row| {
            let kind = row.kind.parse::<NotificationKind>();
            kind.is_ok_and(|kind| reader.role.may(kind.permission()))
        })
        .ok_or_else(Error::not_found)?;
    let reads = reads(tx, reader.user, std::slice::from_ref(&row)).await?;
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
pub async fn count_unread(tx: &Tx<OrgScope>, reader: &Reader) -> Result<u64> {
    let read = Query::select()
        .expr(Expr::val(1))
        .from(notification_read::Entity)
        .and_where(
            Expr::col((
                notification_read::Entity,
                notification_read::Column::OrganizationId,
            ))
            .equals((notification::Entity, notification::Column::OrganizationId)),
        )
        .and_where(
            Expr::col((
                notification_read::Entity,
                notification_read::Column::NotificationId,
            ))
            .equals((notification::Entity, notification::Column::Id)),
        )
        .and_where(notification_read::Column::UserId.eq(reader.user))
        .to_owned();
    Ok(tx
        .select::<notification::Entity>()
        .filter(notification::Column::Kind.is_in(reader.told(tx).await?))
        .filter(reader.not_their_own())
        .filter(Expr::exists(read).not())
        .count()
        .await?)
}

/// What a mail to staff may be about, as mails name it.
pub const ABOUT: &[&str] = &["invoice", "payment", "customer"];

/// A notification that was not yet written to staff by mail, from now on it is; nothing if it was.
pub async fn begin_mailing(
    tx: &Tx<OrgScope>,
    id: NotificationId,
) -> Result<Option<notification::Model>> {
    let row = tx.lock::<notification::Entity, _>(id).await?;
    let Some(row) = row.filter(|row| row.mailed_at.is_none()) else {
        return Ok(None);
    };
    let mut change = row.clone().into_active_model();
    change.mailed_at = Set(Some(tx.now()));
    tx.update(change).await?;
    Ok(Some(row))
}

/// A member who may be written to.
#[derive(FromQueryResult)]
pub struct Recipient {
    pub user_id: StaffUserId,
    pub email: String,
    pub role: Text<Role>,
}

/// The active members who are told of a kind by mail, as far as settings say.
pub async fn mailed_to(tx: &Tx<OrgScope>, kind: NotificationKind) -> Result<Vec<Recipient>> {
    let sql = "select u.id as user_id, u.email, m.role from membership m \
               join organization o on o.id = m.organization_id and o.notify_staff_by_email \
               join staff_user u on u.id = m.user_id \
               where m.organization_id = $1 and m.status = 'active' \
               and not exists (select 1 from notification_rule r where r.organization_id = $1 \
               and r.kind = $2 and not r.by_email) \
               and not exists (select 1 from notification_preference p where p.organization_id = $1 \
               and p.user_id = m.user_id and p.kind = $2 and not p.by_email) order by u.id";
    Ok(tx.query(sql, [kind.as_str().into()]).await?)
}

/// Whether a mail is one of those by which staff are told.
pub async fn is_mail_to_staff(tx: &Tx<OrgScope>, id: Uuid) -> Result<bool> {
    let found = tx.get::<mail::Entity, _>(MailId(id)).await?;
    Ok(found.is_some_and(|mail| mail.kind.ends_with("_staff")))
}
