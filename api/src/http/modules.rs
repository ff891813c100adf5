//! Rules that every table of the portal's modules keeps (A7).

use portico_domain::portal_module::{ModuleAccess, TableFault, faults};

use crate::error::FieldError;

/// Which entries of a table are not right; `pointer` is where the table stands in the body.
#[must_use]
pub fn check(pointer: &str, table: &[ModuleAccess]) -> Vec<FieldError> {
    let told = |(index, fault): (usize, TableFault)| {
        let (field, code) = match fault {
            TableFault::Repeated => ("module", "duplicate"),
            TableFault::Unknown => ("permissions", "unknown"),
            TableFault::WithoutView => ("permissions", "required"),
        };
        FieldError {
            pointer: format!("{pointer}/{index}/{field}"),
            code: code.into(),
            detail: fault.to_string().into(),
        }
    };
    faults(table).into_iter().map(told).collect()
}
