//! Portals as a stranger sees them, and signing in to one.
//!
//! An identity is an e-mail address within one organization: it owns the password and the sessions. Contact
//! persons are its memberships, each with its own access (semantics §5).

mod choose_password;
mod dto;
mod email_change;
mod first_password;
mod identity;
mod let_in;
mod own_account;
mod password;
mod portal;
mod public;
mod reset;
mod session;
mod sign_in;
mod store;

pub use dto::{Portal, PortalSession};
pub use identity::{Known, known, prove};
pub use let_in::let_in;
pub use portal::{answer, routes};
pub use public::find;
pub use reset::{send_reset, warn_of_guessing};
pub use store::{PortalOrganization, by_name, identity_by_email, pending_email};
