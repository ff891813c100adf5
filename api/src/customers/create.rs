//! A new customer, with its primary contact person if anything of one is given (B2).

use entity::{ContactPersonId, CustomerId, Doc, Text, contact_person, customer, organization};
use portico_domain::{customer::TaxTreatment, money::MAX_MINOR, portal_access::PortalAccess};
use serde_json::json;

use super::{
    input::CreateCustomer,
    person_dto::CreateContactPerson,
    rules::{self, text},
    store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::Result,
};

/// Creates a customer.
///
/// # Errors
/// `validation_failed`.
pub async fn create(tx: &Tx<OrgScope>, input: CreateCustomer) -> Result<CustomerId> {
    let organization = tx.own_organization().await?;
    let (row, person) = written(tx, &organization, input)?;
    rules::check(tx, &row).await?;
    let row = store::insert(tx, row).await?;
    if let Some(person) = person {
        store::insert_person(tx, person).await?;
    }
    audit::record(tx, created(&row)).await?;
    Ok(row.id)
}

/// Creates many customers at once. Their addresses were looked at, and they name no exemption.
///
/// # Errors
/// `validation_failed`.
pub async fn create_many(tx: &Tx<OrgScope>, inputs: Vec<CreateCustomer>) -> Result<()> {
    let organization = tx.own_organization().await?;
    let (mut rows, mut people) = (Vec::with_capacity(inputs.len()), Vec::new());
    for input in inputs {
        let (row, person) = written(tx, &organization, input)?;
        rows.push(row);
        people.extend(person);
    }
    let entries = rows.iter().map(created).collect();
    store::insert_all(tx, rows, people).await?;
    audit::record_many(tx, entries).await
}

/// A customer as it is kept, and its primary contact person if anything is known of one.
fn written(
    tx: &Tx<OrgScope>,
    organization: &organization::Model,
    input: CreateCustomer,
) -> Result<(customer::Model, Option<contact_person::Model>)> {
    let mut row = customer::Model {
        organization_id: tx.organization(),
        id: CustomerId(tx.new_uuid()),
        version: 1,
        kind: Text(input.kind),
        display_name: input.display_name.trim().to_owned(),
        company_name: text(input.company_name),
        email: None,
        phone: None,
        currency: input.currency.map_or(organization.base_currency, Text),
        payment_terms_days: input
            .payment_terms_days
            .unwrap_or(organization.payment_terms_days),
        language: input.language.map(Text),
        tax_treatment: Text(input.tax_treatment.unwrap_or(TaxTreatment::Taxable)),
        tax_id: text(input.tax_id),
        tax_exemption_id: input.tax_exemption_id,
        billing_address: Doc(input.billing_address),
        shipping_address: Doc(input.shipping_address),
        notes: text(input.notes),
        allow_bank_debit: input.allow_bank_debit,
        opening_balance: 0,
        credit_limit: None,
        portal_status: Text(PortalAccess::None),
        search: String::new(),
        active: true,
        outstanding: 0,
        created_at: tx.now(),
        updated_at: tx.now(),
        company_phone: text(input.company_phone),
        website: text(input.website),
    };
    if let Some(money) = input.opening_balance {
        row.opening_balance = rules::minor("/opening_balance", money, &row, -MAX_MINOR)?;
    }
    if let Some(money) = input.credit_limit {
        row.credit_limit = Some(rules::minor("/credit_limit", money, &row, 0)?);
    }
    let person = CreateContactPerson {
        email: input.email,
        first_name: input.first_name.unwrap_or_default(),
        last_name: input.last_name.unwrap_or_default(),
        phone: input.phone,
        ..CreateContactPerson::default()
    };
    let person = first_person(tx, row.id, person);
    row.email = person.as_ref().and_then(|person| person.email.clone());
    row.phone = person.as_ref().and_then(|person| person.phone.clone());
    row.search = store::search_text(&row, person.as_slice());
    Ok((row, person))
}

fn created(row: &customer::Model) -> audit::Entry {
    audit::Entry {
        action: "customer.created",
        subject_id: row.id.0,
        customer_id: Some(row.id),
        data: json!({ "display_name": row.display_name }),
    }
}

/// The primary contact person of a new customer, if anything is known of one.
fn first_person(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    input: CreateContactPerson,
) -> Option<contact_person::Model> {
    let person = contact_person::Model {
        is_primary: true,
        ..new_person(tx, customer, input)
    };
    let names = [&person.first_name, &person.last_name];
    let known = person.email.is_some()
        || person.phone.is_some()
        || names.iter().any(|name| !name.is_empty());
    known.then_some(person)
}

/// A contact person without access to the portal.
pub(super) fn new_person(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    input: CreateContactPerson,
) -> contact_person::Model {
    contact_person::Model {
        organization_id: tx.organization(),
        id: ContactPersonId(tx.new_uuid()),
        customer_id: customer,
        identity_id: None,
        salutation: text(input.salutation),
        first_name: input.first_name.trim().to_owned(),
        last_name: input.last_name.trim().to_owned(),
        email: text(input.email),
        phone: text(input.phone),
        designation: text(input.designation),
        department: text(input.department),
        is_primary: false,
        portal_status: Text(PortalAccess::None),
        invited_at: None,
        invited_by: None,
        invitation_expires_at: None,
        invited_with_password: false,
        accepted_at: None,
        last_sign_in_at: None,
        created_at: tx.now(),
        version: 1,
        portal_modules: None,
    }
}
