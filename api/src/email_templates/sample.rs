//! A message of each kind, for previews. Nothing in it is a secret: its links and its password are made up.

use chrono::{Days, NaiveDate, NaiveDateTime};
use entity::organization;
use portico_domain::portal_access::SIGN_UP_HOURS;
use portico_render::mail::{
    EmailChange, EmailChangeAsked, EmailChanged, InvoiceSent, InvoiceViewedStaff, Kind,
    MemberInvitation, Message, NoticeStaff, PaidInvoice, PasswordChanged, PasswordReset,
    PaymentFailedStaff, PaymentLink, PaymentLinkCode, PaymentReceipt, PaymentReceivedStaff,
    PaymentRefunded, PortalInvitation, PortalInvitationWithPassword, PortalSignUp,
    PortalSignUpKnown, SignInLockout,
};

use super::recent::Facts;
use crate::config::Config;

/// When a preview is made, and by whom.
pub struct Now<'a> {
    pub staff: &'a str,
    /// Where the organization is.
    pub at: NaiveDateTime,
}

impl Now<'_> {
    fn in_two_weeks(&self) -> NaiveDate {
        let today = self.at.date();
        today.checked_add_days(Days::new(14)).unwrap_or(today)
    }
}

/// A message of a kind.
#[expect(clippy::too_many_lines, reason = "one short arm for each kind of mail")]
pub fn message(
    kind: Kind,
    facts: Facts,
    organization: &organization::Model,
    config: &Config,
    now: &Now<'_>,
) -> Message {
    let portal = config.link(&format!("/{}", organization.portal_name));
    let office = config.link("/office/");
    let numbers = || facts.invoices.iter().map(|(number, _)| number.clone());
    match kind {
        Kind::PortalInvitation => PortalInvitation {
            customer: facts.customer,
            name: facts.person,
            accept_url: portal.clone(),
            portal_url: portal,
            user_name: facts.email,
            expires: now.in_two_weeks(),
        }
        .into(),
        Kind::PortalInvitationWithPassword => PortalInvitationWithPassword {
            customer: facts.customer,
            name: facts.person,
            sign_in_url: portal.clone(),
            portal_url: portal,
            user_name: facts.email,
            password: "violet-harbour-29".to_owned(),
            expires: now.in_two_weeks(),
        }
        .into(),
        Kind::MemberInvitation => MemberInvitation {
            name: "Ben Okafor".to_owned(),
            inviter: now.staff.to_owned(),
            accept_url: office,
            expires: now.in_two_weeks(),
        }
        .into(),
        Kind::InvoiceSent => InvoiceSent {
            name: facts.person,
            number: facts.number,
            amount: facts.amount,
            due_date: facts.day,
            url: portal,
            note: None,
        }
        .into(),
        Kind::PaymentLink => PaymentLink {
            name: facts.person,
            amount: facts.amount,
            invoice: Some(facts.number),
            description: None,
            expires: now.in_two_weeks(),
            url: portal,
        }
        .into(),
        Kind::PaymentLinkCode => PaymentLinkCode {
            name: facts.person,
            code: "402917".to_owned(),
            minutes: 10,
        }
        .into(),
        Kind::PaymentReceipt => PaymentReceipt {
            name: facts.person,
            number: facts.number,
            amount: facts.amount,
            date: facts.day,
            invoices: facts
                .invoices
                .into_iter()
                .map(|(number, amount)| PaidInvoice { number, amount })
                .collect(),
            credit: None,
            url: Some(portal),
        }
        .into(),
        Kind::PaymentRefunded => PaymentRefunded {
            name: facts.person,
            number: facts.number,
            amount: facts.amount,
            date: facts.day,
            url: portal,
        }
        .into(),
        Kind::PaymentReceivedStaff => PaymentReceivedStaff {
            invoices: numbers().collect(),
            customer: facts.customer,
            amount: facts.amount,
            url: office,
        }
        .into(),
        Kind::PaymentFailedStaff => PaymentFailedStaff {
            invoices: numbers().collect(),
            customer: facts.customer,
            amount: facts.amount,
            reason: "CP3003".to_owned(),
            url: office,
        }
        .into(),
        Kind::InvoiceViewedStaff => InvoiceViewedStaff {
            customer: facts.customer,
            name: facts.person,
            number: facts.number,
            viewed_at: now.at,
            url: office,
        }
        .into(),
        Kind::NoticeStaff => NoticeStaff {
            kind: "access_accepted",
            subject: facts.customer.clone(),
            customer: facts.customer,
            name: facts.person,
            url: office,
        }
        .into(),
        Kind::PortalSignUp => PortalSignUp {
            confirm_url: portal,
            hours: SIGN_UP_HOURS,
        }
        .into(),
        Kind::PortalSignUpKnown => PortalSignUpKnown {
            sign_in_url: portal,
        }
        .into(),
        Kind::EmailChange => EmailChange {
            name: facts.person,
            email: facts.email,
            confirm_url: portal,
            hours: 24,
        }
        .into(),
        Kind::EmailChangeAsked => EmailChangeAsked {
            name: facts.person,
            email: facts.email,
            reset_url: portal,
        }
        .into(),
        Kind::EmailChanged => EmailChanged {
            name: facts.person,
            email: facts.email,
            changed_at: now.at,
            portal_url: portal,
        }
        .into(),
        Kind::PasswordChanged => PasswordChanged {
            name: facts.person,
            changed_at: now.at,
            reset_url: portal,
        }
        .into(),
        Kind::SignInLockout => SignInLockout {
            name: facts.person,
            reset_url: portal,
        }
        .into(),
        Kind::PasswordReset => PasswordReset {
            name: facts.person,
            reset_url: portal,
            minutes: 60,
        }
        .into(),
    }
}
