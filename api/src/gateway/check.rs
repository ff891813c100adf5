//! Asking a provider whether it accepts the credentials.

use portico_domain::gateway::GatewayKind;
use portico_gateways::within;

use super::{Account, Gateways, not_connected, store};
use crate::{
    db::{Db, OrgScope, Scope as _},
    error::Result,
};

/// What is kept when the provider could not be asked.
pub const UNAVAILABLE: &str = "unavailable";

/// Asks, and keeps the answer with the account; of the sandbox there is nothing to keep.
///
/// # Errors
/// `gateway_unavailable` if the gateway has no credentials.
pub async fn check(
    gateways: &Gateways,
    db: &Db,
    scope: OrgScope,
    kind: GatewayKind,
) -> Result<Account> {
    let organization = scope.organization();
    let account = db
        .read(scope.clone(), async |tx| store::find(tx, kind).await)
        .await?
        .unwrap_or_else(|| Account::untouched(kind));
    let gateway = gateways.connect(organization, &account)?;
    let failure = within(gateway.check_credentials())
        .await
        .err()
        .map(|error| {
            tracing::info!(gateway = %kind, %error, "the credentials were checked");
            error
                .cp()
                .map_or_else(|| UNAVAILABLE.to_owned(), |cp| cp.as_str().to_owned())
        });
    db.write(scope, async |tx| {
        let Some(mut kept) = store::lock(tx, kind).await? else {
            return if kind == GatewayKind::Sandbox {
                Ok(account)
            } else {
                Err(not_connected())
            };
        };
        // Other credentials since then: the answer is not about them.
        if kept.generation == account.generation {
            kept.checked_at = Some(tx.now());
            kept.check_failure = failure;
            store::save(tx, &kept, false).await?;
        }
        Ok(kept)
    })
    .await
}
