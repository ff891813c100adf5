//! Cells that a spreadsheet would run.

/// Whether a spreadsheet would take the cell for a formula.
///
/// Plain numbers are not: `-12.50` must stay a number. A telephone number (`+49 170 …`) counts, since
/// `+49` followed by anything else may be one.
fn is_formula(cell: &str) -> bool {
    let dangerous =
        cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    dangerous && !is_number(cell)
}

/// Digits with separators between them, and at most a sign before them.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    digits
        .split(['.', ','])
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the cell is a formula once its leading apostrophes are gone.
fn hides_formula(cell: &str) -> bool {
    is_formula(cell.trim_start_matches('\''))
}

/// Whether the cell needs an apostrophe in front, which makes a spreadsheet show it as text.
///
/// A cell that looks neutralised already gets one more, so that [`restore`] is exact.
pub(super) fn needs_apostrophe(cell: &str) -> bool {
    hides_formula(cell)
}

/// Takes back the apostrophe that writing has put in front.
pub(super) fn restore(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if hides_formula(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_told_from_numbers() {
        for cell in [
            "=1+1",
            "+1+1",
            "-1+cmd|' /C calc'!A0",
            "@SUM(A1)",
            "\tx",
            "\r=1",
            "＝1",
            "-",
            "+49 170 1",
            "-1e5",
            "--1",
        ] {
            assert!(is_formula(cell), "{cell:?}");
        }
        for cell in [
            "",
            "-12.50",
            "+1",
            "-1.234,56",
            "-1,234.56",
            "a=b",
            "12",
            " =1",
            "ada@example.com",
            "'",
        ] {
            assert!(!is_formula(cell), "{cell:?}");
        }
    }

    #[test]
    fn an_apostrophe_is_taken_back_exactly() {
        for cell in [
            "=1", "'=1", "''=1", "'", "'tis", "plain", "+49 1", "-5", "'-5",
        ] {
            let written = if needs_apostrophe(cell) {
                format!("'{cell}")
            } else {
                cell.to_owned()
            };
            assert_eq!(restore(&written), cell, "{written}");
        }
    }
}
