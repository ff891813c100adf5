//! What the routes of signing up take and give.

use std::collections::HashMap;

use entity::{CustomerId, Instant, PortalSignUpId, portal_sign_up};
use portico_domain::portal_access::{SignUpOutcome, SignUpStatus};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::{customers::CustomerRef, http::text::not_blank};

/// Who wants to sign up.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestPortalSignUp {
    #[validate(email, length(max = 100))]
    #[schema(max_length = 100, example = "maja@lindqvist.example")]
    pub email: String,
}

/// What the link of the mail leads to.
#[derive(Serialize, ToSchema)]
pub struct PortalSignUpLink {
    #[schema(example = "Brightwater Studio")]
    pub organization_name: String,
    /// The address that the link verifies; the user name.
    #[schema(example = "maja@lindqvist.example")]
    pub email: String,
    /// Whether the person comes in at once, or asks staff.
    pub outcome: SignUpOutcome,
    /// The first of the customers where the person comes in; null for somebody who asks.
    #[schema(required, example = "Lindqvist Interiors")]
    pub customer_name: Option<String>,
    /// Empty if it is not known.
    #[schema(example = "Maja")]
    pub first_name: String,
    /// Whether the address has a password in this portal already: then that one is asked for.
    pub identity_exists: bool,
    pub expires_at: Instant,
}

/// Comes in.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinPortal {
    /// The one to use from now on, 8 to 128 characters, not easily guessed; or the present one, if the address has one.
    #[validate(length(max = 128))]
    #[schema(max_length = 128, example = "violet-harbour-29-lantern")]
    pub password: String,
    /// Of the authenticator app, if the address has a password and uses one.
    #[validate(length(max = 20))]
    #[schema(max_length = 20, example = "492039")]
    pub code: Option<String>,
}

/// Asks to be let in, as staff read it.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskForPortalAccess {
    #[validate(length(max = 100), custom(function = not_blank))]
    #[schema(min_length = 1, max_length = 100, example = "Maja")]
    pub first_name: String,
    #[validate(length(max = 100), custom(function = not_blank))]
    #[schema(min_length = 1, max_length = 100, example = "Lindqvist")]
    pub last_name: String,
    #[validate(length(max = 200))]
    #[schema(max_length = 200, example = "Lindqvist Interiors")]
    pub company_name: Option<String>,
    /// What staff should know.
    #[validate(length(max = 500))]
    #[schema(max_length = 500, example = "I keep the books since March.")]
    pub message: Option<String>,
}

/// Somebody who asked to be let in, with a verified address.
#[derive(Serialize, ToSchema)]
pub struct PortalSignUp {
    pub id: PortalSignUpId,
    pub status: SignUpStatus,
    #[schema(example = "maja@lindqvist.example")]
    pub email: String,
    #[schema(example = "Maja")]
    pub first_name: String,
    #[schema(example = "Lindqvist")]
    pub last_name: String,
    #[schema(required, example = "Lindqvist Interiors")]
    pub company_name: Option<String>,
    #[schema(required)]
    pub message: Option<String>,
    /// Where the person was invited; null while nobody has approved.
    #[schema(required)]
    pub customer: Option<CustomerRef>,
    pub created_at: Instant,
    #[schema(required)]
    pub decided_at: Option<Instant>,
    /// The member of staff; the address itself where its owner came in by another way.
    #[schema(required, example = "Ada Holm")]
    pub decided_by: Option<String>,
}

impl PortalSignUp {
    /// A row as staff see it.
    pub fn new(row: portal_sign_up::Model, names: &HashMap<CustomerId, String>) -> Self {
        Self {
            id: row.id,
            status: row.status.0,
            email: row.email,
            first_name: row.first_name,
            last_name: row.last_name,
            company_name: row.company_name,
            message: row.message,
            customer: row.customer_id.map(|id| CustomerRef {
                id,
                name: names.get(&id).cloned().unwrap_or_default(),
            }),
            created_at: row.created_at,
            decided_at: row.decided_at,
            decided_by: row.decided_by,
        }
    }
}

/// Where somebody is let in.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprovePortalSignUp {
    /// A customer in use, which gets another contact person. Not given: a new customer, by the company's name or the
    /// person's.
    #[serde(default)]
    pub customer_id: Option<CustomerId>,
}
