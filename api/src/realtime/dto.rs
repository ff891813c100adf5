//! What is sent live.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::subject;

/// Something changed: fetch it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Hint {
    /// Known: `invoice`, `payment`, to staff also `notification`, `customer`, `item`; and `resync`: much has
    /// changed, or something was missed, so that everything shown should be fetched again.
    #[schema(example = "invoice")]
    pub kind: &'static str,
    /// What it is about; null with `resync`.
    #[schema(required, example = "inv_01k4000000e00800000000000001")]
    pub id: Option<String>,
}

impl Hint {
    /// Fetch everything again.
    pub const RESYNC: Self = Self {
        kind: "resync",
        id: None,
    };

    /// That one thing changed.
    #[must_use]
    pub fn of(kind: &'static str, id: Uuid) -> Self {
        Self {
            kind,
            id: Some(subject::wire_id(kind, id)),
        }
    }
}
