//! What each kind of job does. The queue knows nothing of it; this module may call any slice.

use tokio::sync::watch;

use crate::{
    app::Parts,
    error::{Error, Result},
    jobs::{self, Handler, Job, Queue},
};

/// A worker on a thread of its own.
pub struct Worker {
    stop: watch::Sender<bool>,
    thread: std::thread::JoinHandle<()>,
}

impl Worker {
    /// Starts one.
    #[must_use]
    pub fn start(parts: Parts) -> Self {
        let (stop, stopped) = watch::channel(false);
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let queue = Queue::new(parts.db.get_ref().clone());
                jobs::run(queue, Jobs { parts }, stopped).await;
            });
        });
        Self { stop, thread }
    }

    /// Lets it finish the job in hand and waits for it.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = tokio::task::spawn_blocking(move || self.thread.join()).await;
    }
}

struct Jobs {
    parts: Parts,
}

impl Handler for Jobs {
    async fn handle(&self, job: &Job) -> Result<()> {
        let _ = &self.parts;
        Err(Error::internal(anyhow::anyhow!(
            "no worker knows jobs of the kind {:?}",
            job.kind
        )))
    }

    async fn given_up(&self, job: &Job, error: &str) -> Result<()> {
        tracing::error!(job = %job.id, kind = job.kind, error, "a job was given up");
        Ok(())
    }
}
