//! Payment links (F7): an unguessable page for one payment, without sign-in. The money moves by the verbs of
//! [`crate::payments`]; a link only decides who may begin, and for how much.

mod cancel;
mod create;
mod dto;
mod holder;
mod mails;
mod office;
mod pay;
mod public;
mod public_dto;
mod show;
mod standing;
mod store;
mod verification;
mod view;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config.configure(office::routes).configure(public::routes);
}
