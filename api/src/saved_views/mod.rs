//! Filters of a list, kept under a name by a member of staff, for themselves or for everybody (E3).

mod dto;
mod filters;
mod keep;
mod office;
mod store;

pub use office::routes;
