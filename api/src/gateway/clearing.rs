//! The sandbox's own work, which a real provider does on its own servers: settling debits, sending webhooks.

use portico_domain::gateway::GatewayKind;

use super::Gateways;
use crate::{config::Config, db::Db, error::Result};

/// A sandbox that is at work.
pub struct Clearing {
    http: reqwest::Client,
    url: String,
    sends: bool,
}

impl Clearing {
    /// # Errors
    /// If no client can be made.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let url = config.link(&format!(
            "/api/v1/public/gateways/{}/webhooks",
            GatewayKind::Sandbox
        ));
        let mut http = reqwest::Client::builder()
            .timeout(portico_gateways::DEADLINE)
            .redirect(reqwest::redirect::Policy::none());
        if url.starts_with("http:") {
            // Nothing to prove: the system's certificates need not be read.
            http = http.tls_certs_only([]);
        }
        Ok(Self {
            http: http.build()?,
            url,
            sends: config.sandbox_webhooks,
        })
    }

    /// Settles the debits that are due and sends the webhooks that wait.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn round(&self, gateways: &Gateways, db: &Db) -> Result<()> {
        let Some(sandbox) = gateways.sandbox() else {
            return Ok(());
        };
        let now = db.clock().now().to_utc();
        sandbox
            .settle_due(now)
            .await
            .map_err(crate::error::Error::internal)?;
        if !self.sends {
            return Ok(());
        }
        sandbox
            .deliver(&self.http, &self.url, now)
            .await
            .map_err(crate::error::Error::internal)
    }
}
