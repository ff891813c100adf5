//! A contact person's way into the portal (§1, B2–B7, A3).

use chrono::{DateTime, TimeDelta, Utc};

use crate::text::text_enum;

/// Days for which an invitation can be accepted.
pub const INVITATION_DAYS: i64 = 14;

text_enum! {
    /// Whether a contact person can enter the portal.
    pub enum PortalAccess {
        /// Was never invited.
        None => "none",
        /// Has an invitation that is not accepted yet; it may have expired.
        Invited => "invited",
        /// Can sign in.
        Accepted => "accepted",
        /// Was shut out by staff.
        Disabled => "disabled",
        /// Had access or an invitation until the portal's address changed.
        ReinviteNeeded => "reinvite_needed",
    }
}

/// What can happen to a person's access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessEvent {
    /// Staff invite the person, for the first time or again; an earlier invitation is void.
    Invite,
    /// The person accepts the invitation, or signs in with the password that staff set.
    Accept,
    /// The person signs up and proves to own the address that staff entered (B7).
    SignUp,
    /// Staff shut the person out; the very next request is refused.
    Disable,
    /// The portal's name changes; sessions and open invitations are revoked.
    PortalRenamed,
}

/// Why an event cannot happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The person can sign in already.
    #[error("the person has access already")]
    AlreadyAccepted,
    /// There is no open invitation.
    #[error("the person has no open invitation")]
    NotInvited,
    /// Staff have shut the person out; only they can invite again.
    #[error("the person's access is disabled")]
    Disabled,
}

impl PortalAccess {
    /// The access after an event.
    ///
    /// # Errors
    /// The reason why the event cannot happen.
    pub const fn after(self, event: AccessEvent) -> Result<Self, Refusal> {
        match (self, event) {
            (_, AccessEvent::Disable) => Ok(Self::Disabled),
            (Self::Accepted, AccessEvent::Invite | AccessEvent::Accept | AccessEvent::SignUp) => {
                Err(Refusal::AlreadyAccepted)
            }
            (_, AccessEvent::Invite) => Ok(Self::Invited),
            (Self::Disabled, AccessEvent::Accept | AccessEvent::SignUp) => Err(Refusal::Disabled),
            (Self::Invited, AccessEvent::Accept) | (_, AccessEvent::SignUp) => Ok(Self::Accepted),
            (_, AccessEvent::Accept) => Err(Refusal::NotInvited),
            (Self::None | Self::Disabled, AccessEvent::PortalRenamed) => Ok(self),
            (_, AccessEvent::PortalRenamed) => Ok(Self::ReinviteNeeded),
        }
    }

    /// Whether the person may use the portal now.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Accepted)
    }
}

/// The instant from which an invitation can no longer be accepted.
#[must_use]
pub fn invitation_expires_at(invited_at: DateTime<Utc>) -> DateTime<Utc> {
    TimeDelta::try_days(INVITATION_DAYS)
        .and_then(|days| invited_at.checked_add_signed(days))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_way_in_and_out() {
        let access = PortalAccess::None.after(AccessEvent::Invite).unwrap();
        assert_eq!(access, PortalAccess::Invited);
        assert_eq!(access.after(AccessEvent::Invite), Ok(PortalAccess::Invited));
        let access = access.after(AccessEvent::Accept).unwrap();
        assert!(access.is_open());
        let access = access.after(AccessEvent::Disable).unwrap();
        assert_eq!(access, PortalAccess::Disabled);
        assert_eq!(access.after(AccessEvent::Invite), Ok(PortalAccess::Invited));
    }

    #[test]
    fn renaming_the_portal_asks_for_a_new_invitation() {
        let renamed = |access: PortalAccess| access.after(AccessEvent::PortalRenamed).unwrap();
        assert_eq!(
            renamed(PortalAccess::Accepted),
            PortalAccess::ReinviteNeeded
        );
        assert_eq!(renamed(PortalAccess::Invited), PortalAccess::ReinviteNeeded);
        assert_eq!(renamed(PortalAccess::None), PortalAccess::None);
        assert_eq!(renamed(PortalAccess::Disabled), PortalAccess::Disabled);
        assert_eq!(
            PortalAccess::ReinviteNeeded.after(AccessEvent::Accept),
            Err(Refusal::NotInvited)
        );
    }

    #[test]
    fn a_disabled_person_regains_access_through_staff_only() {
        for event in [AccessEvent::Accept, AccessEvent::SignUp] {
            assert_eq!(PortalAccess::Disabled.after(event), Err(Refusal::Disabled));
        }
        assert_eq!(
            PortalAccess::None.after(AccessEvent::SignUp),
            Ok(PortalAccess::Accepted)
        );
    }

    #[test]
    fn nobody_is_let_in_twice() {
        for event in [
            AccessEvent::Invite,
            AccessEvent::Accept,
            AccessEvent::SignUp,
        ] {
            assert_eq!(
                PortalAccess::Accepted.after(event),
                Err(Refusal::AlreadyAccepted)
            );
        }
    }

    #[test]
    fn an_invitation_lasts_fourteen_days() {
        let invited: DateTime<Utc> = "2026-11-21T10:00:00Z".parse().unwrap();
        assert_eq!(
            invitation_expires_at(invited).to_rfc3339(),
            "2026-12-05T10:00:00+00:00"
        );
        assert_eq!(
            invitation_expires_at(DateTime::<Utc>::MAX_UTC),
            DateTime::<Utc>::MAX_UTC
        );
    }
}
