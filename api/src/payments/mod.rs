//! Payments: recorded ones and online ones, what they paid, and their receipts. Money moves exactly once
//! (semantics §4).

mod accept;
mod announce;
mod ask;
mod begin;
mod charge;
mod compare;
pub mod demo;
mod dispute;
mod dto;
pub mod office;
mod planned;
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

pub use ask::failure_of;
pub use begin::{Request, begin, in_flight_of};
pub use charge::charge;
pub use compare::{Finding, compare};
pub use dto::{ChargeInput, Payment, PortalAllocationInput, PortalPayment};
pub(crate) use office::one;
pub use portal::unfinished;
pub use receipt::{ReceiptFile, receipt_file};
pub use reconcile::reconcile;
pub use refusal::declined;
pub use show::{describe, portal_payments};
pub use start::{Counter, Desk, OnAccount, Order, Payer, check_amount, mandate, open};
pub use store::{get, last_of_customer, recent};
pub use sync::{give_up, sync};
pub use takes_query::takes_query;
