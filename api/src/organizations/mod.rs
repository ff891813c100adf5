//! The organization itself: profile, branding, defaults of its documents (A4, A5).

mod store;

pub use store::{lock, own};
