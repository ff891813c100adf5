//! What a gateway can do (A10).

use std::collections::{BTreeMap, BTreeSet};

use portico_domain::money::{Currency, Money};

use crate::{CpCode, Method};

/// What a gateway can do, as its account is configured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// How payers may pay.
    pub methods: BTreeSet<Method>,
    /// In which currencies.
    pub currencies: Currencies,
    /// The least amount that can be charged, in minor units; 1 where none is named.
    pub minimum_amounts: BTreeMap<Currency, i64>,
    /// Whether a method can be kept and charged later without the payer.
    pub can_store_methods: bool,
}

/// The currencies that a gateway charges in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Currencies {
    /// Every one.
    All,
    /// Every one but these.
    AllBut(BTreeSet<Currency>),
    /// These.
    Only(BTreeSet<Currency>),
}

impl Currencies {
    /// Whether a currency is among them.
    #[must_use]
    pub fn contain(&self, currency: Currency) -> bool {
        match self {
            Self::All => true,
            Self::AllBut(refused) => !refused.contains(&currency),
            Self::Only(only) => only.contains(&currency),
        }
    }
}

/// Why a gateway cannot take a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsuitable {
    /// The method is not offered.
    #[error("the gateway does not offer {method}")]
    Method {
        /// The method asked for.
        method: Method,
    },
    /// CP4003.
    #[error("the gateway does not charge in {currency}")]
    Currency {
        /// The currency asked for.
        currency: Currency,
    },
    /// CP4001.
    #[error("the gateway charges at least {minimum}")]
    BelowMinimum {
        /// The least amount.
        minimum: Money,
    },
}

impl Unsuitable {
    /// The code shown to staff, where there is one.
    #[must_use]
    pub const fn cp(self) -> Option<CpCode> {
        match self {
            Self::Method { .. } => None,
            Self::Currency { .. } => Some(CpCode::CurrencyNotSupported),
            Self::BelowMinimum { .. } => Some(CpCode::BelowMinimum),
        }
    }
}

impl Capabilities {
    /// The least amount that can be charged in a currency.
    #[must_use]
    pub fn minimum(&self, currency: Currency) -> Money {
        let amount = self
            .minimum_amounts
            .get(&currency)
            .copied()
            .unwrap_or(1)
            .max(1);
        Money::new(amount, currency)
    }

    /// Whether this amount can be taken by this method.
    ///
    /// # Errors
    /// The reason why not.
    pub fn check(&self, amount: Money, method: Method) -> Result<(), Unsuitable> {
        let currency = amount.currency;
        if !self.methods.contains(&method) {
            return Err(Unsuitable::Method { method });
        }
        let charged = match &self.currencies {
            Currencies::All => true,
            Currencies::AllBut(these) => !these.contains(&currency),
            Currencies::Only(these) => these.contains(&currency),
        };
        if !charged {
            return Err(Unsuitable::Currency { currency });
        }
        let minimum = self.minimum(currency);
        if amount.amount < minimum.amount {
            return Err(Unsuitable::BelowMinimum { minimum });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_taken_is_named() {
        let capabilities = Capabilities {
            methods: BTreeSet::from([Method::Card]),
            currencies: Currencies::Only(BTreeSet::from([Currency::EUR, Currency::USD])),
            minimum_amounts: BTreeMap::from([(Currency::EUR, 50)]),
            can_store_methods: false,
        };
        let check =
            |amount, currency, method| capabilities.check(Money::new(amount, currency), method);
        assert_eq!(check(50, Currency::EUR, Method::Card), Ok(()));
        assert_eq!(check(1, Currency::USD, Method::Card), Ok(()));

        let below = check(49, Currency::EUR, Method::Card).unwrap_err();
        assert_eq!(below.cp(), Some(CpCode::BelowMinimum));
        assert_eq!(below.to_string(), "the gateway charges at least 0.50 EUR");
        let nothing = check(0, Currency::USD, Method::Card).unwrap_err();
        assert_eq!(nothing.cp(), Some(CpCode::BelowMinimum));
        let currency = check(50, Currency::JPY, Method::Card).unwrap_err();
        assert_eq!(currency.cp(), Some(CpCode::CurrencyNotSupported));
        let method = check(50, Currency::EUR, Method::BankDebit).unwrap_err();
        assert_eq!(
            (method.cp(), method),
            (
                None,
                Unsuitable::Method {
                    method: Method::BankDebit
                }
            )
        );
    }
}
