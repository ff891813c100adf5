//! The table of gateway accounts.

use std::collections::HashMap;

use entity::{Doc, Text, gateway_account, payment, refund};
use portico_domain::{gateway::GatewayKind, payment::PaymentState, refund::RefundState};
use sea_orm::{ColumnTrait, Set};

use super::account::Account;
use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Every account, untouched ones included, in the order of the kinds.
pub async fn all(tx: &Tx<OrgScope>) -> Result<Vec<Account>> {
    let rows = tx.select::<gateway_account::Entity>().all().await?;
    let mut kept: HashMap<GatewayKind, Account> = rows
        .into_iter()
        .map(|row| (row.kind.0, row.into()))
        .collect();
    Ok(GatewayKind::ALL
        .iter()
        .map(|&kind| {
            kept.remove(&kind)
                .unwrap_or_else(|| Account::untouched(kind))
        })
        .collect())
}

/// One account, if anybody has changed it.
pub async fn find(tx: &Tx<OrgScope>, kind: GatewayKind) -> Result<Option<Account>> {
    let row = tx.get::<gateway_account::Entity, _>(Text(kind)).await?;
    Ok(row.map(Account::from))
}

/// The same; nobody else changes it until the transaction ends.
pub async fn lock(tx: &Tx<OrgScope>, kind: GatewayKind) -> Result<Option<Account>> {
    let row = tx.lock::<gateway_account::Entity, _>(Text(kind)).await?;
    Ok(row.map(Account::from))
}

/// Whether a gateway is still connected; nobody disconnects it or exchanges its account until the transaction ends. Tells
/// the generation of its credentials.
///
/// # Errors
/// `gateway_unavailable` if it is not.
pub async fn hold(tx: &Tx<OrgScope>, kind: &str) -> Result<i64> {
    let kind: GatewayKind = kind.parse().map_err(|_| super::not_connected())?;
    let account = lock(tx, kind).await?;
    match account {
        _ if kind == GatewayKind::Sandbox => Ok(0),
        Some(account) if account.credentials.is_some() => Ok(account.generation),
        _ => Err(super::not_connected()),
    }
}

/// Keeps an account; `new` if it has no row yet.
pub async fn save(tx: &Tx<OrgScope>, account: &Account, new: bool) -> Result<()> {
    let mut row = gateway_account::ActiveModel {
        organization_id: Set(tx.organization()),
        kind: Set(Text(account.kind)),
        enabled: Set(account.enabled),
        test_mode: Set(account.test_mode),
        public_key: Set(account.public_key.clone()),
        credentials: Set(account.credentials.clone()),
        generation: Set(account.generation),
        terms: Set(Doc(account.terms.clone())),
        checked_at: Set(account.checked_at),
        check_failure: Set(account.check_failure.clone()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    if new {
        row.created_at = Set(tx.now());
        tx.insert(row).await?;
    } else {
        tx.update(row).await?;
    }
    Ok(())
}

/// Forgets an account, its credentials included.
pub async fn delete(tx: &Tx<OrgScope>, kind: GatewayKind) -> Result<()> {
    tx.delete_where::<gateway_account::Entity>(gateway_account::Column::Kind.eq(kind.as_str()))
        .await?;
    Ok(())
}

/// Whether a payment through a gateway, or a refund, is under way.
pub async fn in_use(tx: &Tx<OrgScope>, kind: GatewayKind) -> Result<bool> {
    let open = [PaymentState::RequiresAction, PaymentState::Pending].map(PaymentState::as_str);
    let payments = tx
        .select::<payment::Entity>()
        .filter(payment::Column::Gateway.eq(kind.as_str()))
        .filter(payment::Column::State.is_in(open));
    let open = [RefundState::Requested, RefundState::Pending].map(RefundState::as_str);
    let refunds = tx
        .select::<refund::Entity>()
        .filter(refund::Column::Gateway.eq(kind.as_str()))
        .filter(refund::Column::State.is_in(open));
    Ok(payments.limit(1).count().await? > 0 || refunds.limit(1).count().await? > 0)
}
