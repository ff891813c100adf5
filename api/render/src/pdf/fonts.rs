//! The fonts: Latin ones inside the binary, Noto's for every other script found on disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use portico_domain::language::Language;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo, is_default_ignorable};
use typst::utils::LazyHash;

/// The family of everything, where it is installed.
const SANS: &str = "Noto Sans";
/// The family inside the binary, where it isn't.
const EMBEDDED: &str = "Libertinus Serif";
/// Fonts above this size, in bytes, are dropped again after each document: Chinese, Japanese and
/// Korean take 20 MB each, and an idle server holds none of it.
const HEAVY: usize = 4 << 20;

/// Where to look for fonts.
#[derive(Debug, Clone)]
pub struct FontSources {
    /// Directories with Noto Sans fonts, subdirectories not included. Missing ones are skipped.
    pub directories: Vec<PathBuf>,
}

impl Default for FontSources {
    /// Where Debian's `fonts-noto-core` and `fonts-noto-cjk` put them.
    fn default() -> Self {
        let noto = [
            "/usr/share/fonts/truetype/noto",
            "/usr/share/fonts/opentype/noto",
        ];
        Self {
            directories: noto.iter().map(PathBuf::from).collect(),
        }
    }
}

impl FontSources {
    /// Only the fonts inside the binary: Latin, Greek and Cyrillic, with serifs.
    #[must_use]
    pub const fn embedded() -> Self {
        Self {
            directories: Vec::new(),
        }
    }
}

/// All fonts known, each read when first needed.
pub(super) struct Fonts {
    book: LazyHash<FontBook>,
    slots: Vec<Slot>,
}

/// One face of a font file.
struct Slot {
    origin: Origin,
    /// Which face of the file it is.
    face: u32,
    /// The font, kept from its first use on unless it is heavy.
    kept: OnceLock<Option<Font>>,
}

/// Where a font's bytes are.
enum Origin {
    Embedded(&'static [u8]),
    File { path: PathBuf, heavy: bool },
}

impl Fonts {
    /// Reads what each font covers, and keeps only that.
    pub(super) fn find(sources: &FontSources) -> Self {
        let mut book = FontBook::new();
        let mut slots = Vec::new();
        let mut add = |data: &[u8], origin: &dyn Fn() -> Origin| {
            for (face, info) in (0..).zip(FontInfo::iter(data)) {
                if is_text_face(&info) {
                    book.push(info);
                    slots.push(Slot {
                        origin: origin(),
                        face,
                        kept: OnceLock::new(),
                    });
                }
            }
        };
        for data in typst_assets::fonts() {
            add(data, &|| Origin::Embedded(data));
        }
        for path in sources
            .directories
            .iter()
            .flat_map(|directory| noto_sans(directory))
        {
            if let Ok(data) = fs::read(&path) {
                add(&data, &|| Origin::File {
                    path: path.clone(),
                    heavy: data.len() > HEAVY,
                });
            }
        }
        Self {
            book: LazyHash::new(book),
            slots,
        }
    }

    /// What is known of the fonts.
    pub(super) const fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// A font by its place in the book, and whether it is too heavy to be kept.
    pub(super) fn get(&self, at: usize) -> Option<(Font, bool)> {
        let slot = self.slots.get(at)?;
        if slot.is_heavy() {
            return slot.read().map(|font| (font, true));
        }
        slot.kept
            .get_or_init(|| slot.read())
            .clone()
            .map(|font| (font, false))
    }

    /// The families for a document, the preferred one first.
    pub(super) fn families(&self, language: Language) -> Vec<String> {
        let own = match language {
            Language::Ar => "Noto Sans Arabic",
            Language::Ja => "Noto Sans CJK JP",
            // Chinese characters look right to Chinese readers in this family, and tolerable to others.
            _ => "Noto Sans CJK SC",
        };
        let known = |family: &&str| self.book.contains_family(&family.to_lowercase());
        [SANS, own, EMBEDDED]
            .iter()
            .filter(|family| known(family))
            .map(ToString::to_string)
            .collect()
    }

    /// Whether some font shows the character, or it needs none.
    pub(super) fn covers(&self, c: char) -> bool {
        let code = u32::from(c);
        let mut infos = (0..self.slots.len()).filter_map(|at| self.book.info(at));
        c.is_whitespace()
            || is_default_ignorable(c)
            || infos.any(|info| info.coverage.contains(code))
    }
}

impl Slot {
    const fn is_heavy(&self) -> bool {
        matches!(self.origin, Origin::File { heavy: true, .. })
    }

    fn read(&self) -> Option<Font> {
        let bytes = match &self.origin {
            Origin::Embedded(data) => Bytes::new(*data),
            Origin::File { path, .. } => Bytes::new(fs::read(path).ok()?),
        };
        Font::new(bytes, self.face)
    }
}

/// Upright Noto Sans in its two weights, by file name, in a stable order.
fn noto_sans(directory: &Path) -> Vec<PathBuf> {
    let wanted = |path: &PathBuf| {
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let special = ["Mono", "Display", "Math", "SignWriting"]
            .iter()
            .any(|word| name.contains(word));
        name.starts_with("NotoSans")
            && !special
            && (name.ends_with("-Regular") || name.ends_with("-Bold"))
    };
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(wanted).collect();
    paths.sort();
    paths
}

/// Leaves out mathematics and monospaced faces: the first are large, the second would be chosen for
/// scripts that only they cover.
fn is_text_face(info: &FontInfo) -> bool {
    !info.family.contains("Math") && !info.family.contains("Mono")
}
