//! Who did what, when, from where: one row for each change, in the transaction of the change. It is
//! shown to staff as the timeline of a document or a customer.

mod timeline;

pub use timeline::{TimelineEntry, TimelineList, TimelineQuery, of_customer, of_subject};

use entity::{AuditEntryId, CustomerId, Doc, Text, audit_entry};
use portico_domain::live::LiveKind;
use sea_orm::Set;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    db::{Change, OrgScope, Tx},
    error::{Error, Result},
};

/// Something that was done.
pub struct Entry {
    /// `invoice.sent`: what it was done to, and what was done.
    pub action: &'static str,
    pub subject_id: Uuid,
    /// The customer that it concerns, whose timeline shows it too.
    pub customer_id: Option<CustomerId>,
    /// What is worth knowing: numbers, amounts, `changes` as [`changes`] makes them. No secrets.
    pub data: Value,
}

/// Writes an entry in the name of the transaction's actor.
///
/// # Errors
/// Those of the database.
pub async fn record(tx: &Tx<OrgScope>, entry: Entry) -> Result<()> {
    tx.insert(row(tx, entry)).await?;
    Ok(())
}

/// Writes many entries at once.
///
/// # Errors
/// Those of the database.
pub async fn record_many(tx: &Tx<OrgScope>, entries: Vec<Entry>) -> Result<()> {
    let rows = entries.into_iter().map(|entry| row(tx, entry)).collect();
    Ok(tx.insert_many::<audit_entry::ActiveModel>(rows).await?)
}

fn row(tx: &Tx<OrgScope>, entry: Entry) -> audit_entry::ActiveModel {
    let actor = tx.scope().actor();
    let subject_type = entry
        .action
        .split('.')
        .next()
        .unwrap_or_default()
        .to_owned();
    tell(tx, &subject_type, &entry);
    audit_entry::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(AuditEntryId(tx.new_uuid())),
        at: Set(tx.now()),
        actor_kind: Set(Text(actor.kind)),
        actor_id: Set(actor.id),
        actor_name: Set(actor.name.clone()),
        address: Set(actor.address.clone()),
        action: Set(entry.action.to_owned()),
        subject_type: Set(subject_type),
        subject_id: Set(entry.subject_id),
        customer_id: Set(entry.customer_id),
        data: Set(Doc(entry.data)),
    }
}

/// What is written down is also told live.
fn tell(tx: &Tx<OrgScope>, subject_type: &str, entry: &Entry) {
    let customer_id = entry.customer_id;
    let told = match (subject_type, customer_id) {
        ("contact_person", Some(id)) => Some((LiveKind::Customer, id.0)),
        (kind, _) => kind.parse().ok().map(|kind| (kind, entry.subject_id)),
    };
    if let Some((kind, id)) = told {
        tx.changed(Change {
            kind,
            id,
            customer_id,
        });
    }
}

/// Writes that something was changed, with the fields that differ.
///
/// # Errors
/// Those of the database.
pub async fn record_change<T: Serialize>(
    tx: &Tx<OrgScope>,
    action: &'static str,
    subject_id: impl Into<Uuid>,
    before: &T,
    after: &T,
) -> Result<()> {
    let json = |value: &T| serde_json::to_value(value).map_err(Error::internal);
    let entry = Entry {
        action,
        subject_id: subject_id.into(),
        customer_id: None,
        data: serde_json::json!({ "changes": changes(&json(before)?, &json(after)?) }),
    };
    record(tx, entry).await
}

/// The fields that differ between two forms of a resource: `[{ "field", "before", "after" }]`, where the field of
/// an address is `billing_address.city`.
#[must_use]
pub fn changes(before: &Value, after: &Value) -> Value {
    let mut found = Vec::new();
    compare("", before, after, &mut found);
    Value::Array(found)
}

fn compare(path: &str, before: &Value, after: &Value, found: &mut Vec<Value>) {
    let (Some(before), Some(after)) = (before.as_object(), after.as_object()) else {
        return;
    };
    let unchanging = ["version", "updated_at"];
    for (name, value) in after {
        let earlier = before.get(name);
        if earlier == Some(value) || unchanging.contains(&name.as_str()) {
            continue;
        }
        let field = format!("{path}{name}");
        match earlier {
            // An address is told part by part; an amount is one thing with its currency.
            Some(earlier)
                if earlier.is_object() && value.is_object() && value.get("currency").is_none() =>
            {
                compare(&format!("{field}."), earlier, value, found);
            }
            _ => {
                found
                    .push(serde_json::json!({ "field": field, "before": earlier, "after": value }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn changes_name_what_differs() {
        let before = json!({ "name": "A", "version": 1, "notes": null });
        let after = json!({ "name": "B", "version": 2, "notes": null });
        assert_eq!(
            super::changes(&before, &after),
            json!([{ "field": "name", "before": "A", "after": "B" }])
        );
    }

    #[test]
    fn an_address_is_told_part_by_part_and_an_amount_whole() {
        let amount = |minor| json!({ "amount": minor, "currency": "EUR" });
        let before = json!({ "address": { "city": "Kiel", "zip": "1" }, "limit": amount(1) });
        let after = json!({ "address": { "city": "Bonn", "zip": "1" }, "limit": amount(2) });
        assert_eq!(
            super::changes(&before, &after),
            json!([
                { "field": "address.city", "before": "Kiel", "after": "Bonn" },
                { "field": "limit", "before": amount(1), "after": amount(2) },
            ])
        );
    }
}
