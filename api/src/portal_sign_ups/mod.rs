//! Signing up to a portal by oneself (B7), where the organization allows it. A link by mail verifies the address. Then
//! somebody whom staff have entered comes in; somebody unknown asks, and staff decide; and whoever was shut out stays
//! out. Only the owner of an address learns what is known about it, by mail.

mod ask;
mod decide;
mod dto;
mod join;
mod link;
mod office;
mod public;
mod send;
mod standing;
mod store;

pub use send::{SEND_SIGN_UP, send};

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config.configure(office::routes).configure(public::routes);
}
