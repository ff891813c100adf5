//! What an organization's mails say: subject and body of each kind in each language, in its own words or the
//! built-in ones (A8). Buttons, facts and secrets are placed by the system; no edit can lose or show them.

mod dto;
mod office;
mod recent;
mod sample;
mod show;
mod store;
mod update;

pub use office::routes;
