//! Which invoice is whose, from when, and paid or not: plain arithmetic, so that every run is the same.

/// One customer for so many invoices.
const INVOICES_PER_CUSTOMER: u64 = 100;
/// The favourite's invoices, where there are enough.
const FAVOURITE: u64 = 100_000;
/// The invoices are spread over so many days, the newest today.
const DAYS: u64 = 1_000;

/// What is to be made up.
pub struct Plan {
    pub invoices: u64,
    /// New customers; the favourite is not among them.
    pub customers: u64,
    /// Every so manieth invoice is the favourite's.
    step: u64,
}

impl Plan {
    /// For so many invoices: 10⁵ are one customer's if there are as many, otherwise a tenth.
    pub fn new(invoices: u64) -> Self {
        let step = if invoices >= FAVOURITE {
            invoices / FAVOURITE
        } else {
            10
        };
        Self {
            invoices,
            customers: (invoices / INVOICES_PER_CUSTOMER).max(1),
            step,
        }
    }

    /// Whose it is: the index of a new customer, or none for the favourite's.
    pub const fn owner(&self, invoice: u64) -> Option<u64> {
        if invoice.is_multiple_of(self.step) && invoice / self.step < FAVOURITE {
            None
        } else {
            Some(mix(invoice) % self.customers)
        }
    }

    /// How many days ago it was written; the later ones are younger.
    pub const fn age(&self, invoice: u64) -> u64 {
        (self.invoices - 1 - invoice) * DAYS / self.invoices
    }
}

/// A fifth is not paid.
pub const fn is_open(invoice: u64) -> bool {
    mix(invoice ^ 0x5eed).is_multiple_of(5)
}

/// Scatters neighbours (the finisher of SplitMix64).
const fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_favourite_has_its_share() {
        for (invoices, share) in [(1_000, 100), (100_000, 100_000), (1_000_000, 100_000)] {
            let plan = Plan::new(invoices);
            let owned = (0..invoices).filter(|n| plan.owner(*n).is_none()).count();
            assert_eq!(owned, share, "{invoices}");
        }
    }

    #[test]
    fn the_last_is_written_today() {
        let plan = Plan::new(1_000);
        assert_eq!((plan.age(999), plan.age(0)), (0, 999));
    }
}
