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
    /// Prove that every balance equals the sum of its movements.
    Doctor,
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
                tokio::signal::ctrl_c().await?;
                worker.stop().await;
                Ok(())
            }
            Command::Migrate => {
                let db = Db::connect(&self.config.database_url, Clock::system()).await?;
                Ok(db.migrate().await?)
            }
            Command::Doctor => doctor(&self.config).await,
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
    tracing::info!(address = %listener.local_addr()?, "serving");
    app::start(parts, listener)?.wait().await
}

async fn doctor(config: &Config) -> Result<()> {
    let db = Db::connect(&config.database_url, Clock::system()).await?;
    let mut wrong = 0;
    for (check, findings) in portico_api::doctor::examine(&db).await? {
        println!("{} {check}", if findings.is_empty() { "ok   " } else { "WRONG" });
        for finding in &findings {
            println!("      {}: kept {}, proven {}", finding.subject, finding.kept, finding.proven);
        }
        wrong += findings.len();
    }
    anyhow::ensure!(wrong == 0, "{wrong} rows do not add up");
    Ok(())
}
