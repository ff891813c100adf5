//! An organization's staff: who works here, as what, and who was asked to (A9).

mod accept;
mod dto;
mod invite;
mod office;
mod public;
mod store;
mod update;

pub use office::routes;
