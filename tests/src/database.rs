//! A database of its own for each test: migrated once as a template, then cloned.

use std::path::{Path, PathBuf};

use portico_api::{clock::Clock, db::Db};
use sha2::{Digest, Sha256};
use sqlx::{Connection, Executor, PgConnection};

/// The URL of a new, migrated database. `folder` holds it, if it is a file.
pub async fn fresh(folder: &Path) -> String {
    match std::env::var("DATABASE_URL_TEST") {
        Ok(server) => postgres(&server).await,
        Err(_) => sqlite(folder).await,
    }
}

/// Changes with the schema, so that no stale template is cloned.
fn fingerprint() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migration/src");
    let mut files: Vec<PathBuf> = walk(&folder);
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(std::fs::read(file).expect("a migration can be read"));
    }
    let [a, b, c, d, ..] = <[u8; 32]>::from(hash.finalize());
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the migrations are there");
    entries
        .flat_map(|entry| {
            let path = entry.expect("a folder can be listed").path();
            if path.is_dir() {
                walk(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

async fn sqlite(folder: &Path) -> String {
    let template = std::env::temp_dir().join(format!("portico-template-{}.db", fingerprint()));
    if !template.exists() {
        let draft = folder.join("template.db");
        let db = Db::connect(&format!("sqlite:{}", draft.display()), Clock::system())
            .await
            .expect("SQLite opens");
        db.migrate().await.expect("the schema can be made");
        db.close().await.expect("SQLite closes");
        // Several processes may do this at once; each renames a whole file.
        std::fs::rename(&draft, &template).expect("the template can be put in place");
    }
    let path = folder.join("portico.db");
    std::fs::copy(&template, &path).expect("the template can be copied");
    format!("sqlite:{}", path.display())
}

async fn postgres(server: &str) -> String {
    let template = format!("portico_template_{}", fingerprint());
    let mut connection = PgConnection::connect(server)
        .await
        .expect("PostgreSQL answers");
    connection
        .execute("select pg_advisory_lock(7301)")
        .await
        .expect("the lock is free in the end");
    let exists: bool =
        sqlx::query_scalar("select exists (select 1 from pg_database where datname = $1)")
            .bind(&template)
            .fetch_one(&mut connection)
            .await
            .expect("databases can be listed");
    if !exists {
        let draft = format!("{template}_draft");
        run(&mut connection, format!("drop database if exists {draft}")).await;
        run(&mut connection, format!("create database {draft}")).await;
        let db = Db::connect(&with_database(server, &draft), Clock::system())
            .await
            .expect("the template opens");
        db.migrate().await.expect("the schema can be made");
        db.close().await.expect("the template closes");
        run(
            &mut connection,
            format!("alter database {draft} rename to {template}"),
        )
        .await;
    }
    let name = format!("portico_test_{}", uuid::Uuid::new_v4().simple());
    run(
        &mut connection,
        format!("create database {name} template {template} strategy file_copy"),
    )
    .await;
    connection
        .execute("select pg_advisory_unlock(7301)")
        .await
        .expect("the lock can be given back");
    with_database(server, &name)
}

/// Removes a test's database; files go with their folder.
pub async fn remove(url: &str) {
    let Ok(server) = std::env::var("DATABASE_URL_TEST") else {
        return;
    };
    let Some(name) = url.rsplit('/').next() else {
        return;
    };
    if let Ok(mut connection) = PgConnection::connect(&server).await {
        run(
            &mut connection,
            format!("drop database if exists {name} with (force)"),
        )
        .await;
    }
}

async fn run(connection: &mut PgConnection, sql: String) {
    connection
        .execute(sqlx::AssertSqlSafe(sql))
        .await
        .expect("PostgreSQL does as it is told");
}

fn with_database(server: &str, name: &str) -> String {
    let (base, _) = server
        .rsplit_once('/')
        .expect("a server's URL ends with a database");
    format!("{base}/{name}")
}
