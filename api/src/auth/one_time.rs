//! Tokens of links that are good once and for a while: only their hashes are kept.

use entity::{Instant, OrganizationId, Text, one_time_token};
use portico_domain::access::TokenKind;
use sea_orm::{
    ColumnTrait, QueryFilter, Set,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use crate::{
    db::{OrgScope, Tx, system::Global},
    error::{Code, Error, Result},
    random,
};

/// A token just made; it goes into the mail and nowhere else.
pub struct NewToken {
    pub token: String,
    pub expires_at: Instant,
}

/// A token that was found and is good.
pub struct Found {
    pub organization_id: OrganizationId,
    /// Whom it is for, as its kind says.
    pub subject_id: Uuid,
    /// The address that the token verifies, of a kind that is for nobody yet.
    pub email: Option<String>,
    pub expires_at: Instant,
}

/// Makes a token for somebody, good for so many seconds, and voids those of its kind that were made before.
///
/// # Errors
/// Those of the database.
pub async fn renew(
    tx: &Tx<OrgScope>,
    kind: TokenKind,
    subject: Uuid,
    seconds: i64,
) -> Result<NewToken> {
    void(tx, kind, subject).await?;
    make(tx, kind, subject, seconds, (None, None)).await
}

/// Makes a token for an address, as [`super::normalise_email`] writes it, that may be nobody's. Earlier ones stay good:
/// else whoever types the address could void the link that its owner holds.
///
/// # Errors
/// Those of the database.
pub async fn for_address(
    tx: &Tx<OrgScope>,
    kind: TokenKind,
    email: String,
    seconds: i64,
) -> Result<NewToken> {
    make(tx, kind, Uuid::nil(), seconds, (Some(email), None)).await
}

/// A password that stands in for the token of a link, and the address that it goes with.
pub struct OwnPassword {
    /// As [`super::normalise_email`] writes it.
    pub email: String,
    pub password_hash: String,
}

/// The same, but for a password: nobody gets to know the token.
///
/// # Errors
/// Those of the database.
pub async fn renew_by_password(
    tx: &Tx<OrgScope>,
    kind: TokenKind,
    subject: Uuid,
    seconds: i64,
    password: OwnPassword,
) -> Result<()> {
    let OwnPassword {
        email,
        password_hash,
    } = password;
    void(tx, kind, subject).await?;
    let known = (Some(email), Some(password_hash));
    make(tx, kind, subject, seconds, known).await?;
    Ok(())
}

async fn make(
    tx: &Tx<OrgScope>,
    kind: TokenKind,
    subject: Uuid,
    seconds: i64,
    (email, password_hash): (Option<String>, Option<String>),
) -> Result<NewToken> {
    let token = random::token();
    let expires_at = tx.now().plus_seconds(seconds);
    let row = one_time_token::ActiveModel {
        hash: Set(random::token_hash(&token)),
        kind: Set(Text(kind)),
        organization_id: Set(tx.organization()),
        subject_id: Set(subject),
        email: Set(email),
        password_hash: Set(password_hash),
        created_at: Set(tx.now()),
        expires_at: Set(expires_at),
        used_at: Set(None),
        voided_at: Set(None),
    };
    tx.global().insert(row).await?;
    Ok(NewToken { token, expires_at })
}

/// Voids somebody's unused tokens of a kind.
///
/// # Errors
/// Those of the database.
pub async fn void(tx: &Tx<OrgScope>, kind: TokenKind, subject: Uuid) -> Result<()> {
    void_where(tx, kind, one_time_token::Column::SubjectId.eq(subject)).await
}

/// Voids an address's unused tokens of a kind.
///
/// # Errors
/// Those of the database.
pub async fn void_for_address(tx: &Tx<OrgScope>, kind: TokenKind, email: &str) -> Result<()> {
    void_where(tx, kind, one_time_token::Column::Email.eq(email)).await
}

/// Voids every unused token of a kind in the transaction's organization.
///
/// # Errors
/// Those of the database.
pub async fn void_all(tx: &Tx<OrgScope>, kind: TokenKind) -> Result<()> {
    void_where(tx, kind, Expr::value(true)).await
}

async fn void_where(tx: &Tx<OrgScope>, kind: TokenKind, condition: Expr) -> Result<()> {
    let now = tx.now();
    tx.global()
        .update_where::<one_time_token::Entity>(|update| {
            update
                .col_expr(one_time_token::Column::VoidedAt, Expr::value(now.0))
                .col_expr(one_time_token::Column::PasswordHash, no_password())
                .filter(one_time_token::Column::OrganizationId.eq(tx.organization()))
                .filter(one_time_token::Column::Kind.eq(kind.as_str()))
                .filter(condition)
                .filter(unused())
        })
        .await?;
    Ok(())
}

/// Whom a token is for. Looking uses nothing up: mail scanners open links, too.
///
/// # Errors
/// `not_found`; that it was used, replaced or withdrawn; that it has expired.
pub async fn find(
    global: &Global<'_>,
    kind: TokenKind,
    token: &str,
    now: Instant,
) -> Result<Found> {
    let hash = random::token_hash(token);
    let row = global
        .find::<one_time_token::Entity>()
        .with(|query| {
            query
                .filter(one_time_token::Column::Hash.eq(hash))
                .filter(one_time_token::Column::Kind.eq(kind.as_str()))
        })
        .one()
        .await?
        .ok_or_else(Error::not_found)?;
    if row.used_at.is_some() || row.voided_at.is_some() {
        return Err(used(kind).into());
    }
    if row.expires_at <= now {
        return Err(expired(kind).into());
    }
    Ok(Found {
        organization_id: row.organization_id,
        subject_id: row.subject_id,
        email: row.email,
        expires_at: row.expires_at,
    })
}

/// Uses a token up; of several at once one succeeds.
///
/// # Errors
/// That it was used, or is no longer good.
pub async fn consume(tx: &Tx<OrgScope>, kind: TokenKind, token: &str) -> Result<()> {
    consume_hash(tx, kind, &random::token_hash(token)).await
}

/// The same by what is kept of the token.
///
/// # Errors
/// That it was used, or is no longer good.
pub async fn consume_hash(tx: &Tx<OrgScope>, kind: TokenKind, hash: &str) -> Result<()> {
    let now = tx.now();
    let consumed = tx
        .global()
        .update_where::<one_time_token::Entity>(|update| {
            update
                .col_expr(one_time_token::Column::UsedAt, Expr::value(now.0))
                .col_expr(one_time_token::Column::PasswordHash, no_password())
                .filter(one_time_token::Column::Hash.eq(hash))
                .filter(one_time_token::Column::Kind.eq(kind.as_str()))
                .filter(one_time_token::Column::ExpiresAt.gt(now.0))
                .filter(unused())
        })
        .await?;
    if consumed == 1 {
        Ok(())
    } else {
        Err(used(kind).into())
    }
}

fn no_password() -> Expr {
    Expr::value(None::<String>)
}

fn unused() -> Expr {
    one_time_token::Column::UsedAt
        .is_null()
        .and(one_time_token::Column::VoidedAt.is_null())
}

const fn used(kind: TokenKind) -> Code {
    match kind {
        TokenKind::MemberInvitation | TokenKind::PortalInvitation => Code::InvitationUsed,
        TokenKind::PasswordReset
        | TokenKind::PortalPasswordReset
        | TokenKind::PortalEmailChange
        | TokenKind::PortalSignUp => Code::LinkUsed,
    }
}

const fn expired(kind: TokenKind) -> Code {
    match kind {
        TokenKind::MemberInvitation | TokenKind::PortalInvitation => Code::InvitationExpired,
        TokenKind::PasswordReset
        | TokenKind::PortalPasswordReset
        | TokenKind::PortalEmailChange
        | TokenKind::PortalSignUp => Code::LinkExpired,
    }
}
