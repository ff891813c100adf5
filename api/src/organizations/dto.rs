//! What the routes of the organization take and give.

use entity::{Instant, OrganizationId, records::Address};
use portico_domain::{
    colour::Colour, language::Language, money::Currency, portal_module::ModuleAccess,
    totals::RoundingScope,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use crate::http::{
    patch::{Patch, present},
    text::not_blank,
};

/// The organization.
#[derive(Clone, Serialize, ToSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own"
)]
pub struct Organization {
    pub id: OrganizationId,
    pub version: i64,
    #[schema(example = "Brightwater Studio")]
    pub name: String,
    /// The first part of the portal's address.
    #[schema(example = "brightwater-studio")]
    pub portal_name: String,
    /// Whether the portal is there at all.
    pub portal_enabled: bool,
    /// The portal's whole address.
    #[schema(example = "https://portico.example/brightwater-studio")]
    pub portal_url: String,
    pub address: Address,
    #[schema(required, example = "hello@brightwater.example")]
    pub email: Option<String>,
    #[schema(required, example = "+49 30 1234567")]
    pub phone: Option<String>,
    #[schema(required, example = "https://brightwater.example")]
    pub website: Option<String>,
    #[schema(required, example = "DE123456789")]
    pub tax_registration: Option<String>,
    pub base_currency: Currency,
    /// IANA name.
    #[schema(example = "Europe/Berlin")]
    pub time_zone: String,
    #[schema(minimum = 1, maximum = 12, example = 1)]
    pub fiscal_year_start_month: i32,
    #[schema(example = "dd MMM yyyy")]
    pub date_format: String,
    pub language: Language,
    #[schema(
        required,
        example = "https://portico.example/api/v1/public/portals/brightwater-studio/logo?v=1"
    )]
    pub logo_url: Option<String>,
    #[schema(example = "#0b7285")]
    pub accent_colour: String,
    /// What is readable on the accent colour: white or black.
    #[schema(example = "#ffffff")]
    pub accent_text_colour: String,
    /// Shown on the portal's home.
    #[schema(required)]
    pub banner_message: Option<String>,
    /// Whether drafts have numbers already.
    pub number_drafts: bool,
    pub rounding: RoundingScope,
    /// Whether totals are rounded to the whole unit.
    pub round_total: bool,
    /// Default of new invoices.
    pub prices_include_tax: bool,
    /// Default of new invoices.
    pub allow_partial_payments: bool,
    /// Default of new customers.
    #[schema(minimum = 0, maximum = 3650, example = 14)]
    pub payment_terms_days: i32,
    /// How to pay otherwise than online.
    #[schema(required)]
    pub payment_instructions: Option<String>,
    /// Default of new invoices.
    #[schema(required)]
    pub invoice_notes: Option<String>,
    /// Default of new invoices.
    #[schema(required)]
    pub invoice_terms: Option<String>,
    /// Whether staff must use an authenticator app.
    pub staff_mfa_required: bool,
    /// Whether people of the portal must use an authenticator app.
    pub portal_mfa_required: bool,
    /// Whether a payment that the gateway is still processing keeps the customer from starting another one.
    pub block_when_pending: bool,
    /// Whether people of the portal change their own and their company's details.
    pub allow_edit_details: bool,
    /// Whether the portal takes one payment for several invoices.
    pub allow_bulk_payment: bool,
    /// Whether a customer created with an e-mail address is invited to the portal at once.
    pub auto_invite_new_customers: bool,
    /// Whether people sign up to the portal by themselves: whom staff have entered comes in, others wait for staff.
    pub allow_signup: bool,
    /// Whether whoever opens a payment link must first enter a code, mailed to the customer's primary contact person.
    pub verify_public_links: bool,
    /// What people of the portal may do, each module once; it can be narrowed for a person.
    pub portal_modules: Vec<ModuleAccess>,
    pub created_at: Instant,
}

/// A change of the organization.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateOrganization {
    /// 1 to 200 characters.
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 200), custom(function = "not_blank"))]
    #[schema(
        nullable = false,
        min_length = 1,
        max_length = 200,
        example = "Brightwater Studio"
    )]
    pub name: Option<String>,
    /// 3 to 50 lower-case letters, digits and single hyphens. Changing it moves the portal at once: every
    /// portal session and open invitation ends, and everybody with access must be invited again.
    #[serde(deserialize_with = "present")]
    #[schema(
        nullable = false,
        min_length = 3,
        max_length = 50,
        example = "brightwater"
    )]
    pub portal_name: Option<String>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub portal_enabled: Option<bool>,
    /// Staff without an authenticator app must set one up before anything else.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub staff_mfa_required: Option<bool>,
    /// The same for people of the portal.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub portal_mfa_required: Option<bool>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub block_when_pending: Option<bool>,
    /// Off: the portal shows details, and only staff change them.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub allow_edit_details: Option<bool>,
    /// Off: each invoice is paid on its own.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub allow_bulk_payment: Option<bool>,
    /// Does not concern customers that are imported.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub auto_invite_new_customers: Option<bool>,
    /// On: the portal's sign-in page and payment links offer to sign up.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub allow_signup: Option<bool>,
    /// On: a payment link shows nothing before a code is entered that was mailed to the customer's primary contact
    /// person.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub verify_public_links: Option<bool>,
    /// Replaced whole; a module that is not named gets its default. Whoever may do anything in a module must be
    /// able to view it.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub portal_modules: Option<Vec<ModuleAccess>>,
    /// Replaced whole.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub address: Option<Address>,
    #[validate(email, length(max = 100))]
    #[schema(value_type = Option<String>, max_length = 100, example = "hello@brightwater.example")]
    pub email: Patch<String>,
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub phone: Patch<String>,
    /// With `https://` or `http://`.
    #[validate(length(max = 255))]
    #[schema(value_type = Option<String>, max_length = 255, example = "https://brightwater.example")]
    pub website: Patch<String>,
    #[validate(length(max = 100))]
    #[schema(value_type = Option<String>, max_length = 100, example = "DE123456789")]
    pub tax_registration: Patch<String>,
    /// Cannot change once there are invoices or payments.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub base_currency: Option<Currency>,
    /// IANA name.
    #[serde(deserialize_with = "present")]
    #[validate(custom(function = "is_time_zone"))]
    #[schema(nullable = false, example = "Europe/Berlin")]
    pub time_zone: Option<String>,
    #[serde(deserialize_with = "present")]
    #[validate(range(min = 1, max = 12))]
    #[schema(nullable = false, minimum = 1, maximum = 12, example = 4)]
    pub fiscal_year_start_month: Option<i32>,
    /// Made of `d`, `M` and `y` in either case, with blanks, dots, slashes, commas or hyphens between.
    #[serde(deserialize_with = "present")]
    #[validate(custom(function = "is_date_format"))]
    #[schema(nullable = false, max_length = 20, example = "DD.MM.YYYY")]
    pub date_format: Option<String>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub language: Option<Language>,
    /// Must stand out from white, by a contrast of 3 to 1.
    #[serde(deserialize_with = "present")]
    #[validate(custom(function = "is_visible"))]
    #[schema(nullable = false, value_type = Option<String>, pattern = "^#[0-9a-fA-F]{6}$", example = "#0b7285")]
    pub accent_colour: Option<Colour>,
    /// At most 5,000 characters.
    #[validate(length(max = 5000))]
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub banner_message: Patch<String>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub number_drafts: Option<bool>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub rounding: Option<RoundingScope>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub round_total: Option<bool>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub prices_include_tax: Option<bool>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub allow_partial_payments: Option<bool>,
    #[serde(deserialize_with = "present")]
    #[validate(range(min = 0, max = 3650))]
    #[schema(nullable = false, minimum = 0, maximum = 3650, example = 30)]
    pub payment_terms_days: Option<i32>,
    /// At most 5,000 characters.
    #[validate(length(max = 5000))]
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub payment_instructions: Patch<String>,
    /// At most 5,000 characters.
    #[validate(length(max = 5000))]
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub invoice_notes: Patch<String>,
    /// At most 10,000 characters.
    #[validate(length(max = 10_000))]
    #[schema(value_type = Option<String>, max_length = 10_000)]
    pub invoice_terms: Patch<String>,
}

/// A logo.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes a form; `http::upload` reads it")]
pub struct UploadLogo {
    /// PNG, JPEG, WebP or SVG, at most 1 MB.
    #[schema(value_type = String, format = Binary)]
    pub file: Vec<u8>,
}

fn is_time_zone(name: &str) -> Result<(), ValidationError> {
    let known = name.parse::<chrono_tz::Tz>().is_ok();
    refuse_unless(
        known,
        "unknown",
        "must be a name of the IANA time zone database",
    )
}

fn is_date_format(format: &str) -> Result<(), ValidationError> {
    let parts = format.to_lowercase();
    let whole = ['d', 'm', 'y'].iter().all(|part| parts.contains(*part));
    let plain = parts.chars().all(|c| "dmy .,/-".contains(c));
    let fits = whole && plain && format.len() <= 20;
    refuse_unless(
        fits,
        "invalid",
        "must be made of d, M and y, at most 20 characters",
    )
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the validator passes references"
)]
fn is_visible(colour: &Colour) -> Result<(), ValidationError> {
    let fits = portico_domain::colour::is_visible_on_white(*colour);
    refuse_unless(
        fits,
        "contrast",
        "must stand out from white, by 3 to 1 at least",
    )
}

fn refuse_unless(
    fits: bool,
    code: &'static str,
    detail: &'static str,
) -> Result<(), ValidationError> {
    if fits {
        Ok(())
    } else {
        Err(ValidationError::new(code).with_message(detail.into()))
    }
}
