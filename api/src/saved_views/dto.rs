//! What the routes of saved views take and give.

use std::collections::BTreeMap;

use entity::{Instant, SavedViewId};
use portico_domain::saved_view::FilteredPage;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::{patch::present, text::not_blank};

/// Filters by their names in the list's query.
pub type Filters = BTreeMap<String, String>;

/// Filters of a list under a name.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedView {
    pub id: SavedViewId,
    pub list: FilteredPage,
    #[schema(example = "Overdue in euros")]
    pub name: String,
    /// The list's query parameters, without paging.
    #[schema(example = json!({ "status": "overdue", "currency": "EUR" }))]
    pub filters: Filters,
    /// Whether every member of the organization sees it.
    pub shared: bool,
    /// Whether it is the caller's, who alone may change it.
    pub own: bool,
    pub created_at: Instant,
}

/// A view to be kept.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateSavedView {
    pub list: FilteredPage,
    /// 1 to 100 characters; each of the caller's views of a list has its own.
    #[validate(length(max = 100), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 100, example = "Overdue in euros")]
    pub name: String,
    /// The list's query parameters, without `limit`, `cursor` and `include_total`.
    #[schema(example = json!({ "status": "overdue", "currency": "EUR" }))]
    pub filters: Filters,
    /// Whether every member of the organization sees it; false if not given.
    #[serde(default)]
    pub shared: bool,
}

/// A change of a view.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateSavedView {
    /// 1 to 100 characters.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 100), custom(function = "not_blank"))]
    #[schema(
        nullable = false,
        min_length = 1,
        max_length = 100,
        example = "Overdue"
    )]
    pub name: Option<String>,
    /// Replaced whole.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false, example = json!({ "status": "overdue" }))]
    pub filters: Option<Filters>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub shared: Option<bool>,
}
