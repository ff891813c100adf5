//! Choosing a password in place of the one that staff had set.

use serde_json::json;

use super::{dto::ChoosePassword, identity, store};
use crate::{
    audit,
    auth::sessions::{self, Who},
    error::{Code, Error, Result},
    http::{Portal, can},
    passwords,
};

/// Gives the identity a password of its own; its other sessions end.
///
/// # Errors
/// `not_allowed_in_state` for somebody who has one; `validation_failed` for a weak one, or for the one that staff
/// had set.
pub async fn choose(
    portal: &Portal<can::portal::FinishSigningIn>,
    input: ChoosePassword,
) -> Result<()> {
    let session = &portal.session;
    if !session.password_change_required {
        return Err(has_one());
    }
    let guessable = [
        session.first_name.as_str(),
        session.last_name.as_str(),
        session.email.as_str(),
        session.organization_name.as_str(),
    ];
    passwords::check_strength("/password", &input.password, &guessable)?;
    let identity = identity::own(portal).await?;
    identity::must_be_new(&identity, &input.password).await?;
    let hash = passwords::hash(input.password).await?;
    let who = Who::Portal {
        identity: session.identity_id,
        person: session.person_id,
        customer: session.customer_id,
    };
    portal
        .write(async |tx| {
            let identity = store::lock_identity(tx, session.identity_id).await?;
            let identity = identity.ok_or(Code::NotAuthenticated)?;
            // Another request may have been faster.
            if identity.first_password_hash.is_none() {
                return Err(has_one());
            }
            store::set_password(tx, identity, hash).await?;
            sessions::close_others(tx, who, session.session_id).await?;
            let entry = audit::Entry {
                action: "contact_person.password_chosen",
                subject_id: session.person_id.0,
                customer_id: Some(session.customer_id),
                data: json!({ "name": session.full_name(), "email": session.email }),
            };
            audit::record(tx, entry).await
        })
        .await
}

fn has_one() -> Error {
    Error::new(Code::NotAllowedInState).with_detail("you have a password of your own: change it")
}
