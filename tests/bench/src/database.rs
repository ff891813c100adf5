//! Databases of a size: seeded once and kept, worked on as a copy.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, SqliteConnection};

use crate::options::{Options, Size};

/// What decides how a seeded database looks.
const SOURCES: [&str; 2] = ["migration/src", "api/src/seed"];

/// A database to measure on, and the folder of keys and files that goes with it.
pub struct Database {
    pub engine: &'static str,
    pub size: Size,
    pub url: String,
    pub data: PathBuf,
}

/// A SQLite database of this size.
pub fn sqlite(options: &Options, size: Size) -> Result<Database> {
    let name = format!("sqlite-{}-", size.0);
    let kept = options.cache.join(format!("{name}{}", fingerprint()?));
    if !kept.exists() {
        forget(&options.cache, &name)?;
        let draft = options.cache.join("draft");
        empty(&draft)?;
        seed(options, &sqlite_url(&draft), &draft, size)?;
        std::fs::rename(&draft, &kept)?;
    }
    let data = options.cache.join("work");
    empty(&data)?;
    copy(&kept, &data)?;
    Ok(Database {
        engine: "SQLite",
        size,
        url: sqlite_url(&data),
        data,
    })
}

/// A PostgreSQL database of this size, on a server that goes away afterwards.
pub async fn postgres(options: &Options, server: &str, size: Size) -> Result<Database> {
    let (base, _) = server
        .rsplit_once('/')
        .context("the server's URL names no database")?;
    let name = format!("portico_bench_{}", size.0);
    let url = format!("{base}/{name}");
    let mut connection = PgConnection::connect(server).await?;
    let statement = format!("create database {name}");
    connection.execute(AssertSqlSafe(statement)).await?;
    let data = options.cache.join("work");
    empty(&data)?;
    seed(options, &url, &data, size)?;
    // What the server would do by itself, some time after so many new rows.
    PgConnection::connect(&url)
        .await?
        .execute("vacuum analyze")
        .await?;
    Ok(Database {
        engine: "PostgreSQL",
        size,
        url,
        data,
    })
}

/// Writes the log into the database file, so that no run begins with that.
pub async fn checkpoint(database: &Database) -> Result<()> {
    if database.url.starts_with("sqlite:") {
        let mut connection = SqliteConnection::connect(&database.url).await?;
        connection
            .execute("pragma wal_checkpoint(truncate)")
            .await?;
        connection.close().await?;
    }
    Ok(())
}

fn sqlite_url(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("portico.db").display())
}

fn seed(options: &Options, url: &str, data: &Path, size: Size) -> Result<()> {
    println!("Seeding {size} invoices …");
    let begun = Instant::now();
    let status = Command::new(&options.server)
        .args(["seed", "--demo", "--invoices", &size.0.to_string()])
        .env("DATABASE_URL", url)
        .env("PORTICO_DATA_DIR", data)
        .status()
        .with_context(|| options.server.display().to_string())?;
    ensure!(status.success(), "portico seed failed");
    println!("  took {:.0} s", begun.elapsed().as_secs_f64());
    Ok(())
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    Ok(std::fs::create_dir_all(folder)?)
}

/// Removes what was kept of an earlier schema.
fn forget(cache: &Path, name: &str) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(cache) else {
        return Ok(());
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(name) {
            std::fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn fingerprint() -> Result<String> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = SOURCES.iter().map(PathBuf::from).collect();
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder);
        for entry in
            entries.with_context(|| format!("{}: run it from the root", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(std::fs::read(file)?);
    }
    let [a, b, c, d, ..] = <[u8; 32]>::from(hash.finalize());
    Ok(format!("{:08x}", u32::from_be_bytes([a, b, c, d])))
}
