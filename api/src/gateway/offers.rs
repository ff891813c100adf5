//! What customers may pay with: the accounts that are connected and switched on.

use entity::records::{GatewayOffer, GatewayTerms};
use portico_domain::{gateway::GatewayKind, money::Money};
use portico_gateways::{Capabilities, Method, Unsuitable};

use super::{Account, providers};
use crate::config::Config;

/// A gateway that customers are offered.
#[derive(Clone, Debug)]
pub struct Offer {
    pub gateway: GatewayKind,
    /// Whether no money moves.
    pub test_mode: bool,
    /// For the provider's element in the payer's browser.
    pub public_key: Option<String>,
    pub terms: GatewayTerms,
    capabilities: Capabilities,
}

impl Offer {
    /// Whether cards and accounts are kept for later.
    #[must_use]
    pub const fn keeps_methods(&self) -> bool {
        self.capabilities.can_store_methods
    }

    /// Whether this amount can be taken by this method.
    ///
    /// # Errors
    /// The reason why not (CP4001, CP4003).
    pub fn check(&self, amount: Money, method: Method) -> Result<(), Unsuitable> {
        providers::check(self.gateway, &self.capabilities, amount, method)
    }
}

/// Every gateway that an organization's customers are offered.
#[derive(Clone, Debug, Default)]
pub struct Offers(Vec<Offer>);

impl Offers {
    /// Those that an organization's row names, and the sandbox until it is changed.
    #[must_use]
    pub fn of(config: &Config, kept: &[GatewayOffer]) -> Self {
        let offer = |&kind: &GatewayKind| {
            let known = kept.iter().find(|offer| offer.kind == kind);
            let account = known.map_or_else(|| Account::untouched(kind), Account::from);
            let open = match kind {
                GatewayKind::Sandbox => account.enabled && config.sandbox_gateway,
                GatewayKind::Stripe | GatewayKind::Paypal => account.enabled,
            };
            open.then(|| Offer {
                gateway: kind,
                test_mode: account.test_mode,
                public_key: account.public_key.clone(),
                capabilities: account.capabilities(),
                terms: account.terms,
            })
        };
        Self(GatewayKind::ALL.iter().filter_map(offer).collect())
    }

    /// How a document can be paid that names these gateways; a bank debit only where staff allow it (B1).
    pub fn ways<'a>(
        &'a self,
        named: &'a [String],
        allow_bank_debit: bool,
    ) -> impl Iterator<Item = (&'a Offer, Method)> {
        let named = move |offer: &&Offer| named.iter().any(|name| name == offer.gateway.as_str());
        self.0.iter().filter(named).flat_map(move |offer| {
            let methods = offer.capabilities.methods.iter().copied();
            methods
                .filter(move |method| allow_bank_debit || *method != Method::BankDebit)
                .map(move |method| (offer, method))
        })
    }

    /// The same, without those that cannot take this amount.
    pub fn ways_for<'a>(
        &'a self,
        named: &'a [String],
        amount: Money,
        allow_bank_debit: bool,
    ) -> impl Iterator<Item = (&'a Offer, Method)> {
        self.ways(named, allow_bank_debit)
            .filter(move |(offer, method)| offer.check(amount, *method).is_ok())
    }

    /// A gateway that is offered.
    #[must_use]
    pub fn find(&self, gateway: &str) -> Option<&Offer> {
        self.0
            .iter()
            .find(|offer| offer.gateway.as_str() == gateway)
    }

    /// Whether any of them moves no money.
    #[must_use]
    pub fn any_in_test_mode(&self) -> bool {
        self.0.iter().any(|offer| offer.test_mode)
    }
}
