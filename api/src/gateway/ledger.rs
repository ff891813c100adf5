//! The sandbox's books, in a table of their own that nothing else reads.

use async_trait::async_trait;
use entity::{Doc, sandbox_intent};
use portico_gateways::sandbox::{LedgerError, SandboxIntent, SandboxLedger};
use sea_orm::{
    ColumnTrait, QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};

use crate::{db::Db, error::Error};

/// The ledger in the database.
pub struct DbLedger {
    db: Db,
}

impl DbLedger {
    pub const fn new(db: Db) -> Self {
        Self { db }
    }

    async fn find(
        &self,
        column: sandbox_intent::Column,
        value: &str,
    ) -> Result<Option<SandboxIntent>, LedgerError> {
        let row = self
            .db
            .system_read(
                "the sandbox looks an intent up",
                async |global| -> Result<_, Error> {
                    Ok(global
                        .find::<sandbox_intent::Entity>()
                        .with(|query| query.filter(column.eq(value)))
                        .one()
                        .await?)
                },
            )
            .await
            .map_err(failed)?;
        row.map(|row| serde_json::from_value(row.body.0).map_err(failed))
            .transpose()
    }
}

#[async_trait]
impl SandboxLedger for DbLedger {
    async fn insert_if_absent(&self, intent: SandboxIntent) -> Result<SandboxIntent, LedgerError> {
        let row = sandbox_intent::ActiveModel {
            id: Set(intent.id.clone()),
            idempotency_key: Set(intent.idempotency_key.clone()),
            client_secret: Set(intent.client_secret.clone()),
            version: Set(intent.version),
            body: Set(Doc(serde_json::to_value(&intent).map_err(failed)?)),
            created_at: Set(self.db.clock().now()),
        };
        self.db
            .system_write(
                "the sandbox opens an intent",
                async |global| -> Result<_, Error> {
                    let conflict = OnConflict::column(sandbox_intent::Column::IdempotencyKey)
                        .do_nothing()
                        .to_owned();
                    Ok(global.insert_unless(row, conflict).await?)
                },
            )
            .await
            .map_err(failed)?;
        let kept = self
            .find(
                sandbox_intent::Column::IdempotencyKey,
                &intent.idempotency_key,
            )
            .await?;
        kept.ok_or_else(|| LedgerError("the intent was not kept".to_owned()))
    }

    async fn get(&self, id: &str) -> Result<Option<SandboxIntent>, LedgerError> {
        self.find(sandbox_intent::Column::Id, id).await
    }

    async fn replace(&self, intent: SandboxIntent) -> Result<bool, LedgerError> {
        let version = intent.version;
        let intent = SandboxIntent {
            version: version + 1,
            ..intent
        };
        let body = serde_json::to_value(&intent).map_err(failed)?;
        let changed = self
            .db
            .system_write(
                "the sandbox changes an intent",
                async |global| -> Result<_, Error> {
                    Ok(global
                        .update_where::<sandbox_intent::Entity>(|update| {
                            update
                                .col_expr(sandbox_intent::Column::Body, Expr::value(body))
                                .col_expr(
                                    sandbox_intent::Column::Version,
                                    Expr::value(intent.version),
                                )
                                .filter(sandbox_intent::Column::Id.eq(&intent.id))
                                .filter(sandbox_intent::Column::Version.eq(version))
                        })
                        .await?)
                },
            )
            .await
            .map_err(failed)?;
        Ok(changed == 1)
    }
}

fn failed(error: impl std::fmt::Display) -> LedgerError {
    LedgerError(error.to_string())
}
