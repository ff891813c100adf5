//! One open stream of hints, as server-sent events.
//!
//! It is read as slowly as its reader reads it: who is too slow misses changes and is told so by `resync`. Before
//! anything is sent, and every few seconds, it is asked whether the session is still good.

use std::{collections::VecDeque, time::Duration};

use actix_web::{
    HttpResponse,
    http::header::{self, ContentEncoding},
    web::Bytes,
};
use entity::{Instant, OrganizationId};
use futures::stream;
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::{Interval, MissedTickBehavior, interval},
};

use super::{dto::Hint, slots::Slot};
use crate::{
    clock::Clock,
    db::{Change, Db, Event},
    error::Result,
};

/// How often it is asked whether the session is still good. A sign of life is sent then, so that proxies and
/// readers know that the line is open, and the server that the reader is there: only writing tells.
const LOOK: Duration = Duration::from_secs(5);

/// What was changed together beyond this is one `resync`.
const AT_ONCE: usize = 20;

/// Whose stream it is.
pub trait Reader {
    /// The hints that these changes are to this reader; nothing once the session is over.
    ///
    /// # Errors
    /// Those of the database.
    async fn hints(&self, changes: &[Change]) -> Result<Option<Vec<Hint>>>;
}

/// What a stream needs besides its reader.
pub struct Line {
    pub organization_id: OrganizationId,
    /// When the access token runs out.
    pub until: Instant,
    pub slot: Slot,
}

struct Stream<R> {
    reader: R,
    events: Receiver<Event>,
    ticks: Interval,
    clock: Clock,
    until: Instant,
    ready: VecDeque<Bytes>,
    /// Held as long as the stream lives.
    _slot: Slot,
}

/// Answers with a stream of what changes from now on.
pub fn open<R: Reader + 'static>(db: &Db, line: Line, reader: R) -> HttpResponse {
    let mut ticks = interval(LOOK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let stream = Stream {
        reader,
        events: db.changes().listen(line.organization_id),
        ticks,
        clock: db.clock().clone(),
        until: line.until,
        ready: VecDeque::new(),
        _slot: line.slot,
    };
    let chunks = stream::unfold(stream, |mut stream| async {
        let chunk = stream.next().await?;
        Some((Ok::<_, actix_web::Error>(chunk), stream))
    });
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/event-stream"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        // Keeps the compression away, and nginx from waiting for more.
        .insert_header(ContentEncoding::Identity)
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(chunks)
}

impl<R: Reader> Stream<R> {
    /// What is sent next; nothing at the end.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(chunk) = self.ready.pop_front() {
                return Some(chunk);
            }
            let event = tokio::select! {
                event = self.events.recv() => Some(event),
                _ = self.ticks.tick() => None,
            };
            if self.clock.now().0 >= self.until.0 {
                return None;
            }
            let hints = match event {
                None => {
                    self.hints(&[]).await?;
                    return Some(Bytes::from_static(b":\n\n"));
                }
                Some(Ok(Event::Changed(changes))) if changes.len() <= AT_ONCE => {
                    self.hints(&changes).await?
                }
                Some(Ok(_) | Err(RecvError::Lagged(_))) => {
                    self.hints(&[]).await?;
                    vec![Hint::RESYNC]
                }
                Some(Err(RecvError::Closed)) => return None,
            };
            self.ready.extend(hints.iter().map(event_of));
        }
    }

    /// Nothing once the session is over, or if that cannot be told: the reader comes again.
    async fn hints(&self, changes: &[Change]) -> Option<Vec<Hint>> {
        match self.reader.hints(changes).await {
            Ok(hints) => hints,
            Err(error) => {
                tracing::warn!(%error, "a stream of events ends");
                None
            }
        }
    }
}

fn event_of(hint: &Hint) -> Bytes {
    let json = serde_json::to_string(hint).unwrap_or_default();
    Bytes::from(format!("data: {json}\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::realtime::Slots;
    use entity::SessionId;
    use tokio::sync::broadcast;

    struct Somebody;

    impl Reader for Somebody {
        async fn hints(&self, _: &[Change]) -> Result<Option<Vec<Hint>>> {
            Ok(Some(Vec::new()))
        }
    }

    #[tokio::test]
    async fn who_reads_too_slowly_is_told_so() {
        let (sender, events) = broadcast::channel(2);
        let clock = Clock::movable();
        let session = SessionId(clock.new_uuid());
        let mut stream = Stream {
            reader: Somebody,
            events,
            ticks: tokio::time::interval_at(tokio::time::Instant::now() + LOOK, LOOK),
            until: Instant(clock.now().0 + 60_000),
            clock: clock.clone(),
            ready: VecDeque::new(),
            _slot: Slots::default().take(session).unwrap(),
        };
        for _ in 0..5 {
            sender.send(Event::Changed([].into())).unwrap();
        }
        let said = stream.next().await.unwrap();
        assert_eq!(said, "data: {\"kind\":\"resync\",\"id\":null}\n\n");
        drop(sender);
        assert_eq!(stream.next().await, None);
    }
}
