//! The back office's first page.

mod dto;
pub mod office;
mod store;
