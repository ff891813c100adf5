//! Filters of a list that are kept under a name.

use crate::{permission::Permission, text::text_enum};

/// So many views one member may keep.
pub const VIEWS_OF_A_MEMBER: u64 = 50;

text_enum! {
    /// A list whose filters can be kept.
    pub enum FilteredPage {
        /// The list of invoices.
        Invoices => "invoices",
        /// The list of customers.
        Customers => "customers",
        /// The list of payments.
        Payments => "payments",
    }
}

impl FilteredPage {
    /// What a member of staff must be allowed to see to use the list.
    #[must_use]
    pub const fn permission(self) -> Permission {
        match self {
            Self::Invoices => Permission::ViewInvoices,
            Self::Customers => Permission::ViewCustomers,
            Self::Payments => Permission::ViewPayments,
        }
    }
}
