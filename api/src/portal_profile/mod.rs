//! What people of a customer see and change of themselves and of their company (C2, G7).

mod company;
mod dto;
mod person;
pub mod portal;

pub use dto::PortalContact;
