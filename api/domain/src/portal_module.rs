//! What people may do in the portal: the organization's table of modules, narrowed for one person (A7).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{permission::PortalPermission, text::text_enum};

text_enum! {
    /// A part of the portal.
    pub enum PortalModule {
        /// The customer's invoices, and paying them.
        Invoices => "invoices",
        /// Payments made, with their receipts.
        Payments => "payments",
    }
}

text_enum! {
    /// What can be done in a module.
    pub enum ModuleRight {
        /// See what there is. Every other right takes this one.
        View => "view",
        /// Download it as a file.
        Download => "download",
        /// Pay online.
        Pay => "pay",
    }
}

/// Whether a module is open, and what may be done in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ModuleAccess {
    pub module: PortalModule,
    /// Whether it is there at all.
    pub enabled: bool,
    /// What may be done in it.
    #[schema(example = json!(["view", "download"]))]
    pub permissions: Vec<ModuleRight>,
}

impl PortalModule {
    /// What can be done in this module.
    #[must_use]
    pub const fn rights(self) -> &'static [ModuleRight] {
        match self {
            Self::Invoices => &[ModuleRight::View, ModuleRight::Download, ModuleRight::Pay],
            Self::Payments => &[ModuleRight::View, ModuleRight::Download],
        }
    }

    /// What holds until the organization says otherwise.
    #[must_use]
    pub fn by_default(self) -> ModuleAccess {
        ModuleAccess {
            module: self,
            enabled: true,
            permissions: self.rights().to_vec(),
        }
    }
}

/// The whole table: each module once, as it was set or by default.
#[must_use]
pub fn table(set: &[ModuleAccess]) -> Vec<ModuleAccess> {
    PortalModule::ALL
        .iter()
        .map(|module| of(set, *module).cloned())
        .zip(PortalModule::ALL)
        .map(|(access, module)| access.unwrap_or_else(|| module.by_default()))
        .collect()
}

/// Why an entry of a table cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// The module stands there already.
    #[error("each module can be named once")]
    Repeated,
    /// The module has no such right.
    #[error("this module does not have this permission")]
    Unknown,
    /// Other rights take the right to see.
    #[error("whoever may do anything here must be able to view it")]
    WithoutView,
}

/// What is wrong with a table, by the index of its entry.
#[must_use]
pub fn faults(table: &[ModuleAccess]) -> Vec<(usize, TableFault)> {
    let fault = |(index, access): (usize, &ModuleAccess)| {
        let rights = &access.permissions;
        let repeated = table
            .iter()
            .take(index)
            .any(|other| other.module == access.module);
        let known = access.module.rights();
        let fault = if repeated {
            TableFault::Repeated
        } else if rights.iter().any(|right| !known.contains(right)) {
            TableFault::Unknown
        } else if !rights.is_empty() && !rights.contains(&ModuleRight::View) {
            TableFault::WithoutView
        } else {
            return None;
        };
        Some((index, fault))
    };
    table.iter().enumerate().filter_map(fault).collect()
}

/// What decides on a person's permissions in the portal.
#[derive(Clone, Copy, Debug)]
pub struct PortalRights<'a> {
    /// The organization's table, as it was set.
    pub organization: &'a [ModuleAccess],
    /// What one person is held to; nothing narrows a module that isn't named.
    pub person: &'a [ModuleAccess],
    /// The organization's preference: people change their details themselves.
    pub edit_details: bool,
    /// The organization's preference: several invoices are paid at once.
    pub bulk_payment: bool,
}

impl PortalRights<'_> {
    /// Whether the person may do this.
    #[must_use]
    pub fn allow(&self, permission: PortalPermission) -> bool {
        use PortalPermission as P;
        match permission {
            P::EnterPortal | P::ManageOwnProfile => true,
            P::EditDetails => self.edit_details,
            P::ViewInvoices => self.grants(PortalModule::Invoices, ModuleRight::View),
            P::DownloadInvoices => self.grants(PortalModule::Invoices, ModuleRight::Download),
            P::PayInvoices => self.grants(PortalModule::Invoices, ModuleRight::Pay),
            P::PaySeveralInvoices => self.bulk_payment && self.allow(P::PayInvoices),
            P::ViewPayments => self.grants(PortalModule::Payments, ModuleRight::View),
            P::DownloadReceipts => self.grants(PortalModule::Payments, ModuleRight::Download),
            P::FollowPayments => self.allow(P::PayInvoices) || self.allow(P::ViewPayments),
        }
    }

    /// All that the person may do.
    #[must_use]
    pub fn all(&self) -> Vec<PortalPermission> {
        let all = PortalPermission::ALL.iter().copied();
        all.filter(|permission| self.allow(*permission)).collect()
    }

    fn grants(&self, module: PortalModule, right: ModuleRight) -> bool {
        let open = |access: &ModuleAccess| {
            let has = |right| access.permissions.contains(&right);
            access.enabled && has(ModuleRight::View) && has(right)
        };
        let organization =
            of(self.organization, module).map_or_else(|| open(&module.by_default()), open);
        organization && of(self.person, module).is_none_or(open)
    }
}

fn of(table: &[ModuleAccess], module: PortalModule) -> Option<&ModuleAccess> {
    table.iter().find(|access| access.module == module)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn invoices(enabled: bool, permissions: &[ModuleRight]) -> Vec<ModuleAccess> {
        vec![ModuleAccess {
            module: PortalModule::Invoices,
            enabled,
            permissions: permissions.to_vec(),
        }]
    }

    fn rights<'a>(
        organization: &'a [ModuleAccess],
        person: &'a [ModuleAccess],
    ) -> PortalRights<'a> {
        PortalRights {
            organization,
            person,
            edit_details: true,
            bulk_payment: true,
        }
    }

    #[test]
    fn nothing_set_means_everything() {
        assert_eq!(rights(&[], &[]).all(), PortalPermission::ALL);
    }

    #[test]
    fn both_must_allow() {
        use PortalPermission::{DownloadInvoices, PayInvoices, ViewInvoices, ViewPayments};
        let look = invoices(true, &[ModuleRight::View]);
        let no_pay = invoices(true, &[ModuleRight::View, ModuleRight::Download]);
        for both in [
            rights(&look, &[]),
            rights(&[], &look),
            rights(&look, &no_pay),
            rights(&no_pay, &look),
        ] {
            assert!(both.allow(ViewInvoices) && both.allow(ViewPayments));
            assert!(!both.allow(DownloadInvoices) && !both.allow(PayInvoices));
        }
        let closed = invoices(false, PortalModule::Invoices.rights());
        assert!(!rights(&closed, &[]).allow(ViewInvoices));
        let blind = invoices(true, &[ModuleRight::Pay]);
        assert!(!rights(&[], &blind).allow(PayInvoices));
    }

    #[test]
    fn whoever_pays_learns_how_it_went() {
        let no_payments = [ModuleAccess {
            enabled: false,
            ..PortalModule::Payments.by_default()
        }];
        assert!(rights(&no_payments, &[]).allow(PortalPermission::FollowPayments));
        let look = invoices(true, &[ModuleRight::View]);
        assert!(!rights(&no_payments, &look).allow(PortalPermission::FollowPayments));
    }

    #[test]
    fn preferences_decide_on_details_and_on_paying_several() {
        let strict = PortalRights {
            edit_details: false,
            bulk_payment: false,
            ..rights(&[], &[])
        };
        assert!(!strict.allow(PortalPermission::EditDetails));
        assert!(!strict.allow(PortalPermission::PaySeveralInvoices));
        assert!(strict.allow(PortalPermission::PayInvoices));
    }

    #[test]
    fn a_table_makes_sense() {
        let twice = [invoices(true, &[]), invoices(true, &[])].concat();
        assert_eq!(faults(&twice), [(1, TableFault::Repeated)]);
        assert_eq!(
            faults(&invoices(true, &[ModuleRight::Pay])),
            [(0, TableFault::WithoutView)]
        );
        let payments = [ModuleAccess {
            module: PortalModule::Payments,
            enabled: true,
            permissions: vec![ModuleRight::View, ModuleRight::Pay],
        }];
        assert_eq!(faults(&payments), [(0, TableFault::Unknown)]);
        let whole = table(&invoices(false, &[]));
        assert_eq!(whole.len(), PortalModule::ALL.len());
        assert!(!whole[0].enabled && whole[1].enabled && faults(&whole).is_empty());
    }
}
