//! The sandbox as Portico meets it: through the port, and through the payer's browser.

mod confirm;
mod ledger;
mod port;
mod support;
mod webhooks;
