//! Text that the fonts can show, which is all that PDF/A allows.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

/// How far apart an overlong word gets its places to break.
const PIECE: usize = 8;

/// Stands for what no font can show.
const MISSING: &str = "\u{fffd}";

/// Lets words break that are longer than a column is wide, and replaces characters for private use,
/// which mean nothing to others.
pub(super) fn make(text: &mut String, longest: usize) {
    if text.len() <= longest && text.is_ascii() {
        return;
    }
    let mut out = String::with_capacity(text.len() + text.len() / PIECE);
    for word in text.split_inclusive(|c| !is_letter(c)) {
        let letters = word.chars().filter(|&c| is_letter(c)).count();
        for (at, c) in word.chars().enumerate() {
            if letters > longest && at > 0 && at % PIECE == 0 {
                out.push('\u{200b}');
            }
            match c {
                '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => out.push_str(MISSING),
                c => out.push(c),
            }
        }
    }
    *text = out;
}

/// Whether the character makes up words that only end at spaces. Those of other scripts break
/// anywhere, or must not be parted from their marks.
const fn is_letter(c: char) -> bool {
    c.is_ascii_graphic()
        || matches!(c, '\u{a1}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}')
}

/// Replaces pieces of text throughout a document's data, which is JSON.
pub(super) fn replace(data: &str, pieces: &BTreeSet<String>) -> String {
    // Longer pieces first: a shorter one may be part of them.
    let mut pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
    pieces
        .iter()
        .fold(data.to_owned(), |data, piece| data.replace(piece, MISSING))
}

/// The pieces of text that were set with the empty box fonts have for what they lack. Never ASCII, and
/// so never part of JSON's own syntax.
pub(super) fn missing(document: &PagedDocument) -> BTreeSet<String> {
    let mut pieces = BTreeSet::new();
    document
        .pages()
        .iter()
        .for_each(|page| collect(&page.frame, &mut pieces));
    pieces
}

fn collect(frame: &Frame, pieces: &mut BTreeSet<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, pieces),
            FrameItem::Text(text) => {
                let boxes = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                pieces.extend(
                    boxes
                        .filter_map(|glyph| text.text.get(glyph.range()))
                        .flat_map(|piece| piece.split(|c: char| c.is_ascii()))
                        .filter(|piece| !piece.is_empty())
                        .map(str::to_owned),
                );
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &str) -> String {
        let mut text = text.to_owned();
        make(&mut text, 12);
        text
    }

    #[test]
    fn only_overlong_words_get_places_to_break() {
        assert_eq!(made("twelve chars, and more"), "twelve chars, and more");
        assert_eq!(made("a thirteen-char. b"), "a thirteen\u{200b}-char. b");
        assert_eq!(made("ÄÖÜäöüßÄÖÜäöü"), "ÄÖÜäöüßÄ\u{200b}ÖÜäöü");
        let thai = "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอนหรือวรรณยุกต์";
        assert_eq!(made(thai), thai);
        assert_eq!(made("a\u{e001}b"), "a\u{fffd}b");
    }

    #[test]
    fn longer_pieces_are_replaced_first() {
        let pieces = ["é", "é\u{1920}"].map(str::to_owned).into();
        assert_eq!(
            replace("[\"é\u{1920} é\"]", &pieces),
            "[\"\u{fffd} \u{fffd}\"]"
        );
    }
}
