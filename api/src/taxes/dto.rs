//! What the routes of taxes take and give.

use entity::{Instant, TaxAuthorityId, TaxExemptionId, TaxGroupId, TaxId};
use portico_domain::{customer::ExemptionKind, decimal::Decimal, tax::MAX_RATE};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use crate::http::{
    patch::{Patch, present},
    text::not_blank,
};

/// A tax.
#[derive(Clone, Serialize, ToSchema)]
pub struct Tax {
    pub id: TaxId,
    pub version: i64,
    /// What it is called on a document.
    #[schema(example = "VAT 19 %")]
    pub name: String,
    /// Percent.
    #[schema(example = "19")]
    pub rate: Decimal,
    /// Whether it is taken on the net and the simple taxes together.
    pub compound: bool,
    #[schema(required)]
    pub authority_id: Option<TaxAuthorityId>,
    /// Whether new lines bear it. At most one tax is the default.
    pub is_default: bool,
    /// Whether it is offered for new lines.
    pub active: bool,
    pub created_at: Instant,
}

/// A new tax.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTax {
    /// 1 to 200 characters.
    #[validate(length(max = 200), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 200, example = "VAT 19 %")]
    pub name: String,
    /// Percent, 0 to 1,000.
    #[validate(custom(function = "within_limits"))]
    #[schema(example = "19")]
    pub rate: Decimal,
    /// Whether it is taken on the net and the simple taxes together.
    #[serde(default)]
    pub compound: bool,
    pub authority_id: Option<TaxAuthorityId>,
    /// Whether new lines bear it, instead of the present default.
    #[serde(default)]
    pub is_default: bool,
    /// Whether it is offered for new lines; true if not given.
    #[serde(default = "yes")]
    #[schema(default = true)]
    pub active: bool,
}

/// A change of a tax. Documents that bear it keep it as it was.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateTax {
    /// 1 to 200 characters.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 200), custom(function = "not_blank"))]
    #[schema(
        nullable = false,
        min_length = 1,
        max_length = 200,
        example = "VAT 20 %"
    )]
    pub name: Option<String>,
    /// Percent, 0 to 1,000.
    #[serde(deserialize_with = "present")]
    #[validate(custom(function = "within_limits"))]
    #[schema(nullable = false, example = "20")]
    pub rate: Option<Decimal>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub compound: Option<bool>,
    #[schema(value_type = Option<TaxAuthorityId>)]
    pub authority_id: Patch<TaxAuthorityId>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub is_default: Option<bool>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub active: Option<bool>,
}

/// Taxes that are borne together.
#[derive(Clone, Serialize, ToSchema)]
pub struct TaxGroup {
    pub id: TaxGroupId,
    pub version: i64,
    #[schema(example = "GST + PST")]
    pub name: String,
    pub tax_ids: Vec<TaxId>,
    /// The sum of the rates, for display: percent. A compound tax comes to more.
    #[schema(example = "12")]
    pub rate: Decimal,
    /// Whether it is offered for new lines.
    pub active: bool,
}

/// A new group of taxes.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTaxGroup {
    /// 1 to 200 characters.
    #[validate(length(max = 200), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 200, example = "GST + PST")]
    pub name: String,
    /// 1 to 10 different taxes.
    #[validate(length(min = 1, max = 10, message = "must name 1 to 10 taxes"))]
    #[schema(min_items = 1, max_items = 10)]
    pub tax_ids: Vec<TaxId>,
    /// Whether it is offered for new lines; true if not given.
    #[serde(default = "yes")]
    #[schema(default = true)]
    pub active: bool,
}

/// A change of a group of taxes. Documents that bear it keep it as it was.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateTaxGroup {
    /// 1 to 200 characters.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 200), custom(function = "not_blank"))]
    #[schema(
        nullable = false,
        min_length = 1,
        max_length = 200,
        example = "GST + PST"
    )]
    pub name: Option<String>,
    /// 1 to 10 different taxes.
    #[serde(deserialize_with = "present")]
    #[validate(length(min = 1, max = 10, message = "must name 1 to 10 taxes"))]
    #[schema(nullable = false, min_items = 1, max_items = 10)]
    pub tax_ids: Option<Vec<TaxId>>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub active: Option<bool>,
}

/// Whom taxes are owed to.
#[derive(Clone, Serialize, ToSchema)]
pub struct TaxAuthority {
    pub id: TaxAuthorityId,
    #[schema(example = "Finanzamt Berlin")]
    pub name: String,
    /// Under which number the organization is known there.
    #[schema(required, example = "27/123/45678")]
    pub registration_number: Option<String>,
}

/// A new tax authority.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTaxAuthority {
    /// 1 to 200 characters.
    #[validate(length(max = 200), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 200, example = "Finanzamt Berlin")]
    pub name: String,
    /// At most 100 characters.
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "27/123/45678")]
    pub registration_number: Option<String>,
}

/// A change of a tax authority.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateTaxAuthority {
    /// 1 to 200 characters.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 200), custom(function = "not_blank"))]
    #[schema(nullable = false, min_length = 1, max_length = 200)]
    pub name: Option<String>,
    /// At most 100 characters.
    #[validate(length(max = 100))]
    #[schema(value_type = Option<String>, max_length = 100, example = "27/123/45678")]
    pub registration_number: Patch<String>,
}

/// A reason why no tax is charged.
#[derive(Clone, Serialize, ToSchema)]
pub struct TaxExemption {
    pub id: TaxExemptionId,
    /// How documents name it.
    #[schema(example = "VATEX-EU-IC")]
    pub code: String,
    #[schema(required, example = "Intra-community supply")]
    pub description: Option<String>,
    pub kind: ExemptionKind,
}

/// A new reason for exemption.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTaxExemption {
    /// 1 to 100 characters.
    #[validate(length(max = 100), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 100, example = "VATEX-EU-IC")]
    pub code: String,
    /// At most 500 characters.
    #[validate(length(max = 500))]
    #[schema(max_length = 500, example = "Intra-community supply")]
    pub description: Option<String>,
    pub kind: ExemptionKind,
}

/// A change of a reason for exemption.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateTaxExemption {
    /// 1 to 100 characters.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 100), custom(function = "not_blank"))]
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    pub code: Option<String>,
    /// At most 500 characters.
    #[validate(length(max = 500))]
    #[schema(value_type = Option<String>, max_length = 500)]
    pub description: Patch<String>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub kind: Option<ExemptionKind>,
}

const fn yes() -> bool {
    true
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the validator passes references"
)]
fn within_limits(rate: &Decimal) -> Result<(), ValidationError> {
    if (Decimal::ZERO..=MAX_RATE).contains(rate) {
        Ok(())
    } else {
        Err(ValidationError::new("range").with_message("must be between 0 and 1000".into()))
    }
}
