//! The SQL of contact persons.

use entity::{ContactPersonId, CustomerId, PortalIdentityId, contact_person, customer};
use portico_domain::portal_access::PortalAccess;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, IntoActiveModel, Order, QueryFilter,
    sea_query::{Expr, ExprTrait as _, Func, Query},
};
use uuid::Uuid;

use crate::{
    db::{Key, OrgScope, Page, PageQuery, Sees, SortKey, Sortable, Tx},
    error::{Error, Result},
};

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

/// A page of a customer's contact persons, in the order in which they were added.
///
/// # Errors
/// As every list.
pub async fn people_page<S: Sees<contact_person::Entity>>(
    tx: &Tx<S>,
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

pub(in crate::customers) async fn insert_person(
    tx: &Tx<OrgScope>,
    row: contact_person::Model,
) -> Result<contact_person::Model> {
    Ok(tx.insert(row.into_active_model().reset_all()).await?)
}

pub(in crate::customers) async fn save_person(
    tx: &Tx<OrgScope>,
    mut row: contact_person::Model,
) -> Result<contact_person::Model> {
    row.version += 1;
    Ok(tx.update(row.into_active_model().reset_all()).await?)
}

/// Writes down that a contact person has just signed in.
///
/// # Errors
/// Those of the database.
pub async fn signed_in(tx: &Tx<OrgScope>, person: ContactPersonId) -> Result<()> {
    tx.update_where::<contact_person::Entity>(|update| {
        update
            .col_expr(
                contact_person::Column::LastSignInAt,
                Expr::value(tx.now().0),
            )
            .filter(contact_person::Column::Id.eq(person))
    })
    .await?;
    Ok(())
}

pub(in crate::customers) async fn delete_person(
    tx: &Tx<OrgScope>,
    id: ContactPersonId,
) -> Result<()> {
    tx.delete_where::<contact_person::Entity>(contact_person::Column::Id.eq(id))
        .await?;
    Ok(())
}

/// Takes the mark of the primary contact from whoever has it. An index allows one at a time.
pub(in crate::customers) async fn unmark_primary(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
) -> Result<()> {
    tx.update_where::<contact_person::Entity>(|update| {
        update
            .col_expr(contact_person::Column::IsPrimary, Expr::value(false))
            .filter(contact_person::Column::CustomerId.eq(customer))
            .filter(contact_person::Column::IsPrimary.eq(true))
    })
    .await?;
    Ok(())
}

/// The contact persons for whom an identity signs in, whether they may enter now or not; by customer.
///
/// # Errors
/// Those of the database.
pub async fn people_of_identity(
    tx: &Tx<OrgScope>,
    identity: PortalIdentityId,
) -> Result<Vec<contact_person::Model>> {
    Ok(tx
        .select::<contact_person::Entity>()
        .filter(contact_person::Column::IdentityId.eq(identity))
        .order(contact_person::Column::CustomerId, Order::Asc)
        .all()
        .await?)
}

/// Whom staff have entered with an address, as `normalise_email` writes it: customer by customer, in the order in which
/// they were added. `lower` of SQLite knows ASCII only: an address that needs more is nobody's.
///
/// # Errors
/// Those of the database.
pub async fn people_by_email(tx: &Tx<OrgScope>, email: &str) -> Result<Vec<contact_person::Model>> {
    let address = Func::lower(Expr::col((
        contact_person::Entity,
        contact_person::Column::Email,
    )));
    Ok(tx
        .select::<contact_person::Entity>()
        .filter(Expr::expr(address).eq(email))
        .order(contact_person::Column::CustomerId, Order::Asc)
        .order(contact_person::Column::CreatedAt, Order::Asc)
        .order(contact_person::Column::Id, Order::Asc)
        .all()
        .await?)
}

/// How many contact persons are this far on their way into the portal.
///
/// # Errors
/// Those of the database.
pub async fn count_people(tx: &Tx<OrgScope>, access: PortalAccess) -> Result<u64> {
    Ok(tx
        .select::<contact_person::Entity>()
        .filter(contact_person::Column::PortalStatus.eq(access.as_str()))
        .count()
        .await?)
}

/// Everybody who could enter the portal, or was asked to, has to be asked again: the domain's
/// `PortalRenamed`, for all at once. A customer's own status is that of the person who came furthest.
///
/// # Errors
/// Those of the database.
pub async fn ask_for_new_invitations(tx: &Tx<OrgScope>) -> Result<()> {
    let open = [PortalAccess::Invited, PortalAccess::Accepted].map(PortalAccess::as_str);
    let needed = PortalAccess::ReinviteNeeded.as_str();
    tx.update_where::<customer::Entity>(|update| {
        update
            .col_expr(customer::Column::PortalStatus, Expr::value(needed))
            .filter(customer::Column::PortalStatus.is_in(open))
    })
    .await?;
    tx.update_where::<contact_person::Entity>(|update| {
        update
            .col_expr(contact_person::Column::PortalStatus, Expr::value(needed))
            .filter(contact_person::Column::PortalStatus.is_in(open))
    })
    .await?;
    Ok(())
}

/// People who have to be invited again and can be, the longest known first.
///
/// # Errors
/// Those of the database.
pub async fn people_to_reinvite(
    tx: &Tx<OrgScope>,
    limit: u64,
) -> Result<Vec<contact_person::Model>> {
    Ok(to_reinvite(tx)
        .order(contact_person::Column::Id, Order::Asc)
        .limit(limit)
        .all()
        .await?)
}

/// How many there are.
///
/// # Errors
/// Those of the database.
pub async fn count_to_reinvite(tx: &Tx<OrgScope>) -> Result<u64> {
    Ok(to_reinvite(tx).count().await?)
}

fn to_reinvite(tx: &Tx<OrgScope>) -> crate::db::Scoped<'_, contact_person::Entity> {
    let in_use = Query::select()
        .column(customer::Column::Id)
        .from(customer::Entity)
        .cond_where(Sees::<customer::Entity>::visible(tx.scope()))
        .and_where(customer::Column::Active.eq(true))
        .to_owned();
    tx.select::<contact_person::Entity>()
        .filter(contact_person::Column::PortalStatus.eq(PortalAccess::ReinviteNeeded.as_str()))
        .filter(contact_person::Column::Email.is_not_null())
        .filter(contact_person::Column::CustomerId.in_subquery(in_use))
}
