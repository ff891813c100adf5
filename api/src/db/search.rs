//! Looking for a text within a column of lower-case text.

use sea_orm::{
    ColumnTrait,
    sea_query::{Expr, ExprTrait as _, LikeExpr},
};

/// Whether the column contains the text, whatever its case; `%` and `_` in it mean themselves.
pub fn contains(column: impl ColumnTrait, text: &str) -> Expr {
    let text = text.trim().to_lowercase();
    let escaped = text
        .replace('\\', r"\\")
        .replace('%', r"\%")
        .replace('_', r"\_");
    Expr::col(column.as_column_ref()).like(LikeExpr::new(format!("%{escaped}%")).escape('\\'))
}
