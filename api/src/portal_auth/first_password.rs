//! Signing in with a password that staff had set accepts the invitation it came with (B5). It works once: a
//! password of one's own must be chosen before anything else.

use entity::{CustomerId, contact_person};
use portico_domain::{
    access::TokenKind,
    portal_access::{AccessEvent, PortalAccess},
    work::ActorKind,
};

use super::{
    identity::Known,
    let_in::let_in,
    store::{self, PortalOrganization, WaitingPassword},
};
use crate::{
    auth::{
        one_time,
        sessions::{self, Opened},
    },
    customers,
    db::{Actor, Db, OrgScope, Tx},
    error::{Code, Error, Result},
    http::ClientInfo,
    passwords, random,
};

/// Opens a session if the password is one that staff had set for an address without identity. It takes as long
/// whether one waits or not.
///
/// # Errors
/// Those of the database.
pub(super) async fn sign_in(
    db: &Db,
    organization: &PortalOrganization,
    email: &str,
    password: String,
    client: &ClientInfo,
) -> Result<Option<Opened>> {
    let scope = db.scope_of(organization.id, Actor::system());
    let waiting = db
        .read(scope, async |tx| store::waiting_passwords(tx, email).await)
        .await?;
    let Some(waiting) = fitting(waiting, password).await? else {
        return Ok(None);
    };
    // Nobody knows the identity's own password before one was chosen.
    let known = Known::New {
        password_hash: passwords::hash(random::token()).await?,
        first_password_hash: Some(waiting.password_hash.clone()),
    };
    let actor = Actor {
        kind: ActorKind::Customer,
        id: Some(waiting.person_id.0),
        name: Some(waiting.full_name()),
        address: client.address.clone(),
    };
    let opened = db.write(db.scope_of(organization.id, actor), async |tx| {
        let person = take(tx, &waiting).await?;
        let who = let_in(tx, &person, AccessEvent::Accept, known).await?;
        sessions::open(tx, who, client).await
    });
    match Box::pin(opened).await {
        Ok(opened) => Ok(Some(opened)),
        Err(error) if came_late(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Accepts what else waits for somebody who has just proven the address's own password: the mails with passwords
/// that staff had set before the address had one have no other link.
///
/// # Errors
/// Those of the database.
pub(super) async fn accept_waiting(
    tx: &Tx<OrgScope>,
    identity: &entity::portal_identity::Model,
) -> Result<()> {
    let mut waiting = store::waiting_passwords(tx, &identity.email).await?;
    // Customers are locked in the order of their ids, as everywhere.
    waiting.sort_by_key(|waiting| waiting.customer_id);
    for waiting in waiting {
        match take(tx, &waiting).await {
            Ok(person) => {
                let known = Known::Proven(identity.clone());
                let_in(tx, &person, AccessEvent::Accept, known).await?;
            }
            Err(error) if came_late(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn fitting(
    waiting: Vec<WaitingPassword>,
    password: String,
) -> Result<Option<WaitingPassword>> {
    if waiting.is_empty() {
        passwords::verify(password, None).await?;
        return Ok(None);
    }
    for waiting in waiting {
        if passwords::verify(password.clone(), Some(waiting.password_hash.clone())).await? {
            return Ok(Some(waiting));
        }
    }
    Ok(None)
}

/// Uses the password up; of several at once one succeeds. The customer is locked first, as everywhere.
async fn take(tx: &Tx<OrgScope>, waiting: &WaitingPassword) -> Result<contact_person::Model> {
    let customer: CustomerId = waiting.customer_id;
    customers::lock(tx, customer).await?;
    let person = customers::person(tx, customer, waiting.person_id).await?;
    if person.portal_status.0 != PortalAccess::Invited {
        return Err(Code::InvitationUsed.into());
    }
    one_time::consume_hash(tx, TokenKind::PortalInvitation, &waiting.hash).await?;
    Ok(person)
}

fn came_late(error: &Error) -> bool {
    matches!(
        error.code(),
        Code::InvitationUsed | Code::Conflict | Code::NotFound
    )
}
