//! The server of Portico: the REST API, the pages, and the work behind them.

pub mod app;
pub mod audit;
pub mod auth;
pub mod clock;
pub mod config;
pub mod customers;
pub mod db;
pub mod error;
pub mod files;
pub mod gateway;
pub mod health;
pub mod http;
pub mod invoices;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod notifications;
pub mod number_series;
pub mod openapi;
pub mod passwords;
pub mod payments;
pub mod random;
pub mod storage;
pub mod taxes;
pub mod telemetry;
pub mod worker;
