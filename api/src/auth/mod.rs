//! Signing in to the back office, and what every session has in common.

pub mod authenticator;
pub mod devices;
pub mod dto;
pub mod office;
pub mod one_time;
pub mod own_account;
pub mod reset;
pub mod sessions;
pub mod sign_in;
pub mod sign_up;
mod store;
pub mod throttle;

pub use office::{answer, routes};
pub use store::{normalise_email, user_by_email};
