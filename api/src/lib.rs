//! The server of Portico: the REST API, the pages, and the work behind them.

pub mod app;
pub mod audit;
pub mod auth;
pub mod clock;
pub mod config;
pub mod customers;
pub mod db;
pub mod error;
pub mod health;
pub mod http;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod openapi;
pub mod passwords;
pub mod random;
pub mod telemetry;
pub mod worker;
