//! Idempotency keys. What is kept is which resource a request made, never its answer: a replay is
//! answered with the present state of that resource.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use entity::{Instant, idempotency};
use futures::future::{Ready, ready};
use sea_orm::{ColumnTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::{
    db::{OrgScope, Tx, system::Global},
    error::{Code, Error, Result},
};

/// An `Idempotency-Key` that may be given.
pub struct Idempotency(Option<String>);

/// An `Idempotency-Key` that must be given, where money moves.
pub struct RequiredIdempotency(pub Idempotency);

impl Idempotency {
    /// Runs `work` unless a request with this key has done so already; tells the id of what was made.
    /// The key is written in the same transaction, so that two requests at once cannot both do the work.
    ///
    /// # Errors
    /// `idempotency_key_reused` if the key came with another request; those of `work`.
    pub async fn once<I: From<Uuid> + Into<Uuid>>(
        &self,
        tx: &Tx<OrgScope>,
        operation: &str,
        digest: &str,
        work: impl AsyncFnOnce() -> Result<I>,
    ) -> Result<I> {
        let Some(key) = &self.0 else {
            return work().await;
        };
        if let Some(earlier) = self.earlier(tx, operation, digest).await? {
            return Ok(earlier);
        }
        let id: Uuid = work().await?.into();
        tx.global()
            .insert(idempotency::ActiveModel {
                principal: Set(principal(tx)),
                key: Set(key.clone()),
                operation: Set(operation.to_owned()),
                digest: Set(digest.to_owned()),
                resource_id: Set(id),
                created_at: Set(tx.now()),
            })
            .await?;
        Ok(id.into())
    }

    /// What an earlier request with this key made, if there was one.
    ///
    /// # Errors
    /// `idempotency_key_reused` if the key came with another request.
    pub async fn earlier<I: From<Uuid>>(
        &self,
        tx: &Tx<OrgScope>,
        operation: &str,
        digest: &str,
    ) -> Result<Option<I>> {
        let Some(key) = &self.0 else {
            return Ok(None);
        };
        let global = tx.global();
        // The same request at the same moment waits for the first; SQLite has one writer anyway.
        if global.is_postgres() {
            let lock = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
            let name = format!("idempotency:{}:{key}", principal(tx));
            global.execute(lock, [name.into()]).await?;
        }
        let earlier = global
            .find::<idempotency::Entity>()
            .with(|query| {
                query
                    .filter(idempotency::Column::Principal.eq(principal(tx)))
                    .filter(idempotency::Column::Key.eq(key))
            })
            .one()
            .await?;
        match earlier {
            None => Ok(None),
            Some(earlier) if earlier.operation == operation && earlier.digest == digest => {
                Ok(Some(earlier.resource_id.into()))
            }
            Some(_) => Err(Code::IdempotencyKeyReused.into()),
        }
    }
}

/// Whose key it is: another person's same key is another key.
fn principal(tx: &Tx<OrgScope>) -> String {
    let actor = tx
        .scope()
        .actor()
        .id
        .map(|id| id.simple().to_string())
        .unwrap_or_default();
    format!("{}:{actor}", tx.organization())
}

/// Keys are forgotten after a week.
///
/// # Errors
/// Those of the database.
pub async fn tidy(global: &Global<'_>, now: Instant) -> Result<u64> {
    let old = idempotency::Column::CreatedAt.lt(now.plus_seconds(-7 * 86_400));
    Ok(global.delete_where::<idempotency::Entity>(old).await?)
}

fn read(request: &HttpRequest) -> Result<Option<String>> {
    let Some(value) = request.headers().get("idempotency-key") else {
        return Ok(None);
    };
    match value.to_str() {
        Ok(key) if (1..=255).contains(&key.len()) && !key.contains('\t') => {
            Ok(Some(key.to_owned()))
        }
        _ => Err(Error::new(Code::InvalidRequest)
            .with_detail("an Idempotency-Key has 1 to 255 plain characters")),
    }
}

impl FromRequest for Idempotency {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request).map(Self))
    }
}

impl FromRequest for RequiredIdempotency {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match read(request) {
            Ok(Some(key)) => Ok(Self(Idempotency(Some(key)))),
            Ok(None) => Err(Code::IdempotencyKeyRequired.into()),
            Err(error) => Err(error),
        })
    }
}
