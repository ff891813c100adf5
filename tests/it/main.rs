//! Every test of the API, in one binary.

mod account;
mod architecture;
mod auth;
mod bad_input;
mod contract;
mod customers;
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
mod realtime;
mod references;
mod saved_views;
mod schema;
mod taxes;
mod tenancy;
mod users;
