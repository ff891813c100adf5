//! The portal's first page: what do I owe, and what happened last (C1, C2).

mod dto;
pub mod portal;
mod store;
