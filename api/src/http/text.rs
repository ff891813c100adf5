//! Texts that people type.

use serde_json::Value;
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

/// For `#[validate(custom(function = "web_address"))]`: pages show it as a link, so that no other scheme will do.
///
/// # Errors
/// If it does not begin with `https://` or `http://`, followed by a host.
pub fn web_address(text: &str) -> Result<(), ValidationError> {
    let text = text.trim();
    let fits = reqwest::Url::parse(text)
        .is_ok_and(|url| ["http", "https"].contains(&url.scheme()) && url.has_host());
    if text.is_empty() || fits {
        Ok(())
    } else {
        Err(ValidationError::new("url").with_message("must begin with https:// or http://".into()))
    }
}

/// Whether a text holds control characters other than tabs and line breaks. They mean nothing to a reader,
/// XML refuses them all, and PostgreSQL refuses one of them.
#[must_use]
pub fn has_control(text: &str) -> bool {
    text.contains(|c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r'))
}

/// JSON pointers to the texts of a value that hold control characters.
#[must_use]
pub fn with_control(value: &Value) -> Vec<String> {
    let below = |name: String, value: &Value| {
        let found = with_control(value).into_iter();
        found
            .map(|pointer| format!("/{name}{pointer}"))
            .collect::<Vec<_>>()
    };
    match value {
        Value::String(text) if has_control(text) => vec![String::new()],
        Value::Array(values) => {
            let values = values.iter().enumerate();
            values
                .flat_map(|(index, value)| below(index.to_string(), value))
                .collect()
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            fields
                .flat_map(|(name, value)| below(name.replace('~', "~0").replace('/', "~1"), value))
                .collect()
        }
        _ => Vec::new(),
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

    #[test]
    fn control_characters_are_found_wherever_they_stand() {
        let body =
            serde_json::json!({ "a": "x\n\ty", "b/c": ["", "\u{0}"], "d": { "e": "\u{1b}" } });
        assert_eq!(with_control(&body), ["/b~1c/1", "/d/e"]);
    }
}
