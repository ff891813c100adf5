//! The parts of a sheet that say who, and where to go.

use serde::Serialize;

use crate::catalogue::Voice;
use crate::text;

use super::{Customer, Organization};

/// A name and address.
#[derive(Serialize)]
pub(super) struct Party {
    pub(super) label: String,
    pub(super) name: String,
    pub(super) lines: Vec<String>,
}

/// Words that lead to an address.
#[derive(Serialize)]
pub(super) struct Link {
    pub(super) label: String,
    pub(super) url: String,
}

impl Party {
    /// The organization with all its details.
    pub(super) fn issuer(voice: Voice, organization: &Organization) -> Self {
        let mut lines: Vec<String> = address(voice, &organization.address).collect();
        lines.extend(
            [
                &organization.email,
                &organization.phone,
                &organization.website,
            ]
            .into_iter()
            .flatten()
            .map(|line| voice.typed(line)),
        );
        lines.extend(tax_id(voice, organization.tax_registration.as_deref()));
        Self {
            label: voice.say("from"),
            name: voice.typed(&organization.name),
            lines,
        }
    }

    /// The customer, under a label.
    pub(super) fn customer(voice: Voice, label: String, customer: &Customer) -> Self {
        let mut lines: Vec<String> = address(voice, &customer.address).collect();
        lines.extend(tax_id(voice, customer.tax_id.as_deref()));
        Self {
            label,
            name: voice.typed(&customer.name),
            lines,
        }
    }
}

impl Link {
    /// A link, if the address is one that a document may lead to.
    pub(super) fn to(label: String, url: Option<&str>) -> Option<Self> {
        let url = url.and_then(text::web_address)?.to_owned();
        Some(Self { label, url })
    }
}

/// The lines of an address that say something.
fn address(voice: Voice, lines: &[String]) -> impl Iterator<Item = String> {
    let lines = lines.iter().map(move |line| voice.typed(line));
    lines.filter(|line| !line.is_empty())
}

/// A labelled tax number.
fn tax_id(voice: Voice, id: Option<&str>) -> Option<String> {
    let id = voice.typed(id?);
    (!id.is_empty()).then(|| voice.say_with("tax_id", &[("id", &id)]))
}
