//! Moving a portal to another name (A3).

use portico_domain::{access::TokenKind, portal_name};

use super::store;
use crate::{
    auth::{one_time, sessions},
    customers,
    db::{OrgScope, Tx},
    error::{Error, Result},
};

/// Claims the name, ends every portal session and open invitation, and notes that everybody with access has
/// to be invited again. The name itself is the caller's to keep.
///
/// # Errors
/// `validation_failed` for what cannot be a portal's name, `portal_name_taken`.
pub async fn rename_portal(tx: &Tx<OrgScope>, name: &str) -> Result<()> {
    portal_name::validate(name)
        .map_err(|error| Error::field("/portal_name", "invalid", error.to_string()))?;
    store::claim(tx, name).await?;
    // Lock order: customers, then the rest (semantics §4).
    customers::ask_for_new_invitations(tx).await?;
    sessions::close_portal(tx).await?;
    one_time::void_all(tx, TokenKind::PortalInvitation).await?;
    one_time::void_all(tx, TokenKind::PortalSignUp).await
}
