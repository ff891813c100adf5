//! Providers that run on loopback and take no money, for tests only.
//!
//! A crate of its own, so that both an adapter's tests and those of the whole server can use them, and no
//! shipped program can.

pub mod paypal;
pub mod stripe;

pub use paypal::FakePayPal;
pub use stripe::LocalStripe;
