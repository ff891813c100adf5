//! Connecting a gateway, saying what is taken through it, and disconnecting it.

use entity::{organization, records::GatewayOffer};
use portico_domain::gateway::GatewayKind;
use serde_json::json;

use super::{
    Account, Credentials,
    dto::{GatewayCredentials, UpdateGateway},
    providers, store,
};
use crate::{
    audit,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    keys::Keys,
    organizations, payment_methods,
};

/// Changes an account, or makes it.
///
/// # Errors
/// `validation_failed`; `payment_in_progress` where the account behind a payment under way would be another.
pub async fn update(
    tx: &Tx<OrgScope>,
    keys: &Keys,
    kind: GatewayKind,
    change: UpdateGateway,
) -> Result<Account> {
    let organization = organizations::lock(tx).await?;
    let kept = store::lock(tx, kind).await?;
    let new = kept.is_none();
    let mut account = kept.unwrap_or_else(|| Account::untouched(kind));
    let renewed = change.credentials.is_some();
    if let Some(credentials) = change.credentials {
        replace_credentials(tx, keys, &mut account, credentials).await?;
    }
    let terms = &mut account.terms;
    if let Some(methods) = change.methods {
        terms.methods = able(kind, methods)?;
    }
    if let Some(currencies) = change.currencies {
        terms.currencies = currencies;
    }
    if let Some(minimum_amounts) = change.minimum_amounts {
        terms.minimum_amounts = minimum_amounts;
    }
    if let Some(verification) = change.verification_fields {
        terms.verification = verification;
    }
    if let Some(store) = change.store_methods {
        terms.nothing_kept = !store;
    }
    if let Some(enabled) = change.enabled {
        account.enabled = enabled;
    }
    let usable = kind == GatewayKind::Sandbox || account.credentials.is_some();
    if account.enabled && !usable {
        return Err(Error::field(
            "/credentials",
            "required",
            "enter the credentials before customers are offered this",
        ));
    }
    store::save(tx, &account, new).await?;
    offer(tx, organization, kind, Some(&account)).await?;
    let terms = &account.terms;
    let data = json!({
        "gateway": kind, "enabled": account.enabled, "test_mode": account.test_mode,
        "credentials_replaced": renewed, "methods": terms.methods,
        "currencies": terms.currencies, "minimum_amounts": terms.minimum_amounts,
        "verification_fields": terms.verification, "store_methods": !terms.nothing_kept,
    });
    record(tx, "gateway.changed", data).await?;
    Ok(account)
}

/// Only methods that the provider has, each once.
fn able(kind: GatewayKind, methods: Vec<String>) -> Result<Vec<String>> {
    let able = providers::capabilities(kind).methods;
    let mut kept = Vec::with_capacity(methods.len());
    for (index, method) in methods.into_iter().enumerate() {
        if !able.iter().any(|one| one.as_str() == method) {
            return Err(Error::field(
                format!("/methods/{index}"),
                "unknown",
                "this gateway has no such method",
            ));
        }
        if !kept.contains(&method) {
            kept.push(method);
        }
    }
    Ok(kept)
}

async fn replace_credentials(
    tx: &Tx<OrgScope>,
    keys: &Keys,
    account: &mut Account,
    given: GatewayCredentials,
) -> Result<()> {
    let test_mode = providers::check_form(account.kind, &given)?;
    let another = account.public_key.as_ref() != Some(&given.public_key);
    if another && account.credentials.is_some() && store::in_use(tx, account.kind).await? {
        return Err(Error::new(Code::PaymentInProgress)
            .with_detail("a payment through the account connected until now is under way"));
    }
    let sealed = Credentials {
        secret_key: given.secret_key,
        webhook_key: given.webhook_key,
    }
    .seal(keys, tx.organization(), account.kind)?;
    if another {
        // The other account keeps nothing of theirs.
        payment_methods::forget_all(tx, account.kind).await?;
    }
    account.credentials = Some(sealed);
    account.public_key = Some(given.public_key);
    account.test_mode = test_mode;
    account.generation = tx.now().0.max(account.generation + 1);
    account.checked_at = None;
    account.check_failure = None;
    Ok(())
}

/// Forgets an account and its credentials.
///
/// # Errors
/// `not_found`; `payment_in_progress` while a payment through it is under way.
pub async fn disconnect(tx: &Tx<OrgScope>, kind: GatewayKind) -> Result<()> {
    let organization = organizations::lock(tx).await?;
    store::lock(tx, kind).await?.ok_or_else(Error::not_found)?;
    if kind != GatewayKind::Sandbox && store::in_use(tx, kind).await? {
        return Err(Code::PaymentInProgress.into());
    }
    store::delete(tx, kind).await?;
    payment_methods::forget_all(tx, kind).await?;
    offer(tx, organization, kind, None).await?;
    record(tx, "gateway.disconnected", json!({ "gateway": kind })).await
}

/// Keeps what customers are offered beside the organization, which every page of the portal reads anyway.
async fn offer(
    tx: &Tx<OrgScope>,
    organization: organization::Model,
    kind: GatewayKind,
    account: Option<&Account>,
) -> Result<()> {
    let mut offers = organization.gateways.0.clone();
    offers.retain(|offer| offer.kind != kind);
    offers.extend(account.map(GatewayOffer::from));
    organizations::keep_gateways(tx, organization, offers).await
}

async fn record(tx: &Tx<OrgScope>, action: &'static str, data: serde_json::Value) -> Result<()> {
    let entry = audit::Entry {
        action,
        subject_id: tx.organization().0,
        customer_id: None,
        data,
    };
    audit::record(tx, entry).await
}
