//! The SQL of customers; that of their contact persons and balances stands beside it.

mod balances;
mod people;

pub use balances::*;
pub use people::*;

use std::collections::{HashMap, HashSet};

use entity::{
    CustomerId, TaxExemptionId, Text, contact_person, customer, customer_balance, tax_exemption,
};
use portico_domain::{customer::ExemptionKind, portal_access::PortalAccess};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, FromQueryResult, IntoActiveModel, Set,
    sea_query::{Expr, ExprTrait as _, Func},
};
use uuid::Uuid;

use super::dto::CustomerQuery;
use crate::{
    db::{Key, OrgScope, Page, Sees, SortKey, Sortable, Tx, contains},
    error::{Error, Result},
};

impl Sortable for customer::Entity {
    const SORTS: &'static [SortKey<Self>] = &[
        SortKey {
            name: "display_name",
            column: customer::Column::DisplayName,
            key: |row| Key::Text(row.display_name.clone()),
        },
        SortKey {
            name: "created_at",
            column: customer::Column::CreatedAt,
            key: |row| Key::Int(row.created_at.0),
        },
        SortKey {
            name: "outstanding",
            column: customer::Column::Outstanding,
            key: |row| Key::Int(row.outstanding),
        },
    ];
    const DEFAULT_DESCENDING: bool = false;
    const ID: Self::Column = customer::Column::Id;
    fn id(row: &customer::Model) -> Uuid {
        row.id.0
    }
}

/// A customer that exists for the scope.
///
/// # Errors
/// `not_found`.
pub async fn get<S: Sees<customer::Entity>>(tx: &Tx<S>, id: CustomerId) -> Result<customer::Model> {
    tx.get::<customer::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// A customer, locked until the transaction ends. Whoever locks a customer and its documents locks the customer first.
///
/// # Errors
/// `not_found`.
pub async fn lock(tx: &Tx<OrgScope>, id: CustomerId) -> Result<customer::Model> {
    tx.lock::<customer::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// A customer's display name.
///
/// # Errors
/// `not_found`.
pub async fn name_of<S: Sees<customer::Entity>>(tx: &Tx<S>, id: CustomerId) -> Result<String> {
    Ok(get(tx, id).await?.display_name)
}

/// The display names of some customers.
///
/// # Errors
/// Those of the database.
pub async fn names_of<S: Sees<customer::Entity>>(
    tx: &Tx<S>,
    ids: impl IntoIterator<Item = CustomerId>,
) -> Result<HashMap<CustomerId, String>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: CustomerId,
        name: String,
    }
    let ids: std::collections::BTreeSet<CustomerId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let columns = [
        ("id", Expr::col(customer::Column::Id)),
        ("name", Expr::col(customer::Column::DisplayName)),
    ];
    let rows: Vec<Row> = tx
        .select::<customer::Entity>()
        .filter(customer::Column::Id.is_in(ids))
        .aggregate(columns, [])
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

pub(in crate::customers) async fn page(
    tx: &Tx<OrgScope>,
    query: &CustomerQuery,
) -> Result<Page<customer::Model>> {
    use customer::Column;
    let currency = query
        .currency
        .map(|currency| Column::Currency.eq(currency.code()));
    let status = query
        .portal_status
        .map(|status| Column::PortalStatus.eq(status.as_str()));
    tx.select::<customer::Entity>()
        .filter_option(query.active.map(|active| Column::Active.eq(active)))
        .filter_option(currency)
        .filter_option(status)
        .filter_option(query.q.as_deref().map(has_every_word))
        .page(&query.page())
        .await
}

fn has_every_word(text: &str) -> Condition {
    text.split_whitespace().fold(Condition::all(), |all, word| {
        all.add(contains(customer::Column::Search, word))
    })
}

/// What there is of a customer beside its own row.
#[derive(FromQueryResult)]
pub(in crate::customers) struct Counts {
    /// People with access or an invitation.
    pub people: i64,
    /// 1 if there is an invoice, a payment, a credit or a payment link.
    pub documents: i64,
}

pub(in crate::customers) async fn counts(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
) -> Result<Counts> {
    let exists = |table: &str| {
        format!("exists (select 1 from {table} where organization_id = $1 and customer_id = $2)")
    };
    let sql = format!(
        "select (select count(*) from contact_person where organization_id = $1 and customer_id = $2 \
         and portal_status in ('invited', 'accepted')) as people, \
         cast(case when {} or {} or {} or {} then 1 else 0 end as bigint) as documents",
        exists("invoice"),
        exists("payment"),
        exists("credit_entry"),
        exists("payment_link"),
    );
    let row = tx.query::<Counts>(&sql, [customer.into()]).await?.pop();
    row.ok_or_else(Error::not_found)
}

/// Which of some display names and e-mail addresses (in lower case) customers have already.
///
/// # Errors
/// Those of the database.
pub async fn taken(
    tx: &Tx<OrgScope>,
    names: Vec<String>,
    emails: Vec<String>,
) -> Result<(HashSet<String>, HashSet<String>)> {
    #[derive(FromQueryResult)]
    struct Row {
        text: String,
    }
    let texts = |rows: Vec<Row>| rows.into_iter().map(|row| row.text).collect();
    let lower = || {
        Func::lower(Expr::col((
            contact_person::Entity,
            contact_person::Column::Email,
        )))
    };
    let names: Vec<Row> = tx
        .select::<customer::Entity>()
        .filter(customer::Column::DisplayName.is_in(names))
        .aggregate([("text", Expr::col(customer::Column::DisplayName))], [])
        .await?;
    let emails: Vec<Row> = tx
        .select::<contact_person::Entity>()
        .filter(Expr::expr(lower()).is_in(emails))
        .aggregate([("text", Expr::expr(lower()))], [])
        .await?;
    Ok((texts(names), texts(emails)))
}

pub(in crate::customers) async fn is_customer_exemption(
    tx: &Tx<OrgScope>,
    id: TaxExemptionId,
) -> Result<bool> {
    let found = tx.get::<tax_exemption::Entity, _>(id).await?;
    Ok(found.is_some_and(|exemption| exemption.kind.0 == ExemptionKind::Customer))
}

pub(in crate::customers) async fn insert(
    tx: &Tx<OrgScope>,
    row: customer::Model,
) -> Result<customer::Model> {
    Ok(tx.insert(row.into_active_model().reset_all()).await?)
}

pub(in crate::customers) async fn insert_all(
    tx: &Tx<OrgScope>,
    customers: Vec<customer::Model>,
    people: Vec<contact_person::Model>,
) -> Result<()> {
    let customers = customers
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    tx.insert_many(customers.collect()).await?;
    let people = people
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    Ok(tx.insert_many(people.collect()).await?)
}

/// Writes a locked customer back as its next version.
///
/// # Errors
/// Those of the database.
pub async fn save(tx: &Tx<OrgScope>, mut row: customer::Model) -> Result<customer::Model> {
    row.version += 1;
    row.updated_at = tx.now();
    Ok(tx.update(row.into_active_model().reset_all()).await?)
}

/// Removes a customer and its contact persons. Documents that remain are refused by the database.
pub(in crate::customers) async fn delete(tx: &Tx<OrgScope>, id: CustomerId) -> Result<()> {
    tx.delete_where::<contact_person::Entity>(contact_person::Column::CustomerId.eq(id))
        .await?;
    tx.delete_where::<customer_balance::Entity>(customer_balance::Column::CustomerId.eq(id))
        .await?;
    tx.delete_where::<customer::Entity>(customer::Column::Id.eq(id))
        .await?;
    Ok(())
}

/// Brings what a customer's row repeats of its people up to date: the primary contact's e-mail address and phone
/// number, the portal status, the search text.
pub(in crate::customers) async fn refresh_copies(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
) -> Result<()> {
    let row = get(tx, customer).await?;
    let people = people(tx, customer).await?;
    let primary = people.iter().find(|person| person.is_primary);
    let status = PortalAccess::of_customer(people.iter().map(|person| person.portal_status.0));
    let search = search_text(&row, &people);
    let email = primary.and_then(|person| person.email.clone());
    let phone = primary.and_then(|person| person.phone.clone());
    let mut row = row.into_active_model();
    row.email = Set(email);
    row.phone = Set(phone);
    row.portal_status = Set(Text(status));
    row.search = Set(search);
    tx.update(row).await?;
    Ok(())
}

/// Where the list looks for words: at most 20 people, which keeps the row small.
#[must_use]
pub fn search_text(row: &customer::Model, people: &[contact_person::Model]) -> String {
    let own = [Some(row.display_name.as_str()), row.company_name.as_deref()];
    let theirs = people.iter().take(20).flat_map(|person| {
        [
            Some(person.first_name.as_str()),
            Some(person.last_name.as_str()),
            person.email.as_deref(),
            person.phone.as_deref(),
        ]
    });
    let texts: Vec<String> = own
        .into_iter()
        .chain(theirs)
        .flatten()
        .filter(|text| !text.is_empty())
        .map(str::to_lowercase)
        .collect();
    texts.join(" ")
}
