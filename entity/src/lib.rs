//! The tables as types: columns only, no behaviour. References and indexes are the migration's.

pub mod ids;
pub mod records;
pub mod values;

pub mod audit_entry;
pub mod authenticator;
pub mod bank_account;
pub mod contact_person;
pub mod credit_entry;
pub mod customer;
pub mod customer_balance;
pub mod customer_due;
pub mod dev_mail;
pub mod gateway_account;
pub mod gateway_payer;
pub mod idempotency;
pub mod invoice;
pub mod invoice_line;
pub mod item;
pub mod job;
pub mod mail;
pub mod mail_template;
pub mod membership;
pub mod notification;
pub mod notification_preference;
pub mod notification_read;
pub mod notification_rule;
pub mod number_series;
pub mod one_time_token;
pub mod organization;
pub mod organization_figure;
pub mod payment;
pub mod payment_allocation;
pub mod payment_check;
pub mod payment_link;
pub mod payment_link_attempt;
pub mod payment_link_code;
pub mod payment_method;
pub mod portal_identity;
pub mod portal_name;
pub mod portal_sign_up;
pub mod recovery_code;
pub mod refresh_token;
pub mod refund;
pub mod sandbox_event;
pub mod sandbox_intent;
pub mod saved_view;
pub mod session;
pub mod sign_in_throttle;
pub mod staff_user;
pub mod tax;
pub mod tax_authority;
pub mod tax_exemption;
pub mod tax_group;
pub mod tax_group_member;
pub mod transfer_notice;

pub use ids::*;
pub use values::{Doc, Instant, Text};

/// A table whose rows belong to one organization and whose key begins with it.
pub trait Tenant: sea_orm::EntityTrait {
    /// The column that names the organization.
    const ORGANIZATION: Self::Column;
}
