//! When a gateway was last asked about a payment, and what it said.

use std::collections::HashMap;

use entity::{Doc, Instant, PaymentId, payment, payment_check};
use portico_domain::{
    money::Money,
    payment::stuck::{PAYER_SECONDS, PROCESSING_SECONDS},
};
use sea_orm::{ColumnTrait, FromQueryResult};

use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// The longest error that is kept, in characters.
const LONGEST: usize = 500;

/// Writes down what the gateway answered.
///
/// # Errors
/// Those of the database.
pub async fn note_answer(tx: &Tx<OrgScope>, id: PaymentId, answer: &str) -> Result<()> {
    let sql = "insert into payment_check (organization_id, payment_id, checked_at, answer) values ($1, $2, $3, $4) \
               on conflict (organization_id, payment_id) do update set checked_at = excluded.checked_at, \
               answer = excluded.answer, unanswered_since = null, error = null";
    tx.execute(sql, [id.into(), tx.now().into(), answer.into()])
        .await?;
    Ok(())
}

/// Writes down that it did not, and why.
///
/// # Errors
/// Those of the database.
pub async fn note_silence(tx: &Tx<OrgScope>, id: PaymentId, error: &str) -> Result<()> {
    let sql = "insert into payment_check (organization_id, payment_id, checked_at, unanswered_since, error) \
               values ($1, $2, $3, $3, $4) \
               on conflict (organization_id, payment_id) do update set checked_at = excluded.checked_at, \
               unanswered_since = coalesce(payment_check.unanswered_since, excluded.unanswered_since), error = excluded.error";
    let error: String = error.chars().take(LONGEST).collect();
    tx.execute(sql, [id.into(), tx.now().into(), error.into()])
        .await?;
    Ok(())
}

/// Writes down what the gateway took instead of what it was asked for, or that this is settled.
///
/// # Errors
/// Those of the database.
pub async fn note_difference(tx: &Tx<OrgScope>, id: PaymentId, taken: Option<Money>) -> Result<()> {
    let sql = "insert into payment_check (organization_id, payment_id, checked_at, difference) values ($1, $2, $3, $4) \
               on conflict (organization_id, payment_id) do update set difference = excluded.difference";
    tx.execute(sql, [id.into(), tx.now().into(), taken.map(Doc).into()])
        .await?;
    Ok(())
}

/// What is kept of a payment, if its gateway was ever asked.
///
/// # Errors
/// Those of the database.
pub async fn check_of(tx: &Tx<OrgScope>, id: PaymentId) -> Result<Option<payment_check::Model>> {
    Ok(tx.get::<payment_check::Entity, _>(id).await?)
}

#[derive(FromQueryResult)]
struct Found {
    id: PaymentId,
}

/// The payments that take longer than they should, the oldest first, with what is kept of each.
///
/// # Errors
/// Those of the database.
pub async fn stuck(
    tx: &Tx<OrgScope>,
    limit: u32,
) -> Result<Vec<(payment::Model, Option<payment_check::Model>)>> {
    let now: Instant = tx.now();
    let found: Vec<Found> = tx
        .query(
            "select p.id from payment p left join payment_check c on c.organization_id = p.organization_id and c.payment_id = p.id \
             where p.organization_id = $1 and p.state in ('requires_action', 'pending') and (c.unanswered_since is not null \
               or (p.state = 'requires_action' and p.created_at < $2) or (p.state = 'pending' and p.created_at < $3)) \
             union select payment_id from payment_check where organization_id = $1 and difference is not null \
             order by 1 limit $4",
            [
                now.plus_seconds(-PAYER_SECONDS).into(),
                now.plus_seconds(-PROCESSING_SECONDS).into(),
                i64::from(limit).into(),
            ],
        )
        .await?;
    let ids: Vec<PaymentId> = found.into_iter().map(|row| row.id).collect();
    let mut payments = tx
        .select::<payment::Entity>()
        .filter(payment::Column::Id.is_in(ids.iter().copied()))
        .all()
        .await?;
    payments.sort_by_key(|payment| payment.id);
    let mut checks: HashMap<PaymentId, _> = tx
        .select::<payment_check::Entity>()
        .filter(payment_check::Column::PaymentId.is_in(ids))
        .all()
        .await?
        .into_iter()
        .map(|check| (check.payment_id, check))
        .collect();
    Ok(payments
        .into_iter()
        .map(|payment| {
            let check = checks.remove(&payment.id);
            (payment, check)
        })
        .collect())
}
