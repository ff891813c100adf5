//! Taxes, groups of taxes, the authorities they are owed to, and reasons for exemption (A11).

mod authorities;
mod dto;
mod exemptions;
mod groups;
mod office;
mod resolve;
mod store;
mod tax;

pub use office::routes;
pub use resolve::{ResolvedTax, TaxRef, named, resolve, resolve_all};
