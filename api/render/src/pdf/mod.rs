//! Invoices and receipts as PDF.
//!
//! A document's data becomes a [`sheet::Sheet`], words and numbers already in the reader's language,
//! which one Typst template sets. The template reads it as JSON: what people typed is a value there,
//! never Typst code, and there is no file the template could open but the sheet and the logo.

mod data;
mod fonts;
mod invoice;
mod party;
mod printable;
mod receipt;
mod sheet;
mod world;

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use portico_domain::language::Language;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

pub use data::{
    Adjustment, Customer, Discount, InvoiceLine, InvoicePdf, Organization, PaidInvoice, ReceiptPdf,
    Stamp, TaxRow,
};
pub use fonts::FontSources;

use fonts::Fonts;
use sheet::Sheet;
use world::{Desk, Template};

/// Sets documents. Holds the fonts and the parsed template; make one and share it between threads.
pub struct Renderer {
    sources: FontSources,
    /// Made when first needed, so that a process that sets nothing pays nothing.
    press: OnceLock<Press>,
}

/// What every document is set with.
struct Press {
    library: LazyHash<Library>,
    fonts: Fonts,
    template: Template,
}

/// How often missing characters are replaced before giving up.
const REPLACEMENTS: usize = 4;

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The logo is no PNG, or larger than 4,096 pixels a side.
    #[error("the logo is not a PNG image of at most 4096 × 4096 pixels")]
    Logo,
    /// The document could not be set: a fault of the template, not of the data.
    #[error("the document could not be set: {0}")]
    Typesetting(String),
    /// The document could not be written as PDF/A.
    #[error("the document could not be written as PDF: {0}")]
    Export(String),
}

impl Renderer {
    /// A renderer that looks through the fonts when first used, which takes about a tenth of a second.
    ///
    /// A directory that is not there is skipped: see [`Renderer::covers`].
    #[must_use]
    pub fn new(fonts: &FontSources) -> Self {
        Self {
            sources: fonts.clone(),
            press: OnceLock::new(),
        }
    }

    /// Whether the fonts found can show every character of a text. What they can't is printed as `�`.
    ///
    /// Meant for a warning at start, and to look through the fonts then rather than later:
    /// `covers("العربية 日本語")` is false where the Noto fonts are missing.
    #[must_use]
    pub fn covers(&self, text: &str) -> bool {
        let fonts = &self.press().fonts;
        text.chars().all(|c| fonts.covers(c))
    }

    /// An invoice as PDF/A-3a and PDF/UA-1: fit for archives and for screen readers.
    ///
    /// # Errors
    /// [`RenderError::Logo`] for a logo that is no image; the others are faults of this crate.
    pub fn invoice(&self, invoice: &InvoicePdf) -> Result<Vec<u8>, RenderError> {
        let sheet = invoice::sheet(invoice);
        self.make(sheet, &invoice.organization, invoice.language, invoice.date)
    }

    /// A payment receipt as PDF/A-3a and PDF/UA-1.
    ///
    /// # Errors
    /// As [`Renderer::invoice`].
    pub fn receipt(&self, receipt: &ReceiptPdf) -> Result<Vec<u8>, RenderError> {
        let sheet = receipt::sheet(receipt);
        self.make(sheet, &receipt.organization, receipt.language, receipt.date)
    }

    /// Sets a sheet and writes it.
    fn make(
        &self,
        sheet: Sheet,
        organization: &Organization,
        language: Language,
        date: NaiveDate,
    ) -> Result<Vec<u8>, RenderError> {
        let document = self.set(sheet, organization, language);
        let bytes = document.and_then(|document| write(&document, date));
        // Typst remembers intermediate results, fonts of 20 MB among them. The next document gains
        // nothing from them, an idle server loses the memory.
        typst::comemo::evict(0);
        bytes
    }

    fn press(&self) -> &Press {
        self.press.get_or_init(|| Press {
            library: LazyHash::new(Library::default()),
            fonts: Fonts::find(&self.sources),
            template: Template::new(include_str!("../../templates/sheet.typ")),
        })
    }

    /// Lays a sheet out on pages, with a replacement for whatever the fonts turn out to lack.
    fn set(
        &self,
        mut sheet: Sheet,
        organization: &Organization,
        language: Language,
    ) -> Result<PagedDocument, RenderError> {
        let logo = organization.logo.as_deref().map(world::logo).transpose()?;
        sheet.logo = logo.is_some();
        sheet.fonts = self.press().fonts.families(language);
        sheet.each_text(&mut printable::make);
        let mut data = serde_json::to_string(&sheet)
            .map_err(|error| RenderError::Typesetting(error.to_string()))?;
        let mut document = self.lay_out(&data, logo.as_ref())?;
        // A replacement can leave marks without their letter, which may be missing in turn.
        for _ in 0..REPLACEMENTS {
            let missing = printable::missing(&document);
            if missing.is_empty() {
                break;
            }
            data = printable::replace(&data, &missing);
            document = self.lay_out(&data, logo.as_ref())?;
        }
        Ok(document)
    }

    /// Runs the template over a sheet's JSON.
    fn lay_out(&self, data: &str, logo: Option<&Bytes>) -> Result<PagedDocument, RenderError> {
        let sheet = Bytes::from_string(data.to_owned());
        let Press {
            library,
            fonts,
            template,
        } = self.press();
        let desk = Desk::new(library, fonts, template, sheet, logo.cloned());
        let result = typst::compile::<PagedDocument>(&desk).output;
        result.map_err(|errors| RenderError::Typesetting(first_message(&errors)))
    }
}

/// Writes pages as PDF/A-3a and PDF/UA-1. Time and identity come from the data, so equal documents have equal bytes.
fn write(document: &PagedDocument, date: NaiveDate) -> Result<Vec<u8>, RenderError> {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|error| RenderError::Export(error.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Portico".to_owned())),
        timestamp: midnight(date).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| RenderError::Export(first_message(&errors)))
}

/// The beginning of a day in Typst's terms, or nothing for years it cannot write.
fn midnight(date: NaiveDate) -> Option<Datetime> {
    let part = |number: u32| u8::try_from(number).ok();
    Datetime::from_ymd_hms(date.year(), part(date.month())?, part(date.day())?, 0, 0, 0)
}

/// What went wrong first.
fn first_message(errors: &[SourceDiagnostic]) -> String {
    errors
        .first()
        .map(|error| error.message.to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod figures;
#[cfg(test)]
mod safety_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod unusual_samples;
