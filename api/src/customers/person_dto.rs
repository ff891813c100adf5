//! What the contact person routes take and give.

use entity::{ContactPersonId, Instant, contact_person};
use portico_domain::{portal_access::PortalAccess, portal_module::ModuleAccess};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::{
    http::{Patch, patch::present},
    list_query,
};

list_query! {
    /// Which part of a customer's contact persons, in the order in which they were added.
    pub struct ContactPersonQuery {}
}

/// A new contact person. The first one of a customer is its primary contact.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CreateContactPerson {
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "Ms")]
    pub salutation: Option<String>,
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "Maja")]
    pub first_name: String,
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "Lindqvist")]
    pub last_name: String,
    /// Needed for access to the portal.
    #[validate(email, length(max = 100))]
    #[schema(max_length = 100, example = "maja@lindqvist.example")]
    pub email: Option<String>,
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "+46 8 123 456")]
    pub phone: Option<String>,
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "Head of finance")]
    pub designation: Option<String>,
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "Finance")]
    pub department: Option<String>,
    /// Invites the person to the portal at once; then the e-mail address is needed, and the permission to manage
    /// access to the portal. If that is refused, the person isn't added either.
    pub portal_access: Option<GrantPortalAccess>,
}

/// An invitation to the portal.
// Only the contract serializes it: for the default of who holds it.
#[derive(Default, Deserialize, Serialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct GrantPortalAccess {
    /// A first password: 8 to 128 characters, not easily guessed. It is mailed to the person, works once, and ends
    /// with the invitation. Without one the person chooses a password by the link in the mail; so does a person whose
    /// address has a password in this portal already, whatever is given here.
    #[schema(
        example = "violet-harbour-29-lantern",
        min_length = 8,
        max_length = 128
    )]
    pub password: Option<String>,
}

/// A change of a contact person. What is absent stays as it is.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateContactPerson {
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub salutation: Patch<String>,
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 100))]
    #[schema(nullable = false, max_length = 100)]
    pub first_name: Option<String>,
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 100))]
    #[schema(nullable = false, max_length = 100)]
    pub last_name: Option<String>,
    /// A person with access must be invited again at a new address.
    #[validate(email, length(max = 100))]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub email: Patch<String>,
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub phone: Patch<String>,
    #[validate(length(max = 100))]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub designation: Patch<String>,
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub department: Patch<String>,
    /// Invites the person to the portal, as after adding one; if that is refused, nothing is changed.
    pub portal_access: Option<GrantPortalAccess>,
}

/// A human at a customer.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ContactPerson {
    pub id: ContactPersonId,
    #[schema(required, example = "Ms")]
    pub salutation: Option<String>,
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
    /// Mails of the customer go to this person.
    pub is_primary: bool,
    pub portal: PersonPortal,
    /// What this person is held to in the portal, beyond what holds for everybody; null: nothing.
    #[schema(required)]
    pub portal_modules: Option<Vec<ModuleAccess>>,
    pub created_at: Instant,
}

/// A person's way into the portal.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PersonPortal {
    pub status: PortalAccess,
    #[schema(required)]
    pub invited_at: Option<Instant>,
    /// The member of staff who invited.
    #[schema(required, example = "Ada Holm")]
    pub invited_by: Option<String>,
    /// Whether the open invitation is accepted by signing in with a password that staff had set. It is not, although
    /// a password was given, if the address has one of its own in this portal already: that one stays, and the mail
    /// brings a link.
    pub with_password: bool,
    /// When the open invitation ends.
    #[schema(required)]
    pub expires_at: Option<Instant>,
    /// Whether the invitation has expired.
    pub expired: bool,
    #[schema(required)]
    pub accepted_at: Option<Instant>,
    #[schema(required)]
    pub last_sign_in_at: Option<Instant>,
}

impl ContactPerson {
    /// A contact person as staff see them.
    #[must_use]
    pub fn new(row: contact_person::Model, now: Instant) -> Self {
        let invited = row.portal_status.0 == PortalAccess::Invited;
        let expires_at = row.invitation_expires_at.filter(|_| invited);
        Self {
            id: row.id,
            salutation: row.salutation,
            first_name: row.first_name,
            last_name: row.last_name,
            email: row.email,
            phone: row.phone,
            designation: row.designation,
            department: row.department,
            is_primary: row.is_primary,
            portal: PersonPortal {
                status: row.portal_status.0,
                invited_at: row.invited_at,
                invited_by: row.invited_by,
                with_password: invited && row.invited_with_password,
                expires_at,
                expired: expires_at.is_some_and(|end| end <= now),
                accepted_at: row.accepted_at,
                last_sign_in_at: row.last_sign_in_at,
            },
            portal_modules: row.portal_modules.map(|modules| modules.0),
            created_at: row.created_at,
        }
    }
}
