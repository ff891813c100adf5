//! The table. What a person wrote below "## Notes" stays.

use std::{fmt::Write as _, path::Path, time::Duration};

use anyhow::Result;

use crate::{
    machine::Machine,
    options::Size,
    targets::{IDLE_KIB, READY, Row},
};

const NOTES: &str = "## Notes";

/// A server's start on a database.
pub struct Start {
    pub engine: &'static str,
    pub size: Size,
    pub ready: Duration,
    pub idle_kib: u64,
    /// After all the load.
    pub loaded_kib: u64,
}

/// Everything that was measured.
pub struct Report {
    pub machine: Machine,
    pub starts: Vec<Start>,
    rows: Vec<Row>,
}

impl Report {
    /// An empty one.
    pub const fn new(machine: Machine) -> Self {
        Self {
            machine,
            starts: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    pub fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Writes it down.
    pub fn write(&self, path: &Path) -> Result<()> {
        let before = std::fs::read_to_string(path).unwrap_or_default();
        let notes = before
            .find(NOTES)
            .and_then(|at| before.get(at..))
            .unwrap_or_default();
        std::fs::write(path, format!("{}{notes}", self.text()?))?;
        println!("Written to {}", path.display());
        Ok(())
    }

    fn text(&self) -> Result<String> {
        let mut text = String::from("# How quick Portico is\n\n");
        text.push_str(HOW);
        text.push_str(&self.machine_facts()?);
        text.push_str("\n## Routes\n\n");
        text.push_str(&self.table()?);
        text.push_str("\n## Start and memory\n\n");
        text.push_str(&self.start_table()?);
        text.push_str("\n## Missed targets\n\n");
        text.push_str(&self.misses()?);
        text.push('\n');
        Ok(text)
    }

    fn machine_facts(&self) -> Result<String> {
        let machine = &self.machine;
        let mut text = String::new();
        writeln!(
            text,
            "Run from {} to {}; {} cores, {} GiB of memory, {}. Others kept the machine busy with a load of {} before \
             and {} after (the load of this run is in the latter). Best of {} runs of {} s each, {} connections \
             (one for PDFs and for paying online).",
            machine.began,
            machine.ended,
            machine.cores,
            machine.memory_gib,
            machine.rustc,
            machine.load_before,
            machine.load_after,
            machine.runs,
            machine.seconds,
            machine.connections
        )?;
        writeln!(
            text,
            "\nThe binary has {} MB, both applications and the fonts in it.",
            machine.binary_bytes / 1_000_000
        )?;
        Ok(text)
    }

    fn table(&self) -> Result<String> {
        let mut text = String::from(
            "| Route | Invoices | req/s | p50 ms | p95 ms | p99 ms | CPU ms | Statements | Of yardstick | Slower than smallest |\n\
             |---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        );
        let mut names: Vec<&str> = Vec::new();
        for row in &self.rows {
            if !names.contains(&row.name) {
                names.push(row.name);
            }
        }
        for name in names {
            for row in self.rows.iter().filter(|row| row.name == name) {
                let figures = &row.figures;
                let missed = if row.misses(&self.rows).is_empty() {
                    ""
                } else {
                    " ✗"
                };
                writeln!(
                    text,
                    "| {}{missed} | {} {} | {:.0} | {} | {} | {} | {} | {} | {} | {} |",
                    row.name,
                    row.size,
                    row.engine,
                    figures.rate,
                    millis(figures.p50),
                    millis(figures.p95),
                    millis(figures.p99),
                    millis(figures.cpu),
                    row.statements,
                    optional(row.ratio()),
                    optional(row.growth(&self.rows)),
                )?;
            }
        }
        Ok(text)
    }

    fn start_table(&self) -> Result<String> {
        let mut text = String::from(
            "| Invoices | Ready after ms | Idle MiB | After the load MiB |\n|---|--:|--:|--:|\n",
        );
        for start in &self.starts {
            writeln!(
                text,
                "| {} {} | {} | {} | {} |",
                start.size,
                start.engine,
                millis(start.ready),
                start.idle_kib / 1024,
                start.loaded_kib / 1024
            )?;
        }
        Ok(text)
    }

    /// The targets that were missed, as a list.
    pub fn misses(&self) -> Result<String> {
        let mut text = String::new();
        for row in &self.rows {
            for miss in row.misses(&self.rows) {
                writeln!(text, "- {}, {} {}: {miss}", row.name, row.size, row.engine)?;
            }
        }
        for start in &self.starts {
            if start.ready > READY {
                writeln!(
                    text,
                    "- Start, {} {}: {} ms",
                    start.size,
                    start.engine,
                    millis(start.ready)
                )?;
            }
            if start.idle_kib > IDLE_KIB {
                writeln!(
                    text,
                    "- Idle memory, {} {}: {} MiB",
                    start.size,
                    start.engine,
                    start.idle_kib / 1024
                )?;
            }
        }
        if text.is_empty() {
            text.push_str("None.\n");
        }
        Ok(text)
    }
}

const HOW: &str = "Written by `make bench` (tests/bench); the notes at the end are by hand.\n\n\
    Each route is asked over kept-open connections by a load generator on the same machine, the session check, all \
    layers and the log included. *Of yardstick* is its rate next to that of a bare actix-web handler, measured in turn \
    with it, that runs as many primary-key look-ups as raw SQL through sqlx on the same database and writes as many \
    bytes (for routes that write: in a transaction, one of them an update). *CPU* is the server's own time for a \
    request, which other work on the machine disturbs least. One customer owns 10⁵ of the invoices, or a tenth where \
    there are fewer; it is the one who asks on the portal. PostgreSQL is the throw-away one of the tests, without fsync. \
    ✗ marks a missed target: reads at least 0.6 of the yardstick, nothing more than 1.3 × slower with 10⁶ invoices than \
    with 10³, home at most 8 statements, lists and details 4, a new PDF within 25 ms, the same again within 2 ms, ready \
    within 300 ms, idle below 100 MiB.\n\n";

fn millis(duration: Duration) -> String {
    let millis = duration.as_secs_f64() * 1000.0;
    if millis < 10.0 {
        format!("{millis:.2}")
    } else {
        format!("{millis:.0}")
    }
}

fn optional(number: Option<f64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| format!("{number:.2}"))
}
