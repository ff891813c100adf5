//! What the mails say, as typed data.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use portico_domain::money::Money;

/// Declares the messages: a variant of [`Message`] and of [`Kind`] each.
macro_rules! messages {
    ($( $(#[doc = $doc:literal])+ $name:ident => $text:literal, )+) => {
        /// A mail to be written. `Debug` gives its kind only: some hold secrets.
        pub enum Message {
            $( $(#[doc = $doc])+ $name($name), )+
        }

        /// What a mail is for. Each kind has a template per language that organizations may change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $( $(#[doc = $doc])+ $name, )+
        }

        impl Message {
            /// What the mail is for.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $( Self::$name(_) => Kind::$name, )+ }
            }
        }

        impl Kind {
            /// Every kind, in the order in which an organization sees them listed.
            pub const ALL: &'static [Self] = &[$( Self::$name, )+];

            /// The kind as it is stored and sent.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$name => $text, )+ }
            }
        }

        $( impl From<$name> for Message {
            fn from(message: $name) -> Self {
                Self::$name(message)
            }
        } )+
    };
}

messages! {
    /// A contact person is given access to the portal.
    PortalInvitation => "portal_invitation",
    /// The same, with a first password that staff have set.
    PortalInvitationWithPassword => "portal_invitation_with_password",
    /// Somebody signs up to the portal; this verifies the address.
    PortalSignUp => "portal_sign_up",
    /// Somebody signs up with an address that is known there already.
    PortalSignUpKnown => "portal_sign_up_known",
    /// A colleague is invited to the staff.
    MemberInvitation => "member_invitation",
    /// An invoice goes to the customer.
    InvoiceSent => "invoice_sent",
    /// A link by which something can be paid without signing in.
    PaymentLink => "payment_link",
    /// The code that opens such a link.
    PaymentLinkCode => "payment_link_code",
    /// The customer's payment has arrived.
    PaymentReceipt => "payment_receipt",
    /// The customer's money was given back.
    PaymentRefunded => "payment_refunded",
    /// Tells staff that a customer has paid.
    PaymentReceivedStaff => "payment_received_staff",
    /// Tells staff that a customer's payment has failed.
    PaymentFailedStaff => "payment_failed_staff",
    /// Tells staff that a customer has opened an invoice for the first time.
    InvoiceViewedStaff => "invoice_viewed_staff",
    /// Tells staff of something that has no mail of its own.
    NoticeStaff => "notice_staff",
    /// Somebody's password was changed.
    PasswordChanged => "password_changed",
    /// Somebody's password is being guessed, and guessing is slowed down.
    SignInLockout => "sign_in_lockout",
    /// Somebody asked for a new password.
    PasswordReset => "password_reset",
    /// Somebody wants to sign in with another address, which this mail verifies.
    EmailChange => "email_change",
    /// Tells the present address that another one was asked for.
    EmailChangeAsked => "email_change_asked",
    /// Tells the former address that another one took its place.
    EmailChanged => "email_changed",
}

impl fmt::Debug for Message {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Message({})", self.kind())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

/// The text names no kind of mail.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such kind of mail")]
pub struct UnknownKind;

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.as_str() == text)
            .ok_or(UnknownKind)
    }
}

/// Invites a contact person to the portal.
pub struct PortalInvitation {
    /// The customer whose portal it is.
    pub customer: String,
    /// The person invited.
    pub name: String,
    /// Where the portal is.
    pub portal_url: String,
    /// The e-mail address to sign in with.
    pub user_name: String,
    /// Where the invitation is accepted. A secret.
    pub accept_url: String,
    /// The last day on which it can be accepted.
    pub expires: NaiveDate,
}

/// Verifies the address of somebody who signs up to the portal.
pub struct PortalSignUp {
    /// Where it goes on. A secret.
    pub confirm_url: String,
    /// How long the link works.
    pub hours: u32,
}

/// Tells somebody who signs up that the address is known already: to sign in, or to ask the organization.
pub struct PortalSignUpKnown {
    /// Where the portal's sign-in page is.
    pub sign_in_url: String,
}

/// Invites a contact person to the portal, with a password that staff have set.
pub struct PortalInvitationWithPassword {
    /// The customer whose portal it is.
    pub customer: String,
    /// The person invited.
    pub name: String,
    /// Where the portal is.
    pub portal_url: String,
    /// The e-mail address to sign in with.
    pub user_name: String,
    /// Good for the first sign-in. A secret: erase it once the mail is sent. It is no placeholder, so that no subject
    /// can show it.
    pub password: String,
    /// Where the person signs in, the user name filled in.
    pub sign_in_url: String,
    /// The last day on which the password is good.
    pub expires: NaiveDate,
}

/// Invites a colleague to the staff.
pub struct MemberInvitation {
    /// The person invited.
    pub name: String,
    /// Who invites.
    pub inviter: String,
    /// Where the invitation is accepted. A secret.
    pub accept_url: String,
    /// The last day on which it can be accepted.
    pub expires: NaiveDate,
}

/// Brings an invoice to the customer.
pub struct InvoiceSent {
    /// The person written to.
    pub name: String,
    /// The invoice's number.
    pub number: String,
    /// What is to be paid.
    pub amount: Money,
    /// The last day to pay in time.
    pub due_date: NaiveDate,
    /// Where the invoice is seen and paid.
    pub url: String,
    /// What staff want to add, as they typed it.
    pub note: Option<String>,
}

/// Brings a link by which something can be paid without signing in.
pub struct PaymentLink {
    /// The person written to.
    pub name: String,
    /// What is to be paid.
    pub amount: Money,
    /// The invoice's number, if it is for one.
    pub invoice: Option<String>,
    /// What it is for, as staff typed it.
    pub description: Option<String>,
    /// The last day on which it works.
    pub expires: NaiveDate,
    /// The link. A secret.
    pub url: String,
}

/// Brings the code that opens a payment link.
pub struct PaymentLinkCode {
    /// The person written to.
    pub name: String,
    /// Six digits. A secret; no placeholder, so that no subject can show it.
    pub code: String,
    /// How long it works, in minutes.
    pub minutes: u32,
}

/// Thanks the customer for a payment.
pub struct PaymentReceipt {
    /// The person written to.
    pub name: String,
    /// The payment's number.
    pub number: String,
    /// What was paid.
    pub amount: Money,
    /// When.
    pub date: NaiveDate,
    /// The invoices it paid, each with its part.
    pub invoices: Vec<PaidInvoice>,
    /// What was paid beyond them, now a credit of the customer.
    pub credit: Option<Money>,
    /// Where the receipt is seen, for readers who can sign in.
    pub url: Option<String>,
}

/// Tells the customer of money that was given back.
pub struct PaymentRefunded {
    /// The person written to.
    pub name: String,
    /// The payment's number.
    pub number: String,
    /// What was given back of it.
    pub amount: Money,
    /// When.
    pub date: NaiveDate,
    /// Where the payment is seen.
    pub url: String,
}

/// An invoice, and what a payment paid of it.
pub struct PaidInvoice {
    /// The invoice's number.
    pub number: String,
    /// The payment's part for it.
    pub amount: Money,
}

/// Tells staff of a payment.
pub struct PaymentReceivedStaff {
    /// Who paid.
    pub customer: String,
    /// How much.
    pub amount: Money,
    /// The numbers of the invoices paid.
    pub invoices: Vec<String>,
    /// The payment in the back office.
    pub url: String,
}

/// Tells staff of a failed payment.
pub struct PaymentFailedStaff {
    /// Who tried to pay.
    pub customer: String,
    /// How much.
    pub amount: Money,
    /// The numbers of the invoices concerned.
    pub invoices: Vec<String>,
    /// Cause and remedy, in the reader's language.
    pub reason: String,
    /// The details in the back office.
    pub url: String,
}

/// Tells staff that an invoice was seen.
pub struct InvoiceViewedStaff {
    /// Whose invoice it is.
    pub customer: String,
    /// The person who opened it.
    pub name: String,
    /// The invoice's number.
    pub number: String,
    /// When, in the organization's time zone.
    pub viewed_at: NaiveDateTime,
    /// The invoice in the back office.
    pub url: String,
}

/// Tells staff of something, in one sentence.
pub struct NoticeStaff {
    /// What happened: the sentence `notice_<kind>` of the catalogue.
    pub kind: &'static str,
    /// The customer concerned, if there is one.
    pub customer: String,
    /// The person concerned, if there is one.
    pub name: String,
    /// How the subject is called.
    pub subject: String,
    /// Where it is seen in the back office.
    pub url: String,
}

/// Tells somebody that their password was changed.
pub struct PasswordChanged {
    /// Whose password it is.
    pub name: String,
    /// When, in the organization's time zone.
    pub changed_at: NaiveDateTime,
    /// Where a new password can be asked for.
    pub reset_url: String,
}

/// Tells somebody that their password is being guessed.
pub struct SignInLockout {
    /// Whose account it is.
    pub name: String,
    /// Where a new password can be asked for.
    pub reset_url: String,
}

/// Lets somebody choose a new password.
pub struct PasswordReset {
    /// Whose password it is.
    pub name: String,
    /// Where the password is chosen. A secret.
    pub reset_url: String,
    /// How long the address works, in minutes.
    pub minutes: u32,
}

/// Verifies the address that somebody wants to sign in with.
pub struct EmailChange {
    /// Whose address it will be.
    pub name: String,
    /// The new address.
    pub email: String,
    /// Where it is confirmed. A secret.
    pub confirm_url: String,
    /// How long the address works, in hours.
    pub hours: u32,
}

/// Tells somebody's present address that another one is to take its place.
pub struct EmailChangeAsked {
    /// Whose address it is.
    pub name: String,
    /// The new address.
    pub email: String,
    /// Where a new password can be asked for, which stops the change.
    pub reset_url: String,
}

/// Tells somebody's former address that another one has taken its place.
pub struct EmailChanged {
    /// Whose address it was.
    pub name: String,
    /// The new address.
    pub email: String,
    /// When, in the organization's time zone.
    pub changed_at: NaiveDateTime,
    /// Where the portal is.
    pub portal_url: String,
}
