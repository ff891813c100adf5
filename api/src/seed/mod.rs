//! Made-up data: a business that looks real, for trying the product, and a large one, for measuring it.

mod bulk;
mod demo;
mod people;
mod wares;

pub use bulk::bulk;
pub use demo::demo;
