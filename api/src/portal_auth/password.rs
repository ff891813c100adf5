//! Changing one's own password.

use portico_render::mail::PasswordChanged;
use serde_json::json;

use super::{identity, store};
use crate::{
    audit,
    auth::{
        dto::ChangePassword,
        sessions::{self, Who},
        throttle::Attempt,
    },
    clock::local_time,
    db::system::PortalSession,
    error::{Code, Result},
    http::{ClientInfo, Portal, can},
    mail::{Outbox, Outgoing},
    passwords,
};

/// Changes the password of the person's identity, ends its other sessions, and tells the person by mail.
///
/// # Errors
/// `invalid_credentials`, `too_many_attempts`; `validation_failed` for a weak one.
pub async fn change(
    portal: &Portal<can::portal::ManageOwnProfile>,
    outbox: &Outbox,
    input: ChangePassword,
    client: &ClientInfo,
) -> Result<()> {
    let session = &portal.session;
    let guessable = [
        session.first_name.as_str(),
        session.last_name.as_str(),
        session.email.as_str(),
        session.organization_name.as_str(),
    ];
    passwords::check_strength("/new_password", &input.new_password, &guessable)?;
    let attempt = Attempt::portal(session.organization_id, &session.email, client);
    attempt.check(&portal.db).await?;
    let identity = identity::own(portal).await?;
    let hash = identity.password_hash.clone();
    if !passwords::verify(input.current_password, Some(hash)).await? {
        attempt.failed(&portal.db).await?;
        return Err(Code::InvalidCredentials.into());
    }
    attempt.succeeded(&portal.db).await?;
    let hash = passwords::hash(input.new_password).await?;
    let who = Who::Portal {
        identity: session.identity_id,
        person: session.person_id,
        customer: session.customer_id,
    };
    portal
        .write(async |tx| {
            store::set_password(tx, identity, hash).await?;
            sessions::close_others(tx, who, session.session_id).await?;
            outbox
                .queue(tx, told(outbox, session, portal.now()))
                .await?;
            let entry = audit::Entry {
                action: "contact_person.password_changed",
                subject_id: session.person_id.0,
                customer_id: Some(session.customer_id),
                data: json!({ "name": session.full_name(), "email": session.email }),
            };
            audit::record(tx, entry).await
        })
        .await
}

fn told(outbox: &Outbox, session: &PortalSession, now: entity::Instant) -> Outgoing {
    let message = PasswordChanged {
        name: session.full_name(),
        changed_at: local_time(now, &session.time_zone),
        reset_url: outbox
            .config()
            .link(&format!("/{}/forgot-password", session.portal_name)),
    };
    Outgoing {
        message: message.into(),
        to: session.email.clone(),
        language: session.language(),
        attachments: Vec::new(),
        related: Some(("customer", session.customer_id.0)),
    }
}
