//! Invoices: written, numbered, sent, looked at, paid, voided. The style guide for every later document.

mod calculate;
mod compose;
mod create;
mod delete;
pub mod demo;
mod dto;
mod duplicate;
pub mod office;
mod pdf;
pub mod portal;
mod portal_dto;
mod revert;
mod send;
mod show;
mod store;
mod takes_query;
mod update;
mod view;
mod void;

pub use dto::InvoiceSummary;
pub use pdf::{InvoiceFile, addressee, invoice_file, letterhead};
pub use portal_dto::{PaymentOption, PendingPayment, PortalInvoiceSummary};
pub use show::{check_payable, is_draft, status_of, summarise};
pub use store::{
    Movement, by_ids, lock, longest_overdue, open_of_customer, put_in_flight, released,
    settle_share, take_out_of_flight,
};
pub use takes_query::takes_query;
