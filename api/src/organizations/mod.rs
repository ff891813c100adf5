//! The organization itself: profile, branding, defaults of its documents (A3–A5).

mod dto;
mod logo;
mod logo_svg;
mod office;
mod public;
mod rename_effects;
mod rename_portal;
mod store;
mod update;
mod upload;

pub use office::routes;
pub use store::{defaults, keep_gateways, lock, own};
