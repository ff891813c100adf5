//! `portico rotate-key`: a new key for what is encrypted in the database.
//!
//! The new key is written beside the old one, every ciphertext is sealed with it in one transaction, and then it takes
//! the old one's place. Killed at any point, the two files together open everything, and the command goes on where it
//! was. A server that runs meanwhile knows the old key only: stop it first.

use std::path::Path;

use anyhow::{Context, Result};
use entity::{MailId, OrganizationId, Text};
use portico_domain::gateway::GatewayKind;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{DATA, DERIVATION, Keys, NEXT, read_or_make};
use crate::{auth::authenticator, db::Db, failpoint, gateway, mail::outbox, random};

#[derive(FromQueryResult)]
struct SealedMail {
    id: MailId,
    sealed: String,
}

#[derive(FromQueryResult)]
struct SealedAuthenticator {
    id: Uuid,
    sealed: String,
}

#[derive(FromQueryResult)]
struct SealedAccount {
    organization_id: OrganizationId,
    kind: Text<GatewayKind>,
    sealed: String,
}

/// Replaces the key in `folder`; tells how many ciphertexts were sealed anew.
///
/// # Errors
/// If a key is missing, or a ciphertext opens with neither key; then nothing has changed.
pub async fn rotate(folder: &Path, db: &Db) -> Result<usize> {
    read_or_make(&folder.join(NEXT), true, || {
        Ok(random::bytes::<32>().to_vec())
    })?;
    let keys = Keys::open(folder, false)?;
    let count = db
        .system_write("seal everything with the next key", async |global| -> Result<usize> {
            let mut count = 0;
            let mails: Vec<SealedMail> = global
                .query(
                    "select id, sealed_body as sealed from mail where sealed_body is not null",
                    [],
                )
                .await?;
            for SealedMail { id, sealed } in mails {
                let sealed = keys.reseal(&outbox::context(id), &sealed)?;
                let sql = "update mail set sealed_body = $1 where id = $2";
                global.execute(sql, [sealed.into(), id.0.into()]).await?;
                count += 1;
            }
            let authenticators: Vec<SealedAuthenticator> = global
                .query(
                    "select subject_id as id, sealed_secret as sealed from authenticator",
                    [],
                )
                .await?;
            for SealedAuthenticator { id, sealed } in authenticators {
                let sealed = keys.reseal(&authenticator::context(id), &sealed)?;
                let sql = "update authenticator set sealed_secret = $1 where subject_id = $2";
                global.execute(sql, [sealed.into(), id.into()]).await?;
                count += 1;
            }
            let accounts: Vec<SealedAccount> = global
                .query(
                    "select organization_id, kind, credentials as sealed from gateway_account \
                     where credentials is not null",
                    [],
                )
                .await?;
            for account in accounts {
                let SealedAccount { organization_id, kind, sealed } = account;
                let sealed = keys.reseal(&gateway::context(organization_id, kind.0), &sealed)?;
                let sql = "update gateway_account set credentials = $1 where organization_id = $2 and kind = $3";
                global
                    .execute(sql, [sealed.into(), organization_id.0.into(), kind.0.to_string().into()])
                    .await?;
                count += 1;
            }
            Ok(count)
        })
        .await?;
    failpoint::reach("resealed");
    // What is derived stays as it is: links and fingerprints that are out in the world depend on it.
    read_or_make(&folder.join(DERIVATION), true, || {
        Ok(keys.derivation.to_vec())
    })?;
    std::fs::rename(folder.join(NEXT), folder.join(DATA))
        .context("cannot put the new key in place")?;
    std::fs::File::open(folder)?.sync_all()?;
    Ok(count)
}
