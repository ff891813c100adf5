//! Invoices: written, numbered, sent, looked at, paid, voided. The style guide for every later document.

mod calculate;
mod compose;
mod create;
mod credit_dto;
mod credits;
mod delete;
pub mod demo;
mod dto;
mod duplicate;
pub mod office;
mod office_credits;
mod pdf;
pub mod portal;
mod portal_dto;
pub mod portal_transfer;
mod revert;
mod send;
mod show;
mod store;
mod takes_query;
mod transfer;
mod update;
mod view;
mod void;

pub use dto::InvoiceSummary;
pub use pdf::{InvoiceFile, addressee, invoice_file, letterhead};
pub use portal_dto::{PaymentOption, PendingPayment, PortalInvoiceSummary};
pub use show::{check_payable, is_draft, status_of, summarise};
pub use store::{
    CreditMove, Movement, by_ids, lock, longest_overdue, mark_unmarked, move_credit,
    open_of_customer, put_in_flight, settle_share, take_back, take_out_of_flight,
};
pub use takes_query::takes_query;
