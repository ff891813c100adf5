//! Data in, bytes out: everything Portico writes for people to read outside the browser.
//!
//! - [`pdf`] typesets invoices and receipts as tagged PDF/A-3;
//! - [`mail`] writes the subject, HTML and plain text of every mail;
//! - [`csv`] writes spreadsheets that cannot run formulas, and reads the ones people import;
//! - [`format`] writes amounts, numbers and dates the way each language expects.
//!
//! Nothing here touches the network, the clock or the database. The only files read are fonts. The
//! same input gives the same bytes, always.
//!
//! Texts live in `locales/<language>/*.ftl`. A language without a catalogue of its own reads English,
//! with English dates and numbers, rather than a mixture of two languages.

mod catalogue;
pub mod csv;
pub mod format;
pub mod mail;
mod mandate;
pub mod markdown;
pub mod pdf;
mod text;

pub use mandate::mandate_text;
