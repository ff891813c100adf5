//! Stripe behind Portico's port: cards, and debits from bank accounts (SEPA in euros, ACH in US dollars).
//!
//! Requests are those that `async-stripe` generates from Stripe's own description of its API, in the version that crate
//! is made for. They travel over our own transport rather than the crate's clients: one shared connection pool, few
//! retries, Stripe's idempotency keys. Answers are read into small types of our own (`wire`): the generated
//! ones refuse a whole answer for one missing field, and what is done here has to outlive Stripe's next release.

mod account;
mod amount;
mod decline;
mod gateway;
mod intent;
mod method;
mod refund;
mod transport;
mod webhook;
mod wire;

pub use account::{StripeAccount, capabilities, debits};
pub use gateway::StripeGateway;
pub use transport::http_client;
pub use webhook::SIGNATURE_HEADER;
