//! The audit trail as a list, the newest first.

use entity::{AuditEntryId, CustomerId, Instant, audit_entry};
use portico_domain::work::ActorKind;
use sea_orm::{ColumnTrait, sea_query::Expr};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    db::{Key, OrgScope, SortKey, Sortable, Tx},
    error::Result,
    http::Listing,
    list_query,
};

list_query! {
    /// Which part of a timeline.
    pub struct TimelineQuery {}
}

/// Something that was done.
#[derive(Serialize, ToSchema)]
pub struct TimelineEntry {
    pub id: AuditEntryId,
    pub at: Instant,
    /// What was done to what.
    #[schema(example = "invoice.sent")]
    pub action: String,
    pub actor: TimelineActor,
    /// What is worth knowing of it; depends on the action.
    #[schema(value_type = Object, example = json!({ "number": "INV-000001" }))]
    pub data: serde_json::Value,
}

/// Who did it.
#[derive(Serialize, ToSchema)]
pub struct TimelineActor {
    pub kind: ActorKind,
    #[schema(example = "Ada Holm")]
    pub name: Option<String>,
}

/// A page of a timeline.
pub type TimelineList = Listing<TimelineEntry>;

impl Sortable for audit_entry::Entity {
    const SORTS: &'static [SortKey<Self>] = &[SortKey {
        name: "at",
        column: audit_entry::Column::Id,
        key: |row| Key::Id(row.id.0),
    }];
    const DEFAULT_DESCENDING: bool = true;
    const ID: Self::Column = audit_entry::Column::Id;
    fn id(row: &audit_entry::Model) -> Uuid {
        row.id.0
    }
}

/// What was done to one thing.
///
/// # Errors
/// As every list.
pub async fn of_subject(
    tx: &Tx<OrgScope>,
    subject: Uuid,
    query: &TimelineQuery,
) -> Result<TimelineList> {
    list(tx, audit_entry::Column::SubjectId.eq(subject), query).await
}

/// What concerns one customer.
///
/// # Errors
/// As every list.
pub async fn of_customer(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    query: &TimelineQuery,
) -> Result<TimelineList> {
    list(tx, audit_entry::Column::CustomerId.eq(customer), query).await
}

async fn list(tx: &Tx<OrgScope>, condition: Expr, query: &TimelineQuery) -> Result<TimelineList> {
    let page = tx
        .select::<audit_entry::Entity>()
        .filter(condition)
        .page(&query.page())
        .await?;
    Ok(page.listing(|row| TimelineEntry {
        id: row.id,
        at: row.at,
        action: row.action,
        actor: TimelineActor {
            kind: row.actor_kind.0,
            name: row.actor_name,
        },
        data: row.data.0,
    }))
}
