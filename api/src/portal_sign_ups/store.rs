//! The SQL of those who ask to be let in.

use entity::{CustomerId, Instant, PortalSignUpId, Text, mail, portal_sign_up};
use portico_domain::portal_access::SignUpStatus;
use portico_render::mail::Kind;
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::dto::AskForPortalAccess;
use crate::{
    db::{Key, OrgScope, Page, SortKey, Sortable, Tx},
    error::{Error, Result},
    http::text::tidy,
    list_query,
};

impl Sortable for portal_sign_up::Entity {
    const SORTS: &'static [SortKey<Self>] = &[SortKey {
        name: "created_at",
        column: portal_sign_up::Column::CreatedAt,
        key: |row| Key::Int(row.created_at.0),
    }];
    const DEFAULT_DESCENDING: bool = true;
    const ID: Self::Column = portal_sign_up::Column::Id;
    fn id(row: &portal_sign_up::Model) -> Uuid {
        row.id.0
    }
}

list_query! {
    /// Who asked to be let in, by `created_at`, the newest first.
    pub struct PortalSignUpQuery {
        #[param(value_type = Option<String>, example = "waiting")]
        pub status: SignUpStatus,
    }
}

/// A page of them.
pub async fn list(
    tx: &Tx<OrgScope>,
    query: &PortalSignUpQuery,
) -> Result<Page<portal_sign_up::Model>> {
    use portal_sign_up::Column;
    tx.select::<portal_sign_up::Entity>()
        .filter_option(
            query
                .status
                .map(|status| Column::Status.eq(status.as_str())),
        )
        .page(&query.page())
        .await
}

/// One of them.
///
/// # Errors
/// `not_found`.
pub async fn get(tx: &Tx<OrgScope>, id: PortalSignUpId) -> Result<portal_sign_up::Model> {
    tx.get::<portal_sign_up::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// The same, held until the transaction ends.
///
/// # Errors
/// `not_found`.
pub async fn lock(tx: &Tx<OrgScope>, id: PortalSignUpId) -> Result<portal_sign_up::Model> {
    tx.lock::<portal_sign_up::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// Whether an address waits for a decision, or was turned away.
pub async fn is_on_record(tx: &Tx<OrgScope>, email: &str) -> Result<bool> {
    use portal_sign_up::Column;
    let settled = [SignUpStatus::Waiting, SignUpStatus::Declined];
    let found = tx
        .select::<portal_sign_up::Entity>()
        .filter(Column::Email.eq(email))
        .filter(Column::Status.is_in(settled.map(SignUpStatus::as_str)))
        .one()
        .await?;
    Ok(found.is_some())
}

/// How many mails about signing up were written since then, to an address or to all.
pub async fn mails_since(tx: &Tx<OrgScope>, since: Instant, email: Option<&str>) -> Result<u64> {
    let kinds = [Kind::PortalSignUp, Kind::PortalSignUpKnown].map(Kind::as_str);
    Ok(tx
        .select::<mail::Entity>()
        .filter(mail::Column::Kind.is_in(kinds))
        .filter(mail::Column::CreatedAt.gt(since))
        .filter_option(email.map(|email| mail::Column::Recipient.eq(email)))
        .count()
        .await?)
}

/// The one of an address that waits, if any.
pub async fn waiting_of(tx: &Tx<OrgScope>, email: &str) -> Result<Option<portal_sign_up::Model>> {
    use portal_sign_up::Column;
    Ok(tx
        .select::<portal_sign_up::Entity>()
        .filter(Column::Email.eq(email))
        .filter(Column::Status.eq(SignUpStatus::Waiting.as_str()))
        .one()
        .await?)
}

/// Keeps what somebody asks for.
///
/// # Errors
/// `conflict` if the address waits already.
pub async fn insert(
    tx: &Tx<OrgScope>,
    email: String,
    input: AskForPortalAccess,
) -> Result<portal_sign_up::Model> {
    Ok(tx
        .insert(portal_sign_up::ActiveModel {
            organization_id: Set(tx.organization()),
            id: Set(PortalSignUpId(tx.new_uuid())),
            email: Set(email),
            first_name: Set(input.first_name.trim().to_owned()),
            last_name: Set(input.last_name.trim().to_owned()),
            company_name: Set(tidy(input.company_name)),
            message: Set(tidy(input.message)),
            status: Set(Text(SignUpStatus::Waiting)),
            customer_id: Set(None),
            created_at: Set(tx.now()),
            decided_at: Set(None),
            decided_by: Set(None),
        })
        .await?)
}

/// Writes what staff have decided.
pub async fn decide(
    tx: &Tx<OrgScope>,
    row: portal_sign_up::Model,
    status: SignUpStatus,
    customer: Option<CustomerId>,
) -> Result<()> {
    let mut row = row.into_active_model();
    row.status = Set(Text(status));
    row.customer_id = Set(customer);
    row.decided_at = Set(Some(tx.now()));
    row.decided_by = Set(tx.scope().actor().name.clone());
    tx.update(row).await?;
    Ok(())
}
