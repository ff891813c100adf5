//! What proves an organization to its provider. It is encrypted for the row that keeps it, and leaves this module
//! only as an adapter.

use std::fmt;

use entity::OrganizationId;
use portico_domain::gateway::GatewayKind;
use serde::{Deserialize, Serialize};

use crate::{
    error::{Error, Result},
    keys::Keys,
};

/// The secret half of an account.
#[derive(Clone, Serialize, Deserialize)]
pub struct Credentials {
    /// Stripe's secret key, PayPal's client secret.
    pub secret_key: String,
    /// What proves webhooks: Stripe's signing secret, the id of PayPal's webhook.
    pub webhook_key: String,
}

/// Shows nothing.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(…)")
    }
}

/// A ciphertext opens for the organization and gateway that it was made for only.
pub(crate) fn context(organization: OrganizationId, kind: GatewayKind) -> String {
    format!("gateway account:{organization}:{kind}")
}

impl Credentials {
    /// Encrypts them.
    ///
    /// # Errors
    /// If encryption fails.
    pub fn seal(
        &self,
        keys: &Keys,
        organization: OrganizationId,
        kind: GatewayKind,
    ) -> Result<String> {
        let text = serde_json::to_string(self).map_err(Error::internal)?;
        keys.seal(&context(organization, kind), &text)
            .map_err(Error::internal)
    }

    /// Decrypts them.
    ///
    /// # Errors
    /// If they were sealed with another key, or for another account.
    pub fn open(
        sealed: &str,
        keys: &Keys,
        organization: OrganizationId,
        kind: GatewayKind,
    ) -> Result<Self> {
        let text = keys
            .open_sealed(&context(organization, kind), sealed)
            .map_err(Error::internal)?;
        serde_json::from_str(&text).map_err(Error::internal)
    }
}
