//! A file read as customers: each row is right, or says what is not.

use std::collections::{BTreeMap, HashMap};

use portico_render::csv::{self, Row};

use super::{
    columns::{self, FIELDS, Field, REQUIRED},
    dto::{ImportError, ImportSample},
};
use crate::{
    customers::CreateCustomer,
    error::{Error, Result},
};

/// The most rows of a file.
const ROWS: usize = 10_000;

/// A file with the fields that its columns fill.
pub struct Sheet {
    pub header: Vec<String>,
    /// For each column of the header.
    fields: Vec<Option<&'static Field>>,
    rows: Vec<Row>,
}

/// A row that is right in itself.
pub struct Candidate {
    pub line: u64,
    pub customer: CreateCustomer,
}

impl Sheet {
    /// Reads a file. Without a mapping, the header says what the columns mean.
    ///
    /// # Errors
    /// `validation_failed` for `/file` or `/mapping`.
    pub fn read(file: &[u8], mapping: Option<&str>) -> Result<Self> {
        let sheet = csv::read(file, ROWS)
            .map_err(|error| Error::field("/file", "csv", error.to_string()))?;
        let fields = match mapping {
            Some(mapping) => mapped(&sheet.header, mapping)?,
            None => guessed(&sheet.header),
        };
        Ok(Self {
            header: sheet.header,
            fields,
            rows: sheet.rows,
        })
    }

    /// How many rows there are below the header.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Each column with the field that it fills.
    pub fn mapping(&self) -> BTreeMap<String, Option<&'static str>> {
        let fields = self
            .fields
            .iter()
            .map(|field| field.map(|field| field.name));
        self.header
            .iter()
            .cloned()
            .zip(fields)
            .filter(|(column, _)| !column.is_empty())
            .collect()
    }

    /// Whether a column names the customers.
    pub fn has_names(&self) -> bool {
        self.column_of(REQUIRED).is_some()
    }

    /// The column that fills a field.
    pub fn column_of(&self, name: &str) -> Option<&str> {
        let at = self
            .fields
            .iter()
            .position(|field| field.is_some_and(|field| field.name == name))?;
        self.header.get(at).map(String::as_str)
    }

    /// The first rows, by field.
    pub fn sample(&self, rows: usize) -> Vec<ImportSample> {
        let values = |row: &Row| {
            let filled = self.fields.iter().zip(&row.cells);
            filled
                .filter_map(|(field, cell)| {
                    Some((
                        (*field)?.name,
                        Some(cell.clone()).filter(|cell| !cell.is_empty()),
                    ))
                })
                .collect()
        };
        let rows = self.rows.iter().take(rows);
        rows.map(|row| ImportSample {
            line: row.line,
            values: values(row),
        })
        .collect()
    }

    /// The rows that are right in themselves, and what is not right in the others.
    pub fn candidates(&self) -> (Vec<Candidate>, Vec<ImportError>) {
        let (mut candidates, mut errors) = (Vec::with_capacity(self.rows.len()), Vec::new());
        for row in &self.rows {
            match self.candidate(row) {
                Ok(candidate) => candidates.push(candidate),
                Err(found) => errors.extend(found),
            }
        }
        (candidates, errors)
    }

    fn candidate(&self, row: &Row) -> Result<Candidate, Vec<ImportError>> {
        let mut errors = Vec::new();
        let error = |column: Option<&str>, code: &str, detail: &str| ImportError {
            line: row.line,
            column: column.map(str::to_owned),
            code: code.to_owned(),
            detail: detail.to_owned(),
        };
        if row.cells.len() > self.header.len() {
            errors.push(error(None, "columns", "has more cells than the header"));
        }
        let mut customer = CreateCustomer::blank();
        let filled = self.fields.iter().zip(&row.cells).zip(&self.header);
        for ((field, cell), column) in filled {
            if let Some(field) = field
                && !cell.is_empty()
                && let Err(detail) = (field.set)(&mut customer, cell.clone())
            {
                errors.push(error(Some(column), "invalid", &detail));
            }
        }
        for fault in customer.faults() {
            let field = FIELDS.iter().find(|field| field.pointer == fault.pointer);
            let column = field.and_then(|field| self.column_of(field.name));
            errors.push(error(column, &fault.code, &fault.detail));
        }
        if errors.is_empty() {
            Ok(Candidate {
                line: row.line,
                customer,
            })
        } else {
            Err(errors)
        }
    }
}

fn guessed(header: &[String]) -> Vec<Option<&'static Field>> {
    let mut seen = std::collections::HashSet::new();
    let first = |field: &&'static Field| seen.insert(field.name);
    let mut first = first;
    header
        .iter()
        .map(|column| columns::guess(column).filter(&mut first))
        .collect()
}

fn mapped(header: &[String], mapping: &str) -> Result<Vec<Option<&'static Field>>> {
    let wrong = |pointer: String, detail: &str| Error::field(pointer, "invalid", detail.to_owned());
    let mapping: HashMap<String, Option<String>> = serde_json::from_str(mapping).map_err(|_| {
        wrong(
            "/mapping".to_owned(),
            "must be a JSON object from columns to fields",
        )
    })?;
    let mut fields = vec![None; header.len()];
    for (column, name) in &mapping {
        let pointer = || format!("/mapping/{}", column.replace('~', "~0").replace('/', "~1"));
        let at = header.iter().position(|known| known == column);
        let slot = at.and_then(|at| fields.get_mut(at));
        let slot = slot.ok_or_else(|| wrong(pointer(), "the file has no such column"))?;
        if let Some(name) = name {
            *slot = Some(
                columns::named(name).ok_or_else(|| wrong(pointer(), "there is no such field"))?,
            );
        }
    }
    let mut seen = std::collections::HashSet::new();
    match fields
        .iter()
        .flatten()
        .find(|field: &&&Field| !seen.insert(field.name))
    {
        Some(field) => Err(wrong(
            "/mapping".to_owned(),
            &format!("two columns fill {}", field.name),
        )),
        None => Ok(fields),
    }
}
