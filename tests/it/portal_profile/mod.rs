//! What people of a customer change of themselves and of their company.

mod details;
mod email;
