//! Giving a contact person access: the invitation goes out by mail, and earlier ones are void (B2–B5).

use entity::{ContactPersonId, CustomerId, Text, contact_person, customer, organization};
use portico_domain::{
    access::TokenKind,
    portal_access::{AccessEvent, INVITATION_SECONDS, PortalAccess, Refusal},
};
use serde_json::json;

use super::{first_password::FirstPassword, mails::Invited};
use crate::{
    auth::{
        normalise_email,
        one_time::{self, OwnPassword},
    },
    clock::today_at,
    customers,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    mail::Outbox,
    portal_auth,
};

const KIND: TokenKind = TokenKind::PortalInvitation;

/// Invites a contact person, for the first time or again. With a password the mail brings that in place of a link,
/// unless the address has one of its own in this portal: nothing overwrites it (semantics §5).
///
/// # Errors
/// `validation_failed` without an e-mail address; `email_taken`; `not_allowed_in_state` for somebody who has
/// access, at an inactive customer, or while the portal is off.
pub async fn grant(
    tx: &Tx<OrgScope>,
    outbox: &Outbox,
    customer: CustomerId,
    person: ContactPersonId,
    password: Option<&FirstPassword>,
) -> Result<()> {
    let customer = customers::lock(tx, customer).await?;
    let mut person = customers::person(tx, customer.id, person).await?;
    let organization = tx.own_organization().await?;
    can_be_invited(&organization, &customer, &person)?;
    let access = after(person.portal_status.0, AccessEvent::Invite)?;
    customers::address_is_free(tx, &person).await?;
    let email = normalise_email(person.email.as_deref().unwrap_or_default());
    let password = match password {
        Some(password) if portal_auth::identity_by_email(tx, &email).await?.is_none() => {
            Some(password)
        }
        _ => None,
    };
    person.portal_status = Text(access);
    person.invited_at = Some(tx.now());
    person.invited_by = tx.scope().actor().name.clone();
    person.invitation_expires_at = Some(tx.now().plus_seconds(INVITATION_SECONDS));
    person.invited_with_password = password.is_some();
    let person = customers::save_access(tx, person).await?;
    let until = tx.now().plus_seconds(INVITATION_SECONDS);
    let invited = Invited {
        organization: &organization,
        customer: &customer,
        person: &person,
        expires: today_at(until, &organization.time_zone),
    };
    let subject = person.id.0;
    let mail = if let Some(FirstPassword { password, hash }) = password {
        let own = OwnPassword {
            email,
            password_hash: hash.clone(),
        };
        one_time::renew_by_password(tx, KIND, subject, INVITATION_SECONDS, own).await?;
        invited.by_password(outbox, password)
    } else {
        let token = one_time::renew(tx, KIND, subject, INVITATION_SECONDS).await?;
        invited.by_link(outbox, &token.token)
    };
    outbox.queue(tx, mail).await?;
    let data = json!({ "with_password": password.is_some() });
    customers::record(tx, "contact_person.invited", &person, data).await
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

/// The access after an event.
pub(super) fn after(access: PortalAccess, event: AccessEvent) -> Result<PortalAccess> {
    access.after(event).map_err(|refusal: Refusal| {
        Error::new(Code::NotAllowedInState).with_detail(refusal.to_string())
    })
}
