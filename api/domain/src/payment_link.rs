//! Payment links (F7, §1): a page for one payment, without sign-in. Staff decide little of them; the rest
//! follows from the calendar, the money, and what the link is for.

use crate::text::text_enum;

/// How long a link works if nothing else is said, in days.
pub const DEFAULT_DAYS: i32 = 15;

/// The longest that a link may work, in days.
pub const MAX_DAYS: i32 = 365;

text_enum! {
    /// What staff have decided.
    pub enum LinkState {
        /// It can be used until it expires.
        Active => "active",
        /// Taken back for good.
        Cancelled => "cancelled",
    }
}

text_enum! {
    /// How a link stands, for staff.
    pub enum LinkStatus {
        /// Nobody has looked at it yet.
        Active => "active",
        /// Somebody has.
        Viewed => "viewed",
        /// A payment by it succeeded.
        Paid => "paid",
        /// Its time ran out.
        Expired => "expired",
        /// Taken back by staff.
        Cancelled => "cancelled",
    }
}

text_enum! {
    /// How a link stands, for whoever holds it.
    pub enum LinkStanding {
        /// It can be paid.
        Open => "open",
        /// A payment is being processed, which takes days for a bank debit.
        Processing => "processing",
        /// A payment by it succeeded.
        Paid => "paid",
        /// The invoice was paid in another way.
        NothingDue => "nothing_due",
        /// Its time ran out.
        Expired => "expired",
        /// Taken back by staff.
        Cancelled => "cancelled",
        /// What it was made for is no longer there to be paid.
        Closed => "closed",
    }
}

/// What a link's status follows from.
#[derive(Clone, Copy, Debug)]
pub struct LinkFacts {
    pub state: LinkState,
    pub viewed: bool,
    /// Whether its last moment is over.
    pub over: bool,
    pub paid: bool,
}

/// How a link stands, for staff. Money counts most: a payment may arrive after the link was taken back.
#[must_use]
pub const fn status(facts: LinkFacts) -> LinkStatus {
    match facts {
        LinkFacts { paid: true, .. } => LinkStatus::Paid,
        LinkFacts {
            state: LinkState::Cancelled,
            ..
        } => LinkStatus::Cancelled,
        LinkFacts { over: true, .. } => LinkStatus::Expired,
        LinkFacts { viewed: true, .. } => LinkStatus::Viewed,
        LinkFacts { .. } => LinkStatus::Active,
    }
}

/// What a link asks for at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// So much, in minor units.
    Due(i64),
    /// The invoice has no balance any more.
    NothingDue,
    /// The invoice cannot be paid, or no longer by this amount; or the customer was shut out.
    Gone,
}

/// What a link over `amount` asks for of an invoice with this balance: never more than is due. An invoice that
/// takes no parts and has grown is not paid by a link that was made for less.
#[must_use]
pub fn claim(amount: i64, balance: i64, takes_parts: bool) -> Claim {
    if balance <= 0 {
        return Claim::NothingDue;
    }
    let asked = amount.min(balance);
    if asked == balance || takes_parts {
        Claim::Due(asked)
    } else {
        Claim::Gone
    }
}

/// How a link stands, for whoever holds it. `processing` is whether a gateway works on a payment of it.
#[must_use]
pub const fn standing(status: LinkStatus, processing: bool, claim: Claim) -> LinkStanding {
    match (status, processing, claim) {
        (LinkStatus::Paid, ..) => LinkStanding::Paid,
        (_, true, _) => LinkStanding::Processing,
        (LinkStatus::Cancelled, ..) => LinkStanding::Cancelled,
        (_, _, Claim::NothingDue) => LinkStanding::NothingDue,
        (LinkStatus::Expired, ..) => LinkStanding::Expired,
        (_, _, Claim::Gone) => LinkStanding::Closed,
        (LinkStatus::Active | LinkStatus::Viewed, false, Claim::Due(_)) => LinkStanding::Open,
    }
}

/// An e-mail address of which its owner recognises enough: `g•••@h•••.example`.
#[must_use]
pub fn masked(email: &str) -> String {
    let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
    let (local, domain) = email.split_once('@').unwrap_or((email, ""));
    let end = domain.rsplit_once('.').map_or("", |(_, end)| end);
    format!("{}•••@{}•••.{end}", first(local), first(domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: LinkFacts = LinkFacts {
        state: LinkState::Active,
        viewed: false,
        over: false,
        paid: false,
    };

    #[test]
    fn money_counts_most_then_what_staff_say_then_the_calendar() {
        let viewed = LinkFacts {
            viewed: true,
            ..NEW
        };
        let over = LinkFacts {
            over: true,
            ..viewed
        };
        let cancelled = LinkFacts {
            state: LinkState::Cancelled,
            ..over
        };
        let paid = LinkFacts {
            paid: true,
            ..cancelled
        };
        let statuses = [NEW, viewed, over, cancelled, paid].map(status);
        assert_eq!(
            statuses,
            [
                LinkStatus::Active,
                LinkStatus::Viewed,
                LinkStatus::Expired,
                LinkStatus::Cancelled,
                LinkStatus::Paid,
            ]
        );
    }

    #[test]
    fn it_asks_for_what_is_due_and_never_for_more() {
        assert_eq!(claim(100, 100, false), Claim::Due(100));
        assert_eq!(claim(100, 60, false), Claim::Due(60));
        assert_eq!(claim(40, 100, true), Claim::Due(40));
        assert_eq!(claim(40, 100, false), Claim::Gone);
        assert_eq!(claim(40, 0, true), Claim::NothingDue);
    }

    #[test]
    fn what_is_being_processed_is_told_even_when_the_link_is_over() {
        let due = Claim::Due(1);
        assert_eq!(standing(LinkStatus::Viewed, false, due), LinkStanding::Open);
        for status in [
            LinkStatus::Active,
            LinkStatus::Expired,
            LinkStatus::Cancelled,
        ] {
            assert_eq!(standing(status, true, due), LinkStanding::Processing);
        }
        assert_eq!(
            standing(LinkStatus::Active, false, Claim::Gone),
            LinkStanding::Closed
        );
        assert_eq!(
            standing(LinkStatus::Expired, false, Claim::NothingDue),
            LinkStanding::NothingDue
        );
    }

    #[test]
    fn an_address_is_told_by_its_beginnings() {
        assert_eq!(masked("grace@hopper.example"), "g•••@h•••.example");
        assert_eq!(masked("é@b"), "é•••@b•••.");
    }
}
