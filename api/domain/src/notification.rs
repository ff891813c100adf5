//! What staff are told of, and who of them.

use crate::{permission::Permission, text::text_enum};

text_enum! {
    /// What happened.
    pub enum NotificationKind {
        /// A customer opened an invoice for the first time.
        InvoiceViewed => "invoice_viewed",
        /// A customer paid online.
        PaymentReceived => "payment_received",
        /// A customer's payment did not work.
        PaymentFailed => "payment_failed",
        /// A customer says to have paid by bank transfer.
        TransferAnnounced => "transfer_announced",
        /// A gateway took something else than it was asked for.
        PaymentDiffers => "payment_differs",
        /// A payer disputes a payment, or the payer's bank has returned it.
        PaymentDisputed => "payment_disputed",
        /// Somebody accepted the invitation to the portal.
        AccessAccepted => "access_accepted",
        /// Somebody unknown wants to use the portal.
        SignUpWaiting => "sign_up_waiting",
        /// A mail could not be delivered.
        MailFailed => "mail_failed",
        /// A customer changed their own details.
        CustomerChanged => "customer_changed",
    }
}

impl NotificationKind {
    /// What a member of staff must be allowed to see to be told.
    #[must_use]
    pub const fn permission(self) -> Permission {
        match self {
            Self::InvoiceViewed | Self::TransferAnnounced => Permission::ViewInvoices,
            Self::PaymentReceived
            | Self::PaymentFailed
            | Self::PaymentDiffers
            | Self::PaymentDisputed => Permission::ViewPayments,
            Self::AccessAccepted | Self::CustomerChanged => Permission::ViewCustomers,
            Self::SignUpWaiting => Permission::ManagePortalAccess,
            Self::MailFailed => Permission::ViewMail,
        }
    }
}
