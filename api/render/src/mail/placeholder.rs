//! What the templates of each kind of mail may and must say.

use super::Kind;

impl Kind {
    /// The placeholders that this kind of mail has values for.
    #[must_use]
    pub const fn placeholders(self) -> &'static [&'static str] {
        match self {
            Self::PortalInvitation | Self::PortalInvitationWithPassword => &[
                "organization",
                "customer",
                "name",
                "portal_url",
                "user_name",
                "expires",
            ],
            Self::PortalSignUp => &["organization", "hours"],
            Self::PortalSignUpKnown => &["organization"],
            Self::MemberInvitation => &["organization", "name", "inviter", "expires"],
            Self::InvoiceSent => &["organization", "name", "number", "amount", "due_date"],
            Self::PaymentLink => &["organization", "name", "amount", "last_day"],
            Self::PaymentLinkCode | Self::PasswordReset => &["organization", "name", "minutes"],
            Self::PaymentReceipt | Self::PaymentRefunded => {
                &["organization", "name", "number", "amount", "date"]
            }
            Self::PaymentReceivedStaff => &["organization", "customer", "amount", "invoices"],
            Self::PaymentFailedStaff => {
                &["organization", "customer", "amount", "invoices", "reason"]
            }
            Self::InvoiceViewedStaff => {
                &["organization", "customer", "name", "number", "viewed_at"]
            }
            Self::PasswordChanged => &["organization", "name", "changed_at"],
            Self::SignInLockout => &["organization", "name"],
            Self::NoticeStaff => &["organization", "notice"],
            Self::EmailChange => &["organization", "name", "email", "hours"],
            Self::EmailChangeAsked => &["organization", "name", "email"],
            Self::EmailChanged => &["organization", "name", "email", "changed_at"],
        }
    }

    /// Those that the body must say: the reader has to know, and finds it nowhere else in the mail. Links and
    /// passwords are not among them, since no template can lose those.
    #[must_use]
    pub const fn required(self) -> &'static [&'static str] {
        match self {
            Self::PortalInvitation
            | Self::PortalInvitationWithPassword
            | Self::MemberInvitation => &["expires"],
            Self::PaymentFailedStaff => &["reason"],
            Self::InvoiceViewedStaff => &["number"],
            Self::PasswordChanged => &["changed_at"],
            Self::PaymentLink => &["last_day"],
            Self::PaymentLinkCode | Self::PasswordReset => &["minutes"],
            Self::NoticeStaff => &["notice"],
            Self::EmailChange | Self::PortalSignUp => &["hours"],
            Self::EmailChangeAsked => &["email"],
            Self::EmailChanged => &["email", "changed_at"],
            Self::PaymentRefunded => &["amount"],
            Self::InvoiceSent
            | Self::PaymentReceipt
            | Self::PaymentReceivedStaff
            | Self::PortalSignUpKnown
            | Self::SignInLockout => &[],
        }
    }

    /// Whether only staff get such mails.
    #[must_use]
    pub const fn is_for_staff(self) -> bool {
        matches!(
            self,
            Self::MemberInvitation
                | Self::PaymentReceivedStaff
                | Self::PaymentFailedStaff
                | Self::InvoiceViewedStaff
                | Self::NoticeStaff
        )
    }
}

/// What a placeholder stands for, in English.
#[must_use]
pub fn meaning(placeholder: &str) -> &'static str {
    match placeholder {
        "organization" => "The organization's name",
        "customer" => "The customer's name",
        "name" => "The name of the person concerned",
        "portal_url" => "The portal's address",
        "user_name" => "The e-mail address to sign in with",
        "expires" => "The last day of the invitation",
        "inviter" => "The member of staff who invites",
        "number" => "The number of the invoice or payment",
        "amount" => "The amount, with its currency",
        "due_date" => "The last day to pay in time",
        "date" => "The day of the payment or refund",
        "invoices" => "The numbers of the invoices",
        "reason" => "Why the payment failed, and what helps",
        "viewed_at" => "When the invoice was opened",
        "changed_at" => "When it was changed",
        "notice" => "What has happened, in one sentence",
        "email" => "The new e-mail address",
        "hours" => "How many hours the link works",
        "minutes" => "How many minutes the link or the code works",
        "last_day" => "The last day on which the link works",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_means_something_and_what_is_required_exists() {
        for kind in Kind::ALL {
            for name in kind.placeholders() {
                assert_ne!(meaning(name), "", "{name}");
            }
            for name in kind.required() {
                assert!(kind.placeholders().contains(name), "{kind}: {name}");
            }
        }
    }
}
