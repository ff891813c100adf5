//! What the routes of number series take and give.

use portico_domain::numbering::DocumentType;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::patch::present;

/// Where a series stands.
#[derive(Clone, Serialize, ToSchema)]
pub struct NumberSeries {
    pub document_type: DocumentType,
    /// What every number begins with.
    #[schema(example = "INV-")]
    pub prefix: String,
    /// The place in the sequence that is given next.
    #[schema(minimum = 1, maximum = 999_999_999_999_999_i64, example = 42)]
    pub next_number: i64,
    /// Digits to which shorter numbers are filled up with zeros.
    #[schema(example = 6)]
    pub padding: u8,
    /// The number that is given next, whole.
    #[schema(example = "INV-000042")]
    pub preview: String,
}

/// Every series of the organization.
#[derive(Serialize, ToSchema)]
pub struct NumberSeriesList {
    pub data: Vec<NumberSeries>,
}

/// A change of a series. Numbers that were given stay.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateNumberSeries {
    /// At most 40 characters.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 40))]
    #[schema(nullable = false, max_length = 40, example = "2027-")]
    pub prefix: Option<String>,
    /// Above every number in use that begins with the prefix.
    #[serde(deserialize_with = "present")]
    #[validate(range(min = 1_i64, max = 999_999_999_999_999_i64))]
    #[schema(
        nullable = false,
        minimum = 1,
        maximum = 999_999_999_999_999_i64,
        example = 1000
    )]
    pub next_number: Option<i64>,
    /// At most 15.
    #[serde(deserialize_with = "present")]
    #[validate(range(max = 15_u8))]
    #[schema(nullable = false, minimum = 0, maximum = 15, example = 5)]
    pub padding: Option<u8>,
}
