//! Giving a contact person access: the invitation goes out by mail, and earlier ones are void (B2–B4).

use entity::{ContactPersonId, CustomerId, Text, contact_person, customer, organization};
use portico_domain::{
    access::TokenKind,
    portal_access::{AccessEvent, INVITATION_SECONDS, PortalAccess, Refusal},
};
use portico_render::mail::PortalInvitation;
use serde_json::json;

use crate::{
    auth::one_time::{self, NewToken},
    clock::today_at,
    customers,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    mail::{Outbox, Outgoing},
};

/// Invites a contact person, for the first time or again.
///
/// # Errors
/// `validation_failed` without an e-mail address; `email_taken`; `not_allowed_in_state` for somebody who has
/// access, at an inactive customer, or while the portal is off.
pub async fn grant(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    customer: CustomerId,
    person: ContactPersonId,
) -> Result<()> {
    let customer = customers::lock(tx, customer).await?;
    let mut person = customers::person(tx, customer.id, person).await?;
    let organization = tx.own_organization().await?;
    can_be_invited(&organization, &customer, &person)?;
    let access = after(person.portal_status.0, AccessEvent::Invite)?;
    customers::address_is_free(tx, &person).await?;
    let token = one_time::renew(
        tx,
        TokenKind::PortalInvitation,
        person.id.0,
        INVITATION_SECONDS,
    )
    .await?;
    person.portal_status = Text(access);
    person.invited_at = Some(tx.now());
    person.invited_by = tx.scope().actor().name.clone();
    person.invitation_expires_at = Some(token.expires_at);
    let person = customers::save_access(tx, person).await?;
    let mail = invitation(outbox, &organization, &customer, &person, &token);
    outbox.queue(tx, mail).await?;
    customers::record(tx, "contact_person.invited", &person, json!({})).await
}

fn can_be_invited(
    organization: &organization::Model,
    customer: &customer::Model,
    person: &contact_person::Model,
) -> Result<()> {
    let refused = |why: &str| Err(Error::new(Code::NotAllowedInState).with_detail(why));
    if !organization.portal_enabled {
        return refused("the portal is switched off");
    }
    if !customer.active {
        return refused("the customer is inactive");
    }
    if person.email.is_none() {
        return Err(Error::field(
            "/email",
            "required",
            "the contact person needs an e-mail address first",
        ));
    }
    Ok(())
}

fn invitation(
    outbox: &Outbox,
    organization: &organization::Model,
    customer: &customer::Model,
    person: &contact_person::Model,
    token: &NewToken,
) -> Outgoing {
    let email = person.email.clone().unwrap_or_default();
    let name = customers::full_name(person);
    let portal = outbox
        .config()
        .link(&format!("/{}", organization.portal_name));
    let message = PortalInvitation {
        customer: customer.display_name.clone(),
        name: if name.is_empty() {
            customer.display_name.clone()
        } else {
            name
        },
        accept_url: format!("{portal}/invitation/{}", token.token),
        portal_url: portal,
        user_name: email.clone(),
        password: None,
        expires: today_at(token.expires_at, &organization.time_zone),
    };
    Outgoing {
        message: message.into(),
        to: email,
        language: customer
            .language
            .map_or(organization.language.0, |language| language.0),
        attachments: Vec::new(),
        related: Some(("customer", customer.id.0)),
    }
}

/// The access after an event.
pub(super) fn after(access: PortalAccess, event: AccessEvent) -> Result<PortalAccess> {
    access.after(event).map_err(|refusal: Refusal| {
        Error::new(Code::NotAllowedInState).with_detail(refusal.to_string())
    })
}
