//! Sessions and their refresh tokens, for staff and for people of the portal alike.
//!
//! A refresh token is good once. Its use gives the next one; its second use means that somebody else
//! has it, and ends the whole session (semantics §5).

use entity::{
    ContactPersonId, CustomerId, Instant, OrganizationId, PortalIdentityId, SessionId, StaffUserId,
    Text, refresh_token, session,
};
use portico_domain::access::Audience;
use sea_orm::{
    ColumnTrait, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _},
};

use crate::{
    db::{Db, OrgScope, Tx},
    error::{Code, Result},
    http::ClientInfo,
    random,
};

/// A session ends when it was not used for so long, in seconds: 30 days.
const IDLE_SECONDS: i64 = 30 * 86_400;

/// Two tabs that share a cookie may renew at the same moment. A token that was used so recently, in
/// milliseconds, gives nothing and ends nothing: the caller tries again with the new cookie.
const RACE_MILLIS: i64 = 10_000;

/// Whose session it is.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    Staff(StaffUserId),
    Portal {
        identity: PortalIdentityId,
        person: ContactPersonId,
        customer: CustomerId,
    },
}

/// A session that was just opened or renewed.
#[derive(Debug)]
pub struct Opened {
    pub session_id: SessionId,
    pub organization_id: OrganizationId,
    /// For the cookie; kept nowhere.
    pub refresh_token: String,
}

/// Opens a session in the transaction's organization.
///
/// # Errors
/// Those of the database.
pub async fn open(tx: &Tx<OrgScope>, who: Who, client: &ClientInfo) -> Result<Opened> {
    let session_id = SessionId(tx.new_uuid());
    let now = tx.now();
    let (audience, user, portal) = match who {
        Who::Staff(user) => (Audience::Staff, Some(user), None),
        Who::Portal {
            identity,
            person,
            customer,
        } => (Audience::Portal, None, Some((identity, person, customer))),
    };
    tx.global()
        .insert(session::ActiveModel {
            id: Set(session_id),
            audience: Set(Text(audience)),
            organization_id: Set(tx.organization()),
            user_id: Set(user),
            identity_id: Set(portal.map(|(identity, ..)| identity)),
            person_id: Set(portal.map(|(_, person, _)| person)),
            customer_id: Set(portal.map(|(.., customer)| customer)),
            user_agent: Set(client.user_agent.clone()),
            address: Set(client.address.clone()),
            created_at: Set(now),
            last_used_at: Set(now),
            expires_at: Set(now.plus_seconds(IDLE_SECONDS)),
            revoked_at: Set(None),
        })
        .await?;
    let refresh_token = random::token();
    tx.global()
        .insert(token_row(&refresh_token, session_id, now))
        .await?;
    Ok(Opened {
        session_id,
        organization_id: tx.organization(),
        refresh_token,
    })
}

/// What became of a refresh token.
enum Renewal {
    Renewed(Opened),
    Refused(Code),
}

/// Exchanges a refresh token for the next one.
///
/// # Errors
/// `not_authenticated` for a token that is unknown, over, or used before; `refresh_in_progress` for one
/// that was used a moment ago.
pub async fn renew(db: &Db, audience: Audience, refresh_token: &str) -> Result<Opened> {
    let now = db.clock().now();
    let hash = random::token_hash(refresh_token);
    // A refusal can end the session, so it is committed and told afterwards.
    let renewal = db
        .system_write("renew a session", async |global| -> Result<Renewal> {
            let found = global
                .find::<refresh_token::Entity>()
                .with(|query| query.filter(refresh_token::Column::Hash.eq(&hash)))
                .one()
                .await?;
            let Some(found) = found else { return Ok(Renewal::Refused(Code::NotAuthenticated)) };
            let session = global
                .find::<session::Entity>()
                .with(|query| query.filter(session::Column::Id.eq(found.session_id)))
                .one()
                .await?;
            let alive = session.filter(|session| {
                session.audience.0 == audience && session.revoked_at.is_none() && session.expires_at > now
            });
            let Some(session) = alive else { return Ok(Renewal::Refused(Code::NotAuthenticated)) };
            let first = global
                .update_where::<refresh_token::Entity>(|update| {
                    update
                        .col_expr(refresh_token::Column::UsedAt, Expr::value(now.0))
                        .filter(refresh_token::Column::Hash.eq(&hash))
                        .filter(refresh_token::Column::UsedAt.is_null())
                })
                .await?;
            if first == 0 {
                if found.used_at.is_none_or(|used| now.0 - used.0 < RACE_MILLIS) {
                    return Ok(Renewal::Refused(Code::RefreshInProgress));
                }
                tracing::warn!(session = %session.id, "a refresh token was used twice: the session ends");
                revoke_where(global, session::Column::Id.eq(session.id), now).await?;
                return Ok(Renewal::Refused(Code::NotAuthenticated));
            }
            let next = random::token();
            global.insert(token_row(&next, session.id, now)).await?;
            global
                .update_where::<session::Entity>(|update| {
                    update
                        .col_expr(session::Column::LastUsedAt, Expr::value(now.0))
                        .col_expr(session::Column::ExpiresAt, Expr::value(now.plus_seconds(IDLE_SECONDS).0))
                        .filter(session::Column::Id.eq(session.id))
                })
                .await?;
            Ok(Renewal::Renewed(Opened {
                session_id: session.id,
                organization_id: session.organization_id,
                refresh_token: next,
            }))
        })
        .await?;
    match renewal {
        Renewal::Renewed(opened) => Ok(opened),
        Renewal::Refused(code) => Err(code.into()),
    }
}

/// Ends the session that a refresh token belongs to; an unknown token is no error.
///
/// # Errors
/// Those of the database.
pub async fn close(db: &Db, refresh_token: &str) -> Result<()> {
    let now = db.clock().now();
    let hash = random::token_hash(refresh_token);
    db.system_write("close a session", async |global| {
        let found = global
            .find::<refresh_token::Entity>()
            .with(|query| query.filter(refresh_token::Column::Hash.eq(&hash)))
            .one()
            .await?;
        if let Some(found) = found {
            revoke_where(global, session::Column::Id.eq(found.session_id), now).await?;
        }
        Ok(())
    })
    .await
}

/// Which sessions are a person's.
pub fn of(who: Who) -> Expr {
    match who {
        Who::Staff(user) => session::Column::UserId.eq(user),
        Who::Portal { identity, .. } => session::Column::IdentityId.eq(identity),
    }
}

/// Ends every session of a person.
///
/// # Errors
/// Those of the database.
pub async fn close_all(tx: &Tx<OrgScope>, who: Who) -> Result<()> {
    revoke_where(&tx.global(), of(who), tx.now()).await
}

/// Ends every session of a person but one.
///
/// # Errors
/// Those of the database.
pub async fn close_others(tx: &Tx<OrgScope>, who: Who, keep: SessionId) -> Result<()> {
    revoke_where(
        &tx.global(),
        of(who).and(session::Column::Id.ne(keep)),
        tx.now(),
    )
    .await
}

/// Ends every session of a user in the transaction's organization.
///
/// # Errors
/// Those of the database.
pub async fn close_here(tx: &Tx<OrgScope>, user: StaffUserId) -> Result<()> {
    let here = session::Column::OrganizationId.eq(tx.organization());
    let theirs = session::Column::UserId.eq(user).and(here);
    revoke_where(&tx.global(), theirs, tx.now()).await
}

/// Ends every session at the organization's portal.
///
/// # Errors
/// Those of the database.
pub async fn close_portal(tx: &Tx<OrgScope>) -> Result<()> {
    let here = session::Column::OrganizationId.eq(tx.organization());
    let portal = session::Column::Audience.eq(Audience::Portal.as_str());
    revoke_where(&tx.global(), here.and(portal), tx.now()).await
}

async fn revoke_where(
    global: &crate::db::system::Global<'_>,
    condition: sea_orm::sea_query::Expr,
    now: Instant,
) -> Result<()> {
    global
        .update_where::<session::Entity>(|update| {
            update
                .col_expr(session::Column::RevokedAt, Expr::value(now.0))
                .filter(condition)
                .filter(session::Column::RevokedAt.is_null())
        })
        .await?;
    Ok(())
}

fn token_row(token: &str, session_id: SessionId, now: Instant) -> refresh_token::ActiveModel {
    refresh_token::ActiveModel {
        hash: Set(random::token_hash(token)),
        session_id: Set(session_id),
        created_at: Set(now),
        used_at: Set(None),
    }
}
