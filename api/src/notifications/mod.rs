//! What staff should know (A6, G3): written once for the organization, read by each member for themselves, in the app
//! and by mail, as the organization and each member want it.

mod dto;
mod mail_out;
mod notify;
mod office;
mod office_settings;
mod settings;
mod store;

pub use mail_out::mail_out;
pub use notify::{MAIL_NOTIFICATION, NewNotification, notify};

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .configure(office::routes)
        .configure(office_settings::routes);
}
