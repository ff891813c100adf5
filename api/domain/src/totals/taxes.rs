//! Taxes over a whole document.

use std::{cmp::Ordering, collections::BTreeMap};

use super::{
    TaxTotal,
    error::{Cause, Place, TotalsError},
    input::{AppliedTax, DocumentInput, RoundingScope},
    limited,
};
use crate::{
    apportion::{apportion, round_shares},
    money::round_div,
    tax::{self, TaxComponent},
};

/// Something that is taxed: a line, or the shipping charge.
pub(super) struct Entry<'a> {
    /// What taxes are added to, or found within.
    pub amount: i128,
    /// By identity, each once.
    taxes: Vec<&'a AppliedTax>,
    /// The taxes' effective rates, in the same order.
    rates: Vec<i128>,
    text: &'a str,
}

/// What taxes make of an entry.
#[derive(Clone, Copy, Default)]
pub(super) struct TaxedEntry {
    pub net: i128,
    pub tax: i128,
}

impl TaxedEntry {
    pub(super) const fn gross(self) -> i128 {
        self.net + self.tax
    }
}

/// What taxes make of a document.
pub(super) struct Assessment<'a> {
    /// In the order of the entries.
    pub entries: Vec<TaxedEntry>,
    /// The amount of each tax, by identity.
    amounts: BTreeMap<&'a str, i128>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(
        amount: i128,
        taxes: &'a [AppliedTax],
        text: &'a str,
        place: Place,
    ) -> Result<Self, TotalsError> {
        let mut taxes: Vec<_> = taxes.iter().collect();
        taxes.sort_by_key(|tax| &tax.id);
        if taxes.windows(2).any(|pair| pair[0].id == pair[1].id) {
            return Err(place.error(Cause::DuplicateTax));
        }
        let rates = tax::effective_rates(taxes.iter().map(|tax| &tax.component))
            .map_err(|_| place.error(Cause::InvalidTaxRate))?;
        Ok(Self {
            amount,
            taxes,
            rates,
            text,
        })
    }

    /// The order in which equal remainders are served: larger amount, then taxes, then text.
    pub(super) fn by_content(&self, other: &Self) -> Ordering {
        let amount = other.amount.cmp(&self.amount);
        amount
            .then_with(|| self.ids().cmp(other.ids()))
            .then_with(|| self.text.cmp(other.text))
    }

    fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.taxes.iter().map(|tax| tax.id.as_str())
    }

    /// The effective rate of one tax, if the entry bears it.
    fn rate(&self, id: &str) -> Option<i128> {
        self.ids()
            .zip(&self.rates)
            .find(|(own, _)| *own == id)
            .map(|(_, rate)| *rate)
    }
}

/// Every tax of a document by its identity, which must mean the same wherever it occurs.
pub(super) fn distinct(
    input: &DocumentInput,
) -> Result<BTreeMap<&str, &TaxComponent>, TotalsError> {
    let lines = input
        .lines
        .iter()
        .enumerate()
        .map(|(index, line)| (Place::Line(index), &line.taxes));
    let shipping = input
        .shipping
        .iter()
        .map(|shipping| (Place::Shipping, &shipping.taxes));
    let mut known = BTreeMap::new();
    for (place, taxes) in lines.chain(shipping) {
        for tax in taxes {
            if *known.entry(tax.id.as_str()).or_insert(&tax.component) != &tax.component {
                return Err(place.error(Cause::ConflictingTax));
            }
        }
    }
    Ok(known)
}

/// Taxes every entry. `None` if an amount leaves `i128`.
pub(super) fn assess<'a>(
    entries: &[Entry<'a>],
    prices_include_tax: bool,
    rounding: RoundingScope,
) -> Option<Assessment<'a>> {
    if prices_include_tax {
        inclusive(entries, rounding)
    } else {
        exclusive(entries, rounding)
    }
}

/// Adds taxes: tax by tax, rounded per entry or once for all entries that bear it.
fn exclusive<'a>(entries: &[Entry<'a>], rounding: RoundingScope) -> Option<Assessment<'a>> {
    let mut assessment = Assessment {
        entries: entries
            .iter()
            .map(|entry| TaxedEntry {
                net: entry.amount,
                tax: 0,
            })
            .collect(),
        amounts: entries
            .iter()
            .flat_map(Entry::ids)
            .map(|id| (id, 0))
            .collect(),
    };
    for (id, amount) in &mut assessment.amounts {
        let rates = entries.iter().map(|entry| entry.rate(id).unwrap_or(0));
        let shares: Vec<i128> = entries
            .iter()
            .zip(rates)
            .map(|(entry, rate)| entry.amount.checked_mul(rate))
            .collect::<Option<_>>()?;
        let parts = match rounding {
            RoundingScope::Line => shares
                .iter()
                .map(|share| round_div(*share, tax::SCALE))
                .collect(),
            RoundingScope::Document => {
                let exact = shares
                    .iter()
                    .try_fold(0_i128, |sum, share| sum.checked_add(*share))?;
                let by_content = |a: usize, b: usize| entries[a].by_content(&entries[b]);
                round_shares(
                    round_div(exact, tax::SCALE),
                    &shares,
                    tax::SCALE,
                    by_content,
                )?
            }
        };
        *amount = parts.iter().sum();
        for (entry, part) in assessment.entries.iter_mut().zip(parts) {
            entry.tax += part;
        }
    }
    Some(assessment)
}

/// Finds taxes within amounts: per entry, or once for all entries that bear the same taxes.
///
/// The net is what is rounded, and the tax is the rest, so that net and tax always add up.
fn inclusive<'a>(entries: &[Entry<'a>], rounding: RoundingScope) -> Option<Assessment<'a>> {
    let groups: Vec<Vec<usize>> = match rounding {
        RoundingScope::Line => (0..entries.len()).map(|place| vec![place]).collect(),
        RoundingScope::Document => {
            let mut groups = BTreeMap::<Vec<&str>, Vec<usize>>::new();
            for (place, entry) in entries.iter().enumerate() {
                groups.entry(entry.ids().collect()).or_default().push(place);
            }
            groups.into_values().collect()
        }
    };
    let mut assessment = Assessment {
        entries: vec![TaxedEntry::default(); entries.len()],
        amounts: BTreeMap::new(),
    };
    for group in groups {
        let Some(first) = group.first().map(|place| &entries[*place]) else {
            continue;
        };
        let amounts: Vec<i128> = group.iter().map(|place| entries[*place].amount).collect();
        let (net, taxes) = tax::split(amounts.iter().sum(), &first.rates, |a, b| a.cmp(&b))?;
        for (id, amount) in first.ids().zip(taxes) {
            *assessment.amounts.entry(id).or_default() += amount;
        }
        let by_content = |a: usize, b: usize| entries[group[a]].by_content(&entries[group[b]]);
        let nets = apportion(net, &amounts, by_content)?;
        for ((place, amount), net) in group.iter().zip(amounts).zip(nets) {
            assessment.entries[*place] = TaxedEntry {
                net,
                tax: amount - net,
            };
        }
    }
    Some(assessment)
}

/// What each tax comes to: simple ones first, then by name, then by identity.
pub(super) fn summary(
    taxes: &BTreeMap<&str, &TaxComponent>,
    entries: &[Entry<'_>],
    assessment: &Assessment<'_>,
) -> Result<Vec<TaxTotal>, TotalsError> {
    let total = |(id, component): (&&str, &&TaxComponent)| {
        let bearing = entries
            .iter()
            .zip(&assessment.entries)
            .filter(|(entry, _)| entry.rate(id).is_some());
        Ok(TaxTotal {
            id: (*id).to_owned(),
            name: component.name.clone(),
            rate: component.rate,
            compound: component.compound,
            taxable: limited(bearing.map(|(_, amount)| amount.net).sum(), Place::Document)?,
            amount: limited(
                assessment.amounts.get(id).copied().unwrap_or_default(),
                Place::Document,
            )?,
        })
    };
    let mut totals = taxes.iter().map(total).collect::<Result<Vec<_>, _>>()?;
    totals.sort_by(|a, b| (a.compound, &a.name, &a.id).cmp(&(b.compound, &b.name, &b.id)));
    Ok(totals)
}
