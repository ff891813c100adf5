//! What signing up with an address comes to.

use entity::contact_person;
use portico_domain::portal_access::PortalAccess;

use super::store;
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::Result,
};

/// How an address stands with the organization.
pub enum Standing {
    /// Staff have entered these people, one at a customer; they may come in. Never empty.
    Joins(Vec<contact_person::Model>),
    /// Nobody is known by it.
    Unknown,
    /// There is nothing to sign up for: the address has access, was shut out, was declined, or waits already.
    Settled,
}

/// Looks at an address, as `normalise_email` writes it.
///
/// # Errors
/// Those of the database.
pub async fn of(tx: &Tx<OrgScope>, email: &str) -> Result<Standing> {
    let people = customers::people_by_email(tx, email).await?;
    if people.is_empty() {
        return Ok(if store::is_on_record(tx, email).await? {
            Standing::Settled
        } else {
            Standing::Unknown
        });
    }
    let mut joining = Vec::new();
    let mut customers_of_them: Vec<_> = people.iter().map(|person| person.customer_id).collect();
    customers_of_them.dedup();
    for customer in customers_of_them {
        // The database may not know that two spellings are one address.
        let mut people = customers::people(tx, customer).await?;
        people.retain(|person| customers::has_address(person, email));
        let access: Vec<_> = people.iter().map(|person| person.portal_status.0).collect();
        let Some(person) = PortalAccess::joining(&access).and_then(|at| people.get(at)) else {
            continue;
        };
        if customers::get(tx, customer).await?.active {
            joining.push(person.clone());
        }
    }
    Ok(if joining.is_empty() {
        Standing::Settled
    } else {
        Standing::Joins(joining)
    })
}
