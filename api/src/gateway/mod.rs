//! The gateways that this installation has. Their network is reached between transactions only.

mod dto;
mod ledger;
pub mod office;
pub mod routes;

use std::{collections::BTreeMap, sync::Arc};

use portico_gateways::{PaymentGateway, SandboxGateway};

use crate::{
    config::Config,
    db::Db,
    error::{Code, Error, Result},
};

use ledger::DbLedger;

/// The sandbox's name. It moves no money.
pub const SANDBOX: &str = "sandbox";

/// Every gateway, by name.
#[derive(Clone)]
pub struct Gateways {
    by_kind: BTreeMap<&'static str, Arc<dyn PaymentGateway>>,
    sandbox: Option<Arc<SandboxGateway<DbLedger>>>,
}

impl Gateways {
    /// The gateways that the configuration wants. `secret` is the sandbox's own, and stays the same.
    #[must_use]
    pub fn open(config: &Config, db: &Db, secret: &[u8]) -> Self {
        let sandbox = config
            .sandbox_gateway
            .then(|| Arc::new(SandboxGateway::new(DbLedger::new(db.clone()), secret)));
        let mut by_kind: BTreeMap<&'static str, Arc<dyn PaymentGateway>> = BTreeMap::new();
        if let Some(sandbox) = &sandbox {
            by_kind.insert(SANDBOX, sandbox.clone());
        }
        Self { by_kind, sandbox }
    }

    /// A gateway by name.
    ///
    /// # Errors
    /// `gateway_unavailable` if this installation has none of that name.
    pub fn get(&self, kind: &str) -> Result<&dyn PaymentGateway> {
        self.by_kind.get(kind).map(AsRef::as_ref).ok_or_else(|| {
            Error::new(Code::GatewayUnavailable).with_detail("this gateway is not connected")
        })
    }

    /// The sandbox as the provider it plays.
    #[must_use]
    pub fn sandbox(&self) -> Option<&SandboxGateway<DbLedger>> {
        self.sandbox.as_deref()
    }
}

/// Which of the gateways that a document names can be used here.
pub fn offered<'a>(config: &Config, named: &'a [String]) -> impl Iterator<Item = &'a str> {
    let sandbox = config.sandbox_gateway;
    named
        .iter()
        .map(String::as_str)
        .filter(move |kind| *kind == SANDBOX && sandbox)
}
