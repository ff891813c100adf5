//! The SQL of customers, their contact persons and balances.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    ContactPersonId, CustomerId, OrganizationId, TaxExemptionId, Text, contact_person, customer,
    customer_balance, organization, tax_exemption,
};
use portico_domain::{
    customer::ExemptionKind,
    money::Currency,
    portal_access::PortalAccess,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, FromQueryResult, IntoActiveModel, Order, QueryFilter, Set,
    sea_query::Expr,
};
use uuid::Uuid;

use super::dto::CustomerQuery;
use crate::{
    db::{Key, OrgScope, Page, PageQuery, Sees, SortKey, Sortable, Tx, contains},
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

impl Sortable for contact_person::Entity {
    const SORTS: &'static [SortKey<Self>] = &[SortKey {
        name: "created_at",
        column: contact_person::Column::Id,
        key: |row| Key::Id(row.id.0),
    }];
    const DEFAULT_DESCENDING: bool = false;
    const ID: Self::Column = contact_person::Column::Id;
    fn id(row: &contact_person::Model) -> Uuid {
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

/// A customer's primary contact person.
///
/// # Errors
/// Those of the database.
pub async fn primary_contact<S: Sees<contact_person::Entity>>(
    tx: &Tx<S>,
    customer: CustomerId,
) -> Result<Option<contact_person::Model>> {
    Ok(tx
        .select::<contact_person::Entity>()
        .filter(contact_person::Column::CustomerId.eq(customer))
        .filter(contact_person::Column::IsPrimary.eq(true))
        .one()
        .await?)
}

/// A customer's contact persons who have an e-mail address, the primary one first.
///
/// # Errors
/// Those of the database.
pub async fn contacts_for_mail<S: Sees<contact_person::Entity>>(
    tx: &Tx<S>,
    customer: CustomerId,
) -> Result<Vec<contact_person::Model>> {
    Ok(tx
        .select::<contact_person::Entity>()
        .filter(contact_person::Column::CustomerId.eq(customer))
        .filter(contact_person::Column::Email.is_not_null())
        .order(contact_person::Column::IsPrimary, Order::Desc)
        .order(contact_person::Column::Id, Order::Asc)
        .all()
        .await?)
}

/// Adds to what a customer owes and has in credit, in one currency; negative amounts take away. Called in the
/// transaction of the movement.
///
/// # Errors
/// Those of the database.
pub async fn move_balance(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    currency: Currency,
    outstanding: i64,
    credit: i64,
) -> Result<()> {
    tx.execute(
        "insert into customer_balance (organization_id, customer_id, currency, outstanding, credit) \
         values ($1, $2, $3, $4, $5) on conflict (organization_id, customer_id, currency) do update set \
         outstanding = customer_balance.outstanding + excluded.outstanding, \
         credit = customer_balance.credit + excluded.credit",
        [customer.into(), currency.code().into(), outstanding.into(), credit.into()],
    )
    .await?;
    if outstanding != 0 {
        tx.execute(
            "update customer set outstanding = outstanding + $4 \
             where organization_id = $1 and id = $2 and currency = $3",
            [customer.into(), currency.code().into(), outstanding.into()],
        )
        .await?;
    }
    Ok(())
}

pub(super) async fn page(tx: &Tx<OrgScope>, query: &CustomerQuery) -> Result<Page<customer::Model>> {
    use customer::Column;
    let currency = query.currency.map(|currency| Column::Currency.eq(currency.code()));
    let status = query.portal_status.map(|status| Column::PortalStatus.eq(status.as_str()));
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

pub(super) async fn balances(
    tx: &Tx<OrgScope>,
    customers: impl IntoIterator<Item = CustomerId>,
) -> Result<Vec<customer_balance::Model>> {
    Ok(tx
        .select::<customer_balance::Entity>()
        .filter(customer_balance::Column::CustomerId.is_in(customers))
        .order(customer_balance::Column::Currency, Order::Asc)
        .all()
        .await?)
}

/// What is due by currency.
#[derive(FromQueryResult)]
pub(super) struct Overdue {
    pub currency: Text<Currency>,
    pub amount: i64,
}

pub(super) async fn overdue(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    today: NaiveDate,
) -> Result<Vec<Overdue>> {
    Ok(tx
        .query(
            "select currency, cast(sum(balance) as bigint) as amount from invoice \
             where organization_id = $1 and customer_id = $2 and state = 'sent' and balance > 0 and due_date < $3 \
             group by currency",
            [customer.into(), today.into()],
        )
        .await?)
}

/// What there is of a customer beside its own row.
#[derive(FromQueryResult)]
pub(super) struct Counts {
    /// People with access or an invitation.
    pub people: i64,
    /// 1 if there is an invoice, a payment or a credit.
    pub documents: i64,
}

pub(super) async fn counts(tx: &Tx<OrgScope>, customer: CustomerId) -> Result<Counts> {
    let exists = |table: &str| {
        format!("exists (select 1 from {table} where organization_id = $1 and customer_id = $2)")
    };
    let sql = format!(
        "select (select count(*) from contact_person where organization_id = $1 and customer_id = $2 \
         and portal_status in ('invited', 'accepted')) as people, \
         cast(case when {} or {} or {} then 1 else 0 end as bigint) as documents",
        exists("invoice"),
        exists("payment"),
        exists("credit_entry"),
    );
    let row = tx.query::<Counts>(&sql, [customer.into()]).await?.pop();
    row.ok_or_else(Error::not_found)
}

/// What a new customer gets when nothing else is said: currency and days to pay.
pub(super) async fn defaults(tx: &Tx<OrgScope>) -> Result<(Currency, i32)> {
    let id: OrganizationId = tx.organization();
    let organization = tx
        .global()
        .find::<organization::Entity>()
        .with(|query| query.filter(organization::Column::Id.eq(id)))
        .one()
        .await?
        .ok_or_else(Error::not_found)?;
    Ok((organization.base_currency.0, organization.payment_terms_days))
}

pub(super) async fn is_customer_exemption(tx: &Tx<OrgScope>, id: TaxExemptionId) -> Result<bool> {
    let found = tx.get::<tax_exemption::Entity, _>(id).await?;
    Ok(found.is_some_and(|exemption| exemption.kind.0 == ExemptionKind::Customer))
}

pub(super) async fn insert(tx: &Tx<OrgScope>, row: customer::Model) -> Result<customer::Model> {
    Ok(tx.insert(row.into_active_model().reset_all()).await?)
}

pub(super) async fn insert_all(
    tx: &Tx<OrgScope>,
    customers: Vec<customer::Model>,
    people: Vec<contact_person::Model>,
) -> Result<()> {
    let customers = customers.into_iter().map(|row| row.into_active_model().reset_all());
    tx.insert_many(customers.collect()).await?;
    let people = people.into_iter().map(|row| row.into_active_model().reset_all());
    Ok(tx.insert_many(people.collect()).await?)
}

/// Writes a locked customer back as its next version.
pub(super) async fn save(tx: &Tx<OrgScope>, mut row: customer::Model) -> Result<customer::Model> {
    row.version += 1;
    row.updated_at = tx.now();
    Ok(tx.update(row.into_active_model().reset_all()).await?)
}

/// Removes a customer and its contact persons. Documents that remain are refused by the database.
pub(super) async fn delete(tx: &Tx<OrgScope>, id: CustomerId) -> Result<()> {
    tx.delete_where::<contact_person::Entity>(contact_person::Column::CustomerId.eq(id))
        .await?;
    tx.delete_where::<customer_balance::Entity>(customer_balance::Column::CustomerId.eq(id))
        .await?;
    tx.delete_where::<customer::Entity>(customer::Column::Id.eq(id))
        .await?;
    Ok(())
}

pub(super) async fn people_page(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    query: &PageQuery,
) -> Result<Page<contact_person::Model>> {
    tx.select::<contact_person::Entity>()
        .filter(contact_person::Column::CustomerId.eq(customer))
        .page(query)
        .await
}

/// A contact person of a customer.
///
/// # Errors
/// `not_found`, also for another customer's.
pub async fn person(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    id: ContactPersonId,
) -> Result<contact_person::Model> {
    tx.get::<contact_person::Entity, _>(id)
        .await?
        .filter(|person| person.customer_id == customer)
        .ok_or_else(Error::not_found)
}

/// A contact person, of whichever customer.
///
/// # Errors
/// `not_found`.
pub async fn person_by_id(tx: &Tx<OrgScope>, id: ContactPersonId) -> Result<contact_person::Model> {
    tx.get::<contact_person::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// All contact persons of a customer, in the order in which they were added.
///
/// # Errors
/// Those of the database.
pub async fn people<S: Sees<contact_person::Entity>>(
    tx: &Tx<S>,
    customer: CustomerId,
) -> Result<Vec<contact_person::Model>> {
    Ok(tx
        .select::<contact_person::Entity>()
        .filter(contact_person::Column::CustomerId.eq(customer))
        .order(contact_person::Column::Id, Order::Asc)
        .all()
        .await?)
}

pub(super) async fn insert_person(
    tx: &Tx<OrgScope>,
    row: contact_person::Model,
) -> Result<contact_person::Model> {
    Ok(tx.insert(row.into_active_model().reset_all()).await?)
}

pub(super) async fn save_person(
    tx: &Tx<OrgScope>,
    row: contact_person::Model,
) -> Result<contact_person::Model> {
    Ok(tx.update(row.into_active_model().reset_all()).await?)
}

/// Writes down that a contact person has just signed in.
///
/// # Errors
/// Those of the database.
pub async fn signed_in(tx: &Tx<OrgScope>, person: ContactPersonId) -> Result<()> {
    tx.update_where::<contact_person::Entity>(|update| {
        update
            .col_expr(contact_person::Column::LastSignInAt, Expr::value(tx.now().0))
            .filter(contact_person::Column::Id.eq(person))
    })
    .await?;
    Ok(())
}

pub(super) async fn delete_person(tx: &Tx<OrgScope>, id: ContactPersonId) -> Result<()> {
    tx.delete_where::<contact_person::Entity>(contact_person::Column::Id.eq(id))
        .await?;
    Ok(())
}

/// Takes the mark of the primary contact from whoever has it. An index allows one at a time.
pub(super) async fn unmark_primary(tx: &Tx<OrgScope>, customer: CustomerId) -> Result<()> {
    tx.update_where::<contact_person::Entity>(|update| {
        update
            .col_expr(contact_person::Column::IsPrimary, Expr::value(false))
            .filter(contact_person::Column::CustomerId.eq(customer))
            .filter(contact_person::Column::IsPrimary.eq(true))
    })
    .await?;
    Ok(())
}

/// Brings what a customer's row repeats of its people up to date: the primary contact's e-mail address and phone
/// number, the portal status, the search text.
pub(super) async fn refresh_copies(tx: &Tx<OrgScope>, customer: CustomerId) -> Result<()> {
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
pub(super) fn search_text(row: &customer::Model, people: &[contact_person::Model]) -> String {
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
