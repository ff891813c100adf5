//! Document numbers: one series for each kind of document, without gaps (A11, semantics §3).

mod adopt;
mod dto;
mod issue;
mod office;
mod store;
mod update;

pub use adopt::adopt;
pub use issue::issue;
pub use office::routes;

use portico_domain::numbering::Series;

/// The text by which documents sort by series and sequence: the prefix, and the place in nineteen digits.
fn key(series: &Series, sequence: i64) -> String {
    format!("{}{sequence:019}", series.prefix)
}
