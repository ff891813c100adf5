//! Documents as files: the renderer, and the store that keeps what it made.

use std::sync::Arc;

use actix_web::web;
use entity::organization;
use portico_render::pdf::{RenderError, Renderer};
use tokio::sync::Semaphore;

use crate::{
    error::{Error, Result},
    storage::Storage,
};

/// Makes and keeps files; cheap to clone.
#[derive(Clone)]
pub struct Files {
    pub storage: Storage,
    renderer: Arc<Renderer>,
    /// Setting a document takes a core: no more at once than there are.
    permits: Arc<Semaphore>,
}

impl Files {
    /// Keeps files in `storage`.
    #[must_use]
    pub fn new(storage: Storage, renderer: Renderer) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            storage,
            renderer: Arc::new(renderer),
            permits: Arc::new(Semaphore::new(cores)),
        }
    }

    /// Sets a document, off the event loop.
    ///
    /// # Errors
    /// If it cannot be set.
    pub async fn render(
        &self,
        set: impl FnOnce(&Renderer) -> std::result::Result<Vec<u8>, RenderError> + Send + 'static,
    ) -> Result<Vec<u8>> {
        let _permit = self.permits.acquire().await.map_err(Error::internal)?;
        let renderer = Arc::clone(&self.renderer);
        web::block(move || set(&renderer))
            .await
            .map_err(Error::internal)?
            .map_err(Error::internal)
    }

    /// An organization's logo, as PNG.
    ///
    /// # Errors
    /// If the disk fails.
    pub async fn logo(&self, organization: &organization::Model) -> Result<Option<Vec<u8>>> {
        match &organization.logo_key {
            Some(key) => self.storage.get(key).await,
            None => Ok(None),
        }
    }
}
