//! Every test of the API, in one binary.

mod auth;
mod contract;
mod customers;
