//! Where somebody is signed in, and ending it from afar.

use actix_web::web::Json;
use entity::{Instant, SessionId, session};
use sea_orm::{
    ColumnTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait as _},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::sessions::{self, Who};
use crate::{
    db::Db,
    error::{Error, Result},
};

/// A session.
#[derive(Serialize, ToSchema)]
pub struct OwnSession {
    pub id: SessionId,
    /// What the browser says of itself.
    #[schema(
        required,
        example = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    )]
    pub user_agent: Option<String>,
    /// Where it began.
    #[schema(required, example = "203.0.113.7")]
    pub address: Option<String>,
    pub created_at: Instant,
    pub last_used_at: Instant,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// Every session of one's own, the last used first.
#[derive(Serialize, ToSchema)]
pub struct OwnSessionList {
    pub data: Vec<OwnSession>,
}

/// The sessions that go on.
///
/// # Errors
/// Those of the database.
pub async fn list(db: &Db, who: Who, current: SessionId) -> Result<Json<OwnSessionList>> {
    let now = db.clock().now();
    let rows = db
        .system_read("list a person's sessions", async |global| -> Result<_> {
            let open = global.find::<session::Entity>().with(|query| {
                query
                    .filter(sessions::of(who))
                    .filter(session::Column::RevokedAt.is_null())
                    .filter(session::Column::ExpiresAt.gt(now.0))
                    .order_by_desc(session::Column::LastUsedAt)
                    .order_by_desc(session::Column::Id)
            });
            Ok(open.all().await?)
        })
        .await?;
    let data = rows
        .into_iter()
        .map(|row| OwnSession {
            current: row.id == current,
            id: row.id,
            user_agent: row.user_agent,
            address: row.address,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
        })
        .collect();
    Ok(Json(OwnSessionList { data }))
}

/// Ends one of them.
///
/// # Errors
/// `not_found` for one that is over, or somebody else's.
pub async fn end(db: &Db, who: Who, id: SessionId) -> Result<()> {
    let now = db.clock().now();
    let ended = db
        .system_write("end a session from afar", async |global| -> Result<_> {
            let ended = global.update_where::<session::Entity>(|update| {
                update
                    .col_expr(session::Column::RevokedAt, Expr::value(now.0))
                    .filter(sessions::of(who).and(session::Column::Id.eq(id)))
                    .filter(session::Column::RevokedAt.is_null())
            });
            Ok(ended.await?)
        })
        .await?;
    if ended == 0 {
        return Err(Error::not_found());
    }
    Ok(())
}
