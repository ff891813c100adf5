//! The payment gateways of this installation and its organizations. Their network is reached between transactions
//! only.

mod account;
mod change;
mod check;
mod clearing;
mod credentials;
mod dto;
mod ledger;
mod offers;
pub mod office;
mod providers;
pub mod routes;
mod store;

use std::{sync::Arc, time::Duration};

use actix_web::web::Data;
use chrono::TimeDelta;
use entity::OrganizationId;
use portico_domain::gateway::GatewayKind;
use portico_gateways::{PaymentGateway, SandboxGateway};

use crate::{
    config::Config,
    db::{Db, OrgScope, Scope as _},
    error::{Code, Error, Result},
    keys::Keys,
};

use account::Account;
pub use clearing::Clearing;
use credentials::Credentials;
pub(crate) use credentials::context;
pub use ledger::DbLedger;
pub use offers::{Offer, Offers};
pub use store::hold;

/// How many adapters are kept open.
const OPEN: u64 = 1_000;

/// How long one is kept that nobody uses.
const IDLE: Duration = Duration::from_mins(15);

/// Every gateway, by organization and name.
pub struct Gateways {
    sandbox: Option<Arc<SandboxGateway<DbLedger>>>,
    keys: Data<Keys>,
    providers: providers::Providers,
    /// Made from an account's credentials; a change of these is another generation.
    open: moka::sync::Cache<(OrganizationId, GatewayKind, i64), Arc<dyn PaymentGateway>>,
}

impl Gateways {
    /// The gateways that the configuration allows.
    pub fn open(config: &Config, db: &Db, keys: Data<Keys>) -> Self {
        let secret = keys.derive("sandbox gateway");
        let sandbox = config
            .sandbox_gateway
            .then(|| SandboxGateway::new(DbLedger::new(db.clone()), &secret))
            .map(|sandbox| {
                sandbox.with_debit_delay(TimeDelta::seconds(config.sandbox_debit_seconds.into()))
            })
            .map(Arc::new);
        Self {
            sandbox,
            keys,
            providers: providers::Providers::new(config),
            open: moka::sync::Cache::builder()
                .max_capacity(OPEN)
                .time_to_idle(IDLE)
                .build(),
        }
    }

    /// An organization's gateway by name, switched off or not: what was begun through it has an end.
    ///
    /// # Errors
    /// `gateway_unavailable` if it is not connected.
    pub async fn of(
        &self,
        db: &Db,
        scope: OrgScope,
        gateway: &str,
    ) -> Result<Arc<dyn PaymentGateway>> {
        let kind: GatewayKind = gateway.parse().map_err(|_| not_connected())?;
        if kind == GatewayKind::Sandbox {
            let sandbox = self.sandbox.clone().ok_or_else(not_connected)?;
            return Ok(sandbox);
        }
        let organization = scope.organization();
        let account = db
            .read(scope, async |tx| store::find(tx, kind).await)
            .await?
            .ok_or_else(not_connected)?;
        self.connect(organization, &account)
    }

    /// The adapter of an account.
    ///
    /// # Errors
    /// `gateway_unavailable` if it has no credentials; `internal` if they cannot be decrypted.
    fn connect(
        &self,
        organization: OrganizationId,
        account: &Account,
    ) -> Result<Arc<dyn PaymentGateway>> {
        if account.kind == GatewayKind::Sandbox {
            let sandbox = self.sandbox.clone().ok_or_else(not_connected)?;
            return Ok(sandbox);
        }
        let key = (organization, account.kind, account.generation);
        if let Some(open) = self.open.get(&key) {
            return Ok(open);
        }
        let sealed = account.credentials.as_deref().ok_or_else(not_connected)?;
        let credentials = Credentials::open(sealed, &self.keys, organization, account.kind)?;
        let adapter = self.providers.open(account, credentials)?;
        self.open.insert(key, adapter.clone());
        Ok(adapter)
    }

    /// The sandbox as the provider it plays.
    #[must_use]
    pub fn sandbox(&self) -> Option<&SandboxGateway<DbLedger>> {
        self.sandbox.as_deref()
    }
}

fn not_connected() -> Error {
    Error::new(Code::GatewayUnavailable).with_detail("this gateway is not connected")
}

/// What a document offers whose writer did not choose: whatever is connected when it is paid.
#[must_use]
pub fn every_gateway() -> Vec<String> {
    GatewayKind::ALL
        .iter()
        .map(|kind| kind.as_str().to_owned())
        .collect()
}
