//! What to measure, and how long.

use std::{fmt, path::PathBuf, str::FromStr, time::Duration};

use clap::Args;

/// What to measure.
#[derive(Args)]
pub struct Options {
    /// The server's binary.
    #[arg(long)]
    pub server: PathBuf,
    /// Invoices in the SQLite databases, by spaces.
    #[arg(long, env = "BENCH_SIZES", default_value = "1e3 1e5 1e6")]
    pub sizes: Sizes,
    /// Invoices in the PostgreSQL databases.
    #[arg(long, env = "BENCH_POSTGRES_SIZES", default_value = "1e5")]
    pub postgres_sizes: Sizes,
    /// A server on which databases may be made; without it PostgreSQL is left out.
    #[arg(long, env = "BENCH_POSTGRES_URL")]
    pub postgres_url: Option<String>,
    /// How often each route is measured; the best counts, as disturbance only ever slows.
    #[arg(long, env = "BENCH_RUNS", default_value_t = 3)]
    pub runs: u32,
    /// How long one such run takes.
    #[arg(long, env = "BENCH_SECONDS", default_value = "2")]
    seconds: f64,
    /// Requests that are under way at once.
    #[arg(long, env = "BENCH_CONNECTIONS", default_value_t = 8)]
    pub connections: u32,
    /// Seeded databases are kept here.
    #[arg(long, env = "BENCH_CACHE", default_value = "target/bench")]
    pub cache: PathBuf,
    /// Where the table goes.
    #[arg(long, env = "BENCH_RESULTS", default_value = "tests/bench/RESULTS.md")]
    pub results: PathBuf,
}

impl Options {
    /// How long a run takes.
    pub fn duration(&self) -> Duration {
        Duration::from_secs_f64(self.seconds)
    }
}

/// Some numbers of invoices.
#[derive(Clone)]
pub struct Sizes(pub Vec<Size>);

impl FromStr for Sizes {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

/// A number of invoices, as 1000 or 1e3.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size(pub u64);

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (digits, power) = text.split_once('e').unwrap_or((text, "0"));
        let number = digits.parse::<u64>().ok().zip(power.parse().ok());
        number
            .and_then(|(digits, power)| 10_u64.checked_pow(power)?.checked_mul(digits))
            .filter(|number| *number > 0)
            .map(Self)
            .ok_or_else(|| format!("{text} is no number of invoices; 1000 and 1e3 are"))
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = self.0.ilog10();
        if 10_u64.pow(power) == self.0 {
            let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
            write!(f, "10{}", digits.get(power as usize).unwrap_or(&'?'))
        } else {
            write!(f, "{}", self.0)
        }
    }
}
