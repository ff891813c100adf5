//! The server of Portico: the REST API, the pages, and the work behind them.

pub mod app;
pub mod audit;
pub mod auth;
pub mod clock;
pub mod config;
pub mod db;
pub mod error;
pub mod gateways;
pub mod health;
pub mod http;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod mails;
pub mod notifications;
pub mod number_series;
pub mod openapi;
pub mod organizations;
pub mod passwords;
pub mod random;
pub mod subject;
pub mod taxes;
pub mod telemetry;
pub mod worker;
