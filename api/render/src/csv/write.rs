//! Writing.

use super::formula;

/// Whether a file begins with a byte order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It does: Excel then reads it as UTF-8 instead of the machine's own code page.
    ForExcel,
    /// It does not: right for everything else.
    None,
}

/// Writes rows, the header first, as RFC 4180 has it: commas, CRLF, quotes where needed.
///
/// A cell that a spreadsheet would run as a formula gets a leading apostrophe; plain numbers don't.
/// [`read`](super::read) takes it back.
#[must_use]
pub fn write<Row, Cell>(rows: impl IntoIterator<Item = Row>, mark: Mark) -> Vec<u8>
where
    Row: IntoIterator<Item = Cell>,
    Cell: AsRef<str>,
{
    let mut out = String::new();
    if mark == Mark::ForExcel {
        out.push('\u{feff}');
    }
    for row in rows {
        let start = out.len();
        for (at, cell) in row.into_iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            push_cell(&mut out, cell.as_ref());
        }
        // A row of one empty cell would be a blank line, which readers skip.
        if out.len() == start {
            out.push_str("\"\"");
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// Appends a cell. Memory cannot fail, so this needs no error, unlike a writer for any sink.
fn push_cell(out: &mut String, cell: &str) {
    let apostrophe = if formula::needs_apostrophe(cell) {
        "'"
    } else {
        ""
    };
    if cell.contains(['"', ',', ';', '\t', '\r', '\n'])
        || cell.starts_with(' ')
        || cell.ends_with(' ')
    {
        out.push('"');
        out.push_str(apostrophe);
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(apostrophe);
        out.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text<const N: usize>(rows: &[[&str; N]]) -> String {
        String::from_utf8(write(rows, Mark::None)).unwrap()
    }

    #[test]
    fn cells_are_quoted_where_needed() {
        assert_eq!(
            text(&[["a", "b"], ["1,5", "say \"hi\"\r\nnow"]]),
            "a,b\r\n\"1,5\",\"say \"\"hi\"\"\r\nnow\"\r\n"
        );
        assert_eq!(text(&[[""], ["x"]]), "\"\"\r\nx\r\n");
        assert_eq!(text::<1>(&[]), "");
    }

    #[test]
    fn formulas_are_neutralised_and_numbers_kept() {
        let written = text(&[[
            "=HYPERLINK(\"http://evil.test\")",
            "-1+1",
            "@x",
            "-12.50",
            "+49 170 1",
        ]]);
        assert_eq!(
            written,
            "\"'=HYPERLINK(\"\"http://evil.test\"\")\",'-1+1,'@x,-12.50,'+49 170 1\r\n"
        );
    }

    #[test]
    fn excel_gets_its_mark() {
        assert_eq!(write([["ä"]], Mark::ForExcel), "\u{feff}ä\r\n".as_bytes());
    }
}
