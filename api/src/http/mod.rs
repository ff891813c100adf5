//! What every route shares: reading requests, answering them, and the layers around both.

pub mod address;
pub mod addresses;
pub mod body;
pub mod cookies;
pub mod etag;
pub mod idempotency;
pub mod merge;
pub mod modules;
pub mod params;
pub mod patch;
pub mod rate_limit;
pub mod request_id;
pub mod request_log;
pub mod respond;
pub mod security_headers;
pub mod session;
pub mod text;
pub mod upload;

pub use body::Body;
pub use etag::IfMatch;
pub use idempotency::{Idempotency, RequiredIdempotency};
pub use merge::MergePatch;
pub use params::{IdPath, IdPaths, Params};
pub use patch::Patch;
pub use respond::{Created, Listing, NoContent, Versioned};
pub use session::{ClientInfo, Portal, Staff, can};
