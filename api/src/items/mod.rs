//! What is sold (A11).

mod create;
mod delete;
mod dto;
mod office;
mod store;
mod update;

pub use office::routes;
pub use store::known;
