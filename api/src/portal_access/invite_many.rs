//! Inviting many at once: the primary contact persons of chosen customers (B3), or everybody who has to be
//! invited again (A3). Who cannot be invited is reported and stops nobody else.

use std::collections::HashSet;

use entity::{CustomerId, contact_person, customer};
use portico_domain::portal_access::{Obstacle, PortalAccess};

use super::{
    dto::{InvitationOutcome, InvitationReport, InviteCustomers},
    grant::grant,
};
use crate::{
    customers::{self, CustomerRef},
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    http::Idempotency,
    mail::Outbox,
};

/// So many are invited in one request at most.
const MOST: u64 = 100;

/// Invites the primary contact person of each of these customers.
///
/// # Errors
/// `validation_failed` if one of them is unknown.
pub async fn customers(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    key: &Idempotency,
    digest: &str,
    input: InviteCustomers,
) -> Result<InvitationReport> {
    let names = customers::names_of(tx, input.customer_ids.iter().copied()).await?;
    let unknown = input
        .customer_ids
        .iter()
        .position(|id| !names.contains_key(id));
    if let Some(index) = unknown {
        return Err(Error::field(
            format!("/customer_ids/{index}"),
            "unknown",
            "there is no such customer",
        ));
    }
    let mut taken = HashSet::new();
    let Some(first) = input.customer_ids.first().copied() else {
        return Err(Error::field("/customer_ids", "length", "must not be empty"));
    };
    let work = async || {
        for id in &input.customer_ids {
            if invite_customer(tx, outbox, *id).await? == Some(Obstacle::EmailTaken) {
                taken.insert(*id);
            }
        }
        Ok(first)
    };
    key.once(tx, "invite_customers", digest, work).await?;
    // A repetition is told how things stand, like the first request.
    let mut data = Vec::with_capacity(input.customer_ids.len());
    for id in input.customer_ids {
        let person = customers::primary_contact(tx, id).await?;
        let invited = person
            .as_ref()
            .is_some_and(|person| person.portal_status.0 == PortalAccess::Invited);
        let obstacle = if invited {
            None
        } else if taken.contains(&id) {
            Some(Obstacle::EmailTaken)
        } else {
            obstacle(tx, &customers::get(tx, id).await?, person.as_ref()).await?
        };
        let name = names.get(&id).cloned().unwrap_or_default();
        data.push(outcome(id, name, person, obstacle));
    }
    Ok(InvitationReport { data, left: 0 })
}

async fn invite_customer(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    id: CustomerId,
) -> Result<Option<Obstacle>> {
    let customer = customers::lock(tx, id).await?;
    let person = customers::primary_contact(tx, id).await?;
    invite(tx, outbox, &customer, person.as_ref()).await
}

/// Invites those who have to be invited again, the longest known first, up to [`MOST`] of them.
///
/// # Errors
/// Those of the database.
pub async fn again(tx: &Tx<OrgScope>, outbox: &Outbox) -> Result<InvitationReport> {
    let people = customers::people_to_reinvite(tx, MOST).await?;
    let names = customers::names_of(tx, people.iter().map(|person| person.customer_id)).await?;
    let mut data = Vec::with_capacity(people.len());
    for person in people {
        let customer = customers::lock(tx, person.customer_id).await?;
        let obstacle = invite(tx, outbox, &customer, Some(&person)).await?;
        let name = names.get(&customer.id).cloned().unwrap_or_default();
        data.push(outcome(customer.id, name, Some(person), obstacle));
    }
    let left = customers::count_to_reinvite(tx).await?;
    Ok(InvitationReport { data, left })
}

async fn invite(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    customer: &customer::Model,
    person: Option<&contact_person::Model>,
) -> Result<Option<Obstacle>> {
    let obstacle = obstacle(tx, customer, person).await?;
    let (None, Some(person)) = (obstacle, person) else {
        return Ok(obstacle);
    };
    match customers::address_is_free(tx, person).await {
        Ok(()) => grant(tx, outbox, customer.id, person.id, None)
            .await
            .map(|()| None),
        Err(error) if error.code() == Code::EmailTaken => Ok(Some(Obstacle::EmailTaken)),
        Err(error) => Err(error),
    }
}

/// Why somebody cannot be invited, as far as it shows without looking at others.
async fn obstacle(
    tx: &Tx<OrgScope>,
    customer: &customer::Model,
    person: Option<&contact_person::Model>,
) -> Result<Option<Obstacle>> {
    let Some(person) = person else {
        return Ok(Some(Obstacle::NoContactPerson));
    };
    Ok(if !tx.own_organization().await?.portal_enabled {
        Some(Obstacle::PortalClosed)
    } else if !customer.active {
        Some(Obstacle::CustomerInactive)
    } else if person.email.is_none() {
        Some(Obstacle::NoEmail)
    } else if person.portal_status.0 == PortalAccess::Accepted {
        Some(Obstacle::HasAccess)
    } else if person.portal_status.0 == PortalAccess::Disabled {
        Some(Obstacle::Disabled)
    } else {
        None
    })
}

fn outcome(
    id: CustomerId,
    name: String,
    person: Option<contact_person::Model>,
    obstacle: Option<Obstacle>,
) -> InvitationOutcome {
    InvitationOutcome {
        customer: CustomerRef { id, name },
        email: person.and_then(|person| person.email),
        invited: obstacle.is_none(),
        obstacle,
    }
}
