//! The demo's sign-ins, which `portico seed --demo` writes beside its data. They are told to whoever asks,
//! so only in development, which listens on a loopback address only.

use serde::{Deserialize, Serialize};

use crate::config::Config;

/// Who may try the demo.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Demo {
    pub portal_name: String,
    /// A customer's contact person.
    pub email: String,
    pub password: String,
    pub staff_email: String,
    pub staff_password: String,
}

impl Demo {
    /// The demo of this installation, if it has one.
    #[must_use]
    pub fn read(config: &Config) -> Option<Self> {
        if !config.development {
            return None;
        }
        let text = std::fs::read_to_string(config.data_dir.join("demo.json")).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Writes the demo's sign-ins down.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write(&self, config: &Config) -> anyhow::Result<()> {
        std::fs::write(
            config.data_dir.join("demo.json"),
            serde_json::to_string_pretty(self)?,
        )?;
        Ok(())
    }

    /// The part for "try as customer".
    #[must_use]
    pub fn for_customers(&self) -> serde_json::Value {
        serde_json::json!({ "portal_name": self.portal_name, "email": self.email, "password": self.password })
    }
}
