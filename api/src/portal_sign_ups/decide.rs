//! What staff decide about somebody who asked to be let in.

use entity::{ContactPersonId, CustomerId, PortalSignUpId, portal_sign_up};
use portico_domain::{
    customer::CustomerKind,
    portal_access::{PortalAccess, SignUpStatus},
};

use super::{
    ask::{full_name, record},
    store,
};
use crate::{
    customers::{self, CreateContactPerson, CreateCustomer},
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    mail::Outbox,
    portal_access,
};

/// Enters the person at a customer, or at a new one, and sends the invitation.
///
/// # Errors
/// `not_found`; `not_allowed_in_state` if somebody has decided already, the customer is inactive, the portal is off, the
/// person has access there or was shut out, or, for a new customer, the address was entered meanwhile.
pub async fn approve(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    id: PortalSignUpId,
    customer: Option<CustomerId>,
) -> Result<()> {
    // Lock order: customer, then the rest (semantics §4).
    if let Some(customer) = customer {
        customers::lock(tx, customer).await?;
    }
    let row = waiting(tx, id).await?;
    let (customer, person) = if let Some(customer) = customer {
        (customer, person_at(tx, customer, &row).await?)
    } else if customers::people_by_email(tx, &row.email).await?.is_empty() {
        new_customer(tx, &row).await?
    } else {
        return Err(refused(
            "a contact person has this address by now: choose the customer",
        ));
    };
    portal_access::grant(tx, outbox, customer, person, None).await?;
    approved(tx, row, customer).await
}

/// Turns the person away. Nothing is mailed; signing up again with the address comes to nothing.
///
/// # Errors
/// `not_found`; `not_allowed_in_state` if somebody has decided already.
pub async fn decline(tx: &Tx<OrgScope>, id: PortalSignUpId) -> Result<()> {
    let row = waiting(tx, id).await?;
    record(tx, "portal_sign_up.declined", &row).await?;
    store::decide(tx, row, SignUpStatus::Declined, None).await
}

/// Notes that somebody who waited has come in at a customer by another way.
///
/// # Errors
/// Those of the database.
pub async fn settle(tx: &Tx<OrgScope>, email: &str, customer: CustomerId) -> Result<()> {
    match store::waiting_of(tx, email).await? {
        Some(row) => approved(tx, row, customer).await,
        None => Ok(()),
    }
}

async fn approved(
    tx: &Tx<OrgScope>,
    mut row: portal_sign_up::Model,
    customer: CustomerId,
) -> Result<()> {
    row.customer_id = Some(customer);
    record(tx, "portal_sign_up.approved", &row).await?;
    store::decide(tx, row, SignUpStatus::Approved, Some(customer)).await
}

async fn waiting(tx: &Tx<OrgScope>, id: PortalSignUpId) -> Result<portal_sign_up::Model> {
    let row = store::lock(tx, id).await?;
    if row.status.0 == SignUpStatus::Waiting {
        Ok(row)
    } else {
        Err(refused("it has been decided already"))
    }
}

/// The person at a customer: who has the address there, or somebody new.
async fn person_at(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    row: &portal_sign_up::Model,
) -> Result<ContactPersonId> {
    let people = customers::people(tx, customer).await?;
    let same: Vec<_> = people
        .iter()
        .filter(|person| customers::has_address(person, &row.email))
        .collect();
    let access: Vec<_> = same.iter().map(|person| person.portal_status.0).collect();
    match PortalAccess::joining(&access).and_then(|at| same.get(at)) {
        Some(person) => Ok(person.id),
        None if !same.is_empty() => Err(refused("this person has access there, or was shut out")),
        None => {
            let person = CreateContactPerson {
                first_name: row.first_name.clone(),
                last_name: row.last_name.clone(),
                email: Some(row.email.clone()),
                ..CreateContactPerson::default()
            };
            customers::add_person(tx, customer, person).await
        }
    }
}

/// A customer of which nothing else is known yet.
async fn new_customer(
    tx: &Tx<OrgScope>,
    row: &portal_sign_up::Model,
) -> Result<(CustomerId, ContactPersonId)> {
    let company = row.company_name.clone();
    let customer = CreateCustomer {
        kind: match company {
            Some(_) => CustomerKind::Company,
            None => CustomerKind::Individual,
        },
        display_name: company
            .clone()
            .unwrap_or_else(|| full_name(row).chars().take(200).collect()),
        company_name: company,
        email: Some(row.email.clone()),
        first_name: Some(row.first_name.clone()),
        last_name: Some(row.last_name.clone()),
        ..CreateCustomer::blank()
    };
    let customer = customers::create(tx, customer).await?;
    let person = customers::primary_contact(tx, customer).await?;
    let person = person.ok_or_else(Error::not_found)?;
    Ok((customer, person.id))
}

fn refused(why: &str) -> Error {
    Error::new(Code::NotAllowedInState).with_detail(why)
}
