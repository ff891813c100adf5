//! Bank transfers: how an account is written, and the code by which a payer's app reads where to send the money.

mod account;
mod epc;

pub use account::{AccountError, Bic, Iban};
pub use epc::{EpcError, EpcTransfer, HOLDER, REMITTANCE};
