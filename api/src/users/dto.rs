//! What the routes of members take and give.

use entity::{Instant, MembershipId, StaffUserId};
use portico_domain::{access::MembershipStatus, permission::Role};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::{patch::present, text::not_blank};

/// A member of the organization's staff.
#[derive(Clone, Serialize, ToSchema)]
pub struct Member {
    pub id: MembershipId,
    /// The person's account; null until the invitation is accepted.
    #[schema(required)]
    pub user_id: Option<StaffUserId>,
    #[schema(example = "Ada Holm")]
    pub name: String,
    #[schema(example = "ada@brightwater.example")]
    pub email: String,
    pub role: Role,
    pub status: MembershipStatus,
    /// When the last invitation was sent.
    #[schema(required)]
    pub invited_at: Option<Instant>,
    #[schema(required)]
    pub last_sign_in_at: Option<Instant>,
    pub created_at: Instant,
}

/// A colleague to be invited.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InviteMember {
    /// 1 to 100 characters.
    #[validate(length(max = 100), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 100, example = "Ben Okafor")]
    pub name: String,
    /// Where the invitation goes, and what they will sign in with.
    #[validate(email, length(max = 100))]
    #[schema(max_length = 100, example = "ben@brightwater.example")]
    pub email: String,
    /// Only an owner can invite an owner.
    pub role: Role,
}

/// A change of a member. It is felt on the member's next request.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateMember {
    /// Only an owner can make an owner, or change one.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub role: Option<Role>,
    /// False ends every session of the member here, or withdraws the invitation.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub active: Option<bool>,
}

/// An invitation to join an organization's staff.
#[derive(Serialize, ToSchema)]
pub struct MemberInvitation {
    #[schema(example = "Brightwater Studio")]
    pub organization_name: String,
    #[schema(example = "ben@brightwater.example")]
    pub email: String,
    #[schema(example = "Ben Okafor")]
    pub name: String,
    pub role: Role,
    /// Whether the address has an account, whose password is to be given.
    pub user_exists: bool,
}

/// How an invitation is accepted.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptMemberInvitation {
    /// For a new account, if it is not as the invitation has it: 1 to 100 characters.
    #[validate(length(max = 100), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 100, example = "Benjamin Okafor")]
    pub name: Option<String>,
    /// The password of the account that there is; for a new account 8 to 128 characters, not easily guessed.
    #[validate(length(max = 128))]
    #[schema(max_length = 128, example = "violet-harbour-29-lantern")]
    pub password: String,
    /// Of the authenticator app of the account that there is, if it uses one.
    #[validate(length(max = 20))]
    #[schema(max_length = 20, example = "492039")]
    pub code: Option<String>,
}
