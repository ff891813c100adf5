//! Settings of the installation, from flags or the environment, checked before anything starts.

use std::{
    net::{IpAddr, SocketAddr},
    num::NonZeroU32,
    path::PathBuf,
};

use anyhow::{Result, bail};
use clap::Args;
use reqwest::Url;

/// What an operator may set.
#[derive(Clone, Debug, Args)]
pub struct Config {
    /// `sqlite:<path>` or `postgres://…`
    #[arg(
        long,
        env = "DATABASE_URL",
        default_value = "sqlite:data/portico.db",
        global = true
    )]
    pub database_url: String,
    /// Keys and files live here.
    #[arg(long, env = "PORTICO_DATA_DIR", default_value = "data", global = true)]
    pub data_dir: PathBuf,
    /// Where the server listens.
    #[arg(
        long,
        env = "PORTICO_BIND",
        default_value = "127.0.0.1:8080",
        global = true
    )]
    pub bind: SocketAddr,
    /// How browsers reach the server; links in mails begin with it.
    #[arg(
        long,
        env = "PORTICO_PUBLIC_URL",
        default_value = "http://localhost:8080",
        global = true
    )]
    pub public_url: Url,
    /// Development: keys are made on first start, the mailbox page and the demo sign-ins may be on.
    #[arg(long, env = "PORTICO_DEVELOPMENT", default_value_t = true, action = clap::ArgAction::Set, global = true)]
    pub development: bool,
    /// `smtp://user:password@host:port` or `smtps://…`; without it mails go to the development mailbox.
    #[arg(long, env = "PORTICO_SMTP_URL", global = true)]
    pub smtp_url: Option<String>,
    /// The sender of every mail.
    #[arg(
        long,
        env = "PORTICO_MAIL_FROM",
        default_value = "Portico <portico@localhost>",
        global = true
    )]
    pub mail_from: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    #[arg(
        long,
        env = "PORTICO_TRUSTED_PROXIES",
        value_delimiter = ',',
        global = true
    )]
    pub trusted_proxies: Vec<IpAddr>,
    /// Other origins whose pages may call the API.
    #[arg(
        long,
        env = "PORTICO_CORS_ORIGINS",
        value_delimiter = ',',
        global = true
    )]
    pub cors_origins: Vec<String>,
    /// Requests a minute from one address.
    #[arg(
        long,
        env = "PORTICO_RATE_LIMIT",
        default_value = "1200",
        global = true
    )]
    pub rate_limit: NonZeroU32,
    /// Where metrics are served, apart from the API; off if not set.
    #[arg(long, env = "PORTICO_METRICS_BIND", global = true)]
    pub metrics_bind: Option<SocketAddr>,
    /// Whether the server also works on the job queue.
    #[arg(long, env = "PORTICO_WORKER", default_value_t = true, action = clap::ArgAction::Set, global = true)]
    pub worker: bool,
    /// Whether customers can pay through the sandbox gateway, which moves no money.
    #[arg(long, env = "PORTICO_SANDBOX_GATEWAY", default_value_t = true, action = clap::ArgAction::Set, global = true)]
    pub sandbox_gateway: bool,
    /// After so many seconds the sandbox gateway settles a bank debit; with a real one it takes days.
    #[arg(
        long,
        env = "PORTICO_SANDBOX_DEBIT_SECONDS",
        default_value = "60",
        global = true
    )]
    pub sandbox_debit_seconds: u32,
    /// Whether the sandbox gateway sends webhooks; without them outcomes are learnt by asking only.
    #[arg(long, env = "PORTICO_SANDBOX_WEBHOOKS", default_value_t = true, action = clap::ArgAction::Set, global = true)]
    pub sandbox_webhooks: bool,
    /// Another address of Stripe's API, for tests.
    #[arg(long, env = "PORTICO_STRIPE_URL", global = true, hide = true)]
    pub stripe_url: Option<Url>,
    /// Another address of PayPal's API, for tests.
    #[arg(long, env = "PORTICO_PAYPAL_URL", global = true, hide = true)]
    pub paypal_url: Option<Url>,
}

impl Config {
    /// Refuses settings that contradict each other or would be dangerous.
    ///
    /// # Errors
    /// Says what to change.
    pub fn check(&self) -> Result<()> {
        if !["http", "https"].contains(&self.public_url.scheme())
            || self.public_url.host_str().is_none()
        {
            bail!(
                "PORTICO_PUBLIC_URL must be an http or https address, not {}",
                self.public_url
            );
        }
        if !self.database_url.starts_with("sqlite:") && !self.database_url.starts_with("postgres") {
            bail!("DATABASE_URL must begin with sqlite: or postgres://");
        }
        self.mail_from
            .parse::<lettre::message::Mailbox>()
            .map_err(|error| anyhow::anyhow!("PORTICO_MAIL_FROM is no mail address: {error}"))?;
        if self.development && !self.bind.ip().is_loopback() {
            bail!(
                "development mode has a mailbox that anyone can read: it must listen on a loopback address, not {}; \
                 set PORTICO_DEVELOPMENT=false for a real installation",
                self.bind
            );
        }
        if !self.development && self.smtp_url.is_none() {
            bail!(
                "PORTICO_SMTP_URL is needed outside development, or no invitation would ever arrive"
            );
        }
        if !self.development && self.public_url.scheme() != "https" {
            tracing::warn!(
                "PORTICO_PUBLIC_URL is not https: cookies and passwords travel in the clear"
            );
        }
        Ok(())
    }

    /// An address for people: the public URL with a path.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }
}
