//! A worker: takes jobs one after the other until it is told to stop.

use std::{panic::AssertUnwindSafe, time::Duration};

use futures::FutureExt;
use tokio::sync::watch;

use super::{Job, Queue};
use crate::error::{Error, Result};

/// What knows how to do jobs.
pub trait Handler {
    /// Does a job. An error puts it back.
    fn handle(&self, job: &Job) -> impl Future<Output = Result<()>>;
    /// Is told of a job that was given up.
    fn given_up(&self, job: &Job, error: &str) -> impl Future<Output = Result<()>>;
}

/// How long a piece of work may take: less than a job's lease, or two workers would do it at once.
const DEADLINE: Duration = Duration::from_secs(45);

/// How long a worker with nothing to do waits before it looks again.
const PAUSE: Duration = Duration::from_millis(250);

/// Works until `stop` says so; a job that was begun is finished.
pub async fn run(queue: Queue, handler: impl Handler, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match step(&queue, &handler).await {
            Ok(true) => {}
            Ok(false) => {
                let _ = tokio::time::timeout(PAUSE, stop.changed()).await;
            }
            Err(error) => {
                tracing::error!(%error, "the job queue cannot be read");
                let _ = tokio::time::timeout(PAUSE * 20, stop.changed()).await;
            }
        }
    }
    if let Err(error) = queue.release().await {
        tracing::error!(%error, "jobs could not be released");
    }
}

/// Does a piece of work. If it panics or takes too long that is its failure, not the worker's end.
///
/// # Errors
/// Those of `work`.
pub async fn contained<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    match tokio::time::timeout(DEADLINE, AssertUnwindSafe(work).catch_unwind()).await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(Error::internal(anyhow::anyhow!("it panicked"))),
        Err(_) => Err(Error::internal(anyhow::anyhow!("it took too long"))),
    }
}

/// Does one job; tells whether there was one.
async fn step(queue: &Queue, handler: &impl Handler) -> Result<bool> {
    let Some(job) = queue.claim().await? else {
        return Ok(false);
    };
    match contained(handler.handle(&job)).await {
        Ok(()) => queue.done(&job).await?,
        Err(error) => {
            let text = error.to_string();
            tracing::warn!(job = %job.id, kind = job.kind, attempts = job.attempts, error = text, "a job failed");
            if queue.failed(&job, &text).await? {
                handler.given_up(&job, &text).await?;
            }
        }
    }
    Ok(true)
}
