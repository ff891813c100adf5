//! PostgreSQL carries what was changed from one process to the others: `NOTIFY` within the transaction, which
//! the database delivers when it commits, and one listening connection in each process.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement};
use sqlx::postgres::{PgListener, PgPool};

use super::{Db, changes::Changes, changes::Committed};

const CHANNEL: &str = "portico_changes";

/// A notification holds 8,000 bytes; a change is at most 130.
const TOGETHER: usize = 50;

/// How long until a database that went away is tried again.
const PAUSE: Duration = Duration::from_secs(1);

impl Db {
    /// Tells the other processes, if there can be any, when this transaction commits.
    pub(super) async fn notify(
        &self,
        tx: &DatabaseTransaction,
        committed: &Committed,
    ) -> Result<(), DbErr> {
        if self.backend() != DbBackend::Postgres {
            return Ok(());
        }
        for changes in committed.changes.chunks(TOGETHER) {
            let part = Committed {
                organization_id: committed.organization_id,
                changes: changes.to_vec(),
            };
            let part =
                serde_json::to_string(&part).map_err(|error| DbErr::Json(error.to_string()))?;
            let statement = Statement::from_sql_and_values(
                DbBackend::Postgres,
                "select pg_notify($1, $2)",
                [CHANNEL.into(), part.into()],
            );
            tx.execute_raw(statement).await?;
        }
        Ok(())
    }

    /// Tells the listeners of this process, unless the database does.
    pub(super) fn tell(&self, committed: Committed) {
        if self.backend() != DbBackend::Postgres && !committed.changes.is_empty() {
            self.changes.tell(committed);
        }
    }

    /// Listens to what the other processes commit. Ends when the database is closed.
    ///
    /// # Errors
    /// If the database cannot be listened to at all.
    pub(super) async fn relay(&self) -> Result<(), sqlx::Error> {
        if self.backend() == DbBackend::Postgres {
            let pool = self.write.get_postgres_connection_pool().clone();
            let listener = listen(&pool).await?;
            tokio::spawn(pass_on(pool, listener, self.changes.clone()));
        }
        Ok(())
    }
}

async fn listen(pool: &PgPool) -> Result<PgListener, sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

async fn pass_on(pool: PgPool, listener: PgListener, changes: Changes) {
    let mut listener = Some(listener);
    while !pool.is_closed() {
        let Some(mut listening) = listener.take() else {
            tokio::time::sleep(PAUSE).await;
            listener = listen(&pool).await.ok();
            changes.resync();
            continue;
        };
        match listening.try_recv().await {
            Ok(Some(notification)) => {
                match serde_json::from_str(notification.payload()) {
                    Ok(committed) => changes.tell(committed),
                    // Another version of Portico speaks.
                    Err(_) => changes.resync(),
                }
                listener = Some(listening);
            }
            Ok(None) => {
                changes.resync();
                listener = Some(listening);
            }
            Err(sqlx::Error::PoolClosed) => return,
            Err(error) => {
                tracing::warn!(%error, "changes of other processes are not heard for now");
            }
        }
    }
}
