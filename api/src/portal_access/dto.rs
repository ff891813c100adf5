//! What the routes of portal access take and give.

use entity::Instant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// An invitation needs nothing but the person.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantPortalAccess {}

/// What an invitation's page shows.
#[derive(Serialize, ToSchema)]
pub struct PortalInvitation {
    #[schema(example = "Brightwater Studio")]
    pub organization_name: String,
    #[schema(example = "Lindqvist Interiors")]
    pub customer_name: String,
    /// The user name.
    #[schema(example = "maja@lindqvist.example")]
    pub email: String,
    #[schema(example = "Maja")]
    pub first_name: String,
    /// Whether the address has a password in this portal already: then that one is asked for.
    pub identity_exists: bool,
    pub expires_at: Instant,
}

/// Accepts an invitation.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptPortalInvitation {
    /// The one to use from now on, 8 to 128 characters, not easily guessed; or the present one, if the address has one.
    #[validate(length(max = 128))]
    #[schema(max_length = 128, example = "violet-harbour-29-lantern")]
    pub password: String,
    /// Of the authenticator app, if the address has a password and uses one.
    #[validate(length(max = 20))]
    #[schema(max_length = 20, example = "492039")]
    pub code: Option<String>,
}
