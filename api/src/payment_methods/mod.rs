//! Saved methods (F4): what a gateway keeps of a customer's cards and accounts. Portico knows the gateway's ids, and as
//! much of each as its owner needs to tell it from the others.

mod change;
mod dto;
mod keep;
mod office;
mod payer;
mod portal;
mod setup;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub use keep::{forget_all, keep_paid_with};
pub use payer::payer;
pub use store::{get, of_customer};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config.configure(office::routes).configure(portal::routes);
}
