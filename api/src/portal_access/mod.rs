//! A contact person's way into the portal: invited by staff, accepted by the person, shut out and let back in.

mod accept;
mod dto;
mod grant;
mod invitation;
mod invite_many;
mod narrow;
mod office;
mod public;
mod shut_out;

pub use grant::grant;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config.configure(office::routes).configure(public::routes);
}
