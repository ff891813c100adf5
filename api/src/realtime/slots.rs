//! How many streams a session may hold in one process: a browser opens few, and each costs a connection.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use entity::SessionId;

use crate::error::{Code, Error, Result};

/// Enough for somebody who reloads in haste: a stream that was left is noticed seconds later.
const STREAMS_OF_A_SESSION: usize = 20;

/// Seconds after which another stream may be tried.
const PAUSE: u64 = 30;

/// The streams that are open.
#[derive(Clone, Default)]
pub struct Slots(Arc<Mutex<HashMap<SessionId, usize>>>);

/// The right to one stream, given back when dropped.
pub struct Slot {
    slots: Slots,
    session: SessionId,
}

impl Slots {
    /// Takes one for a session.
    ///
    /// # Errors
    /// `too_many_streams`.
    pub fn take(&self, session: SessionId) -> Result<Slot> {
        let mut open = self.open();
        let count = open.entry(session).or_default();
        if *count >= STREAMS_OF_A_SESSION {
            return Err(Error::new(Code::TooManyStreams).retry_after(PAUSE));
        }
        *count += 1;
        Ok(Slot {
            slots: self.clone(),
            session,
        })
    }

    fn open(&self) -> MutexGuard<'_, HashMap<SessionId, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut open = self.slots.open();
        if let Some(count) = open.get_mut(&self.session) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.session);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_that_is_given_back_can_be_taken_again() {
        let (slots, session) = (Slots::default(), SessionId(uuid::Uuid::from_u128(1)));
        let mut taken: Vec<_> = (0..STREAMS_OF_A_SESSION)
            .map(|_| slots.take(session).unwrap())
            .collect();
        assert!(slots.take(session).is_err());
        assert!(slots.take(SessionId(uuid::Uuid::from_u128(2))).is_ok());
        taken.pop();
        assert!(slots.take(session).is_ok());
        taken.clear();
        assert!(slots.open().is_empty());
    }
}
