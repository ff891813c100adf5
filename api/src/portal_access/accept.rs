//! Accepting an invitation: once, and by whoever owns the address's password, if it has one (semantics §5).

use portico_domain::{access::TokenKind, portal_access::AccessEvent, work::ActorKind};

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
        let who = portal_auth::let_in(tx, &invitation.person, AccessEvent::Accept, known).await?;
        sessions::open(tx, who, client).await
    })
    .await
}
