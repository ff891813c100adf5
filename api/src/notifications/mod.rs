//! What staff should know (A6): written once for the organization, read by each member for themselves.

mod dto;
mod notify;
mod office;
mod store;

pub use notify::{NewNotification, notify};
pub use office::routes;
