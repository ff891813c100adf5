//! The server that Portico is compared with: a bare handler that looks invoices up by their primary
//! key, so many times, and writes so many bytes. No session, no layers, no entities, no JSON.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering},
};

use actix_web::{
    App, HttpResponse, HttpServer,
    error::ErrorInternalServerError,
    web::{self, Bytes, Data, Path},
};
use anyhow::Result;
use clap::Args;
use sqlx::{
    PgPool, SqlitePool,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use uuid::Uuid;

/// What it serves.
#[derive(Args)]
pub struct Options {
    #[arg(long)]
    database_url: String,
    #[arg(long)]
    address: SocketAddr,
}

/// Rows to look up: enough of them, all over the table.
const SAMPLE: &str = "select organization_id, id from (select organization_id, id, \
    row_number() over (order by organization_id, id) as place from invoice) places \
    where place % (select count(*) / 1000 + 1 from invoice) = 0";
const LOOK_UP: &str = "select total from invoice where organization_id = $1 and id = $2";
const TOUCH: &str =
    "update invoice set updated_at = updated_at where organization_id = $1 and id = $2";

#[derive(Clone)]
enum Database {
    Sqlite { read: SqlitePool, write: SqlitePool },
    Postgres(PgPool),
}

struct Desk {
    database: Database,
    rows: Vec<(Uuid, Uuid)>,
    next: AtomicUsize,
    bytes: Bytes,
}

/// Serves until it is killed.
pub async fn serve(options: Options) -> Result<()> {
    let database = Database::open(&options.database_url).await?;
    let desk = Data::new(Desk {
        rows: match &database {
            Database::Sqlite { read, .. } => sqlx::query_as(SAMPLE).fetch_all(read).await?,
            Database::Postgres(pool) => sqlx::query_as(SAMPLE).fetch_all(pool).await?,
        },
        database,
        next: AtomicUsize::new(0),
        bytes: Bytes::from(vec![b' '; 4 << 20]),
    });
    let server = HttpServer::new(move || {
        App::new()
            .app_data(desk.clone())
            .route("/read/{statements}/{bytes}", web::get().to(read))
            .route("/write/{statements}/{bytes}", web::get().to(write))
    });
    Ok(server.bind(options.address)?.run().await?)
}

impl Database {
    /// With pools like Portico's.
    async fn open(url: &str) -> Result<Self> {
        if !url.starts_with("sqlite:") {
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .connect(url)
                .await?;
            return Ok(Self::Postgres(pool));
        }
        let options: SqliteConnectOptions = url.parse()?;
        let options = options
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("mmap_size", "1073741824");
        let read = options.clone().pragma("query_only", "on");
        Ok(Self::Sqlite {
            read: SqlitePoolOptions::new()
                .max_connections(8)
                .connect_with(read)
                .await?,
            write: SqlitePoolOptions::new()
                .max_connections(1)
                .connect_with(options)
                .await?,
        })
    }
}

impl Desk {
    fn row(&self) -> (Uuid, Uuid) {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        self.rows
            .get(next % self.rows.len().max(1))
            .copied()
            .unwrap_or_default()
    }

    fn answer(&self, bytes: usize) -> HttpResponse {
        let body = self.bytes.slice(..bytes.min(self.bytes.len()));
        HttpResponse::Ok()
            .content_type("application/json")
            .body(body)
    }
}

/// Runs the look-ups on a connection, whichever database it is of.
macro_rules! look_up {
    ($desk:expr, $connection:expr, $statements:expr) => {
        for _ in 0..$statements {
            let (organization, id) = $desk.row();
            let query = sqlx::query_scalar::<_, i64>(LOOK_UP)
                .bind(organization)
                .bind(id);
            query
                .fetch_one(&mut *$connection)
                .await
                .map_err(ErrorInternalServerError)?;
        }
    };
}

/// A transaction of look-ups and one change.
macro_rules! change {
    ($desk:expr, $transaction:expr, $statements:expr) => {{
        let mut transaction = $transaction.map_err(ErrorInternalServerError)?;
        look_up!($desk, transaction, $statements.saturating_sub(1));
        let (organization, id) = $desk.row();
        let query = sqlx::query(TOUCH).bind(organization).bind(id);
        query
            .execute(&mut *transaction)
            .await
            .map_err(ErrorInternalServerError)?;
        transaction
            .commit()
            .await
            .map_err(ErrorInternalServerError)?;
    }};
}

async fn read(desk: Data<Desk>, path: Path<(u32, usize)>) -> actix_web::Result<HttpResponse> {
    let (statements, bytes) = path.into_inner();
    match &desk.database {
        Database::Sqlite { read, .. } => {
            let mut connection = read.acquire().await.map_err(ErrorInternalServerError)?;
            look_up!(desk, connection, statements);
        }
        Database::Postgres(pool) => {
            let mut connection = pool.acquire().await.map_err(ErrorInternalServerError)?;
            look_up!(desk, connection, statements);
        }
    }
    Ok(desk.answer(bytes))
}

async fn write(desk: Data<Desk>, path: Path<(u32, usize)>) -> actix_web::Result<HttpResponse> {
    let (statements, bytes) = path.into_inner();
    match &desk.database {
        Database::Sqlite { write, .. } => {
            change!(desk, write.begin_with("begin immediate").await, statements);
        }
        Database::Postgres(pool) => change!(desk, pool.begin().await, statements),
    }
    Ok(desk.answer(bytes))
}
