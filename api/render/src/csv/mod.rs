//! Spreadsheets as comma-separated text: written so that no cell can run as a formula, read so that
//! the files people have can be imported.

mod formula;
mod read;
mod write;

pub use read::{CsvError, Row, Sheet, read};
pub use write::{Mark, write};
