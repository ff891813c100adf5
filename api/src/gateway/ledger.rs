//! The sandbox's books, in a table of their own that nothing else reads.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use entity::{Doc, Instant, sandbox_event, sandbox_intent};
use portico_gateways::sandbox::{LedgerError, SandboxEvent, SandboxIntent, SandboxLedger};
use sea_orm::{
    ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, ExprTrait as _, IntoCondition, OnConflict},
};

use crate::{db::Db, error::Error};

/// No customer confirms more intents within minutes.
const RECENT: u64 = 1_000;

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
        let found = self.all(1, column.eq(value).into_condition()).await?;
        Ok(found.into_iter().next())
    }

    async fn all(
        &self,
        limit: u64,
        condition: Condition,
    ) -> Result<Vec<SandboxIntent>, LedgerError> {
        let rows = self
            .db
            .system_read(
                "the sandbox looks intents up",
                async |global| -> Result<_, Error> {
                    Ok(global
                        .find::<sandbox_intent::Entity>()
                        .with(|query| query.filter(condition).limit(limit))
                        .all()
                        .await?)
                },
            )
            .await
            .map_err(failed)?;
        rows.into_iter()
            .map(|row| serde_json::from_value(row.body.0).map_err(failed))
            .collect()
    }

    async fn note(
        &self,
        id: &str,
        send_at: Option<Instant>,
        attempts: i32,
    ) -> Result<(), LedgerError> {
        self.db
            .system_write(
                "the sandbox notes how a webhook went",
                async |global| -> Result<_, Error> {
                    use sandbox_event::Column;
                    Ok(global
                        .update_where::<sandbox_event::Entity>(|update| {
                            update
                                .col_expr(Column::SendAt, Expr::value(send_at))
                                .col_expr(
                                    Column::Attempts,
                                    Expr::col(Column::Attempts).add(attempts),
                                )
                                .filter(Column::Id.eq(id))
                        })
                        .await?)
                },
            )
            .await
            .map_err(failed)?;
        Ok(())
    }
}

#[async_trait]
impl SandboxLedger for DbLedger {
    fn now(&self) -> DateTime<Utc> {
        self.db.clock().now().to_utc()
    }

    async fn insert_if_absent(&self, intent: SandboxIntent) -> Result<SandboxIntent, LedgerError> {
        let row = sandbox_intent::ActiveModel {
            id: Set(intent.id.clone()),
            idempotency_key: Set(intent.idempotency_key.clone()),
            client_secret: Set(intent.client_secret.clone()),
            version: Set(intent.version),
            body: Set(Doc(serde_json::to_value(&intent).map_err(failed)?)),
            created_at: Set(self.db.clock().now()),
            customer_reference: Set(intent.customer_reference.clone()),
            confirmed_at: Set(None),
            settles_at: Set(None),
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

    async fn replace(
        &self,
        intent: SandboxIntent,
        event: SandboxEvent,
    ) -> Result<bool, LedgerError> {
        use sandbox_intent::Column;
        let (now, version) = (self.db.clock().now(), intent.version);
        let intent = SandboxIntent {
            version: version + 1,
            ..intent
        };
        let body = serde_json::to_value(&intent).map_err(failed)?;
        let event = sandbox_event::ActiveModel {
            id: Set(event.id),
            intent_id: Set(event.intent_id),
            reference: Set(event.reference),
            attempts: Set(0),
            send_at: Set(Some(now)),
            created_at: Set(now),
        };
        self.db
            .system_write(
                "the sandbox changes an intent",
                async |global| -> Result<_, Error> {
                    let changed = global
                        .update_where::<sandbox_intent::Entity>(|update| {
                            update
                                .col_expr(Column::Body, Expr::value(body))
                                .col_expr(Column::Version, Expr::value(intent.version))
                                .col_expr(
                                    Column::ConfirmedAt,
                                    Expr::value(intent.confirmed_at.map(Instant::from)),
                                )
                                .col_expr(
                                    Column::SettlesAt,
                                    Expr::value(intent.settles_at.map(Instant::from)),
                                )
                                .filter(Column::Id.eq(&intent.id))
                                .filter(Column::Version.eq(version))
                        })
                        .await?;
                    if changed == 1 {
                        global.insert(event).await?;
                    }
                    Ok(changed == 1)
                },
            )
            .await
            .map_err(failed)
    }

    async fn confirmed_since(
        &self,
        customer_reference: &str,
        since: DateTime<Utc>,
    ) -> Result<Vec<SandboxIntent>, LedgerError> {
        use sandbox_intent::Column;
        let condition = Condition::all()
            .add(Column::CustomerReference.eq(customer_reference))
            .add(Column::ConfirmedAt.gte(Instant::from(since)));
        self.all(RECENT, condition).await
    }

    async fn due(&self, now: DateTime<Utc>, limit: u64) -> Result<Vec<SandboxIntent>, LedgerError> {
        let due = sandbox_intent::Column::SettlesAt.lte(Instant::from(now));
        self.all(limit, due.into_condition()).await
    }

    async fn undelivered(
        &self,
        now: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<SandboxEvent>, LedgerError> {
        use sandbox_event::Column;
        let rows = self
            .db
            .system_read(
                "the sandbox looks for webhooks to send",
                async |global| -> Result<_, Error> {
                    Ok(global
                        .find::<sandbox_event::Entity>()
                        .with(|query| {
                            query
                                .filter(Column::SendAt.lte(Instant::from(now)))
                                .order_by_asc(Column::SendAt)
                                .order_by_asc(Column::Id)
                                .limit(limit)
                        })
                        .all()
                        .await?)
                },
            )
            .await
            .map_err(failed)?;
        Ok(rows
            .into_iter()
            .map(|row| SandboxEvent {
                id: row.id,
                intent_id: row.intent_id,
                reference: row.reference,
                attempts: row.attempts,
            })
            .collect())
    }

    async fn delivered(&self, id: &str) -> Result<(), LedgerError> {
        self.note(id, None, 0).await
    }

    async fn postpone(&self, id: &str, until: DateTime<Utc>) -> Result<(), LedgerError> {
        self.note(id, Some(Instant::from(until)), 1).await
    }
}

fn failed(error: impl std::fmt::Display) -> LedgerError {
    LedgerError(error.to_string())
}
