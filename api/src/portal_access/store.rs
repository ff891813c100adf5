//! The tokens of invitations: only their hashes are kept, each is good once and for 14 days.

use entity::{ContactPersonId, Instant, OrganizationId, Text, one_time_token};
use portico_domain::{access::TokenKind, portal_access::invitation_expires_at};
use sea_orm::{
    ColumnTrait, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _},
};

use crate::{
    db::{Db, OrgScope, Tx},
    error::{Code, Error, Result},
    random,
};

/// A token just made; it goes into the mail and nowhere else.
pub struct NewToken {
    pub token: String,
    pub expires_at: Instant,
}

/// Makes a token for a person, and voids those that were made before.
pub async fn renew(tx: &Tx<OrgScope>, person: ContactPersonId) -> Result<NewToken> {
    void(tx, person).await?;
    let token = random::token();
    let expires_at = Instant::from(invitation_expires_at(tx.now().to_utc()));
    let row = one_time_token::ActiveModel {
        hash: Set(random::token_hash(&token)),
        kind: Set(Text(TokenKind::PortalInvitation)),
        organization_id: Set(tx.organization()),
        subject_id: Set(person.0),
        created_at: Set(tx.now()),
        expires_at: Set(expires_at),
        used_at: Set(None),
        voided_at: Set(None),
    };
    tx.global().insert(row).await?;
    Ok(NewToken { token, expires_at })
}

/// Voids the tokens of a person that were not used.
pub async fn void(tx: &Tx<OrgScope>, person: ContactPersonId) -> Result<()> {
    let now = tx.now();
    tx.global()
        .update_where::<one_time_token::Entity>(|update| {
            update
                .col_expr(one_time_token::Column::VoidedAt, Expr::value(now.0))
                .filter(one_time_token::Column::OrganizationId.eq(tx.organization()))
                .filter(one_time_token::Column::SubjectId.eq(person.0))
                .filter(unused())
        })
        .await?;
    Ok(())
}

/// Whom a token invites, and until when. Looking uses nothing up.
pub async fn find(
    db: &Db,
    organization: OrganizationId,
    token: &str,
) -> Result<(ContactPersonId, Instant)> {
    let hash = random::token_hash(token);
    let row = db
        .system_read(
            "find an invitation to a portal",
            async |global| -> Result<_> {
                let found = global.find::<one_time_token::Entity>().with(|query| {
                    query
                        .filter(one_time_token::Column::Hash.eq(hash))
                        .filter(
                            one_time_token::Column::Kind.eq(TokenKind::PortalInvitation.as_str()),
                        )
                        .filter(one_time_token::Column::OrganizationId.eq(organization))
                });
                Ok(found.one().await?)
            },
        )
        .await?
        .ok_or_else(Error::not_found)?;
    if row.used_at.is_some() || row.voided_at.is_some() {
        return Err(Code::InvitationUsed.into());
    }
    if row.expires_at <= db.clock().now() {
        return Err(Code::InvitationExpired.into());
    }
    Ok((ContactPersonId(row.subject_id), row.expires_at))
}

/// Uses a token up; of several at once one succeeds.
pub async fn consume(tx: &Tx<OrgScope>, token: &str) -> Result<()> {
    let (now, hash) = (tx.now(), random::token_hash(token));
    let used = tx
        .global()
        .update_where::<one_time_token::Entity>(|update| {
            update
                .col_expr(one_time_token::Column::UsedAt, Expr::value(now.0))
                .filter(one_time_token::Column::Hash.eq(hash))
                .filter(one_time_token::Column::ExpiresAt.gt(now.0))
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
