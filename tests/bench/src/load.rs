//! Requests over connections that are kept open, and how long each took.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{HeaderMap, Request, StatusCode, client::conn::http1::SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// Makes the nth request; none if there is nothing left to ask.
pub type Supply = Arc<dyn Fn(u32) -> Option<Request<Full<Bytes>>> + Send + Sync>;

/// A connection to a server.
pub struct Connection(SendRequest<Full<Bytes>>);

/// What a server answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self(sender))
    }

    /// Sends a request and reads the whole answer.
    pub async fn send(&mut self, request: Request<Full<Bytes>>) -> Result<Answer> {
        self.0.ready().await?;
        let (parts, body) = self.0.send_request(request).await?.into_parts();
        Ok(Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.collect().await?.to_bytes(),
        })
    }
}

/// When to stop.
#[derive(Clone, Copy)]
pub enum Until {
    Elapsed(Duration),
    Sent(u32),
}

/// How a run went.
pub struct Run {
    /// Sorted.
    latencies: Vec<Duration>,
    elapsed: Duration,
}

impl Run {
    /// A run of requests that were timed one by one.
    pub fn new(mut latencies: Vec<Duration>, elapsed: Duration) -> Self {
        latencies.sort_unstable();
        Self { latencies, elapsed }
    }

    /// Requests per second.
    pub fn rate(&self) -> f64 {
        f64::from(self.count()) / self.elapsed.as_secs_f64()
    }

    /// How many requests were answered.
    pub fn count(&self) -> u32 {
        u32::try_from(self.latencies.len()).unwrap_or(u32::MAX)
    }

    /// The time within which so many per cent were answered.
    pub fn percentile(&self, percent: usize) -> Duration {
        let rank = (self.latencies.len() * percent).div_ceil(100).max(1);
        self.latencies.get(rank - 1).copied().unwrap_or_default()
    }
}

/// Sends requests over so many connections at once, numbered on from `next`.
pub async fn drive(
    address: SocketAddr,
    supply: &Supply,
    connections: u32,
    until: Until,
    next: &Arc<AtomicU32>,
) -> Result<Run> {
    let mut opened = Vec::new();
    for _ in 0..connections {
        opened.push(Connection::open(address).await?);
    }
    let (begun, first) = (Instant::now(), next.load(Ordering::Relaxed));
    let mut tasks = tokio::task::JoinSet::new();
    for mut connection in opened {
        let (supply, next) = (supply.clone(), next.clone());
        tasks.spawn(async move {
            let mut latencies = Vec::new();
            loop {
                if matches!(until, Until::Elapsed(duration) if begun.elapsed() >= duration) {
                    return anyhow::Ok(latencies);
                }
                let number = next.fetch_add(1, Ordering::Relaxed);
                if matches!(until, Until::Sent(count) if number - first >= count) {
                    return Ok(latencies);
                }
                let request = supply(number).context("ran out of requests")?;
                let asked = format!("{} {}", request.method(), request.uri());
                let sent = Instant::now();
                let answer = connection.send(request).await?;
                latencies.push(sent.elapsed());
                ensure!(
                    answer.status.is_success(),
                    "{asked}: {} {}",
                    answer.status,
                    String::from_utf8_lossy(&answer.body)
                );
            }
        });
    }
    let mut latencies = Vec::new();
    while let Some(done) = tasks.join_next().await {
        latencies.append(&mut done??);
    }
    Ok(Run::new(latencies, begun.elapsed()))
}
