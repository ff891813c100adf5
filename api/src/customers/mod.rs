//! Customers, their contact persons, and what they owe.

mod activation;
mod by_customer;
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

pub use by_customer::{DetailsChange, announce};
pub use create::{create, create_many};
pub use dto::{Customer, CustomerRef};
pub use input::CreateCustomer;
pub use office::routes;
pub use people::{
    add as add_person, address_is_free, change as change_person, full_name, has_address, record,
    save_access,
};
pub use person_dto::{
    ContactPerson, ContactPersonQuery, CreateContactPerson, GrantPortalAccess, UpdateContactPerson,
};
pub use rules::website;
pub use show::show;
pub use store::{
    ask_for_new_invitations, contacts_for_mail, count_people, count_to_reinvite, get, lock,
    move_credit, move_outstanding, name_of, names_of, people, people_by_email, people_of_identity,
    people_page, people_to_reinvite, person, person_by_id, primary_contact, save, search_text,
    signed_in, taken,
};
pub use takes_query::takes_query;
