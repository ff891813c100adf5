//! The only place that holds a connection. Everything else gets a [`Tx`] with a scope, whose queries
//! carry the organization (and, for the portal, the customer) by themselves.

mod changes;
mod connect;
mod figures;
mod page;
mod relay;
mod scope;
mod search;
mod select;
mod sessions;
mod statements;
pub mod system;
mod tx;

pub use changes::{Change, Changes, Event};
pub use connect::Db;
pub use page::{Excerpt, Key, Page, PageQuery, Sort, SortKey, Sortable};
pub use scope::{Actor, OrgScope, PortalScope, Scope, Sees, Writes};
pub use search::contains;
pub use select::Scoped;
pub use sessions::{PortalSession, StaffSession};
pub use statements::count_statements;
pub use tx::Tx;
