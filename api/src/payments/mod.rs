//! Payments: recorded ones and online ones, what they paid, and their receipts. Money moves exactly once
//! (semantics §4).

mod accept;
mod announce;
mod compare;
pub mod demo;
mod dto;
pub mod office;
pub mod portal;
pub mod public;
mod receipt;
mod reconcile;
mod record;
mod refund;
mod refusal;
mod settle;
mod show;
mod start;
mod store;
pub mod stuck;
mod sync;
mod takes_query;

pub use compare::{Finding, compare};
pub use dto::{Payment, PortalPayment};
pub use receipt::{ReceiptFile, receipt_file};
pub use reconcile::reconcile;
pub use show::{describe, portal_payments};
pub use start::Counter;
pub use store::{last_of_customer, recent};
pub use takes_query::takes_query;
