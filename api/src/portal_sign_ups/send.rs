//! The mail that verifies an address. What is known about it shows neither in the answer nor in its timing: the request
//! only queues a job, and the job looks.

use entity::OrganizationId;
use portico_domain::{access::TokenKind, portal_access::SIGN_UP_HOURS};
use portico_render::mail::{Message, PortalSignUp, PortalSignUpKnown};

use super::{
    standing::{self, Standing},
    store,
};
use crate::{
    auth::one_time,
    customers,
    db::{Actor, Db},
    error::Result,
    mail::{Outbox, Outgoing},
};

/// The kind of the job that looks what to mail.
pub const SEND_SIGN_UP: &str = "portal.send_sign_up";

/// Seconds in which an address gets one mail: it may belong to somebody who never asked.
pub const PAUSE: i64 = 600;
/// So many mails a day go to one address.
const ADDRESS_A_DAY: u64 = 5;
/// So many an hour go to addresses that nobody knows: no portal is a way to write to strangers.
const STRANGERS_AN_HOUR: u64 = 60;

/// Mails the link, or that there is nothing to sign up for.
///
/// # Errors
/// Those of the database.
pub async fn send(
    db: &Db,
    outbox: &Outbox,
    organization: OrganizationId,
    email: &str,
) -> Result<()> {
    let scope = db.scope_of(organization, Actor::system());
    db.write(scope, async |tx| {
        let organization = tx.own_organization().await?;
        if !organization.allow_signup || !organization.portal_enabled {
            return Ok(());
        }
        let standing = standing::of(tx, email).await?;
        let (day, hour) = (tx.now().plus_seconds(-86_400), tx.now().plus_seconds(-3600));
        let unknown = matches!(standing, Standing::Unknown);
        if store::mails_since(tx, day, Some(email)).await? >= ADDRESS_A_DAY
            || unknown && store::mails_since(tx, hour, None).await? >= STRANGERS_AN_HOUR
        {
            tracing::warn!("too many ask to sign up: no mail is sent");
            return Ok(());
        }
        let first = match &standing {
            Standing::Joins(people) => people.first(),
            Standing::Unknown | Standing::Settled => None,
        };
        let language = match first {
            Some(person) => customers::get(tx, person.customer_id).await?.language,
            None => None,
        };
        let link = |path: &str| {
            let portal = &organization.portal_name;
            outbox.config().link(&format!("/{portal}/{path}"))
        };
        let message: Message = if matches!(standing, Standing::Settled) {
            let sign_in_url = link("login");
            PortalSignUpKnown { sign_in_url }.into()
        } else {
            let (kind, seconds) = (TokenKind::PortalSignUp, i64::from(SIGN_UP_HOURS) * 3600);
            let token = one_time::for_address(tx, kind, email.to_owned(), seconds).await?;
            PortalSignUp {
                confirm_url: link(&format!("sign-up/{}", token.token)),
                hours: SIGN_UP_HOURS,
            }
            .into()
        };
        let outgoing = Outgoing {
            message,
            to: email.to_owned(),
            language: language.map_or(organization.language.0, |language| language.0),
            attachments: Vec::new(),
            related: None,
        };
        outbox.queue(tx, outgoing).await?;
        Ok(())
    })
    .await
}
