//! Who stands at the door: audiences of a session, a member's standing, what a one-time link is for (§5).

use crate::text::text_enum;

text_enum! {
    /// Which side of the product a session belongs to. One never passes for the other.
    pub enum Audience {
        /// The back office.
        Staff => "staff",
        /// An organization's portal.
        Portal => "portal",
    }
}

text_enum! {
    /// A member's standing in an organization.
    pub enum MembershipStatus {
        /// Works here.
        Active => "active",
        /// Was asked to join and has not yet answered.
        Invited => "invited",
        /// No longer works here: refused from the next request on.
        Inactive => "inactive",
    }
}

text_enum! {
    /// What a one-time link is for.
    pub enum TokenKind {
        /// To join an organization's staff.
        MemberInvitation => "member_invitation",
        /// To enter an organization's portal.
        PortalInvitation => "portal_invitation",
        /// To choose a new password for the back office.
        PasswordReset => "password_reset",
        /// To choose a new password for an organization's portal.
        PortalPasswordReset => "portal_password_reset",
        /// To sign in to an organization's portal with another e-mail address.
        PortalEmailChange => "portal_email_change",
        /// To verify the address of somebody who signs up to an organization's portal.
        PortalSignUp => "portal_sign_up",
    }
}
