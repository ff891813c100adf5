//! Every test of the API, in one binary.

mod account;
mod architecture;
mod auth;
mod bad_input;
mod contract;
mod customers;
mod email_templates;
mod import_export;
mod injection;
mod invoices;
mod items;
mod mails;
mod network;
mod notifications;
mod number_series;
mod organizations;
mod payments;
mod portal_access;
mod portal_auth;
mod portal_profile;
mod references;
mod schema;
mod taxes;
mod tenancy;
mod users;
