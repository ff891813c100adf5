//! Hints for people of the portal.

use actix_web::{HttpResponse, get, web::Data};
use entity::{CustomerId, SessionId};

use super::{
    Slots,
    dto::Hint,
    store,
    stream::{self, Line, Reader},
};
use crate::{
    db::{Change, Db, PortalSession},
    error::Result,
    http::{Portal, can::portal as can},
};

/// Follow what changes for me.
///
/// A stream of server-sent events (`text/event-stream`) about this customer's invoices and payments, drafts and
/// whatever staff keep to themselves excepted. Each says that something changed, not what: fetch it again; after
/// connecting, too. A comment comes every few seconds as a sign of life. The stream ends when the session ends and
/// when the access token runs out: connect again with a new one. A session may hold twenty streams.
#[utoipa::path(tag = "portal", responses(
    (status = 200, description = "Each event's data is a hint", body = Hint, content_type = "text/event-stream"),
    (status = 429, description = "too_many_streams")))]
#[get("/portal/events")]
pub async fn stream_portal_events(
    portal: Portal<can::ViewInvoices>,
    slots: Data<Slots>,
) -> Result<HttpResponse> {
    let session = &portal.session;
    let line = Line {
        organization_id: session.organization_id,
        until: portal.until(),
        slot: slots.take(session.session_id)?,
    };
    let reader = Person {
        db: portal.db.clone(),
        session: session.session_id,
        customer: session.customer_id,
    };
    Ok(stream::open(&portal.db, line, reader))
}

struct Person {
    db: Db,
    session: SessionId,
    customer: CustomerId,
}

impl Reader for Person {
    async fn hints(&self, changes: &[Change]) -> Result<Option<Vec<Hint>>> {
        let own: Vec<_> = changes
            .iter()
            .filter(|change| change.customer_id == Some(self.customer))
            .collect();
        // Others' changes, most of them, cost nothing.
        if own.is_empty() && !changes.is_empty() {
            return Ok(Some(Vec::new()));
        }
        let session = self.db.portal_session(self.session).await?;
        // The organization may demand an authenticator app meanwhile.
        let Some(session) = session.filter(|now| !now.mfa_required || now.mfa_enabled) else {
            return Ok(None);
        };
        self.seen(&session, own).await.map(Some)
    }
}

impl Person {
    /// Hints at what exists for this person.
    async fn seen(&self, session: &PortalSession, changes: Vec<&Change>) -> Result<Vec<Hint>> {
        if changes.is_empty() {
            return Ok(Vec::new());
        }
        let scope = session.scope(self.db.clock().now(), None);
        self.db
            .read(scope, async |tx| {
                let mut hints = Vec::new();
                for change in changes {
                    if store::is_visible(tx, change).await? {
                        hints.push(Hint::of(change.kind.as_str(), change.id));
                    }
                }
                Ok(hints)
            })
            .await
    }
}
