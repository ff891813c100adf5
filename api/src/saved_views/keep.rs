//! Keeping, changing and forgetting a view.

use chrono::NaiveDate;
use entity::{SavedViewId, StaffUserId};
use portico_domain::{
    permission::Role,
    saved_view::{FilteredPage, VIEWS_OF_A_MEMBER},
};
use serde_json::json;

use super::{
    dto::{CreateSavedView, SavedView, UpdateSavedView},
    filters, store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
};

/// Whoever keeps views.
#[derive(Clone, Copy)]
pub struct Keeper {
    pub user: StaffUserId,
    pub role: Role,
}

impl Keeper {
    /// # Errors
    /// `forbidden` if this role does not see the list.
    pub fn may_see(self, list: FilteredPage) -> Result<()> {
        let permission = list.permission();
        if self.role.may(permission) {
            return Ok(());
        }
        Err(Error::new(Code::Forbidden)
            .with_detail(format!("it takes the permission {permission}")))
    }
}

/// Keeps a new view.
///
/// # Errors
/// `forbidden`; `unknown_parameter` and `validation_failed` for filters that the list refuses; `conflict` if the
/// name is taken, or there are too many.
pub async fn create(
    tx: &Tx<OrgScope>,
    keeper: Keeper,
    input: CreateSavedView,
    today: NaiveDate,
) -> Result<SavedViewId> {
    keeper.may_see(input.list)?;
    filters::check(tx, input.list, &input.filters, today).await?;
    // Two at once queue here, so that neither counts without the other.
    store::lock_member(tx, keeper.user).await?;
    if store::count_own(tx, keeper.user).await? >= VIEWS_OF_A_MEMBER {
        return Err(Error::new(Code::Conflict)
            .with_detail(format!("a member keeps at most {VIEWS_OF_A_MEMBER} views")));
    }
    let view = SavedView {
        id: SavedViewId(tx.new_uuid()),
        list: input.list,
        name: input.name.trim().to_owned(),
        filters: input.filters,
        shared: input.shared,
        own: true,
        created_at: tx.now(),
    };
    store::insert(tx, keeper.user, &view).await?;
    record(tx, "saved_view.created", &view).await?;
    Ok(view.id)
}

/// Changes a view of one's own.
///
/// # Errors
/// As [`create`]; `not_found` for others' private views, `forbidden` for their shared ones.
pub async fn update(
    tx: &Tx<OrgScope>,
    keeper: Keeper,
    id: SavedViewId,
    input: UpdateSavedView,
    today: NaiveDate,
) -> Result<SavedView> {
    let mut view = own(tx, keeper, id).await?;
    if let Some(name) = input.name {
        name.trim().clone_into(&mut view.name);
    }
    if let Some(filters) = input.filters {
        filters::check(tx, view.list, &filters, today).await?;
        view.filters = filters;
    }
    view.shared = input.shared.unwrap_or(view.shared);
    store::update(tx, &view).await?;
    record(tx, "saved_view.updated", &view).await?;
    Ok(view)
}

/// Forgets a view of one's own.
///
/// # Errors
/// As [`update`].
pub async fn delete(tx: &Tx<OrgScope>, keeper: Keeper, id: SavedViewId) -> Result<()> {
    let view = own(tx, keeper, id).await?;
    store::delete(tx, id).await?;
    record(tx, "saved_view.deleted", &view).await
}

async fn own(tx: &Tx<OrgScope>, keeper: Keeper, id: SavedViewId) -> Result<SavedView> {
    let view = store::get(tx, keeper.user, id).await?;
    keeper.may_see(view.list).map_err(|_| Error::not_found())?;
    if view.own {
        Ok(view)
    } else {
        Err(Error::new(Code::Forbidden).with_detail("it is somebody else's view"))
    }
}

async fn record(tx: &Tx<OrgScope>, action: &'static str, view: &SavedView) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: view.id.0,
        customer_id: None,
        data: json!({ "name": view.name, "list": view.list, "shared": view.shared }),
    };
    audit::record(tx, entry).await
}
