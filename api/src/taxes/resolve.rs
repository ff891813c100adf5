//! What a document's line means by a tax: a tax itself or a group of them.

use std::{collections::HashMap, fmt, str::FromStr};

use entity::{TaxGroupId, TaxId, records::LineTax};
use portico_domain::typeid::TypeIdError;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};
use uuid::Uuid;

use super::store;
use crate::{
    db::{OrgScope, Tx},
    error::{Error, Result},
};

/// A tax or a group of taxes, on the wire by the id of either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaxRef {
    Tax(TaxId),
    Group(TaxGroupId),
}

impl TaxRef {
    /// The id as it is stored; no two taxes and groups share one.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        match self {
            Self::Tax(id) => id.0,
            Self::Group(id) => id.0,
        }
    }

    const fn tax(self) -> Option<TaxId> {
        match self {
            Self::Tax(id) => Some(id),
            Self::Group(_) => None,
        }
    }

    const fn group(self) -> Option<TaxGroupId> {
        match self {
            Self::Group(id) => Some(id),
            Self::Tax(_) => None,
        }
    }
}

impl fmt::Display for TaxRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tax(id) => id.fmt(f),
            Self::Group(id) => id.fmt(f),
        }
    }
}

impl FromStr for TaxRef {
    type Err = TypeIdError;
    fn from_str(text: &str) -> Result<Self, TypeIdError> {
        text.parse()
            .map(Self::Tax)
            .or_else(|_| text.parse().map(Self::Group))
    }
}

impl Serialize for TaxRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TaxRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|_| de::Error::custom("is not the id of a tax or a tax group"))
    }
}

impl PartialSchema for TaxRef {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("The id of a tax or of a tax group."))
            .pattern(Some("^(tax|txg)_[0-7][0-9a-hjkmnp-tv-z]{25}$"))
            .examples(["tax_01k6r0e5cw7vd9jkx1m8q2n4pz"])
            .into()
    }
}

impl ToSchema for TaxRef {
    fn name() -> std::borrow::Cow<'static, str> {
        "TaxOrGroupId".into()
    }
}

/// A tax or a group as a line bears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedTax {
    /// The tax's or the group's.
    pub name: String,
    /// The taxes themselves, as they are now.
    pub components: Vec<LineTax>,
}

/// The taxes that some ids (`tax_…`, `txg_…`) stand for; what does not exist here is left out. A fixed number
/// of statements, however many ids.
///
/// # Errors
/// Those of the database.
pub async fn resolve_all(
    tx: &Tx<OrgScope>,
    ids: &[impl AsRef<str>],
) -> Result<HashMap<String, ResolvedTax>> {
    let refs: Vec<TaxRef> = ids
        .iter()
        .filter_map(|id| id.as_ref().parse().ok())
        .collect();
    if refs.is_empty() {
        return Ok(HashMap::new());
    }
    let groups = store::groups::of(tx, refs.iter().filter_map(|tax| tax.group())).await?;
    let members = groups.values().flat_map(|group| group.tax_ids.clone());
    let wanted = refs.iter().filter_map(|tax| tax.tax()).chain(members);
    let taxes = store::line_taxes(tx, wanted).await?;
    let resolved = refs.into_iter().filter_map(|tax| {
        let found = match tax {
            TaxRef::Tax(id) => {
                let tax = taxes.get(&id)?;
                ResolvedTax {
                    name: tax.name.clone(),
                    components: vec![tax.clone()],
                }
            }
            TaxRef::Group(id) => {
                let group = groups.get(&id)?;
                ResolvedTax {
                    name: group.name.clone(),
                    components: group
                        .tax_ids
                        .iter()
                        .filter_map(|id| taxes.get(id).cloned())
                        .collect(),
                }
            }
        };
        Some((tax.to_string(), found))
    });
    Ok(resolved.collect())
}

/// The taxes that one id stands for.
///
/// # Errors
/// `validation_failed` with an empty pointer if there is no such tax; see [`Error::below`].
pub async fn resolve(tx: &Tx<OrgScope>, id: &str) -> Result<ResolvedTax> {
    resolve_all(tx, &[id]).await?.remove(id).ok_or_else(unknown)
}

/// The refusal of an id that names no tax here.
pub(super) fn unknown() -> Error {
    Error::field("", "unknown", "there is no such tax or tax group")
}

/// Tells of stored ids which are taxes and which are groups. One statement.
///
/// # Errors
/// Those of the database.
pub async fn named(
    tx: &Tx<OrgScope>,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, TaxRef>> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let groups = store::groups::among(tx, &ids).await?;
    let name = |id| {
        let tax = if groups.contains(&id) {
            TaxRef::Group(TaxGroupId(id))
        } else {
            TaxRef::Tax(TaxId(id))
        };
        (id, tax)
    };
    Ok(ids.into_iter().map(name).collect())
}
