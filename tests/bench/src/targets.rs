//! What was measured, and what it should be.

use std::time::Duration;

use crate::{load::Run, options::Size};

/// The part of the yardstick's rate that a route that reads reaches.
pub const RATIO: f64 = 0.6;
/// How much slower a route may be with 10⁶ invoices than with 10³.
pub const GROWTH: f64 = 1.3;
pub const NEW_PDF: Duration = Duration::from_millis(25);
pub const SAME_PDF: Duration = Duration::from_millis(2);
pub const READY: Duration = Duration::from_millis(300);
pub const IDLE_KIB: u64 = 100 * 1024;

/// A run in numbers.
#[derive(Clone, Copy, Default)]
pub struct Figures {
    /// Requests per second.
    pub rate: f64,
    pub p50: Duration,
    pub p95: Duration,
    pub p99: Duration,
    /// The server's processor time for a request.
    pub cpu: Duration,
}

impl Figures {
    /// A run, and the time that the server's processors spent on it.
    pub fn of(run: &Run, cpu: Duration) -> Self {
        Self {
            rate: run.rate(),
            p50: run.percentile(50),
            p95: run.percentile(95),
            p99: run.percentile(99),
            cpu: cpu.checked_div(run.count()).unwrap_or_default(),
        }
    }

    /// The quicker of two runs.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "it is folded over runs, of which none may have been"
    )]
    pub fn better(one: Option<Self>, other: Self) -> Option<Self> {
        Some(one.filter(|one| one.rate >= other.rate).unwrap_or(other))
    }
}

/// What is done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Read,
    NewPdf,
    SamePdf,
    Write,
}

/// A route on a database.
pub struct Row {
    pub name: &'static str,
    pub kind: Kind,
    pub engine: &'static str,
    pub size: Size,
    pub figures: Figures,
    pub yardstick: Option<Figures>,
    pub statements: u32,
    pub budget: Option<u32>,
}

impl Row {
    /// The rate as a part of the yardstick's.
    pub fn ratio(&self) -> Option<f64> {
        let yardstick = self.yardstick?;
        (self.kind != Kind::NewPdf).then(|| self.figures.rate / yardstick.rate)
    }

    /// How much slower it is than in the smallest database of the same engine.
    pub fn growth(&self, rows: &[Self]) -> Option<f64> {
        let small = rows
            .iter()
            .filter(|row| {
                (row.name, row.engine) == (self.name, self.engine) && row.size < self.size
            })
            .min_by_key(|row| row.size)?;
        Some(small.figures.rate / self.figures.rate)
    }

    /// The targets that it misses, in words.
    pub fn misses(&self, rows: &[Self]) -> Vec<String> {
        let mut misses = Vec::new();
        if let Some(ratio) = self.ratio()
            && self.kind == Kind::Read
            && ratio < RATIO
        {
            misses.push(format!("{ratio:.2} of the yardstick (≥ {RATIO})"));
        }
        if let Some(growth) = self.growth(rows)
            && growth > GROWTH
        {
            misses.push(format!(
                "{growth:.1} × slower than the smallest (≤ {GROWTH})"
            ));
        }
        if self.budget.is_some_and(|budget| self.statements > budget) {
            misses.push(format!("{} statements", self.statements));
        }
        let limit = match self.kind {
            Kind::NewPdf => Some(NEW_PDF),
            Kind::SamePdf => Some(SAME_PDF),
            Kind::Read | Kind::Write => None,
        };
        if let Some(limit) = limit.filter(|limit| self.figures.p50 > *limit) {
            misses.push(format!("p50 {:.1?} (≤ {limit:?})", self.figures.p50));
        }
        misses
    }
}
