//! What the tests stand on: a real server on a real database, and people who call it over HTTP.
//!
//! The same tests run on SQLite, and on PostgreSQL where `DATABASE_URL_TEST` names a server.

mod actor;
mod app;
mod database;
pub mod events;
pub mod makers;
pub mod smtp;
mod wait;

pub use actor::{Actor, Answer, send};
pub use app::App;
pub use serde_json::{Value, json};
pub use wait::eventually;
