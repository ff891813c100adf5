//! Servers as processes of their own, and what the system tells of them.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use http_body_util::Full;
use hyper::Request;
use tokio::process::{Child, Command};

use crate::load::Connection;

/// A server; it ends when this is dropped.
pub struct Server {
    pub address: SocketAddr,
    /// From the start of the process to the first good answer.
    pub started_in: Duration,
    pid: u32,
    child: Child,
}

impl Server {
    /// Starts the product on a database.
    pub async fn portico(binary: &Path, database_url: &str, data: &Path) -> Result<Self> {
        let address = free_address()?;
        let mut command = Command::new(binary);
        command
            .arg("serve")
            .env("DATABASE_URL", database_url)
            .env("PORTICO_DATA_DIR", data)
            .env("PORTICO_BIND", address.to_string())
            .env("PORTICO_PUBLIC_URL", format!("http://{address}"))
            .env("PORTICO_RATE_LIMIT", u32::MAX.to_string());
        Self::start(command, address, data, "/health/ready").await
    }

    /// Starts what it is compared with, on the same database.
    pub async fn yardstick(database_url: &str, data: &Path) -> Result<Self> {
        let address = free_address()?;
        let mut command = Command::new(std::env::current_exe()?);
        command
            .arg("yardstick")
            .args(["--address", &address.to_string()]);
        command.args(["--database-url", database_url]);
        Self::start(command, address, data, "/read/1/2").await
    }

    async fn start(
        mut command: Command,
        address: SocketAddr,
        data: &Path,
        path: &str,
    ) -> Result<Self> {
        let log = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(data.join("server.log"))?;
        let begun = Instant::now();
        let child = command
            .stdout(log.try_clone()?)
            .stderr(log)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| command.as_std().get_program().display().to_string())?;
        let pid = child.id().context("it ended at once")?;
        let mut server = Self {
            address,
            started_in: Duration::ZERO,
            pid,
            child,
        };
        while !server.answers(path).await {
            if server.child.try_wait()?.is_some() || begun.elapsed() > Duration::from_mins(1) {
                bail!(
                    "it does not answer: see {}",
                    data.join("server.log").display()
                );
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        server.started_in = begun.elapsed();
        Ok(server)
    }

    async fn answers(&self, path: &str) -> bool {
        let Ok(mut connection) = Connection::open(self.address).await else {
            return false;
        };
        let request = Request::get(path).header("host", "localhost");
        let Ok(request) = request.body(Full::new(Bytes::new())) else {
            return false;
        };
        connection
            .send(request)
            .await
            .is_ok_and(|answer| answer.status.is_success())
    }

    /// Memory that is in use, in KiB.
    pub fn resident_kib(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid))?;
        status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|rest| rest.split_whitespace().next()?.parse().ok())
            .context("the system does not tell the memory in use")
    }

    /// Time on processors so far, to 10 ms.
    pub fn cpu(&self) -> Result<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid))?;
        // The name in brackets may hold spaces; user and system time are the 14th and 15th fields.
        let (_, fields) = stat.rsplit_once(')').context("no name")?;
        let ticks: u64 = fields
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse::<u64>().ok())
            .sum();
        // Linux tells processes 100 ticks a second, whatever it counts inside.
        Ok(Duration::from_millis(ticks * 10))
    }

    /// Ends it and waits until it is gone.
    pub async fn stop(mut self) -> Result<()> {
        Ok(self.child.kill().await?)
    }
}

/// An address that nobody listens on, a moment ago.
fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
