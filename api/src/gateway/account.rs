//! An organization's account with a provider, and what can be taken through it.

use std::collections::BTreeSet;

use entity::{
    Instant, gateway_account,
    records::{GatewayOffer, GatewayTerms},
};
use portico_domain::gateway::GatewayKind;
use portico_gateways::{Capabilities, Currencies, Method};

use super::providers;
use crate::config::Config;

/// An account; of the sandbox, which needs none, as if there were one.
#[derive(Clone, Debug)]
pub struct Account {
    pub kind: GatewayKind,
    /// Whether customers are offered it.
    pub enabled: bool,
    /// Whether no money moves.
    pub test_mode: bool,
    /// For the payer's browser.
    pub public_key: Option<String>,
    /// Encrypted.
    pub credentials: Option<String>,
    /// Grows with every change of the credentials.
    pub generation: i64,
    pub terms: GatewayTerms,
    pub checked_at: Option<Instant>,
    /// Why the last check failed: a CP code, or `unavailable`.
    pub check_failure: Option<String>,
}

impl Account {
    /// What there is before anybody has changed anything.
    #[must_use]
    pub fn untouched(kind: GatewayKind) -> Self {
        Self {
            kind,
            enabled: kind == GatewayKind::Sandbox,
            test_mode: kind == GatewayKind::Sandbox,
            public_key: None,
            credentials: None,
            generation: 0,
            terms: GatewayTerms::default(),
            checked_at: None,
            check_failure: None,
        }
    }

    /// Whether money could be taken through it now.
    #[must_use]
    pub fn connected(&self, config: &Config) -> bool {
        match self.kind {
            GatewayKind::Sandbox => config.sandbox_gateway,
            GatewayKind::Stripe | GatewayKind::Paypal => self.credentials.is_some(),
        }
    }

    /// What the provider can do, narrowed to what the organization wants.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities {
        let mut able = providers::capabilities(self.kind);
        let wanted: BTreeSet<Method> = self
            .terms
            .methods
            .iter()
            .filter_map(|method| method.parse().ok())
            .collect();
        if !wanted.is_empty() {
            able.methods.retain(|method| wanted.contains(method));
        }
        if !self.terms.currencies.is_empty() {
            let wanted = self.terms.currencies.iter().copied();
            let both = wanted.filter(|currency| able.currencies.contain(*currency));
            able.currencies = Currencies::Only(both.collect());
        }
        able.can_store_methods &= !self.terms.nothing_kept;
        for least in &self.terms.minimum_amounts {
            let own = able.minimum_amounts.entry(least.currency).or_insert(1);
            *own = least.amount.max(*own);
        }
        able
    }
}

/// As far as customers may know it.
impl From<&GatewayOffer> for Account {
    fn from(offer: &GatewayOffer) -> Self {
        Self {
            enabled: offer.open,
            test_mode: offer.test_mode,
            public_key: offer.public_key.clone(),
            terms: offer.terms.clone(),
            ..Self::untouched(offer.kind)
        }
    }
}

impl From<&Account> for GatewayOffer {
    fn from(account: &Account) -> Self {
        let usable = account.kind == GatewayKind::Sandbox || account.credentials.is_some();
        Self {
            kind: account.kind,
            open: account.enabled && usable,
            test_mode: account.test_mode,
            public_key: account.public_key.clone(),
            terms: account.terms.clone(),
        }
    }
}

impl From<gateway_account::Model> for Account {
    fn from(row: gateway_account::Model) -> Self {
        Self {
            kind: row.kind.0,
            enabled: row.enabled,
            test_mode: row.test_mode,
            public_key: row.public_key,
            credentials: row.credentials,
            generation: row.generation,
            terms: row.terms.0,
            checked_at: row.checked_at,
            check_failure: row.check_failure,
        }
    }
}

#[cfg(test)]
mod tests {
    use portico_domain::money::{Currency, Money};

    use super::*;

    #[test]
    fn terms_only_narrow() {
        let mut account = Account::untouched(GatewayKind::Sandbox);
        assert!(account.capabilities().methods.contains(&Method::BankDebit));
        account.terms = GatewayTerms {
            methods: vec!["card".to_owned(), "wallet".to_owned()],
            currencies: vec![Currency::EUR],
            minimum_amounts: vec![Money::new(1, Currency::EUR), Money::new(900, Currency::USD)],
            verification: Vec::new(),
            nothing_kept: true,
        };
        let able = account.capabilities();
        assert_eq!(able.methods, BTreeSet::from([Method::Card]));
        assert_eq!(able.currencies, Currencies::Only([Currency::EUR].into()));
        assert_eq!(able.minimum(Currency::EUR).amount, 50, "the sandbox's own");
        assert_eq!(able.minimum(Currency::USD).amount, 900);
        assert!(!able.can_store_methods);
    }
}
