mod challenge;
mod concurrency;
pub mod counter;
mod debit;
mod faults;
mod kills;
mod online;
mod record;
mod webhooks;
