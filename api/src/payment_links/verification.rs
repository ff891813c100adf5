//! The code by mail that comes before a link, where the organization wants one (A6): whoever was merely passed the
//! link learns nothing. Six digits, good for ten minutes and five tries.

use entity::{Instant, PaymentLinkId};
use portico_domain::payment_link::masked;

use super::{
    holder::Holder,
    mails,
    public_dto::{LinkCodeSent, LinkProof},
    store,
};
use crate::{
    customers,
    db::{OrgScope, Tx},
    error::{Code, Error, Result},
    keys::Keys,
    mail::Outbox,
    random,
};

/// How long a code works, in minutes.
const MINUTES: u32 = 10;

/// How often a code may be entered.
const TRIES: i32 = 5;

/// Between one code and the next, in seconds.
const PAUSE: i64 = 60;

/// How many codes a link gets in a day: with five tries each, guessing is hopeless.
const CODES_A_DAY: usize = 10;

/// How long a proof is good, in seconds.
const PROOF_SECONDS: i64 = 3600;

/// Mails a new code; earlier ones work no longer.
///
/// # Errors
/// `too_many_attempts` within a minute of the last one, or after ten in a day; `not_allowed_in_state` if there is
/// nobody to write to.
pub async fn send(holder: &Holder, keys: &Keys, outbox: &Outbox) -> Result<LinkCodeSent> {
    let work = async |tx: &Tx<OrgScope>| send_in(tx, holder.link, keys, outbox).await;
    holder.db.write(holder.scope.clone(), work).await
}

async fn send_in(
    tx: &Tx<OrgScope>,
    id: PaymentLinkId,
    keys: &Keys,
    outbox: &Outbox,
) -> Result<LinkCodeSent> {
    let link = store::get(tx, id).await?;
    // Two requests at once queue here, so that one mail goes out.
    customers::lock(tx, link.customer_id).await?;
    let now = tx.now();
    let sent = store::codes_since(tx, id, now.plus_seconds(-86_400)).await?;
    let next = match sent.as_slice() {
        many if many.len() >= CODES_A_DAY => many
            .last()
            .map(|first| first.created_at.plus_seconds(86_400)),
        [last, ..] => Some(last.created_at.plus_seconds(PAUSE)),
        [] => None,
    };
    if let Some(next) = next.filter(|next| *next > now) {
        let seconds = u64::try_from((next.0 - now.0) / 1000 + 1).unwrap_or(1);
        return Err(Error::new(Code::TooManyAttempts).retry_after(seconds));
    }
    let code = six_digits();
    store::insert_code(tx, id, hash(keys, id, &code)).await?;
    let sent_to = mails::code(tx, outbox, &link, code, MINUTES).await?;
    let sent_to = sent_to.ok_or_else(|| {
        Error::new(Code::NotAllowedInState)
            .with_detail("the customer has no contact person with an e-mail address")
    })?;
    Ok(LinkCodeSent {
        sent_to: masked(&sent_to),
        minutes: MINUTES,
    })
}

/// Gives a proof for the right code.
///
/// # Errors
/// `validation_failed` for a wrong code; `link_expired` if there is no code that still works.
pub async fn verify(holder: &Holder, keys: &Keys, code: &str) -> Result<LinkProof> {
    // A wrong code must be counted, so the transaction ends well in either case.
    let work = async |tx: &Tx<OrgScope>| enter(tx, holder.link, keys, code).await;
    match holder.db.write(holder.scope.clone(), work).await? {
        Entered::Right => {}
        Entered::Wrong => {
            return Err(Error::field(
                "/code",
                "wrong",
                "is not the code that was mailed",
            ));
        }
        Entered::Gone => {
            return Err(Error::new(Code::LinkExpired).with_detail("ask for a new code"));
        }
    }
    let expires_at = holder.db.clock().now().plus_seconds(PROOF_SECONDS);
    let proof = keys
        .seal(&context(holder.link), &expires_at.0.to_string())
        .map_err(Error::internal)?;
    Ok(LinkProof { proof, expires_at })
}

enum Entered {
    Right,
    Wrong,
    /// There is no code that still works.
    Gone,
}

async fn enter(
    tx: &Tx<OrgScope>,
    id: PaymentLinkId,
    keys: &Keys,
    entered: &str,
) -> Result<Entered> {
    let since = tx.now().plus_seconds(-i64::from(MINUTES) * 60);
    let Some(newest) = store::codes_since(tx, id, since).await?.into_iter().next() else {
        return Ok(Entered::Gone);
    };
    let Some(code) = store::lock_code(tx, newest.id).await? else {
        return Ok(Entered::Gone);
    };
    if code.used || code.tries >= TRIES {
        return Ok(Entered::Gone);
    }
    let code = store::count_try(tx, code).await?;
    if code.hash != hash(keys, id, entered) {
        return Ok(Entered::Wrong);
    }
    store::mark_used(tx, code).await?;
    Ok(Entered::Right)
}

/// Whether a proof is ours, for this link, and still good.
pub fn holds(keys: &Keys, link: PaymentLinkId, proof: &str, now: Instant) -> bool {
    let opened = keys.open_sealed(&context(link), proof);
    let until = opened.ok().and_then(|text| text.parse::<i64>().ok());
    until.is_some_and(|until| until > now.0)
}

fn context(link: PaymentLinkId) -> String {
    format!("payment_link_proof:{link}")
}

/// What is kept of a code. Six digits alone could be found by trying them all: it takes the installation's key, too.
fn hash(keys: &Keys, link: PaymentLinkId, code: &str) -> String {
    keys.fingerprint("payment link code", format!("{link}:{code}").as_bytes())
}

fn six_digits() -> String {
    let number = u32::from_be_bytes(random::bytes::<4>()) % 1_000_000;
    format!("{number:06}")
}
