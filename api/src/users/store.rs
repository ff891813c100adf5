//! The tables of members and of staff users.

use std::collections::HashMap;

use entity::{MembershipId, StaffUserId, Text, membership, staff_user};
use portico_domain::{access::MembershipStatus, permission::Role};
use sea_orm::{
    ColumnTrait, Condition, NotSet, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _, Func, LikeExpr},
};
use uuid::Uuid;

use super::dto::Member;
use crate::{
    db::{Key, OrgScope, Page, SortKey, Sortable, Tx, contains},
    error::{Code, Error, Result},
    list_query,
};

list_query! {
    /// Which members.
    pub struct MemberQuery {
        /// Those whose name or e-mail address contains this.
        #[param(example = "holm")]
        pub q: String,
    }
}

impl Sortable for membership::Entity {
    const SORTS: &'static [SortKey<Self>] = &[
        SortKey {
            name: "name",
            column: membership::Column::Name,
            key: |row| Key::Text(row.name.clone()),
        },
        SortKey {
            name: "created_at",
            column: membership::Column::Id,
            key: |row| Key::Id(row.id.0),
        },
    ];
    const DEFAULT_DESCENDING: bool = false;
    const ID: Self::Column = membership::Column::Id;
    fn id(row: &membership::Model) -> Uuid {
        row.id.0
    }
}

/// A page of members.
pub async fn list(tx: &Tx<OrgScope>, query: &MemberQuery) -> Result<Page<Member>> {
    let page = tx
        .select::<membership::Entity>()
        .filter_option(query.q.as_deref().map(found_by))
        .page(&query.page())
        .await?;
    Ok(Page {
        rows: shown(tx, page.rows).await?,
        next_cursor: page.next_cursor,
        total: page.total,
    })
}

/// Addresses are kept in lower case, names are not.
fn found_by(q: &str) -> Condition {
    let word = q.trim().to_lowercase();
    let word = word
        .replace('\\', r"\\")
        .replace('%', r"\%")
        .replace('_', r"\_");
    let name = Expr::expr(Func::lower(Expr::col(membership::Column::Name)));
    Condition::any()
        .add(contains(membership::Column::Email, q))
        .add(name.like(LikeExpr::new(format!("%{word}%")).escape('\\')))
}

/// A member.
pub async fn get(tx: &Tx<OrgScope>, id: MembershipId) -> Result<Member> {
    let row = tx
        .select::<membership::Entity>()
        .filter(membership::Column::Id.eq(id))
        .one()
        .await?;
    let mut members = shown(tx, row.into_iter().collect()).await?;
    members.pop().ok_or_else(Error::not_found)
}

/// Keeps a new member.
pub async fn insert(tx: &Tx<OrgScope>, member: &Member) -> Result<()> {
    tx.insert(row(member)).await.map_err(email_taken)?;
    Ok(())
}

/// Keeps a changed member.
pub async fn update(tx: &Tx<OrgScope>, member: &Member) -> Result<()> {
    tx.update(row(member)).await?;
    Ok(())
}

/// Whether somebody else is an owner who works here.
pub async fn has_other_owner(tx: &Tx<OrgScope>, id: MembershipId) -> Result<bool> {
    let others = tx
        .select::<membership::Entity>()
        .filter(membership::Column::Role.eq(Role::Owner.as_str()))
        .filter(membership::Column::Status.eq(MembershipStatus::Active.as_str()))
        .filter(membership::Column::Id.ne(id))
        .count()
        .await?;
    Ok(others > 0)
}

/// Makes an account.
pub async fn insert_user(
    tx: &Tx<OrgScope>,
    email: &str,
    name: &str,
    password_hash: String,
) -> Result<StaffUserId> {
    let user = staff_user::ActiveModel {
        id: Set(StaffUserId(tx.new_uuid())),
        email: Set(email.to_owned()),
        name: Set(name.to_owned()),
        password_hash: Set(password_hash),
        last_sign_in_at: Set(Some(tx.now())),
        created_at: Set(tx.now()),
    };
    let user = tx.global().insert(user).await.map_err(email_taken)?;
    Ok(user.id)
}

async fn shown(tx: &Tx<OrgScope>, rows: Vec<membership::Model>) -> Result<Vec<Member>> {
    let ids: Vec<StaffUserId> = rows.iter().filter_map(|row| row.user_id).collect();
    let users = tx
        .global()
        .find::<staff_user::Entity>()
        .with(|query| query.filter(staff_user::Column::Id.is_in(ids)))
        .all()
        .await?;
    let last: HashMap<_, _> = users
        .into_iter()
        .filter_map(|user| Some((user.id, user.last_sign_in_at?)))
        .collect();
    let show = |row: membership::Model| Member {
        id: row.id,
        user_id: row.user_id,
        name: row.name,
        email: row.email,
        role: row.role.0,
        status: row.status.0,
        invited_at: row.invited_at,
        last_sign_in_at: row.user_id.and_then(|user| last.get(&user).copied()),
        created_at: row.created_at,
    };
    Ok(rows.into_iter().map(show).collect())
}

fn row(member: &Member) -> membership::ActiveModel {
    membership::ActiveModel {
        id: Set(member.id),
        organization_id: NotSet,
        user_id: Set(member.user_id),
        email: Set(member.email.clone()),
        name: Set(member.name.clone()),
        role: Set(Text(member.role)),
        status: Set(Text(member.status)),
        invited_at: Set(member.invited_at),
        created_at: Set(member.created_at),
    }
}

/// The unique index of either table beside its key is the address.
fn email_taken(error: sea_orm::DbErr) -> Error {
    match Error::from(error) {
        error if error.code() == Code::Conflict => Code::EmailTaken.into(),
        error => error,
    }
}
