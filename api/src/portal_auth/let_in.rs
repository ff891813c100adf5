//! Letting somebody in who was invited or signs up: the person is linked with an identity, and staff are told.

use entity::{Text, contact_person};
use portico_domain::{notification::NotificationKind, portal_access::AccessEvent};
use serde_json::json;

use super::identity::{self, Known};
use crate::{
    auth::{normalise_email, sessions::Who},
    customers,
    db::{OrgScope, Tx},
    error::{Code, Result},
    notifications::{self, NewNotification},
};

/// Links a person who accepts an invitation or signs up with the identity of their address. Much may have happened
/// since the person was read, so they are looked at again. The caller has locked the customer and used up what proved
/// the address.
///
/// # Errors
/// `invitation_used` if the invitation was replaced or withdrawn meanwhile, or the person may no longer come in;
/// `conflict` as [`identity::put`] says.
pub async fn let_in(
    tx: &Tx<OrgScope>,
    invited: &contact_person::Model,
    event: AccessEvent,
    known: Known,
) -> Result<Who> {
    let mut person = customers::person(tx, invited.customer_id, invited.id)
        .await
        .map_err(|_| Code::InvitationUsed)?;
    let access = person.portal_status.after(event);
    person.portal_status = Text(access.map_err(|_| Code::InvitationUsed)?);
    let email = match &person.email {
        Some(email) if person.email == invited.email => normalise_email(email),
        _ => return Err(Code::InvitationUsed.into()),
    };
    let identity = identity::put(tx, &email, known).await?;
    person.identity_id = Some(identity);
    person.invited_with_password = false;
    person.accepted_at = Some(tx.now());
    person.last_sign_in_at = Some(tx.now());
    let person = customers::save_access(tx, person).await?;
    let action = match event {
        AccessEvent::SignUp => "contact_person.signed_up",
        _ => "contact_person.access_accepted",
    };
    customers::record(tx, action, &person, json!({})).await?;
    let customer = customers::get(tx, person.customer_id).await?;
    let news = NewNotification {
        kind: NotificationKind::AccessAccepted,
        dedupe_key: format!("access_accepted:{}:{}", person.id, tx.now().0),
        subject_type: "customer",
        subject_id: customer.id.0,
        label: customer.display_name.clone(),
        data: json!({ "customer_name": customer.display_name, "person_name": customers::full_name(&person) }),
    };
    notifications::notify(tx, news).await?;
    Ok(Who::Portal {
        identity,
        person: person.id,
        customer: customer.id,
    })
}
