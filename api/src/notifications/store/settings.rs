//! How staff are told: the organization's switches and rules, and the members' own wishes.

use entity::{StaffUserId, notification_preference, notification_rule, organization};
use portico_domain::notification::NotificationKind;
use sea_orm::{ColumnTrait, FromQueryResult, QueryFilter, QuerySelect, sea_query::Expr};

use crate::{
    db::{OrgScope, Tx},
    error::{Error, Result},
    notifications::settings::{Chosen, Told},
};

/// Lets changes of the organization's settings queue.
pub async fn lock_organization(tx: &Tx<OrgScope>) -> Result<()> {
    let id = tx.organization();
    tx.global()
        .find::<organization::Entity>()
        .with(|query| {
            query
                .filter(organization::Column::Id.eq(id))
                .lock_exclusive()
        })
        .one()
        .await?
        .map(drop)
        .ok_or_else(Error::not_found)
}

/// Turns telling staff on or off as a whole.
pub async fn switch(tx: &Tx<OrgScope>, in_app: Option<bool>, by_email: Option<bool>) -> Result<()> {
    let id = tx.organization();
    for (column, value) in [
        (organization::Column::NotifyStaffInApp, in_app),
        (organization::Column::NotifyStaffByEmail, by_email),
    ] {
        let Some(value) = value else { continue };
        tx.global()
            .update_where::<organization::Entity>(|update| {
                update
                    .col_expr(column, Expr::value(value))
                    .filter(organization::Column::Id.eq(id))
            })
            .await?;
    }
    Ok(())
}

/// The organization's rules.
pub async fn rules(tx: &Tx<OrgScope>) -> Result<Chosen> {
    let rows = tx.select::<notification_rule::Entity>().all().await?;
    let rows = rows.into_iter();
    Ok(chosen(rows.map(|row| (row.kind, row.in_app, row.by_email))))
}

/// A member's wishes.
pub async fn preferences(tx: &Tx<OrgScope>, user: StaffUserId) -> Result<Chosen> {
    let rows = tx
        .select::<notification_preference::Entity>()
        .filter(notification_preference::Column::UserId.eq(user))
        .all()
        .await?;
    let rows = rows.into_iter();
    Ok(chosen(rows.map(|row| (row.kind, row.in_app, row.by_email))))
}

fn chosen(rows: impl Iterator<Item = (String, bool, bool)>) -> Chosen {
    rows.filter_map(|(kind, in_app, by_email)| {
        let kind = kind.parse().ok()?;
        Some((kind, Told { in_app, by_email }))
    })
    .collect()
}

/// Keeps a rule of the organization.
pub async fn put_rule(tx: &Tx<OrgScope>, kind: NotificationKind, told: Told) -> Result<()> {
    let sql = "insert into notification_rule (organization_id, kind, in_app, by_email) \
               values ($1, $2, $3, $4) on conflict (organization_id, kind) \
               do update set in_app = excluded.in_app, by_email = excluded.by_email";
    let values = [
        kind.as_str().into(),
        told.in_app.into(),
        told.by_email.into(),
    ];
    tx.execute(sql, values).await?;
    Ok(())
}

/// Keeps a member's wish.
pub async fn put_preference(
    tx: &Tx<OrgScope>,
    user: StaffUserId,
    kind: NotificationKind,
    told: Told,
) -> Result<()> {
    let sql = "insert into notification_preference (organization_id, user_id, kind, in_app, by_email) \
               values ($1, $2, $3, $4, $5) on conflict (organization_id, user_id, kind) \
               do update set in_app = excluded.in_app, by_email = excluded.by_email";
    let values = [
        user.into(),
        kind.as_str().into(),
        told.in_app.into(),
        told.by_email.into(),
    ];
    tx.execute(sql, values).await?;
    Ok(())
}

/// The kinds that a member is not told in the app; everything if the organization says so. One statement.
pub async fn silent_in_app(
    tx: &Tx<OrgScope>,
    user: StaffUserId,
) -> Result<impl Fn(NotificationKind) -> bool> {
    #[derive(FromQueryResult)]
    struct Silent {
        kind: String,
    }
    let sql = "select kind from notification_rule where organization_id = $1 and not in_app \
               union all select kind from notification_preference \
               where organization_id = $1 and user_id = $2 and not in_app \
               union all select '*' from organization where id = $1 and not notify_staff_in_app";
    let rows: Vec<Silent> = tx.query(sql, [user.into()]).await?;
    Ok(move |kind: NotificationKind| {
        rows.iter()
            .any(|row| row.kind == "*" || row.kind == kind.as_str())
    })
}
