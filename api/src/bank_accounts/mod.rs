//! The accounts to which customers transfer money: one for each currency, and one for every other (F1).

mod check;
mod dto;
mod keep;
mod office;
mod store;

pub use office::routes;
pub use store::for_currency;
