//! What changes is told to whoever looks at it, as hints: "invoice X changed". The reader fetches again. What is
//! told comes from [`crate::db::Changes`]; here it is decided whom it concerns.

mod dto;
mod office;
mod portal;
mod slots;
mod store;
mod stream;

pub use slots::Slots;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this engine.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(office::stream_events)
        .service(portal::stream_portal_events);
}
