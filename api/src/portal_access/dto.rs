//! What the routes of portal access take and give.

use entity::{CustomerId, Instant};
use portico_domain::portal_access::Obstacle;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::customers::CustomerRef;

/// Customers whose primary contact persons are to be invited.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InviteCustomers {
    /// 1 to 100 of them.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_items = 1, max_items = 100)]
    pub customer_ids: Vec<CustomerId>,
}

/// Who was invited, and who was not.
#[derive(Serialize, ToSchema)]
pub struct InvitationReport {
    pub data: Vec<InvitationOutcome>,
    /// How many could still be invited: ask once more.
    #[schema(example = 0)]
    pub left: u64,
}

/// What became of one of them.
#[derive(Serialize, ToSchema)]
pub struct InvitationOutcome {
    pub customer: CustomerRef,
    /// Where the invitation went, or would have gone.
    #[schema(required, example = "maja@lindqvist.example")]
    pub email: Option<String>,
    pub invited: bool,
    /// Why not.
    #[schema(required, example = "no_email")]
    pub obstacle: Option<Obstacle>,
}

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
