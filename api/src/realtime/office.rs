//! Hints for staff.

use actix_web::{HttpResponse, get, web::Data};
use entity::SessionId;

use super::{
    Slots,
    dto::Hint,
    stream::{self, Line, Reader},
};
use crate::{
    db::{Change, Db},
    error::Result,
    http::{Staff, can},
};

/// Follow what changes.
///
/// A stream of server-sent events (`text/event-stream`). Each says that something changed, not what: fetch it again.
/// After connecting, too, since nothing is kept for who was away. A comment comes every few seconds as a sign of life.
/// The stream ends when the session ends and when the access token runs out: connect again with a new one.
/// A session may hold twenty streams. It is read with `fetch`, so that the token travels in its header.
#[utoipa::path(tag = "notifications", responses(
    (status = 200, description = "Each event's data is a hint", body = Hint, content_type = "text/event-stream"),
    (status = 429, description = "too_many_streams")))]
#[get("/events")]
pub async fn stream_events(
    staff: Staff<can::ViewNotifications>,
    slots: Data<Slots>,
) -> Result<HttpResponse> {
    let session = &staff.session;
    let line = Line {
        organization_id: session.organization_id,
        until: staff.until(),
        slot: slots.take(session.session_id)?,
    };
    let reader = Member {
        db: staff.db.clone(),
        session: session.session_id,
    };
    Ok(stream::open(&staff.db, line, reader))
}

struct Member {
    db: Db,
    session: SessionId,
}

impl Reader for Member {
    async fn hints(&self, changes: &[Change]) -> Result<Option<Vec<Hint>>> {
        let session = self.db.staff_session(self.session).await?;
        // The organization may demand an authenticator app meanwhile.
        let Some(session) = session.filter(|now| !now.mfa_required || now.mfa_enabled) else {
            return Ok(None);
        };
        let hints = changes
            .iter()
            .filter(|change| session.role.may(change.kind.permission()))
            .map(|change| Hint::of(change.kind.as_str(), change.id));
        Ok(Some(hints.collect()))
    }
}
