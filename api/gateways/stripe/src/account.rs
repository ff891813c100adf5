//! An organization's account with Stripe, as it is configured.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use portico_domain::money::{Currency, Money};
use portico_gateways::{Capabilities, Currencies, Method, Unsuitable};

/// What the organization has entered to connect its account.
#[derive(Clone)]
pub struct StripeAccount {
    /// `sk_…`, or better a restricted key, `rk_…`.
    pub secret_key: String,
    /// `pk_…`: the payer's browser gets it.
    pub publishable_key: String,
    /// `whsec_…`, of the webhook endpoint; without one no webhook is believed.
    pub webhook_secret: Option<String>,
    /// Which of cards and bank debits are offered; others are left out.
    pub methods: BTreeSet<Method>,
    /// In which currencies.
    pub currencies: Currencies,
    /// The least amounts, in Portico's minor units; Stripe's own minimums apply all the same.
    pub minimum_amounts: BTreeMap<Currency, i64>,
    /// Whether methods may be stored and charged later.
    pub can_store_methods: bool,
}

/// The least amounts that Stripe charges where it settles in the same currency, in minor units.
const MINIMUMS: [(Currency, i64); 3] = [
    (Currency::EUR, 50),
    (Currency::USD, 50),
    (Currency::JPY, 50),
];

/// What Stripe can do.
#[must_use]
pub fn capabilities() -> Capabilities {
    Capabilities {
        methods: BTreeSet::from([Method::Card, Method::BankDebit]),
        currencies: Currencies::All,
        minimum_amounts: BTreeMap::from(MINIMUMS),
        can_store_methods: true,
    }
}

/// Whether Stripe has a bank debit in a currency.
#[must_use]
pub fn debits(currency: Currency) -> bool {
    BankDebit::of(currency).is_some()
}

impl StripeAccount {
    /// What the account can do.
    pub(crate) fn capabilities(&self) -> Capabilities {
        let known = [Method::Card, Method::BankDebit];
        Capabilities {
            methods: known
                .into_iter()
                .filter(|method| self.methods.contains(method))
                .collect(),
            currencies: self.currencies.clone(),
            minimum_amounts: self.minimum_amounts.clone(),
            can_store_methods: self.can_store_methods,
        }
    }

    /// Whether Stripe can take this amount by this method.
    pub(crate) fn check(&self, amount: Money, method: Method) -> Result<(), Unsuitable> {
        self.capabilities().check(amount, method)?;
        let currency = amount.currency;
        if method == Method::BankDebit && BankDebit::of(currency).is_none() {
            return Err(Unsuitable::Currency { currency });
        }
        Ok(())
    }

    /// Whether both keys are of the same mode, test or live. A mistake that Stripe tells only the payer's browser.
    pub(crate) fn keys_agree(&self) -> bool {
        let mode = |key: &str| key.split('_').nth(1).map(str::to_owned);
        mode(&self.secret_key) == mode(&self.publishable_key)
    }

    /// The kinds of bank debit in the account's currencies.
    pub(crate) fn bank_debits(&self) -> Vec<BankDebit> {
        let charged = |currency: &Currency| self.currencies.contain(*currency);
        let currencies = [Currency::EUR, Currency::USD];
        currencies
            .into_iter()
            .filter(charged)
            .filter_map(BankDebit::of)
            .collect()
    }
}

/// Shows no key.
impl fmt::Debug for StripeAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StripeAccount")
            .field("methods", &self.methods)
            .field("currencies", &self.currencies)
            .field("can_store_methods", &self.can_store_methods)
            .finish_non_exhaustive()
    }
}

/// A scheme of bank debits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BankDebit {
    /// From accounts in the euro area.
    Sepa,
    /// From accounts in the United States.
    Ach,
}

impl BankDebit {
    /// The scheme of a currency.
    pub(crate) fn of(currency: Currency) -> Option<Self> {
        match currency {
            Currency::EUR => Some(Self::Sepa),
            Currency::USD => Some(Self::Ach),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(currencies: Currencies) -> StripeAccount {
        StripeAccount {
            secret_key: "sk_test_1".to_owned(),
            publishable_key: "pk_test_1".to_owned(),
            webhook_secret: None,
            methods: Method::ALL.iter().copied().collect(),
            currencies,
            minimum_amounts: BTreeMap::new(),
            can_store_methods: true,
        }
    }

    #[test]
    fn bank_debits_are_in_euros_and_us_dollars() {
        let account = account(Currencies::All);
        let check = |currency, method| account.check(Money::new(1_000, currency), method);
        assert_eq!(check(Currency::EUR, Method::BankDebit), Ok(()));
        assert_eq!(check(Currency::USD, Method::BankDebit), Ok(()));
        assert_eq!(check(Currency::JPY, Method::Card), Ok(()));
        let currency = Currency::JPY;
        assert_eq!(
            check(currency, Method::BankDebit),
            Err(Unsuitable::Currency { currency })
        );
        let method = Method::Wallet;
        assert_eq!(
            check(Currency::EUR, method),
            Err(Unsuitable::Method { method })
        );
    }

    #[test]
    fn only_debits_in_the_accounts_currencies_are_offered() {
        assert_eq!(
            account(Currencies::All).bank_debits(),
            [BankDebit::Sepa, BankDebit::Ach]
        );
        let euros = Currencies::Only(BTreeSet::from([Currency::EUR]));
        assert_eq!(account(euros).bank_debits(), [BankDebit::Sepa]);
    }

    #[test]
    fn keys_of_two_modes_do_not_agree() {
        let mut account = account(Currencies::All);
        assert!(account.keys_agree());
        account.secret_key = "rk_test_2".to_owned();
        assert!(account.keys_agree(), "a restricted key is as good");
        account.publishable_key = "pk_live_1".to_owned();
        assert!(!account.keys_agree());
    }
}
