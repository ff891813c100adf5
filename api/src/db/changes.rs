//! What was changed, told once it is committed to whoever listens. Hints only: a listener looks for itself.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use entity::{CustomerId, OrganizationId};
use portico_domain::live::LiveKind;
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;
use uuid::Uuid;

/// So many events wait for a slow listener; then it has missed some and is told so.
const WAITING: usize = 256;

/// Something that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Change {
    pub kind: LiveKind,
    pub id: Uuid,
    /// The customer whose people may be told too, if they can see it.
    pub customer_id: Option<CustomerId>,
}

/// What a listener hears.
#[derive(Clone, Debug)]
pub enum Event {
    /// What one transaction changed, or a part of it.
    Changed(Arc<[Change]>),
    /// Something may have been missed.
    Resync,
}

/// What some transaction changed, as it travels between processes.
#[derive(Serialize, Deserialize)]
pub(super) struct Committed {
    pub organization_id: OrganizationId,
    pub changes: Vec<Change>,
}

/// The listeners of this process, by organization.
#[derive(Clone, Default)]
pub struct Changes(Arc<Mutex<Listeners>>);

#[derive(Default)]
struct Listeners {
    closed: bool,
    channels: HashMap<OrganizationId, broadcast::Sender<Event>>,
}

impl Changes {
    /// Listens to one organization. The receiver closes when the server stops.
    #[must_use]
    pub fn listen(&self, organization_id: OrganizationId) -> broadcast::Receiver<Event> {
        let mut listeners = self.listeners();
        if listeners.closed {
            return broadcast::channel(1).1;
        }
        let channel = listeners.channels.entry(organization_id);
        channel
            .or_insert_with(|| broadcast::channel(WAITING).0)
            .subscribe()
    }

    /// Ends every listener, and whoever comes later.
    pub fn close(&self) {
        let mut listeners = self.listeners();
        listeners.closed = true;
        listeners.channels.clear();
    }

    pub(super) fn tell(&self, committed: Committed) {
        let mut listeners = self.listeners();
        let Some(channel) = listeners.channels.get(&committed.organization_id) else {
            return;
        };
        let event = Event::Changed(committed.changes.into());
        if channel.send(event).is_err() {
            listeners.channels.remove(&committed.organization_id);
        }
    }

    /// Tells everybody that something may have been missed.
    pub(super) fn resync(&self) {
        self.listeners()
            .channels
            .retain(|_, channel| channel.send(Event::Resync).is_ok());
    }

    fn listeners(&self) -> MutexGuard<'_, Listeners> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
