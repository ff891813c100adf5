//! The SQL of portals, identities and their memberships.

use entity::{
    ContactPersonId, CustomerId, Doc, OrganizationId, PortalIdentityId, Text, portal_identity,
    records::GatewayOffer,
};
use portico_domain::language::Language;
use sea_orm::{ColumnTrait, FromQueryResult, IntoActiveModel, Set};

use crate::{
    db::{Db, OrgScope, Tx},
    error::Result,
    http::text,
};

/// An organization whose portal is on.
#[derive(Clone, Debug, FromQueryResult)]
pub struct PortalOrganization {
    pub id: OrganizationId,
    pub name: String,
    pub portal_name: String,
    pub language: Text<Language>,
    pub time_zone: String,
    pub accent_colour: String,
    pub banner_message: Option<String>,
    pub logo_key: Option<String>,
    pub gateways: Doc<Vec<GatewayOffer>>,
    pub allow_signup: bool,
}

/// The organization of a portal; none if the name is unknown or the portal is off.
///
/// # Errors
/// Those of the database.
pub async fn by_name(db: &Db, portal_name: &str) -> Result<Option<PortalOrganization>> {
    // It may come from any address that somebody types.
    if text::has_control(portal_name) {
        return Ok(None);
    }
    db.system_read("find a portal by its name", async |global| {
        let sql = "select id, name, portal_name, language, time_zone, accent_colour, banner_message, logo_key, gateways, allow_signup \
                   from organization where portal_name = $1 and portal_enabled";
        let rows = global.query::<PortalOrganization>(sql, [portal_name.into()]).await?;
        Ok(rows.into_iter().next())
    })
    .await
}

/// The identity of an e-mail address, as `normalise_email` writes it.
///
/// # Errors
/// Those of the database.
pub async fn identity_by_email(
    tx: &Tx<OrgScope>,
    email: &str,
) -> Result<Option<portal_identity::Model>> {
    Ok(tx
        .select::<portal_identity::Entity>()
        .filter(portal_identity::Column::Email.eq(email))
        .one()
        .await?)
}

/// An identity by id.
pub(super) async fn identity(
    tx: &Tx<OrgScope>,
    id: PortalIdentityId,
) -> Result<Option<portal_identity::Model>> {
    Ok(tx.get::<portal_identity::Entity, _>(id).await?)
}

/// The same, held until the transaction ends.
pub(super) async fn lock_identity(
    tx: &Tx<OrgScope>,
    id: PortalIdentityId,
) -> Result<Option<portal_identity::Model>> {
    Ok(tx.lock::<portal_identity::Entity, _>(id).await?)
}

/// The address that an identity has asked for and not verified yet.
///
/// # Errors
/// Those of the database.
pub async fn pending_email(tx: &Tx<OrgScope>, id: PortalIdentityId) -> Result<Option<String>> {
    Ok(identity(tx, id).await?.and_then(|row| row.pending_email))
}

pub(super) async fn insert_identity(
    tx: &Tx<OrgScope>,
    email: String,
    password_hash: String,
    first_password_hash: Option<String>,
) -> Result<PortalIdentityId> {
    let identity = portal_identity::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(PortalIdentityId(tx.new_uuid())),
        email: Set(email),
        password_hash: Set(password_hash),
        first_password_hash: Set(first_password_hash),
        last_sign_in_at: Set(Some(tx.now())),
        created_at: Set(tx.now()),
        pending_email: Set(None),
        email_asked_at: Set(None),
    };
    Ok(tx.insert(identity).await?.id)
}

pub(super) async fn signed_in(tx: &Tx<OrgScope>, identity: portal_identity::Model) -> Result<()> {
    let mut row = identity.into_active_model();
    row.last_sign_in_at = Set(Some(tx.now()));
    tx.update(row).await?;
    Ok(())
}

pub(super) async fn set_password(
    tx: &Tx<OrgScope>,
    identity: portal_identity::Model,
    password_hash: String,
) -> Result<()> {
    let mut row = identity.into_active_model();
    row.password_hash = Set(password_hash);
    row.first_password_hash = Set(None);
    // Whoever sets a password disowns a change of address that somebody else may have begun.
    row.pending_email = Set(None);
    tx.update(row).await?;
    Ok(())
}

/// Notes the address that an identity wants to have, or that it no longer wants another one.
pub(super) async fn set_pending_email(
    tx: &Tx<OrgScope>,
    identity: portal_identity::Model,
    email: Option<String>,
) -> Result<()> {
    let mut row = identity.into_active_model();
    if email.is_some() {
        row.email_asked_at = Set(Some(tx.now()));
    }
    row.pending_email = Set(email);
    tx.update(row).await?;
    Ok(())
}

/// Gives an identity the address that it has verified.
pub(super) async fn set_email(
    tx: &Tx<OrgScope>,
    identity: portal_identity::Model,
    email: String,
) -> Result<()> {
    let mut row = identity.into_active_model();
    row.email = Set(email);
    row.pending_email = Set(None);
    tx.update(row).await?;
    Ok(())
}

/// A password that staff had set, for an invitation that can be accepted now.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct WaitingPassword {
    /// Of the invitation's token.
    pub hash: String,
    pub password_hash: String,
    pub person_id: ContactPersonId,
    pub customer_id: CustomerId,
    pub first_name: String,
    pub last_name: String,
}

impl WaitingPassword {
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
            .trim()
            .to_owned()
    }
}

/// The latest of an address, as `normalise_email` writes it: each costs the time of a sign-in.
pub(super) async fn waiting_passwords(
    tx: &Tx<OrgScope>,
    email: &str,
) -> Result<Vec<WaitingPassword>> {
    Ok(tx
        .query(
            "select t.hash, t.password_hash, p.id as person_id, p.customer_id, p.first_name, p.last_name \
             from one_time_token t \
             join contact_person p on p.organization_id = $1 and p.id = t.subject_id \
             join customer c on c.organization_id = $1 and c.id = p.customer_id \
             where t.organization_id = $1 and t.email = $2 and t.password_hash is not null and t.used_at is null \
             and t.voided_at is null and t.expires_at > $3 and p.portal_status = 'invited' and c.active \
             order by t.created_at desc, t.hash limit 10",
            [email.into(), tx.now().into()],
        )
        .await?)
}

/// A customer that an identity may act for, and as whom.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Place {
    pub person_id: ContactPersonId,
    pub customer_id: CustomerId,
    pub customer_name: String,
}

/// The customers that an identity may act for now, in the order in which it was let in.
pub(super) async fn places(tx: &Tx<OrgScope>, identity: PortalIdentityId) -> Result<Vec<Place>> {
    Ok(tx
        .query(
            "select p.id as person_id, c.id as customer_id, c.display_name as customer_name from contact_person p \
             join customer c on c.organization_id = $1 and c.id = p.customer_id \
             where p.organization_id = $1 and p.identity_id = $2 and p.portal_status = 'accepted' and c.active \
             order by p.accepted_at, p.id",
            [identity.into()],
        )
        .await?)
}
