//! What the routes of items take and give.

use entity::{Instant, ItemId};
use portico_domain::{decimal::Decimal, money::Currency};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use crate::{
    http::{
        patch::{Patch, present},
        text::not_blank,
    },
    taxes::TaxRef,
};

/// Something that is sold.
#[derive(Clone, Serialize, ToSchema)]
pub struct Item {
    pub id: ItemId,
    pub version: i64,
    #[schema(example = "Consulting")]
    pub name: String,
    #[schema(required, example = "On site, per hour")]
    pub description: Option<String>,
    /// The organization's own article number.
    #[schema(required, example = "CONS-1")]
    pub sku: Option<String>,
    #[schema(required, example = "h")]
    pub unit: Option<String>,
    /// Price of one, in major units.
    #[schema(example = "95")]
    pub rate: Decimal,
    pub currency: Currency,
    /// The tax or tax group that a line with this item bears.
    #[schema(required)]
    pub tax_id: Option<TaxRef>,
    /// Whether it is offered for new lines.
    pub active: bool,
    pub created_at: Instant,
}

/// A new item.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateItem {
    /// 1 to 200 characters.
    #[validate(length(max = 200), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 200, example = "Consulting")]
    pub name: String,
    /// At most 2,000 characters.
    #[validate(length(max = 2000))]
    #[schema(max_length = 2000, example = "On site, per hour")]
    pub description: Option<String>,
    /// At most 100 characters; no two items share one.
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "CONS-1")]
    pub sku: Option<String>,
    /// At most 50 characters.
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "h")]
    pub unit: Option<String>,
    /// Price of one, in major units; not negative.
    #[validate(custom(function = "not_negative"))]
    #[schema(example = "95")]
    pub rate: Decimal,
    /// The organization's base currency if not given.
    pub currency: Option<Currency>,
    /// A tax or a tax group.
    pub tax_id: Option<TaxRef>,
    /// Whether it is offered for new lines; true if not given.
    pub active: Option<bool>,
}

/// A change of an item. Documents that bear it keep it as it was.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateItem {
    /// 1 to 200 characters.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 200), custom(function = "not_blank"))]
    #[schema(
        nullable = false,
        min_length = 1,
        max_length = 100,
        example = "Consulting"
    )]
    pub name: Option<String>,
    /// At most 2,000 characters.
    #[validate(length(max = 2000))]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub description: Patch<String>,
    /// At most 100 characters; no two items share one.
    #[validate(length(max = 100))]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub sku: Patch<String>,
    /// At most 50 characters.
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub unit: Patch<String>,
    /// Price of one, in major units; not negative.
    #[serde(deserialize_with = "present")]
    #[validate(custom(function = "not_negative"))]
    #[schema(nullable = false, example = "105")]
    pub rate: Option<Decimal>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub currency: Option<Currency>,
    /// A tax or a tax group.
    #[schema(value_type = Option<TaxRef>)]
    pub tax_id: Patch<TaxRef>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub active: Option<bool>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the validator passes references"
)]
fn not_negative(rate: &Decimal) -> Result<(), ValidationError> {
    if rate.is_negative() {
        Err(ValidationError::new("range").with_message("must not be negative".into()))
    } else {
        Ok(())
    }
}
