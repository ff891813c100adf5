//! Opening the database: embedded SQLite, or PostgreSQL.

use std::{path::Path, time::Duration};

use migration::{Migrator, MigratorTrait as _};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr};

use super::{changes::Changes, statements};
use crate::clock::Clock;

/// The database as two doors: one for writing, one for reading.
///
/// SQLite has a single writing connection, on which transactions begin `IMMEDIATE`, and a pool of
/// connections that refuse to write. On PostgreSQL both doors are one pool.
#[derive(Clone)]
pub struct Db {
    pub(super) write: DatabaseConnection,
    pub(super) read: DatabaseConnection,
    pub(super) clock: Clock,
    pub(super) changes: Changes,
}

const READERS: u32 = 8;
/// One of them listens.
const POSTGRES_CONNECTIONS: u32 = 17;

/// How long a request waits for a connection before it is told to come again.
const CONNECTION_WAIT: Duration = Duration::from_secs(30);
/// So much of a SQLite file is read through the page cache of the system without being copied, in bytes.
const MAPPED: &str = "1073741824";

impl Db {
    /// Connects to `sqlite:<path>` or `postgres://…`.
    ///
    /// # Errors
    /// If the database cannot be reached or opened.
    pub async fn connect(url: &str, clock: Clock) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            create_parent(url);
            let write = open_sqlite(url, 1, false).await?;
            let read = open_sqlite(url, READERS, true).await?;
            Ok(Self {
                write,
                read,
                clock,
                changes: Changes::default(),
            })
        } else {
            let mut options = ConnectOptions::new(url);
            options
                .max_connections(POSTGRES_CONNECTIONS)
                .acquire_timeout(CONNECTION_WAIT)
                .sqlx_logging(false);
            let pool = open(options).await?;
            Ok(Self {
                read: pool.clone(),
                write: pool,
                clock,
                changes: Changes::default(),
            })
        }
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// If a step fails; the steps before it stay.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        Migrator::up(&self.write, None).await
    }

    /// Which of the two databases this is.
    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.write.get_database_backend()
    }

    /// The clock that transactions of this database read.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// What is changed, as soon as it is committed.
    #[must_use]
    pub const fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Begins to hear what other processes change, where there can be others.
    ///
    /// # Errors
    /// If the database cannot be listened to.
    pub async fn hear_others(&self) -> Result<(), DbErr> {
        let heard = self.relay().await;
        heard.map_err(|error| DbErr::Custom(error.to_string()))
    }

    /// Closes every connection.
    ///
    /// # Errors
    /// If a connection cannot be closed.
    pub async fn close(self) -> Result<(), DbErr> {
        self.read.close().await?;
        self.write.close().await
    }
}

async fn open_sqlite(
    url: &str,
    connections: u32,
    read_only: bool,
) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        // There is no line that could have dropped.
        .test_before_acquire(false)
        .acquire_timeout(CONNECTION_WAIT)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
                .synchronous(sqlx::sqlite::SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10))
                .pragma("mmap_size", MAPPED)
                .pragma("query_only", if read_only { "on" } else { "off" })
        });
    open(options).await
}

async fn open(options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    #[expect(clippy::disallowed_methods, reason = "the one place that connects")]
    let mut connection = Database::connect(options).await?;
    connection.set_metric_callback(|_| statements::record());
    Ok(connection)
}

/// A new database may live in a folder that does not exist yet; opening reports it if this failed.
fn create_parent(url: &str) {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = path.split('?').next().unwrap_or(path);
    if let Some(parent) = Path::new(path).parent() {
        let _ = std::fs::create_dir_all(parent);
    }
}
