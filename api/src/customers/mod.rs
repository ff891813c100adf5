//! Customers, their contact persons, and what they owe.

mod activation;
mod create;
mod delete;
mod dto;
mod office;
mod office_people;
mod people;
mod person_dto;
mod rules;
mod show;
mod store;
mod update;

pub use dto::CustomerRef;
pub use office::routes;
pub use people::{address_is_free, full_name, record, save_access};
pub use person_dto::ContactPerson;
pub use store::{
    contacts_for_mail, get, lock, move_balance, names_of, people, person, person_by_id, primary_contact,
    signed_in,
};

use entity::{CustomerId, customer};

use crate::{
    db::{Sees, Tx},
    error::Result,
};

/// A customer's display name.
///
/// # Errors
/// `not_found`.
pub async fn name_of<S: Sees<customer::Entity>>(tx: &Tx<S>, id: CustomerId) -> Result<String> {
    Ok(get(tx, id).await?.display_name)
}
