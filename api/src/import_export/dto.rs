//! What the import routes take and give.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

/// A file to be looked at.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the form; the extractor reads it")]
pub struct PreviewCustomerImport {
    /// Comma-, semicolon- or tab-separated text in UTF-8 with a header: at most 5 MB and 10,000 rows.
    #[schema(value_type = String, format = Binary)]
    pub file: Vec<u8>,
    /// A JSON object from the file's columns to fields; guessed from the header if not given.
    #[schema(example = "{\"Kunde\":\"display_name\",\"Intern\":null}")]
    pub mapping: Option<String>,
}

/// A file to be imported.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the form; the extractor reads it")]
pub struct ImportCustomers {
    /// As for the preview.
    #[schema(value_type = String, format = Binary)]
    pub file: Vec<u8>,
    /// A JSON object from the file's columns to fields.
    #[schema(example = "{\"Kunde\":\"display_name\",\"Intern\":null}")]
    pub mapping: String,
}

/// What an import would do. Nothing was written.
#[derive(Serialize, ToSchema)]
pub struct ImportPreview {
    /// The file's header.
    #[schema(example = json!(["Kunde", "Intern"]))]
    pub columns: Vec<String>,
    /// Each column with the field that it fills; null if it is left out.
    #[schema(example = json!({ "Kunde": "display_name", "Intern": null }))]
    pub mapping: BTreeMap<String, Option<&'static str>>,
    /// Every field that can be filled.
    pub fields: Vec<ImportField>,
    #[schema(example = 120)]
    pub rows_total: usize,
    #[schema(example = 118)]
    pub rows_valid: usize,
    /// The first rows, by field.
    pub sample: Vec<ImportSample>,
    /// At most 1,000.
    pub errors: Vec<ImportError>,
}

/// A field that a column can fill.
#[derive(Serialize, ToSchema)]
pub struct ImportField {
    #[schema(example = "display_name")]
    pub name: &'static str,
    pub required: bool,
}

/// A row as it would be imported.
#[derive(Serialize, ToSchema)]
pub struct ImportSample {
    /// In the file; the header is on line 1.
    #[schema(example = 2)]
    pub line: u64,
    /// By field; null where the cell is empty.
    #[schema(example = json!({ "display_name": "Lindqvist Interiors", "email": null }))]
    pub values: BTreeMap<&'static str, Option<String>>,
}

/// What is not right in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ImportError {
    /// In the file; the header is on line 1.
    #[schema(example = 7)]
    pub line: u64,
    /// The column's name; null if it concerns the whole row.
    #[schema(required, example = "E-Mail")]
    pub column: Option<String>,
    #[schema(example = "email")]
    pub code: String,
    #[schema(example = "must be an e-mail address")]
    pub detail: String,
}

/// What an import did.
#[derive(Serialize, ToSchema)]
pub struct ImportResult {
    /// How many customers were created.
    #[schema(example = 118)]
    pub created: usize,
}
