//! Logs and metrics.

use std::net::SocketAddr;

use anyhow::Result;
use tracing_subscriber::{EnvFilter, fmt};

/// Writes the log to standard error: lines for people in development, JSON otherwise. `RUST_LOG` filters.
pub fn init(development: bool) {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,typst=error"));
    let builder = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second initialisation, as in tests, is no error.
    let _ = if development {
        builder.compact().try_init()
    } else {
        builder.json().try_init()
    };
}

/// Serves metrics for Prometheus on an address of their own.
///
/// # Errors
/// If the address cannot be used.
pub fn serve_metrics(address: SocketAddr) -> Result<()> {
    metrics_exporter_prometheus::PrometheusBuilder::new()
        .with_http_listener(address)
        .install()?;
    Ok(())
}
