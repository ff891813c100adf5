//! Texts that people type.

use validator::ValidationError;

/// For `#[validate(custom(function = "not_blank"))]`: there must be more than blanks.
///
/// # Errors
/// If there is not.
pub fn not_blank(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() {
        Err(ValidationError::new("required").with_message("must not be empty".into()))
    } else {
        Ok(())
    }
}

/// A text without blanks around it; nothing, if nothing is left.
#[must_use]
pub fn tidy(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_nothing() {
        assert!(not_blank(" \t").is_err() && not_blank(" a ").is_ok());
        assert_eq!(tidy(Some(" a ".to_owned())).as_deref(), Some("a"));
        assert_eq!(tidy(Some("  ".to_owned())), None);
    }
}
