//! What the routes of one's own details take and give. Nothing here concerns taxes: staff keep those.

use entity::{ContactPersonId, CustomerId, contact_person, customer, records::Address};
use portico_domain::customer::CustomerKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::{
    Patch,
    patch::present,
    text::{not_blank, tidy},
};

/// The person who is signed in.
#[derive(Serialize, ToSchema)]
pub struct PortalProfile {
    pub id: ContactPersonId,
    /// For `If-Match`.
    #[schema(example = 3)]
    pub version: i64,
    #[schema(required, example = "Ms")]
    pub salutation: Option<String>,
    #[schema(example = "Maja")]
    pub first_name: String,
    #[schema(example = "Lindqvist")]
    pub last_name: String,
    /// With which the person signs in.
    #[schema(example = "maja@lindqvist.example")]
    pub email: String,
    /// An address that waits to be verified.
    #[schema(required, example = "maja.lindqvist@lindqvist.example")]
    pub pending_email: Option<String>,
    #[schema(required, example = "+46 8 123 456")]
    pub phone: Option<String>,
    #[schema(required, example = "Head of finance")]
    pub designation: Option<String>,
    #[schema(required, example = "Finance")]
    pub department: Option<String>,
    /// `edit`, or nothing.
    #[schema(example = json!(["edit"]))]
    pub allowed_actions: Vec<&'static str>,
}

/// A change of one's own details. What is absent stays as it is; the e-mail address has an operation of its own.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ChangePortalProfile {
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50, example = "Ms")]
    pub salutation: Patch<String>,
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 100), custom(function = "not_blank"))]
    #[schema(nullable = false, min_length = 1, max_length = 100, example = "Maja")]
    pub first_name: Option<String>,
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 100))]
    #[schema(nullable = false, max_length = 100, example = "Lindqvist")]
    pub last_name: Option<String>,
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50, example = "+46 8 123 456")]
    pub phone: Patch<String>,
    #[validate(length(max = 100))]
    #[schema(value_type = Option<String>, max_length = 100, example = "Head of finance")]
    pub designation: Patch<String>,
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50, example = "Finance")]
    pub department: Patch<String>,
}

impl ChangePortalProfile {
    pub(super) fn apply(self, row: &mut contact_person::Model) {
        let optional = [
            (&mut row.salutation, self.salutation),
            (&mut row.phone, self.phone),
            (&mut row.designation, self.designation),
            (&mut row.department, self.department),
        ];
        for (field, patch) in optional {
            set_text(field, patch);
        }
        if let Some(name) = self.first_name {
            name.trim().clone_into(&mut row.first_name);
        }
        if let Some(name) = self.last_name {
            name.trim().clone_into(&mut row.last_name);
        }
    }
}

/// The customer that the session acts for.
#[derive(Serialize, ToSchema)]
pub struct PortalCompany {
    pub id: CustomerId,
    /// For `If-Match`.
    #[schema(example = 3)]
    pub version: i64,
    pub kind: CustomerKind,
    /// What the organization calls the customer.
    #[schema(example = "Lindqvist Interiors")]
    pub display_name: String,
    #[schema(required, example = "Lindqvist Interiors AB")]
    pub company_name: Option<String>,
    #[schema(required, example = "+46 8 123 000")]
    pub company_phone: Option<String>,
    #[schema(required, example = "https://lindqvist.example")]
    pub website: Option<String>,
    /// Staff change it.
    #[schema(required, example = "SE556677889901")]
    pub tax_id: Option<String>,
    pub billing_address: Address,
    pub shipping_address: Address,
    /// `edit`, or nothing.
    #[schema(example = json!(["edit"]))]
    pub allowed_actions: Vec<&'static str>,
}

impl PortalCompany {
    pub(super) fn new(row: customer::Model, allowed_actions: Vec<&'static str>) -> Self {
        Self {
            id: row.id,
            version: row.version,
            kind: row.kind.0,
            display_name: row.display_name,
            company_name: row.company_name,
            company_phone: row.company_phone,
            website: row.website,
            tax_id: row.tax_id,
            billing_address: row.billing_address.0,
            shipping_address: row.shipping_address.0,
            allowed_actions,
        }
    }
}

/// A change of the company's details. What is absent stays as it is.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ChangePortalCompany {
    #[validate(length(max = 200))]
    #[schema(value_type = Option<String>, max_length = 200, example = "Lindqvist Interiors AB")]
    pub company_name: Patch<String>,
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50, example = "+46 8 123 000")]
    pub company_phone: Patch<String>,
    /// With `https://` or `http://`.
    #[validate(length(max = 255))]
    #[schema(value_type = Option<String>, max_length = 255, example = "https://lindqvist.example")]
    pub website: Patch<String>,
    /// Replaces the whole address. Invoices that were issued keep theirs.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub billing_address: Option<Address>,
    /// Replaces the whole address.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub shipping_address: Option<Address>,
}

impl ChangePortalCompany {
    pub(super) fn apply(self, row: &mut customer::Model) {
        set_text(&mut row.company_name, self.company_name);
        set_text(&mut row.company_phone, self.company_phone);
        set_text(&mut row.website, self.website);
        if let Some(address) = self.billing_address {
            row.billing_address.0 = address;
        }
        if let Some(address) = self.shipping_address {
            row.shipping_address.0 = address;
        }
    }
}

fn set_text(field: &mut Option<String>, patch: Patch<String>) {
    if let Some(text) = patch.change() {
        *field = tidy(text);
    }
}

/// A contact person of the customer, as the others see them.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PortalContact {
    pub id: ContactPersonId,
    #[schema(example = "Maja")]
    pub first_name: String,
    #[schema(example = "Lindqvist")]
    pub last_name: String,
    #[schema(required, example = "maja@lindqvist.example")]
    pub email: Option<String>,
    #[schema(required, example = "+46 8 123 456")]
    pub phone: Option<String>,
    #[schema(required, example = "Head of finance")]
    pub designation: Option<String>,
    #[schema(required, example = "Finance")]
    pub department: Option<String>,
    /// Mails to the customer go to this person.
    pub is_primary: bool,
    /// Whether it is the person who asks.
    pub is_me: bool,
}

impl PortalContact {
    /// A contact person as `me` sees them.
    #[must_use]
    pub fn new(row: contact_person::Model, me: ContactPersonId) -> Self {
        Self {
            is_me: row.id == me,
            id: row.id,
            first_name: row.first_name,
            last_name: row.last_name,
            email: row.email,
            phone: row.phone,
            designation: row.designation,
            department: row.department,
            is_primary: row.is_primary,
        }
    }
}
