//! PayPal's adapter against a PayPal that runs on loopback and keeps books of its own.

mod failures;
mod life;
mod money;
mod support;
mod tokens;
mod webhooks;
