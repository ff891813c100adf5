//! Which payment gateways an organization has (A10).

mod dto;
mod office;

pub use office::routes;
