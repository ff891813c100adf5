//! The table of organizations, and of the portal names they hold.

mod defaults;

pub use defaults::defaults;

use entity::{Doc, organization, portal_name, records::GatewayOffer};
use portico_domain::{
    colour::{Colour, readable_on},
    portal_module,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait, FromQueryResult, IntoActiveModel, QueryFilter, QuerySelect,
    Set,
};

use super::dto::Organization;
use crate::{
    config::Config,
    db::{Db, OrgScope, Tx},
    error::{Code, Error, Result},
    http::text,
};

/// The organization of a transaction.
///
/// # Errors
/// Those of the database.
pub async fn own(tx: &Tx<OrgScope>) -> Result<organization::Model> {
    Ok(tx.own_organization().await?)
}

/// The organization of a transaction, which nobody else changes until it ends. Changes that concern the
/// organization as a whole, such as which tax is the default, queue here.
///
/// # Errors
/// Those of the database.
pub async fn lock(tx: &Tx<OrgScope>) -> Result<organization::Model> {
    let id = tx.organization();
    tx.global()
        .find::<organization::Entity>()
        .with(|query| {
            query
                .filter(organization::Column::Id.eq(id))
                .lock_exclusive()
        })
        .one()
        .await?
        .ok_or_else(Error::not_found)
}

/// Keeps a changed organization as its next version.
pub async fn save(tx: &Tx<OrgScope>, mut row: organization::Model) -> Result<organization::Model> {
    row.version += 1;
    let row = row.into_active_model().reset_all();
    Ok(tx.global().update(row).await?)
}

/// Keeps what customers are offered of gateways. No version of its own: nobody edits it with the profile.
///
/// # Errors
/// Those of the database.
pub async fn keep_gateways(
    tx: &Tx<OrgScope>,
    row: organization::Model,
    gateways: Vec<GatewayOffer>,
) -> Result<()> {
    let mut row = row.into_active_model();
    row.gateways = Set(Doc(gateways));
    tx.global().update(row).await?;
    Ok(())
}

/// An organization as it is sent.
pub fn shown(row: organization::Model, config: &Config) -> Organization {
    let accent: Colour = row.accent_colour.parse().unwrap_or(Colour::BLACK);
    let logo_url = row.logo_key.as_deref().map(|key| {
        let path = format!("/api/v1/public/portals/{}/logo", row.portal_name);
        config.link(&format!("{path}?v={}", logo_version(key)))
    });
    Organization {
        id: row.id,
        version: row.version,
        portal_url: config.link(&format!("/{}", row.portal_name)),
        logo_url,
        accent_text_colour: readable_on(accent).to_owned(),
        name: row.name,
        portal_name: row.portal_name,
        portal_enabled: row.portal_enabled,
        address: row.address.0,
        email: row.email,
        phone: row.phone,
        website: row.website,
        tax_registration: row.tax_registration,
        base_currency: row.base_currency.0,
        time_zone: row.time_zone,
        fiscal_year_start_month: row.fiscal_year_start_month,
        date_format: row.date_format,
        language: row.language.0,
        accent_colour: row.accent_colour,
        banner_message: row.banner_message,
        staff_mfa_required: row.staff_mfa_required,
        portal_mfa_required: row.portal_mfa_required,
        block_when_pending: row.block_when_pending,
        allow_edit_details: row.allow_edit_details,
        allow_bulk_payment: row.allow_bulk_payment,
        auto_invite_new_customers: row.auto_invite_new_customers,
        allow_signup: row.allow_signup,
        verify_public_links: row.verify_public_links,
        portal_modules: portal_module::table(&row.portal_modules),
        number_drafts: row.number_drafts,
        rounding: row.rounding.0,
        round_total: row.round_total,
        prices_include_tax: row.prices_include_tax,
        allow_partial_payments: row.allow_partial_payments,
        payment_terms_days: row.payment_terms_days,
        payment_instructions: row.payment_instructions,
        invoice_notes: row.invoice_notes,
        invoice_terms: row.invoice_terms,
        created_at: row.created_at,
    }
}

/// Tells one logo from the next: the name of its file.
pub fn logo_version(key: &str) -> &str {
    let name = key.rsplit('/').next().unwrap_or(key);
    name.trim_end_matches(".png")
}

/// Where the logo of a portal's organization is kept.
pub async fn logo_key(db: &Db, portal: &str) -> Result<Option<String>> {
    if text::has_control(portal) {
        return Ok(None);
    }
    let found = db
        .system_read("find the logo of a portal", async |global| {
            global
                .find::<organization::Entity>()
                .with(|query| query.filter(organization::Column::PortalName.eq(portal)))
                .one()
                .await
        })
        .await?;
    Ok(found.and_then(|row| row.logo_key))
}

/// Whether there are documents whose amounts were converted to the base currency.
pub async fn has_documents(tx: &Tx<OrgScope>) -> Result<bool> {
    #[derive(FromQueryResult)]
    struct Found {
        found: bool,
    }
    let sql = "select exists (select 1 from invoice where organization_id = $1) \
               or exists (select 1 from payment where organization_id = $1) as found";
    let rows: Vec<Found> = tx.query(sql, []).await?;
    Ok(rows.iter().any(|row| row.found))
}

/// Reserves a portal name for this organization, for good: a name that was released is never given to another.
pub async fn claim(tx: &Tx<OrgScope>, name: &str) -> Result<()> {
    let holder = tx
        .global()
        .find::<portal_name::Entity>()
        .with(|query| query.filter(portal_name::Column::Name.eq(name)))
        .one()
        .await?;
    match holder {
        Some(row) if row.organization_id == tx.organization() => Ok(()),
        Some(_) => Err(Code::PortalNameTaken.into()),
        None => {
            let row = portal_name::ActiveModel {
                name: Set(name.to_owned()),
                organization_id: Set(tx.organization()),
                claimed_at: Set(tx.now()),
            };
            let claimed = tx.global().insert(row).await.map_err(Error::from);
            claimed.map(|_| ()).map_err(|error| match error.code() {
                Code::Conflict => Code::PortalNameTaken.into(),
                _ => error,
            })
        }
    }
}
