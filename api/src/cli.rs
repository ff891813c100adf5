//! The commands of the binary.

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use portico_api::{
    app::{self, Parts},
    clock::Clock,
    config::Config,
    db::Db,
    openapi, telemetry,
    worker::Worker,
};

/// A customer portal with the invoicing back office behind it.
#[derive(Parser)]
#[command(version, about)]
pub struct Cli {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API and the pages.
    Serve,
    /// Work on the job queue only.
    Worker,
    /// Bring the database's schema up to date.
    Migrate,
    /// Make up data to try the product with, or to measure it with.
    Seed {
        /// A business that looks real, with sign-ins that are printed by `serve`.
        #[arg(long)]
        demo: bool,
        /// So many plain invoices more, in the demo's organization.
        #[arg(long)]
        invoices: Option<u64>,
    },
    /// Prove that every balance equals the sum of its movements.
    Doctor,
    /// Compare what the payment gateways say with what is booked, and book what can be booked.
    Reconcile {
        /// Only report.
        #[arg(long)]
        dry_run: bool,
        /// Payments that were decided so many days ago are looked at, besides those under way.
        #[arg(long, default_value_t = 7)]
        days: u16,
    },
    /// Encrypt what is secret in the database with a new key. Stop every server first.
    RotateKey,
    /// Print the contract.
    Openapi,
}

impl Cli {
    /// Runs the command.
    pub async fn run(self) -> Result<()> {
        if matches!(self.command, Command::Openapi) {
            println!("{}", serde_json::to_string_pretty(&openapi::document())?);
            return Ok(());
        }
        telemetry::init(self.config.development);
        self.config.check()?;
        match self.command {
            Command::Serve => serve(self.config).await,
            Command::Worker => {
                let parts = Parts::open(self.config, Clock::system()).await?;
                let worker = Worker::start(parts);
                app::told_to_stop().await?;
                worker.stop().await;
                Ok(())
            }
            Command::Migrate => {
                let db = Db::connect(&self.config.database_url, Clock::system()).await?;
                Ok(db.migrate().await?)
            }
            Command::Seed { demo, invoices } => seed(self.config, demo, invoices).await,
            Command::Doctor => doctor(&self.config).await,
            Command::Reconcile { dry_run, days } => reconcile(self.config, dry_run, days).await,
            Command::RotateKey => rotate_key(&self.config).await,
            Command::Openapi => Ok(()),
        }
    }
}

async fn serve(config: Config) -> Result<()> {
    if let Some(address) = config.metrics_bind {
        telemetry::serve_metrics(address)?;
    }
    let listener = std::net::TcpListener::bind(config.bind)
        .with_context(|| format!("cannot listen on {}", config.bind))?;
    let parts = Parts::open(config, Clock::system()).await?;
    parts.db.migrate().await?;
    greet(&parts, listener.local_addr()?);
    app::start(parts, listener)?.wait().await
}

/// Tells where to go.
fn greet(parts: &Parts, address: std::net::SocketAddr) {
    tracing::info!(%address, "serving");
    println!("Portico is at {}", parts.config.link("/"));
    println!("  back office   {}", parts.config.link("/office/"));
    if let Some(demo) = portico_api::pages::Demo::read(&parts.config) {
        println!(
            "  portal        {}",
            parts.config.link(&format!("/{}", demo.portal_name))
        );
        println!("Sign in to the demo");
        println!(
            "  as staff      {}  {}",
            demo.staff_email, demo.staff_password
        );
        println!("  as customer   {}  {}", demo.email, demo.password);
    }
    if parts.config.development && parts.config.smtp_url.is_none() {
        println!(
            "  mails         {}",
            parts.config.link("/office/dev/mailbox")
        );
    }
}

async fn seed(config: Config, demo: bool, invoices: Option<u64>) -> Result<()> {
    let parts = Parts::open(config, Clock::system()).await?;
    parts.db.migrate().await?;
    if demo {
        portico_api::seed::demo(&parts).await?;
    }
    if let Some(number) = invoices {
        let organization = parts
            .db
            .newest_organization()
            .await?
            .context("make the demo first: seed --demo")?;
        portico_api::seed::bulk(&parts, organization, number).await?;
    }
    Ok(())
}

async fn doctor(config: &Config) -> Result<()> {
    let db = Db::connect(&config.database_url, Clock::system()).await?;
    let mut wrong = 0;
    for (check, findings) in portico_api::doctor::examine(&db).await? {
        println!(
            "{} {check}",
            if findings.is_empty() {
                "ok   "
            } else {
                "WRONG"
            }
        );
        for finding in &findings {
            println!(
                "      {}: kept {}, proven {}",
                finding.subject, finding.kept, finding.proven
            );
        }
        wrong += findings.len();
    }
    anyhow::ensure!(wrong == 0, "{wrong} rows do not add up");
    Ok(())
}

async fn rotate_key(config: &Config) -> Result<()> {
    let db = Db::connect(&config.database_url, Clock::system()).await?;
    let folder = config.data_dir.join("keys");
    let count = portico_api::keys::rotate::rotate(&folder, &db).await?;
    println!(
        "{count} secrets are sealed with a new key, {}",
        folder.join("data.key").display()
    );
    println!("Give it to every other server with the derivation.key beside it, then start them.");
    Ok(())
}

async fn reconcile(config: Config, dry_run: bool, days: u16) -> Result<()> {
    let parts = Parts::open(config, Clock::system()).await?;
    let since = parts
        .db
        .clock()
        .now()
        .plus_seconds(-i64::from(days) * 24 * 60 * 60);
    let (looked, findings) = portico_api::payments::compare(
        &parts.db,
        &parts.gateways,
        &parts.outbox,
        &parts.config,
        since,
        dry_run,
    )
    .await?;
    for finding in &findings {
        println!(
            "{} {}: booked {}, the gateway says {}",
            if finding.settled {
                "settled  "
            } else {
                "DIFFERENT"
            },
            finding.payment,
            finding.ours,
            finding.theirs
        );
    }
    let open = findings.iter().filter(|finding| !finding.settled).count();
    println!(
        "{looked} payments compared, {} differences, {open} left",
        findings.len()
    );
    anyhow::ensure!(
        open == 0,
        "{open} payments differ from what their gateways say"
    );
    Ok(())
}
