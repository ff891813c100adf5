//! Lists that come in as files.

mod columns;
mod dto;
mod duplicates;
mod import;
mod office;
mod sheet;

pub use office::routes;
