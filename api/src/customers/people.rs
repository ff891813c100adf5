//! Contact persons: added, changed, removed; one of them is the primary contact, always.

use entity::{ContactPersonId, CustomerId, Text, contact_person};
use portico_domain::portal_access::{AccessEvent, PortalAccess};
use serde_json::{Value, json};

use super::{
    create::new_person,
    person_dto::{ContactPerson, CreateContactPerson, UpdateContactPerson},
    rules::text,
    store,
};
use crate::{
    audit,
    auth::normalise_email,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
};

/// Adds a contact person; a customer's first one is its primary contact.
///
/// # Errors
/// `validation_failed` for somebody without name and e-mail address.
pub async fn add(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    input: CreateContactPerson,
) -> Result<ContactPersonId> {
    store::lock(tx, customer).await?;
    let person = contact_person::Model {
        is_primary: store::primary_contact(tx, customer).await?.is_none(),
        ..new_person(tx, customer, input)
    };
    must_be_somebody(&person)?;
    let person = store::insert_person(tx, person).await?;
    store::refresh_copies(tx, customer).await?;
    record(tx, "contact_person.created", &person, json!({})).await?;
    Ok(person.id)
}

/// Changes a contact person.
///
/// # Errors
/// `not_found`, `validation_failed`; `email_taken` if another person of the customer with access has the address.
pub async fn change(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    id: ContactPersonId,
    change: UpdateContactPerson,
) -> Result<contact_person::Model> {
    store::lock(tx, customer).await?;
    let before = store::person(tx, customer, id).await?;
    let mut person = before.clone();
    apply(&mut person, change);
    must_be_somebody(&person)?;
    if normal(&before) != normal(&person) {
        new_address(tx, &mut person).await?;
    }
    let person = store::save_person(tx, person).await?;
    store::refresh_copies(tx, customer).await?;
    let shown = |row: &contact_person::Model| json!(ContactPerson::new(row.clone(), tx.now()));
    let changes = audit::changes(&shown(&before), &shown(&person));
    record(
        tx,
        "contact_person.updated",
        &person,
        json!({ "changes": changes }),
    )
    .await?;
    Ok(person)
}

/// Removes a contact person; the one who was added next becomes the primary contact if this one was.
///
/// # Errors
/// `not_found`.
pub async fn remove(tx: &Tx<OrgScope>, customer: CustomerId, id: ContactPersonId) -> Result<()> {
    store::lock(tx, customer).await?;
    let person = store::person(tx, customer, id).await?;
    store::delete_person(tx, id).await?;
    if person.is_primary
        && let Some(mut next) = store::people(tx, customer).await?.into_iter().next()
    {
        next.is_primary = true;
        store::save_person(tx, next).await?;
    }
    store::refresh_copies(tx, customer).await?;
    record(tx, "contact_person.deleted", &person, json!({})).await
}

/// Makes a contact person the primary one.
///
/// # Errors
/// `not_found`.
pub async fn make_primary(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    id: ContactPersonId,
) -> Result<contact_person::Model> {
    store::lock(tx, customer).await?;
    let mut person = store::person(tx, customer, id).await?;
    if person.is_primary {
        return Ok(person);
    }
    store::unmark_primary(tx, customer).await?;
    person.is_primary = true;
    let person = store::save_person(tx, person).await?;
    store::refresh_copies(tx, customer).await?;
    record(tx, "contact_person.made_primary", &person, json!({})).await?;
    Ok(person)
}

/// Writes a contact person whose access has changed, and what the customer's row repeats of it.
///
/// # Errors
/// Those of the database.
pub async fn save_access(
    tx: &Tx<OrgScope>,
    person: contact_person::Model,
) -> Result<contact_person::Model> {
    let person = store::save_person(tx, person).await?;
    store::refresh_copies(tx, person.customer_id).await?;
    Ok(person)
}

/// That no other person of the customer with access has this one's e-mail address (B2).
///
/// # Errors
/// `email_taken`.
pub async fn address_is_free(tx: &Tx<OrgScope>, person: &contact_person::Model) -> Result<()> {
    let others = store::people(tx, person.customer_id).await?;
    let taken = others.iter().any(|other| {
        other.id != person.id
            && other.portal_status.0 != PortalAccess::None
            && normal(other) == normal(person)
    });
    if taken {
        return Err(Error::new(Code::EmailTaken)
            .with_detail("another contact person with access to the portal has this address"));
    }
    Ok(())
}

/// Another address is not proven to be this person's: whoever had access must be invited again (semantics §5).
async fn new_address(tx: &Tx<OrgScope>, person: &mut contact_person::Model) -> Result<()> {
    if person.portal_status.0 == PortalAccess::None {
        return Ok(());
    }
    if person.email.is_some() {
        address_is_free(tx, person).await?;
    }
    let after = person.portal_status.after(AccessEvent::EmailChanged);
    person.portal_status = Text(after.unwrap_or(PortalAccess::ReinviteNeeded));
    person.identity_id = None;
    person.accepted_at = None;
    Ok(())
}

fn apply(person: &mut contact_person::Model, change: UpdateContactPerson) {
    let optional = [
        (&mut person.salutation, change.salutation),
        (&mut person.email, change.email),
        (&mut person.phone, change.phone),
        (&mut person.designation, change.designation),
        (&mut person.department, change.department),
    ];
    for (field, patch) in optional {
        if let Some(value) = patch.change() {
            *field = text(value);
        }
    }
    if let Some(name) = change.first_name {
        name.trim().clone_into(&mut person.first_name);
    }
    if let Some(name) = change.last_name {
        name.trim().clone_into(&mut person.last_name);
    }
}

fn must_be_somebody(person: &contact_person::Model) -> Result<()> {
    if person.first_name.is_empty() && person.last_name.is_empty() && person.email.is_none() {
        return Err(Error::field(
            "/first_name",
            "required",
            "a contact person needs a name or an e-mail address",
        ));
    }
    Ok(())
}

/// Whether a person has this address, as `normalise_email` writes it.
#[must_use]
pub fn has_address(person: &contact_person::Model, email: &str) -> bool {
    normal(person).as_deref() == Some(email)
}

/// The one form in which addresses are compared.
fn normal(person: &contact_person::Model) -> Option<String> {
    person.email.as_deref().map(normalise_email)
}

/// Writes what was done to a contact person into the customer's timeline.
///
/// # Errors
/// Those of the database.
pub async fn record(
    tx: &Tx<OrgScope>,
    action: &'static str,
    person: &contact_person::Model,
    mut data: Value,
) -> Result<()> {
    data["name"] = json!(full_name(person));
    data["email"] = json!(person.email);
    let entry = audit::Entry {
        action,
        subject_id: person.id.0,
        customer_id: Some(person.customer_id),
        data,
    };
    audit::record(tx, entry).await
}

/// A person's name in one line.
#[must_use]
pub fn full_name(person: &contact_person::Model) -> String {
    format!("{} {}", person.first_name, person.last_name)
        .trim()
        .to_owned()
}
