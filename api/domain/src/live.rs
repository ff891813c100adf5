//! What is told live to those who look at it.

use crate::{permission::Permission, text::text_enum};

text_enum! {
    /// What a hint is about.
    pub enum LiveKind {
        /// Something that staff should know.
        Notification => "notification",
        /// An invoice: its state, its balance, its text.
        Invoice => "invoice",
        /// A payment.
        Payment => "payment",
        /// A payment link.
        PaymentLink => "payment_link",
        /// A customer or one of its people.
        Customer => "customer",
        /// Somebody who asked to be let into the portal.
        PortalSignUp => "portal_sign_up",
        /// Something that is sold.
        Item => "item",
    }
}

impl LiveKind {
    /// What a member of staff must be allowed to see to be told of it.
    #[must_use]
    pub const fn permission(self) -> Permission {
        match self {
            Self::Notification => Permission::ViewNotifications,
            Self::Invoice => Permission::ViewInvoices,
            Self::Payment | Self::PaymentLink => Permission::ViewPayments,
            Self::Customer => Permission::ViewCustomers,
            Self::PortalSignUp => Permission::ManagePortalAccess,
            Self::Item => Permission::ViewItems,
        }
    }
}
