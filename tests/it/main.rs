//! Every test of the API, in one binary.

mod architecture;
mod auth;
mod contract;
mod customers;
mod import_export;
mod invoices;
mod items;
mod mails;
mod notifications;
mod number_series;
mod organizations;
mod payments;
mod portal_access;
mod portal_auth;
mod taxes;
mod tenancy;
mod users;
