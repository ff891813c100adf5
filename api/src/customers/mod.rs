//! Customers, their contact persons, and what they owe.

mod activation;
mod create;
mod delete;
mod dto;
mod input;
mod office;
mod office_people;
mod people;
mod person_dto;
mod rules;
mod show;
mod store;
mod takes_query;
mod update;

pub use create::create_many;
pub use dto::CustomerRef;
pub use input::CreateCustomer;
pub use office::routes;
pub use people::{address_is_free, full_name, record, save_access};
pub use person_dto::ContactPerson;
pub use store::{
    ask_for_new_invitations, contacts_for_mail, count_to_reinvite, get, lock, move_credit,
    move_outstanding, name_of, names_of, people, people_to_reinvite, person, person_by_id,
    primary_contact, signed_in, taken,
};
pub use takes_query::takes_query;
