//! A password that staff set for an invitation (B5). It is mailed, and kept as a hash only.

use crate::{customers::GrantPortalAccess, error::Result, passwords};

/// One that is good enough, and its hash.
pub struct FirstPassword {
    pub(super) password: String,
    pub(super) hash: String,
}

impl FirstPassword {
    /// Takes what staff have given, if they have. `known` is what an attacker would try first.
    ///
    /// # Errors
    /// `validation_failed` for a weak one.
    pub async fn of(
        wish: Option<GrantPortalAccess>,
        pointer: &str,
        known: &[&str],
    ) -> Result<Option<Self>> {
        let Some(password) = wish.and_then(|wish| wish.password) else {
            return Ok(None);
        };
        passwords::check_strength(pointer, &password, known)?;
        let hash = passwords::hash(password.clone()).await?;
        Ok(Some(Self { password, hash }))
    }
}
