//! The mails of an organization as staff see them (B5), and the development mailbox.

mod dto;
mod office;
mod public;
mod retry;
mod store;

pub use office::routes;
