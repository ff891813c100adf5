//! Reading what people import.

use super::formula;

/// A file read: its header, and its rows as wide as the header or wider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What separates its cells: a comma, a semicolon or a tab.
    pub delimiter: char,
    /// The names in its first row, trimmed.
    pub header: Vec<String>,
    /// The rows below, without blank lines.
    pub rows: Vec<Row>,
}

/// A row below the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins; the header is on line 1.
    pub line: u64,
    /// Its cells, trimmed. Missing ones are empty; more than the header has are for the caller to report.
    pub cells: Vec<String>,
}

/// Why a file cannot be imported at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CsvError {
    /// There is no row.
    #[error("the file is empty")]
    Empty,
    /// The text is not UTF-8, from this line on.
    #[error("line {line} is not UTF-8 text: save the file as “CSV UTF-8” and try again")]
    NotUtf8 {
        /// The first such line.
        line: u64,
    },
    /// A character that is none, such as NUL, on this line.
    #[error("line {line} holds control characters: save the file as “CSV UTF-8” and try again")]
    Control {
        /// The first such line.
        line: u64,
    },
    /// Two columns have the same name.
    #[error("the column “{0}” is there twice")]
    DuplicateColumn(String),
    /// There are more rows than allowed.
    #[error("the file has more than {limit} rows")]
    TooManyRows {
        /// How many are allowed, the header not counted.
        limit: usize,
    },
    /// The file cannot be taken apart.
    #[error("the file is not comma-separated text: {0}")]
    Malformed(String),
}

/// Reads a file with a header row and at most `limit` rows below it.
///
/// The delimiter is whichever of comma, semicolon and tab the header has most of. A byte order mark is
/// dropped, and so is the apostrophe that [`write`](super::write) puts before formulas.
///
/// # Errors
/// A [`CsvError`], worded for the person who uploads the file.
pub fn read(bytes: &[u8], limit: usize) -> Result<Sheet, CsvError> {
    let text = decode(bytes)?;
    let delimiter = delimiter(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let malformed = |error: csv::Error| CsvError::Malformed(error.to_string());

    let header = records.next().ok_or(CsvError::Empty)?.map_err(malformed)?;
    let header: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
    if header.iter().all(String::is_empty) {
        return Err(CsvError::Empty);
    }
    if let Some(name) = duplicate(&header) {
        return Err(CsvError::DuplicateColumn(name.to_owned()));
    }

    let mut rows = Vec::new();
    let mut lines = Lines {
        text,
        at: 0,
        line: 1,
    };
    for record in records {
        let record = record.map_err(malformed)?;
        let line = lines.of(record.position());
        let mut cells: Vec<String> = record
            .iter()
            .map(|cell| formula::restore(cell.trim()).to_owned())
            .collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if rows.len() == limit {
            return Err(CsvError::TooManyRows { limit });
        }
        cells.resize(cells.len().max(header.len()), String::new());
        rows.push(Row { line, cells });
    }
    Ok(Sheet {
        delimiter: char::from(delimiter),
        header,
        rows,
    })
}

/// Counts lines from one row to the next. The reader's own count stops inside `\r\n` and at blank lines.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of a row, which must lie behind those asked for before.
    fn of(&mut self, row: Option<&csv::Position>) -> u64 {
        let end = row
            .and_then(|row| usize::try_from(row.byte()).ok())
            .unwrap_or_default();
        let rest = self.text.get(end..).unwrap_or_default();
        let start = end + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        self.line += breaks(self.text.get(self.at..start).unwrap_or_default());
        self.at = start;
        self.line
    }
}

/// How many lines a text ends: at `\n`, at `\r`, or at both together.
fn breaks(text: &str) -> u64 {
    let mut after_return = false;
    text.bytes().fold(0, |lines, byte| {
        let ends = byte == b'\r' || byte == b'\n' && !after_return;
        after_return = byte == b'\r';
        lines + u64::from(ends)
    })
}

/// The text without its byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, CsvError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let valid = std::str::from_utf8(valid).unwrap_or_default();
        CsvError::NotUtf8 {
            line: breaks(valid) + 1,
        }
    })?;
    let control = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r');
    match text.split_once(control) {
        Some((before, _)) => Err(CsvError::Control {
            line: breaks(before) + 1,
        }),
        None => Ok(text),
    }
}

/// The delimiter that the header has most of, outside quotes; a comma if it has none.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts
                .iter_mut()
                .filter(|(known, _)| *known == byte)
                .for_each(|(_, count)| *count += 1),
        }
    }
    // The first of equals: `max_by_key` would take the last.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(known, _)| *known)
}

/// A name that stands over two columns. Columns without a name don't count.
fn duplicate(header: &[String]) -> Option<&str> {
    let names = header
        .iter()
        .enumerate()
        .filter(|(_, name)| !name.is_empty());
    names
        .into_iter()
        .find(|(at, name)| header[..*at].contains(name))
        .map(|(_, name)| name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::{Mark, write};

    fn cells(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
        sheet
            .rows
            .iter()
            .map(|row| (row.line, row.cells.iter().map(String::as_str).collect()))
            .collect()
    }

    #[test]
    fn the_delimiter_is_found_in_the_header() {
        for (text, delimiter) in [
            ("a,b\n1;2,3", ','),
            ("a;b\n1,5;2", ';'),
            ("a\tb\n", '\t'),
            ("\"x,y,z\";b\n", ';'),
            ("alone\n", ','),
            ("a,b;c\n", ','),
        ] {
            assert_eq!(
                read(text.as_bytes(), 9).unwrap().delimiter,
                delimiter,
                "{text}"
            );
        }
    }

    #[test]
    fn rows_know_their_lines_and_are_padded() {
        let file = "\u{feff}Name; E-mail ;Note\r\nAda;ada@x.test;\"two\r\nlines\"\r\n\r\n;;\r\nBob\r\nX;y;z;surplus\r\n";
        let sheet = read(file.as_bytes(), 10).unwrap();
        assert_eq!(sheet.header, ["Name", "E-mail", "Note"]);
        assert_eq!(read(b"a\r1\r\r2", 9).unwrap().rows[1].line, 4);
        assert_eq!(
            cells(&sheet),
            [
                (2, vec!["Ada", "ada@x.test", "two\r\nlines"]),
                (6, vec!["Bob", "", ""]),
                (7, vec!["X", "y", "z", "surplus"]),
            ]
        );
    }

    #[test]
    fn what_cannot_be_imported_is_said_clearly() {
        assert_eq!(read(b"", 1), Err(CsvError::Empty));
        assert_eq!(read(b"\xef\xbb\xbf\r\n", 1), Err(CsvError::Empty));
        assert_eq!(
            read(b"a,b\nx,\xfcber\n", 1),
            Err(CsvError::NotUtf8 { line: 2 })
        );
        assert_eq!(
            read(
                "a\u{0}b"
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .chain([0xff])
                    .collect::<Vec<_>>()
                    .as_slice(),
                1
            ),
            Err(CsvError::NotUtf8 { line: 1 })
        );
        assert_eq!(
            read(b"a,b,a\n", 1),
            Err(CsvError::DuplicateColumn("a".into()))
        );
        assert_eq!(
            read(b"a\n1\n2\n", 1),
            Err(CsvError::TooManyRows { limit: 1 })
        );
        assert_eq!(read(b"a,,\n1\n", 1).unwrap().rows[0].cells, ["1", "", ""]);
    }

    #[test]
    fn what_was_written_is_read_back() {
        let rows = [
            ["name", "value"],
            ["=1+1", "'=2"],
            ["+49 170", "-5"],
            ["a \"b\", c;\nd", "''@x"],
        ];
        let sheet = read(&write(rows, Mark::ForExcel), 9).unwrap();
        let read: Vec<Vec<String>> = sheet.rows.into_iter().map(|row| row.cells).collect();
        assert_eq!(read, rows[1..]);
    }
}
