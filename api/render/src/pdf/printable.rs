//! Text that the fonts can show.

use super::fonts::Fonts;

/// The longest run without a place to break that fits the narrowest column.
const LONGEST_WORD: usize = 24;

/// Stands for a character that no font can show.
const MISSING: char = '\u{fffd}';

/// Replaces what no font can show, which PDF/A forbids, and lets overlong words break.
pub(super) fn make(text: &mut String, fonts: &Fonts) {
    if text.len() <= LONGEST_WORD && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return;
    }
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.chars() {
        let shown = if fonts.covers(c) { c } else { MISSING };
        run = if shown == ' ' || shown == '-' {
            0
        } else {
            run + 1
        };
        if run > LONGEST_WORD {
            out.push('\u{200b}');
            run = 1;
        }
        out.push(shown);
    }
    *text = out;
}
