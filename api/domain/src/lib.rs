//! The rules of Portico: what a document costs, which status it has, who may do what.
//!
//! Everything here is a pure function of its arguments: no I/O, no clock, no randomness, no
//! framework. Amounts are `i64` minor units, arithmetic is `i128`, and whatever cannot be
//! represented is an error, never a wrapped or rounded-away number. The rules' source is
//! `spec/semantics.md`; section numbers in the comments refer to it.

mod apportion;

pub mod access;
pub mod allocation;
pub mod bank_transfer;
pub mod colour;
pub mod customer;
pub mod decimal;
pub mod gateway;
pub mod invoice;
pub mod language;
pub mod ledger;
pub mod limits;
pub mod live;
pub mod money;
pub mod notification;
pub mod numbering;
pub mod payment;
pub mod payment_link;
pub mod permission;
pub mod portal_access;
pub mod portal_module;
pub mod portal_name;
pub mod refund;
pub mod saved_view;
pub mod tax;
pub mod text;
pub mod totals;
pub mod typeid;
pub mod work;

pub use text::UnknownText;
