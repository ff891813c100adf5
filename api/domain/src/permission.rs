//! Who may do what: one table for staff, one list for people of the portal (A9, A7).

use crate::text::text_enum;

text_enum! {
    /// What a member of an organization's staff is.
    pub enum Role {
        /// Owns the organization: everything.
        Owner => "owner",
        /// Runs it for the owner: everything.
        Admin => "admin",
        /// Keeps the books: documents, payments, taxes, numbers, audit.
        Accountant => "accountant",
        /// Daily work with customers and their invoices.
        Staff => "staff",
        /// Records time and nothing else.
        TimesheetOnly => "timesheet_only",
        /// Looks, and changes nothing.
        ReadOnly => "read_only",
    }
}

text_enum! {
    /// What a member of staff may be allowed to do.
    pub enum Permission {
        /// See and change one's own account: password, sessions, authenticator app.
        ManageOwnAccount => "manage_own_account",
        /// See the organization's profile and settings.
        ViewOrganization => "view_organization",
        /// Change profile, branding, portal and preferences.
        ManageOrganization => "manage_organization",
        /// Connect payment gateways and say what is taken through them.
        ManageGateways => "manage_gateways",
        /// Invite staff, change roles, deactivate.
        ManageMembers => "manage_members",
        /// See customers and their contact persons.
        ViewCustomers => "view_customers",
        /// Create and change customers and their contact persons.
        ManageCustomers => "manage_customers",
        /// Invite people to the portal, disable their access.
        ManagePortalAccess => "manage_portal_access",
        /// Create customers from a file.
        ImportCustomers => "import_customers",
        /// See items.
        ViewItems => "view_items",
        /// Create and change items.
        ManageItems => "manage_items",
        /// Create and change taxes.
        ManageTaxes => "manage_taxes",
        /// Change prefixes and counters of documents.
        ManageNumberSeries => "manage_number_series",
        /// See invoices, drafts included.
        ViewInvoices => "view_invoices",
        /// Create, change, duplicate and delete invoices.
        ManageInvoices => "manage_invoices",
        /// Send invoices to customers, or mark them as sent.
        SendInvoices => "send_invoices",
        /// Void invoices and revert void ones to drafts.
        VoidInvoices => "void_invoices",
        /// See payments.
        ViewPayments => "view_payments",
        /// Record payments that were made elsewhere.
        RecordPayments => "record_payments",
        /// Give customers their money back.
        RefundPayments => "refund_payments",
        /// Make and cancel payment links, by which a customer pays without signing in.
        ManagePaymentLinks => "manage_payment_links",
        /// See the mails that were sent.
        ViewMail => "view_mail",
        /// Send a failed mail once more.
        RetryMail => "retry_mail",
        /// See one's own notifications.
        ViewNotifications => "view_notifications",
        /// See who changed what.
        ViewAudit => "view_audit",
    }
}

text_enum! {
    /// What a contact person may do in the portal; [`crate::portal_module`] decides.
    pub enum PortalPermission {
        /// See the first page, one's own and the company's details, and who else is a contact person.
        EnterPortal => "enter_portal",
        /// See the customer's invoices.
        ViewInvoices => "view_invoices",
        /// Download an invoice as a PDF.
        DownloadInvoices => "download_invoices",
        /// Pay invoices online.
        PayInvoices => "pay_invoices",
        /// Pay several invoices at once.
        PaySeveralInvoices => "pay_several_invoices",
        /// See how a payment that one began went.
        FollowPayments => "follow_payments",
        /// See the customer's payments.
        ViewPayments => "view_payments",
        /// Download the receipt of a payment.
        DownloadReceipts => "download_receipts",
        /// Change one's own details, and the company's.
        EditDetails => "edit_details",
        /// Look after one's own password, sessions and authenticator app.
        ManageOwnProfile => "manage_own_profile",
    }
}

const EVERYONE: &[Role] = Role::ALL;
const OFFICE: &[Role] = &[Role::Owner, Role::Admin, Role::Accountant, Role::Staff];
const OFFICE_AND_READERS: &[Role] = &[
    Role::Owner,
    Role::Admin,
    Role::Accountant,
    Role::Staff,
    Role::ReadOnly,
];
const BOOKS: &[Role] = &[Role::Owner, Role::Admin, Role::Accountant];
const FRONT: &[Role] = &[Role::Owner, Role::Admin, Role::Staff];
const HEADS: &[Role] = &[Role::Owner, Role::Admin];

/// The one truth about staff: each permission with the roles that have it.
///
/// `tests/permissions.txt` shows it as a matrix.
pub const ROLE_PERMISSIONS: &[(Permission, &[Role])] = &[
    (Permission::ManageOwnAccount, EVERYONE),
    (Permission::ViewOrganization, EVERYONE),
    (Permission::ManageOrganization, HEADS),
    (Permission::ManageGateways, HEADS),
    (Permission::ManageMembers, HEADS),
    (Permission::ViewCustomers, OFFICE_AND_READERS),
    (Permission::ManageCustomers, OFFICE),
    (Permission::ManagePortalAccess, FRONT),
    (Permission::ImportCustomers, BOOKS),
    (Permission::ViewItems, OFFICE_AND_READERS),
    (Permission::ManageItems, OFFICE),
    (Permission::ManageTaxes, BOOKS),
    (Permission::ManageNumberSeries, BOOKS),
    (Permission::ViewInvoices, OFFICE_AND_READERS),
    (Permission::ManageInvoices, OFFICE),
    (Permission::SendInvoices, OFFICE),
    (Permission::VoidInvoices, BOOKS),
    (Permission::ViewPayments, OFFICE_AND_READERS),
    (Permission::RecordPayments, OFFICE),
    (Permission::RefundPayments, BOOKS),
    (Permission::ManagePaymentLinks, OFFICE),
    (Permission::ViewMail, OFFICE),
    (Permission::RetryMail, OFFICE),
    (Permission::ViewNotifications, EVERYONE),
    (Permission::ViewAudit, BOOKS),
];

impl Role {
    /// Whether someone of this role may do this. What the table doesn't grant is forbidden.
    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        ROLE_PERMISSIONS
            .iter()
            .any(|(granted, roles)| *granted == permission && roles.contains(&self))
    }

    /// Everything that someone of this role may do.
    pub fn permissions(self) -> impl Iterator<Item = Permission> {
        Permission::ALL
            .iter()
            .copied()
            .filter(move |permission| self.may(*permission))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_permission_stands_in_the_table_once_and_in_order() {
        let rows: Vec<_> = ROLE_PERMISSIONS
            .iter()
            .map(|(permission, _)| *permission)
            .collect();
        assert_eq!(rows, Permission::ALL);
    }

    #[test]
    fn the_owner_may_everything_and_a_reader_changes_nothing() {
        assert!(
            Permission::ALL
                .iter()
                .all(|permission| Role::Owner.may(*permission))
        );
        assert!(
            Role::ReadOnly
                .permissions()
                .all(|permission| permission.as_str().starts_with("view_")
                    || permission == Permission::ManageOwnAccount)
        );
    }
}
