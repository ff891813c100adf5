//! Changing the organization.

use crate::{
    audit,
    config::Config,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    http::{
        IfMatch, address, modules,
        patch::Patch,
        text::{tidy, web_address},
    },
};

use super::{
    dto::{Organization, UpdateOrganization},
    rename_portal::rename_portal,
    store,
};

/// Changes the organization. Another portal name moves the portal: see [`rename_portal`].
///
/// # Errors
/// `version_mismatch`, `validation_failed`, `portal_name_taken`; `not_allowed_in_state` for another base
/// currency once there are documents.
pub async fn update(
    tx: &Tx<OrgScope>,
    config: &Config,
    version: IfMatch,
    input: UpdateOrganization,
) -> Result<Organization> {
    let mut row = store::lock(tx).await?;
    version.check(row.version)?;
    check(&input)?;
    if input
        .base_currency
        .is_some_and(|currency| currency != row.base_currency.0)
        && store::has_documents(tx).await?
    {
        return Err(Error::new(Code::NotAllowedInState)
            .with_detail("there are invoices or payments that refer to the base currency"));
    }
    if let Some(name) = input.portal_name.as_deref()
        && name != row.portal_name
    {
        rename_portal(tx, name).await?;
    }
    let before = store::shown(row.clone(), config);
    set(&mut row.name, input.name.map(|name| name.trim().to_owned()));
    set(&mut row.portal_name, input.portal_name);
    set(&mut row.portal_enabled, input.portal_enabled);
    set(&mut row.address.0, input.address);
    set_text(&mut row.email, input.email);
    set_text(&mut row.phone, input.phone);
    set_text(&mut row.website, input.website);
    set_text(&mut row.tax_registration, input.tax_registration);
    set(&mut row.base_currency.0, input.base_currency);
    set(&mut row.time_zone, input.time_zone);
    set(
        &mut row.fiscal_year_start_month,
        input.fiscal_year_start_month,
    );
    set(&mut row.date_format, input.date_format);
    set(&mut row.language.0, input.language);
    set(
        &mut row.accent_colour,
        input.accent_colour.map(|colour| colour.to_string()),
    );
    set_text(&mut row.banner_message, input.banner_message);
    set(&mut row.staff_mfa_required, input.staff_mfa_required);
    set(&mut row.portal_mfa_required, input.portal_mfa_required);
    set(&mut row.block_when_pending, input.block_when_pending);
    set(&mut row.allow_edit_details, input.allow_edit_details);
    set(&mut row.allow_bulk_payment, input.allow_bulk_payment);
    set(
        &mut row.auto_invite_new_customers,
        input.auto_invite_new_customers,
    );
    set(&mut row.allow_signup, input.allow_signup);
    set(&mut row.verify_public_links, input.verify_public_links);
    set(&mut row.portal_modules.0, input.portal_modules);
    set(&mut row.number_drafts, input.number_drafts);
    set(&mut row.rounding.0, input.rounding);
    set(&mut row.round_total, input.round_total);
    set(&mut row.prices_include_tax, input.prices_include_tax);
    set(
        &mut row.allow_partial_payments,
        input.allow_partial_payments,
    );
    set(&mut row.payment_terms_days, input.payment_terms_days);
    set_text(&mut row.payment_instructions, input.payment_instructions);
    set_text(&mut row.invoice_notes, input.invoice_notes);
    set_text(&mut row.invoice_terms, input.invoice_terms);
    let after = store::shown(store::save(tx, row).await?, config);
    audit::record_change(tx, "organization.updated", after.id, &before, &after).await?;
    Ok(after)
}

fn set<T>(field: &mut T, given: Option<T>) {
    if let Some(value) = given {
        *field = value;
    }
}

fn set_text(field: &mut Option<String>, given: Patch<String>) {
    if let Some(text) = given.change() {
        *field = tidy(text);
    }
}

/// What the derives cannot check.
fn check(input: &UpdateOrganization) -> Result<()> {
    let mut errors = input
        .address
        .as_ref()
        .map(|given| address::check("/address", given))
        .unwrap_or_default();
    if let Some(website) = input.website.value()
        && web_address(website).is_err()
    {
        let error = Error::field("/website", "url", "must begin with https:// or http://");
        errors.extend_from_slice(error.field_errors());
    }
    if let Some(table) = &input.portal_modules {
        errors.extend(modules::check("/portal_modules", table));
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Error::fields(errors))
    }
}
