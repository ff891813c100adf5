//! What the sign-in routes take and give.

use entity::{OrganizationId, StaffUserId};
use portico_domain::{
    language::Language,
    money::Currency,
    permission::{Permission, Role},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A new business and its owner.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignUp {
    /// The business, 1 to 200 characters.
    #[validate(length(min = 1, max = 200))]
    #[schema(example = "Brightwater Studio")]
    pub organization_name: String,
    /// The owner, 1 to 100 characters.
    #[validate(length(min = 1, max = 100))]
    #[schema(example = "Ada Holm")]
    pub name: String,
    #[validate(email, length(max = 100))]
    #[schema(example = "ada@brightwater.example")]
    pub email: String,
    /// 8 to 128 characters, not easily guessed.
    #[schema(
        example = "violet-harbour-29-lantern",
        min_length = 8,
        max_length = 128
    )]
    pub password: String,
    /// ISO 3166-1 alpha-2.
    #[validate(length(equal = 2))]
    #[schema(example = "DE")]
    pub country: Option<String>,
    pub base_currency: Currency,
    /// IANA name.
    #[schema(example = "Europe/Berlin")]
    pub time_zone: String,
    pub language: Language,
    /// Of the authenticator app, for someone who has an account and uses one.
    #[validate(length(max = 20))]
    pub code: Option<String>,
}

/// Who wants to come in.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    #[validate(length(max = 100))]
    #[schema(example = "ada@brightwater.example")]
    pub email: String,
    #[validate(length(max = 128))]
    #[schema(example = "violet-harbour-29-lantern")]
    pub password: String,
    /// Of the authenticator app, or a recovery code, for someone who uses one.
    #[validate(length(max = 20))]
    #[schema(example = "492039")]
    pub code: Option<String>,
    /// Which organization, for someone who works in several; the first one joined if not given.
    pub organization_id: Option<OrganizationId>,
}

/// Another of one's organizations.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SwitchOrganization {
    pub organization_id: OrganizationId,
}

/// A new password, proven by the present one.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    #[validate(length(max = 128))]
    #[schema(example = "violet-harbour-29-lantern")]
    pub current_password: String,
    /// 8 to 128 characters, not easily guessed.
    #[schema(example = "amber-quay-74-compass", min_length = 8, max_length = 128)]
    pub new_password: String,
}

/// The present password, where a session alone isn't proof enough.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvePassword {
    #[validate(length(max = 128))]
    #[schema(example = "violet-harbour-29-lantern")]
    pub password: String,
}

/// What turning an authenticator app off takes.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisableMfa {
    #[validate(length(max = 128))]
    #[schema(example = "violet-harbour-29-lantern")]
    pub password: String,
    /// Of the app, or a recovery code.
    #[validate(length(max = 20))]
    #[schema(example = "492039", max_length = 20)]
    pub code: String,
}

/// A signed-in member of staff and the key to the API.
#[derive(Serialize, ToSchema)]
pub struct Session {
    /// For the `Authorization` header; good for `expires_in` seconds. The cookie renews it.
    pub access_token: String,
    /// Seconds.
    #[schema(example = 600)]
    pub expires_in: i64,
    #[serde(flatten)]
    pub me: Me,
}

/// A signed-in member of staff.
#[derive(Serialize, ToSchema)]
pub struct Me {
    pub user: SessionUser,
    /// Whether an authenticator app must be set up before anything else.
    pub mfa_setup_required: bool,
    pub organization: SessionOrganization,
    pub role: Role,
    /// What the role allows.
    pub permissions: Vec<Permission>,
    /// Every organization that this person works in.
    pub memberships: Vec<SessionMembership>,
}

/// The person.
#[derive(Serialize, ToSchema)]
pub struct SessionUser {
    pub id: StaffUserId,
    #[schema(example = "Ada Holm")]
    pub name: String,
    #[schema(example = "ada@brightwater.example")]
    pub email: String,
}

/// The organization that the session acts in.
#[derive(Serialize, ToSchema)]
pub struct SessionOrganization {
    pub id: OrganizationId,
    #[schema(example = "Brightwater Studio")]
    pub name: String,
    #[schema(example = "brightwater-studio")]
    pub portal_name: String,
    pub base_currency: Currency,
    pub language: Language,
    #[schema(example = "Europe/Berlin")]
    pub time_zone: String,
    #[schema(example = "dd MMM yyyy")]
    pub date_format: String,
}

/// One of a person's organizations.
#[derive(Serialize, ToSchema)]
pub struct SessionMembership {
    pub organization_id: OrganizationId,
    #[schema(example = "Brightwater Studio")]
    pub organization_name: String,
    pub role: Role,
}
