//! A contact person's way into the portal (§1, B2–B7, A3).

use crate::text::text_enum;

/// Seconds for which an invitation can be accepted: 14 days.
pub const INVITATION_SECONDS: i64 = 14 * 86_400;

/// Hours for which the link works that verifies the address of somebody who signs up.
pub const SIGN_UP_HOURS: u32 = 24;

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

text_enum! {
    /// What signing up comes to, once the address is verified (B7).
    pub enum SignUpOutcome {
        /// Staff have entered somebody with this address: that person comes in.
        Join => "join",
        /// Nobody is known by this address: staff decide.
        Ask => "ask",
    }
}

text_enum! {
    /// What became of somebody who asked to be let in.
    pub enum SignUpStatus {
        /// Staff have not decided.
        Waiting => "waiting",
        /// Was invited as a contact person of a customer.
        Approved => "approved",
        /// Was turned away.
        Declined => "declined",
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
    /// Staff let a person back in who had accepted before.
    Enable,
    /// The portal's name changes; sessions and open invitations are revoked.
    PortalRenamed,
    /// The person's e-mail address changes: the new one isn't proven yet (§5).
    EmailChanged,
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
    /// Nobody has shut the person out.
    #[error("the person's access is not disabled")]
    NotDisabled,
}

text_enum! {
    /// Why somebody cannot be invited.
    pub enum Obstacle {
        /// The customer has no contact person.
        NoContactPerson => "no_contact_person",
        /// The person has no e-mail address.
        NoEmail => "no_email",
        /// The person can sign in already.
        HasAccess => "has_access",
        /// The person was shut out: access is given back, not given anew.
        Disabled => "disabled",
        /// Another person with access to this customer has the address.
        EmailTaken => "email_taken",
        /// The customer is out of use.
        CustomerInactive => "customer_inactive",
        /// The portal is switched off.
        PortalClosed => "portal_closed",
    }
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
            (Self::Invited, AccessEvent::Accept)
            | (Self::Disabled, AccessEvent::Enable)
            | (_, AccessEvent::SignUp) => Ok(Self::Accepted),
            (_, AccessEvent::Accept) => Err(Refusal::NotInvited),
            (_, AccessEvent::Enable) => Err(Refusal::NotDisabled),
            (
                Self::None | Self::Disabled,
                AccessEvent::PortalRenamed | AccessEvent::EmailChanged,
            ) => Ok(self),
            (_, AccessEvent::PortalRenamed | AccessEvent::EmailChanged) => Ok(Self::ReinviteNeeded),
        }
    }

    /// The access of a customer: that of the person who comes furthest.
    pub fn of_customer(people: impl IntoIterator<Item = Self>) -> Self {
        const FURTHEST_FIRST: [PortalAccess; 4] = [
            PortalAccess::Accepted,
            PortalAccess::Invited,
            PortalAccess::ReinviteNeeded,
            PortalAccess::Disabled,
        ];
        let people: Vec<Self> = people.into_iter().collect();
        FURTHEST_FIRST
            .into_iter()
            .find(|access| people.contains(access))
            .unwrap_or(Self::None)
    }

    /// Which of a customer's people with one and the same address comes in by signing up, given in the order in which
    /// they were entered. None where the address has access already, or was shut out: another row with the same
    /// address is no way around.
    #[must_use]
    pub fn joining(people: &[Self]) -> Option<usize> {
        let settled = |access: &Self| matches!(access, Self::Accepted | Self::Disabled);
        if people.is_empty() || people.iter().any(settled) {
            return None;
        }
        let asked = people.iter().position(|access| *access != Self::None);
        Some(asked.unwrap_or(0))
    }

    /// Whether the person may use the portal now.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Accepted)
    }
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
    fn only_who_was_shut_out_is_enabled() {
        assert_eq!(
            PortalAccess::Disabled.after(AccessEvent::Enable),
            Ok(PortalAccess::Accepted)
        );
        assert_eq!(
            PortalAccess::Invited.after(AccessEvent::Enable),
            Err(Refusal::NotDisabled)
        );
    }

    #[test]
    fn a_new_address_must_be_invited() {
        let after = |access: PortalAccess| access.after(AccessEvent::EmailChanged).unwrap();
        assert_eq!(after(PortalAccess::Accepted), PortalAccess::ReinviteNeeded);
        assert_eq!(after(PortalAccess::Disabled), PortalAccess::Disabled);
    }

    #[test]
    fn a_customer_is_as_far_as_its_furthest_person() {
        use PortalAccess::{Accepted, Disabled, Invited, None};
        assert_eq!(PortalAccess::of_customer([]), None);
        assert_eq!(
            PortalAccess::of_customer([None, Disabled, Invited]),
            Invited
        );
        assert_eq!(PortalAccess::of_customer([Disabled, Accepted]), Accepted);
    }

    #[test]
    fn who_joins_is_somebody_whom_staff_wanted_in() {
        use PortalAccess::{Accepted, Disabled, Invited, None, ReinviteNeeded};
        assert_eq!(PortalAccess::joining(&[]), Option::None);
        assert_eq!(PortalAccess::joining(&[None, None]), Some(0));
        assert_eq!(PortalAccess::joining(&[None, Invited]), Some(1));
        assert_eq!(PortalAccess::joining(&[ReinviteNeeded]), Some(0));
        for settled in [Accepted, Disabled] {
            assert_eq!(PortalAccess::joining(&[None, settled]), Option::None);
        }
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
}
