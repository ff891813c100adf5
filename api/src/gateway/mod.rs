//! The gateways that this installation has. Their network is reached between transactions only.

mod clearing;
mod dto;
mod ledger;
pub mod office;
pub mod routes;

use std::{collections::BTreeMap, sync::Arc};

use chrono::TimeDelta;

use portico_gateways::{Method, PaymentGateway, SandboxGateway};

use crate::{
    config::Config,
    db::Db,
    error::{Code, Error, Result},
};

pub use clearing::Clearing;
pub use ledger::DbLedger;

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
            .then(|| SandboxGateway::new(DbLedger::new(db.clone()), secret))
            .map(|sandbox| {
                sandbox.with_debit_delay(TimeDelta::seconds(config.sandbox_debit_seconds.into()))
            })
            .map(Arc::new);
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

/// The same with the methods that the customer may use: bank debit only where staff allow it (B1).
pub fn ways_to_pay<'a>(
    config: &Config,
    named: &'a [String],
    allow_bank_debit: bool,
) -> impl Iterator<Item = (&'a str, Method)> {
    offered(config, named).flat_map(move |kind| {
        let debit = allow_bank_debit.then_some(Method::BankDebit);
        std::iter::once(Method::Card)
            .chain(debit)
            .map(move |method| (kind, method))
    })
}
