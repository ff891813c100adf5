//! What portals take and give at the door.

use entity::ContactPersonId;
use portico_domain::{language::Language, permission::PortalPermission};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::customers::CustomerRef;

/// What a portal shows before anybody signs in.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Portal {
    /// Its name in the URL.
    #[schema(example = "brightwater-studio")]
    pub name: String,
    #[schema(example = "Brightwater Studio")]
    pub organization_name: String,
    #[schema(required, example = "/api/v1/public/portals/brightwater-studio/logo")]
    pub logo_url: Option<String>,
    #[schema(example = "#0b7285")]
    pub accent_colour: String,
    /// What is readable on the accent colour.
    #[schema(example = "#ffffff")]
    pub accent_text_colour: String,
    #[schema(required)]
    pub banner_message: Option<String>,
    pub language: Language,
    /// Whether payments move no money.
    pub test_mode: bool,
    /// Whether people sign up by themselves.
    pub sign_up_allowed: bool,
}

/// Who wants to come in.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PortalSignIn {
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "maja@lindqvist.example")]
    pub email: String,
    #[validate(length(max = 128))]
    #[schema(max_length = 128, example = "violet-harbour-29-lantern")]
    pub password: String,
    /// Of the authenticator app, or a recovery code, for someone who uses one.
    #[validate(length(max = 20))]
    #[schema(max_length = 20, example = "492039")]
    pub code: Option<String>,
}

/// A password of one's own, in place of the one that staff had set.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoosePassword {
    /// 8 to 128 characters, not easily guessed, and another than the one that staff had set.
    #[validate(length(max = 128))]
    #[schema(example = "amber-quay-74-compass", min_length = 8, max_length = 128)]
    pub password: String,
}

/// A signed-in contact person and the key to the API.
#[derive(Serialize, ToSchema)]
pub struct PortalSession {
    /// For the `Authorization` header; good for `expires_in` seconds. The cookie renews it.
    pub access_token: String,
    /// Seconds.
    #[schema(example = 600)]
    pub expires_in: i64,
    #[serde(flatten)]
    pub me: PortalMe,
}

/// A signed-in contact person.
#[derive(Serialize, ToSchema)]
pub struct PortalMe {
    pub person: PortalPerson,
    /// The customer that the session acts for.
    pub customer: CustomerRef,
    /// Every customer that the person may act for.
    pub customers: Vec<CustomerRef>,
    #[schema(example = "brightwater-studio")]
    pub portal_name: String,
    /// What the portal speaks to this person.
    pub language: Language,
    /// What this person may do here.
    pub permissions: Vec<PortalPermission>,
    /// Whether an authenticator app must be set up before anything else.
    pub mfa_setup_required: bool,
    /// Whether a password must be chosen before that: the person came in with the one that staff had set.
    pub password_change_required: bool,
}

/// The person.
#[derive(Serialize, ToSchema)]
pub struct PortalPerson {
    pub id: ContactPersonId,
    #[schema(example = "Maja")]
    pub first_name: String,
    #[schema(example = "Lindqvist")]
    pub last_name: String,
    #[schema(example = "maja@lindqvist.example")]
    pub email: String,
}
