//! What the template may see: itself, the sheet and the logo.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::visualize::{ExchangeFormat, RasterImage};
use typst::{Library, World};

use super::RenderError;
use super::fonts::Fonts;

/// The pixels a logo may have on a side.
const LARGEST_LOGO: u32 = 4096;

/// The parsed template.
pub(super) struct Template(Source);

impl Template {
    /// Parses a template.
    pub(super) fn new(text: &str) -> Self {
        Self(Source::detached(text))
    }
}

/// The desk on which one document is set: everything Typst can reach while it works.
pub(super) struct Desk<'a> {
    library: &'a LazyHash<Library>,
    fonts: &'a Fonts,
    template: &'a Template,
    sheet: Bytes,
    logo: Option<Bytes>,
    /// Heavy fonts that this document needs, dropped with the desk.
    borrowed: Mutex<BTreeMap<usize, Font>>,
}

impl<'a> Desk<'a> {
    pub(super) const fn new(
        library: &'a LazyHash<Library>,
        fonts: &'a Fonts,
        template: &'a Template,
        sheet: Bytes,
        logo: Option<Bytes>,
    ) -> Self {
        Self {
            library,
            fonts,
            template,
            sheet,
            logo,
            borrowed: Mutex::new(BTreeMap::new()),
        }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.template.0.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() {
            Ok(self.template.0.clone())
        } else {
            Err(refusal(id))
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let project = *id.root() == VirtualRoot::Project;
        match (id.vpath().get_without_slash(), &self.logo) {
            ("sheet.json", _) if project => Ok(self.sheet.clone()),
            ("logo.png", Some(logo)) if project => Ok(logo.clone()),
            _ => Err(refusal(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        let mut borrowed = self.borrowed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(font) = borrowed.get(&index) {
            return Some(font.clone());
        }
        let (font, heavy) = self.fonts.get(index)?;
        if heavy {
            borrowed.insert(index, font.clone());
        }
        Some(font)
    }

    /// There is no today: a document's dates are its data's.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The one answer to a request for any other file.
fn refusal(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

/// A logo's bytes, if they are a PNG image of a reasonable size.
///
/// # Errors
/// [`RenderError::Logo`].
pub(super) fn logo(png: &[u8]) -> Result<Bytes, RenderError> {
    let side = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    let known = png.starts_with(b"\x89PNG\r\n\x1a\n") && png.get(12..16) == Some(b"IHDR");
    let sized = [side(16), side(20)]
        .iter()
        .all(|side| side.is_some_and(|side| (1..=LARGEST_LOGO).contains(&side)));
    if !known || !sized {
        return Err(RenderError::Logo);
    }
    let bytes = Bytes::new(png.to_vec());
    // Typst remembers the decoded image, so this is no double work.
    match RasterImage::plain(bytes.clone(), ExchangeFormat::Png) {
        Ok(_) => Ok(bytes),
        Err(_) => Err(RenderError::Logo),
    }
}

#[cfg(test)]
mod tests {
    use typst::LibraryExt;
    use typst::syntax::{RootedPath, VirtualPath};

    use super::*;
    use crate::pdf::FontSources;

    #[test]
    fn there_is_nothing_to_read_but_sheet_and_logo() {
        let library = LazyHash::new(Library::default());
        let fonts = Fonts::find(&FontSources::embedded());
        let template = Template::new("= Title");
        let logo = Some(Bytes::new(*b"logo"));
        let desk = Desk::new(&library, &fonts, &template, Bytes::new(*b"{}"), logo);
        let id = |root: VirtualRoot, path: &str| {
            RootedPath::new(root, VirtualPath::new(path).unwrap()).intern()
        };
        let project = |path: &str| id(VirtualRoot::Project, path);

        assert!(desk.file(project("sheet.json")).is_ok());
        assert!(desk.file(project("logo.png")).is_ok());
        assert!(desk.source(desk.main()).is_ok());
        for path in [
            "/etc/passwd",
            "etc/passwd",
            "Cargo.toml",
            "sub/sheet.json",
            "logo.svg",
        ] {
            assert!(desk.file(project(path)).is_err(), "{path}");
            assert!(desk.source(project(path)).is_err(), "{path}");
        }
        let package = VirtualRoot::Package("@preview/example:0.1.0".parse().unwrap());
        assert!(desk.file(id(package, "sheet.json")).is_err());
        assert!(desk.today(None).is_none());
    }
}
