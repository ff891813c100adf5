//! The table of organizations.

use entity::organization;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::{
    db::{OrgScope, Scope, Tx},
    error::{Error, Result},
};

/// The organization of a transaction.
///
/// # Errors
/// Those of the database.
pub async fn own<S: Scope>(tx: &Tx<S>) -> Result<organization::Model> {
    let id = tx.organization();
    tx.global()
        .find::<organization::Entity>()
        .with(|query| query.filter(organization::Column::Id.eq(id)))
        .one()
        .await?
        .ok_or_else(Error::not_found)
}

/// The same, and nobody else changes it until the transaction ends. Changes that concern the organization as
/// a whole, such as which tax is the default, queue here.
///
/// # Errors
/// Those of the database.
pub async fn lock(tx: &Tx<OrgScope>) -> Result<organization::Model> {
    let id = tx.organization();
    tx.global()
        .find::<organization::Entity>()
        .with(|query| {
            query
                .filter(organization::Column::Id.eq(id))
                .lock_exclusive()
        })
        .one()
        .await?
        .ok_or_else(Error::not_found)
}
