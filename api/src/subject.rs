//! What a mail, a notification or a hint is about: kept as a type and a UUID, sent as a type and a `TypeID`.

use entity::{
    ContactPersonId, CustomerId, InvoiceId, ItemId, MailId, MembershipId, NotificationId,
    OrganizationId, PaymentId, PaymentLinkId, PortalSignUpId,
};
use portico_domain::typeid;
use uuid::Uuid;

/// The types, with the prefixes of their ids.
const TYPES: &[(&str, &str)] = &[
    ("contact_person", ContactPersonId::PREFIX),
    ("customer", CustomerId::PREFIX),
    ("invoice", InvoiceId::PREFIX),
    ("item", ItemId::PREFIX),
    ("mail", MailId::PREFIX),
    ("member", MembershipId::PREFIX),
    ("notification", NotificationId::PREFIX),
    ("organization", OrganizationId::PREFIX),
    ("payment", PaymentId::PREFIX),
    ("payment_link", PaymentLinkId::PREFIX),
    ("portal_sign_up", PortalSignUpId::PREFIX),
];

/// The id of a subject as it is sent.
#[must_use]
pub fn wire_id(subject_type: &str, id: Uuid) -> String {
    let prefix = TYPES.iter().find(|(name, _)| *name == subject_type);
    typeid::encode(prefix.map_or("", |(_, prefix)| prefix), id)
}

/// The UUID of a subject's id, of whatever type.
#[must_use]
pub fn parse_id(text: &str) -> Option<Uuid> {
    TYPES
        .iter()
        .find_map(|(_, prefix)| typeid::decode(prefix, text).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_survive_the_wire() {
        let id = Uuid::from_u128(7);
        assert!(wire_id("invoice", id).starts_with("inv_"));
        assert_eq!(parse_id(&wire_id("payment", id)), Some(id));
        assert_eq!(parse_id("nonsense"), None);
    }
}
