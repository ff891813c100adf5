//! The table of saved views.

use entity::{Doc, SavedViewId, StaffUserId, membership, saved_view};
use portico_domain::{permission::Role, saved_view::FilteredPage};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::dto::SavedView;
use crate::{
    db::{Key, OrgScope, Page, SortKey, Sortable, Tx},
    error::{Code, Error, FieldError, Result},
    list_query,
};

list_query! {
    /// Which views.
    pub struct SavedViewQuery {
        /// Of one list.
        #[param(value_type = Option<String>, example = "invoices")]
        pub list: FilteredPage,
    }
}

impl Sortable for saved_view::Entity {
    const SORTS: &'static [SortKey<Self>] = &[SortKey {
        name: "name",
        column: saved_view::Column::Name,
        key: |row| Key::Text(row.name.clone()),
    }];
    const DEFAULT_DESCENDING: bool = false;
    const ID: Self::Column = saved_view::Column::Id;
    fn id(row: &saved_view::Model) -> Uuid {
        row.id.0
    }
}

/// What exists for a member: their own views, and the shared ones.
fn visible_to(user: StaffUserId) -> Condition {
    Condition::any()
        .add(saved_view::Column::UserId.eq(user))
        .add(saved_view::Column::Shared.eq(true))
}

fn shown(row: saved_view::Model, user: StaffUserId) -> Result<SavedView> {
    Ok(SavedView {
        id: row.id,
        list: row.list.parse().map_err(Error::internal)?,
        name: row.name,
        filters: row.filters.0,
        shared: row.shared,
        own: row.user_id == user,
        created_at: row.created_at,
    })
}

/// A page of the views of the lists that a role may see.
pub async fn list(
    tx: &Tx<OrgScope>,
    user: StaffUserId,
    role: Role,
    query: &SavedViewQuery,
) -> Result<Page<SavedView>> {
    let lists = FilteredPage::ALL
        .iter()
        .filter(|list| query.list.is_none_or(|wanted| wanted == **list))
        .filter(|list| role.may(list.permission()))
        .map(|list| list.as_str());
    let page = tx
        .select::<saved_view::Entity>()
        .filter(saved_view::Column::List.is_in(lists))
        .filter(visible_to(user))
        .page(&query.page())
        .await?;
    let rows = page.rows.into_iter().map(|row| shown(row, user));
    Ok(Page {
        rows: rows.collect::<Result<_>>()?,
        next_cursor: page.next_cursor,
        total: page.total,
    })
}

/// A view, if it exists for this member.
pub async fn get(tx: &Tx<OrgScope>, user: StaffUserId, id: SavedViewId) -> Result<SavedView> {
    let row = tx
        .select::<saved_view::Entity>()
        .filter(saved_view::Column::Id.eq(id))
        .filter(visible_to(user))
        .one()
        .await?
        .ok_or_else(Error::not_found)?;
    shown(row, user)
}

/// Lets a member's changes queue.
pub async fn lock_member(tx: &Tx<OrgScope>, user: StaffUserId) -> Result<()> {
    tx.select::<membership::Entity>()
        .filter(membership::Column::UserId.eq(user))
        .for_update()
        .one()
        .await?;
    Ok(())
}

/// How many views a member keeps.
pub async fn count_own(tx: &Tx<OrgScope>, user: StaffUserId) -> Result<u64> {
    let own = tx.select::<saved_view::Entity>();
    Ok(own
        .filter(saved_view::Column::UserId.eq(user))
        .count()
        .await?)
}

/// Keeps a new view.
pub async fn insert(tx: &Tx<OrgScope>, user: StaffUserId, view: &SavedView) -> Result<()> {
    let row = saved_view::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(view.id),
        user_id: Set(user),
        list: Set(view.list.to_string()),
        name: Set(view.name.clone()),
        filters: Set(Doc(view.filters.clone())),
        shared: Set(view.shared),
        created_at: Set(view.created_at),
    };
    tx.insert(row).await.map_err(name_taken)?;
    Ok(())
}

/// Keeps a changed view.
pub async fn update(tx: &Tx<OrgScope>, view: &SavedView) -> Result<()> {
    let row = saved_view::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(view.id),
        name: Set(view.name.clone()),
        filters: Set(Doc(view.filters.clone())),
        shared: Set(view.shared),
        ..Default::default()
    };
    tx.update(row).await.map_err(name_taken)?;
    Ok(())
}

/// Forgets a view.
pub async fn delete(tx: &Tx<OrgScope>, id: SavedViewId) -> Result<()> {
    tx.delete_where::<saved_view::Entity>(saved_view::Column::Id.eq(id))
        .await?;
    Ok(())
}

fn name_taken(error: sea_orm::DbErr) -> Error {
    let error = Error::from(error);
    if error.code() != Code::Conflict {
        return error;
    }
    let field = FieldError {
        pointer: "/name".to_owned(),
        code: "taken".into(),
        detail: "is the name of another view of yours".into(),
    };
    Error::coded_field(Code::Conflict, field)
}
