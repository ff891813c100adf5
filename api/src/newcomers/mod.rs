//! A customer who is new: written down, and invited to the portal at once where the organization wants that (A6).
//! It stands above `customers` and `portal_access`, which do not know of it.

mod office;

pub use office::routes;
