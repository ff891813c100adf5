//! Coming in: once, at every customer where staff have entered the address, and by whoever owns the address's password,
//! if it has one (semantics §5).

use portico_domain::{access::TokenKind, portal_access::AccessEvent, work::ActorKind};

use super::{
    decide::settle,
    dto::JoinPortal,
    link::{self, KIND, Link},
    standing::{self, Standing},
};
use crate::{
    auth::{
        one_time,
        sessions::{self, Opened},
    },
    customers,
    db::{Actor, Db},
    error::{Code, Result},
    http::ClientInfo,
    keys::Keys,
    portal_auth::{self, Known},
};

/// Lets the owner of an address in and opens a session for the first of the customers.
///
/// # Errors
/// Those of [`link::read`], `link_used` for somebody who must ask; those of proving the password.
pub async fn join(
    db: &Db,
    keys: &Keys,
    portal_name: &str,
    token: &str,
    input: JoinPortal,
    client: &ClientInfo,
) -> Result<Opened> {
    let link = link::read(db, portal_name, token).await?;
    let Link {
        organization,
        email,
        standing: Standing::Joins(people),
        ..
    } = &link
    else {
        return Err(Code::LinkUsed.into());
    };
    let mut guessable = vec![email.as_str(), &organization.name];
    for person in people {
        guessable.extend([person.first_name.as_str(), &person.last_name]);
    }
    let given = (input.password, input.code);
    let known =
        portal_auth::prove(db, keys, organization, email, given, client, &guessable).await?;
    let actor = Actor {
        kind: ActorKind::Customer,
        id: None,
        name: Some(email.clone()),
        address: client.address.clone(),
    };
    let scope = db.scope_of(organization.id, actor);
    db.write(scope, async |tx| {
        // Lock order: customers by id, then the rest (semantics §4).
        let mut held = Vec::new();
        for person in people {
            held.push(customers::lock(tx, person.customer_id).await?.id);
        }
        one_time::consume(tx, KIND, token).await?;
        one_time::void_for_address(tx, KIND, email).await?;
        // Much may have happened since the link was read.
        let Standing::Joins(mut people) = standing::of(tx, email).await? else {
            return Err(Code::LinkUsed.into());
        };
        people.retain(|person| held.contains(&person.customer_id));
        let mut known = known;
        let mut first = None;
        for person in &people {
            let who = portal_auth::let_in(tx, person, AccessEvent::SignUp, known).await?;
            one_time::void(tx, TokenKind::PortalInvitation, person.id.0).await?;
            first.get_or_insert(who);
            let identity = portal_auth::identity_by_email(tx, email).await?;
            known = Known::Proven(identity.ok_or(Code::LinkUsed)?);
        }
        let who = first.ok_or(Code::LinkUsed)?;
        if let Some(person) = people.first() {
            settle(tx, email, person.customer_id).await?;
        }
        sessions::open(tx, who, client).await
    })
    .await
}
