//! Accepting an invitation: once, and by whoever owns the address's password, if it has one (semantics §5).

use portico_domain::{access::TokenKind, work::ActorKind};
use entity::Text;
use portico_domain::{
    access::TokenKind, notification::NotificationKind, portal_access::AccessEvent, work::ActorKind,
};
use serde_json::json;

use super::{
    dto::AcceptPortalInvitation,
    invitation::{self, Invitation},
};
use crate::{
    auth::{
        one_time,
        sessions::{self, Opened},
    },
    customers,
    db::{Actor, Db},
    error::Result,
    http::ClientInfo,
    keys::Keys,
    portal_auth,
};

/// Accepts an invitation and opens a session.
///
/// # Errors
/// Those of [`invitation::read`]; `invalid_credentials` if the address has another password;
/// `validation_failed` if a new one is weak.
pub async fn accept(
    db: &Db,
    keys: &Keys,
    portal_name: &str,
    token: &str,
    input: AcceptPortalInvitation,
    client: &ClientInfo,
) -> Result<Opened> {
    let invitation = invitation::read(db, portal_name, token).await?;
    let Invitation {
        organization,
        person,
        email,
        ..
    } = &invitation;
    let guessable = [
        &person.first_name,
        &person.last_name,
        email,
        &organization.name,
    ];
    let guessable = guessable.map(String::as_str);
    let given = (input.password, input.code);
    let known =
        portal_auth::prove(db, keys, organization, email, given, client, &guessable).await?;
    let actor = Actor {
        kind: ActorKind::Customer,
        id: Some(person.id.0),
        name: Some(customers::full_name(person)),
        address: client.address.clone(),
    };
    let scope = db.scope_of(organization.id, actor);
    db.write(scope, async |tx| {
        // Lock order: customer, then the rest (semantics §4).
        customers::lock(tx, invitation.customer.id).await?;
        one_time::consume(tx, TokenKind::PortalInvitation, token).await?;
        let who = portal_auth::let_in(tx, &invitation.person, known).await?;
        sessions::open(tx, who, client).await
    })
    .await
}

/// Links the person with the identity and tells staff. Much may have happened since the invitation was read, so
/// the person is looked at again.
async fn let_in(tx: &Tx<OrgScope>, invitation: &Invitation, known: Known) -> Result<Who> {
    let customer = customers::lock(tx, invitation.customer.id).await?;
    let mut person = customers::person(tx, customer.id, invitation.person.id)
        .await
        .map_err(|_| Code::InvitationUsed)?;
    let access = person.portal_status.after(AccessEvent::Accept);
    person.portal_status = Text(access.map_err(|_| Code::InvitationUsed)?);
    if person.email != invitation.person.email {
        return Err(Code::InvitationUsed.into());
    }
    let identity = portal_auth::put(tx, &invitation.email, known).await?;
    person.identity_id = Some(identity);
    person.accepted_at = Some(tx.now());
    person.last_sign_in_at = Some(tx.now());
    let person = customers::save_access(tx, person).await?;
    customers::record(tx, "contact_person.access_accepted", &person, json!({})).await?;
    let news = NewNotification {
        kind: NotificationKind::AccessAccepted,
        dedupe_key: format!("access_accepted:{}:{}", person.id, tx.now().0),
        subject_type: "customer",
        subject_id: customer.id.0,
        label: customer.display_name.clone(),
        data: json!({ "customer_name": customer.display_name, "person_name": customers::full_name(&person) }),
    };
    notifications::notify(tx, news).await?;
    Ok(Who::Portal {
        identity,
        person: person.id,
        customer: customer.id,
    })
}
