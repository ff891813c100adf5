//! A contact person's way into the portal: invited by staff, accepted by the person, shut out and let back in.

mod accept;
mod dto;
mod first_password;
mod grant;
mod invitation;
mod invite_many;
mod mails;
mod narrow;
mod office;
mod people;
mod public;
mod shut_out;

pub use grant::grant;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .configure(office::routes)
        .configure(people::routes)
        .configure(public::routes);
}
