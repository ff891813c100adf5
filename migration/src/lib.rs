//! The schema's history. A step is never edited once it has landed; a new step is a new file.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m0001_foundation;
mod m0002_account_security;
mod m0003_figures;
mod m0004_online_payments;
mod m0005_first_passwords_and_mail_templates;
mod m0006_notices_and_views;
mod m0007_portal_permissions;
mod m0008_refunds_and_credits;
mod m0009_payment_links;
mod m0010_bank_transfer;
mod m0011_gateway_accounts;
mod m0012_payment_methods;
mod m0013_disputes;
mod m0014_portal_sign_ups;

/// Runs every step in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_foundation::Migration),
            Box::new(m0002_account_security::Migration),
            Box::new(m0003_figures::Migration),
            Box::new(m0004_online_payments::Migration),
            Box::new(m0005_first_passwords_and_mail_templates::Migration),
            Box::new(m0007_portal_permissions::Migration),
            Box::new(m0006_notices_and_views::Migration),
            Box::new(m0008_refunds_and_credits::Migration),
            Box::new(m0009_payment_links::Migration),
            Box::new(m0010_bank_transfer::Migration),
            Box::new(m0011_gateway_accounts::Migration),
            Box::new(m0012_payment_methods::Migration),
            Box::new(m0013_disputes::Migration),
            Box::new(m0014_portal_sign_ups::Migration),
        ]
    }
}
