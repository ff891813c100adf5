//! The tokens of invitations: only their hashes are kept, each is good once and for a while.

use entity::{Instant, MembershipId, OrganizationId, Text, one_time_token};
use portico_domain::access::TokenKind;
use sea_orm::{
    ColumnTrait, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _},
};

use crate::{
    db::{OrgScope, Tx, system::Global},
    error::{Code, Error, Result},
    random,
};

/// How long an invitation is good, in seconds: 14 days.
const SECONDS: i64 = 14 * 86_400;

/// A token just made; it goes into the mail and nowhere else.
pub struct NewToken {
    pub token: String,
    pub expires_at: Instant,
}

/// A token that was found and is good.
pub struct Invitation {
    pub organization_id: OrganizationId,
    pub member: MembershipId,
}

/// Makes a token for a member, and voids those that were made before.
pub async fn renew(tx: &Tx<OrgScope>, member: MembershipId) -> Result<NewToken> {
    void(tx, member).await?;
    let token = random::token();
    let expires_at = tx.now().plus_seconds(SECONDS);
    tx.global()
        .insert(one_time_token::ActiveModel {
            hash: Set(random::token_hash(&token)),
            kind: Set(Text(TokenKind::MemberInvitation)),
            organization_id: Set(tx.organization()),
            subject_id: Set(member.0),
            created_at: Set(tx.now()),
            expires_at: Set(expires_at),
            used_at: Set(None),
            voided_at: Set(None),
        })
        .await?;
    Ok(NewToken { token, expires_at })
}

/// Voids the tokens of a member that were not used.
pub async fn void(tx: &Tx<OrgScope>, member: MembershipId) -> Result<()> {
    let now = tx.now();
    tx.global()
        .update_where::<one_time_token::Entity>(|update| {
            update
                .col_expr(one_time_token::Column::VoidedAt, Expr::value(now.0))
                .filter(one_time_token::Column::OrganizationId.eq(tx.organization()))
                .filter(one_time_token::Column::SubjectId.eq(member))
                .filter(unused())
        })
        .await?;
    Ok(())
}

/// What a token invites to.
pub async fn find(global: &Global<'_>, token: &str, now: Instant) -> Result<Invitation> {
    let hash = random::token_hash(token);
    let row = global
        .find::<one_time_token::Entity>()
        .with(|query| {
            query
                .filter(one_time_token::Column::Hash.eq(hash))
                .filter(one_time_token::Column::Kind.eq(TokenKind::MemberInvitation.as_str()))
        })
        .one()
        .await?
        .ok_or_else(Error::not_found)?;
    if row.used_at.is_some() || row.voided_at.is_some() {
        return Err(Code::InvitationUsed.into());
    }
    if row.expires_at <= now {
        return Err(Code::InvitationExpired.into());
    }
    Ok(Invitation {
        organization_id: row.organization_id,
        member: MembershipId(row.subject_id),
    })
}

/// Uses a token up; of two at once one fails.
pub async fn consume(tx: &Tx<OrgScope>, token: &str) -> Result<()> {
    let (now, hash) = (tx.now(), random::token_hash(token));
    let used = tx
        .global()
        .update_where::<one_time_token::Entity>(|update| {
            update
                .col_expr(one_time_token::Column::UsedAt, Expr::value(now.0))
                .filter(one_time_token::Column::Hash.eq(hash))
                .filter(unused())
        })
        .await?;
    if used == 1 {
        Ok(())
    } else {
        Err(Code::InvitationUsed.into())
    }
}

fn unused() -> Expr {
    one_time_token::Column::UsedAt
        .is_null()
        .and(one_time_token::Column::VoidedAt.is_null())
}
