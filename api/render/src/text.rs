//! Text that people typed, made fit for print and mail headers.

/// Opens a run whose direction follows its own first letter (Unicode FIRST STRONG ISOLATE).
const ISOLATE: char = '\u{2068}';
/// Closes what [`ISOLATE`] opened (POP DIRECTIONAL ISOLATE).
const POP: char = '\u{2069}';

/// One line: white space collapsed to single spaces (those that never break a line are kept); control
/// characters, and characters that reorder the text around them, removed.
///
/// What comes out can stand in a mail header: it holds no line break.
pub(crate) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let gap =
        |c: char| (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')) || c.is_control();
    for word in text.split(gap) {
        let before = out.len();
        if before > 0 {
            out.push(' ');
        }
        let start = out.len();
        out.extend(word.chars().filter(|&c| !is_reordering(c)));
        if out.len() == start {
            out.truncate(before);
        }
    }
    out
}

/// The lines of a longer text, each as [`line`] leaves it. Blank lines inside are kept, those at
/// either end are dropped.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let breaks = |c: char| {
        matches!(
            c,
            '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let mut lines: Vec<String> = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .split(breaks)
        .map(line)
        .collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let blank = lines.iter().take_while(|line| line.is_empty()).count();
    lines.split_off(blank)
}

/// The text as a run of its own, so that it neither reorders its surroundings nor is reordered by
/// them: an English name in an Arabic sentence, or the other way round.
pub(crate) fn isolate(text: &str) -> String {
    format!("{ISOLATE}{text}{POP}")
}

/// The address if a document may link to it: absolute, http or https, without spaces or control characters.
pub(crate) fn web_address(address: &str) -> Option<&str> {
    let web = address.starts_with("https://") || address.starts_with("http://");
    (web && !address.contains(|c: char| c.is_whitespace() || c.is_control())).then_some(address)
}

/// Whether any letter of the text is written from right to left.
pub(crate) fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

/// Marks that override or nest text direction, plus the byte order mark: never needed in a name,
/// and able to make `USD 100` look like `USD 001`.
fn is_reordering(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_breaks_and_no_overrides() {
        assert_eq!(
            line("  Ada\r\nBcc: evil@x.test\t Lovelace\u{0} "),
            "Ada Bcc: evil@x.test Lovelace"
        );
        assert_eq!(line("100\u{202e}001 \u{feff} x"), "100001 x");
        assert_eq!(line("\u{2028}\n"), "");
    }

    #[test]
    fn lines_keep_paragraphs_and_drop_blank_ends() {
        assert_eq!(
            lines("\n\nDear Ada,\r\n\r\nthanks.\rBye\n\n"),
            ["Dear Ada,", "", "thanks.", "Bye"]
        );
        assert!(lines(" \n ").is_empty());
    }

    #[test]
    fn only_web_addresses_are_linked() {
        assert!(web_address("https://acme.test/i?x=1&y=%20").is_some());
        for wrong in [
            "javascript:alert(1)",
            "/etc/passwd",
            "data:text/html,x",
            "https://a b",
            "https://a\n",
            "",
        ] {
            assert_eq!(web_address(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn knows_right_to_left_letters() {
        assert!(has_right_to_left("Acme شركة"));
        assert!(!has_right_to_left("Acme GmbH 東京 1,00 €"));
    }
}
