//! Fields of a `PATCH`: absent means "leave it", null means "take it away".

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};
use validator::{ValidateEmail, ValidateLength, ValidateRange};

/// A field that may be taken away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Patch<T> {
    /// Not mentioned: stays as it is.
    #[default]
    Absent,
    /// Taken away.
    Null,
    /// Set.
    Value(T),
}

impl<T> Patch<T> {
    /// What the field is to be, if it is mentioned.
    #[must_use]
    pub fn change(self) -> Option<Option<T>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(Some(value)),
        }
    }

    /// Changes a field if this mentions it.
    pub fn apply(self, field: &mut Option<T>) {
        if let Some(value) = self.change() {
            *field = value;
        }
    }

    /// The value, if one is set.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The same with another type of value.
    #[must_use]
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(f(value)),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| value.map_or(Self::Null, Self::Value))
    }
}

/// For a field that may be absent but not null: `#[serde(deserialize_with = "present")]`.
///
/// # Errors
/// If it is null or of the wrong type.
pub fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

// Rules hold for the value that is set.

impl<T: ValidateLength<u64>> ValidateLength<u64> for Patch<T> {
    fn length(&self) -> Option<u64> {
        self.value().and_then(ValidateLength::length)
    }
}

impl<T: ValidateEmail> ValidateEmail for Patch<T> {
    fn as_email_string(&self) -> Option<Cow<'_, str>> {
        self.value().and_then(ValidateEmail::as_email_string)
    }
}

impl<N, T: ValidateRange<N>> ValidateRange<N> for Patch<T> {
    fn greater_than(&self, max: N) -> Option<bool> {
        self.value().and_then(|value| value.greater_than(max))
    }
    fn less_than(&self, min: N) -> Option<bool> {
        self.value().and_then(|value| value.less_than(min))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Form {
        note: Patch<String>,
        #[serde(deserialize_with = "present")]
        name: Option<String>,
    }

    #[test]
    fn absent_null_and_value_differ() {
        let read = |json| serde_json::from_str::<Form>(json).unwrap().note;
        assert_eq!(read("{}"), Patch::Absent);
        assert_eq!(read(r#"{ "note": null }"#), Patch::Null);
        assert_eq!(read(r#"{ "note": "x" }"#), Patch::Value("x".to_owned()));
    }

    #[test]
    fn what_must_be_there_cannot_be_null() {
        let read = |json| serde_json::from_str::<Form>(json).map(|form| form.name);
        assert_eq!(read("{}").unwrap(), None);
        assert_eq!(read(r#"{ "name": "x" }"#).unwrap().as_deref(), Some("x"));
        assert!(read(r#"{ "name": null }"#).is_err());
    }
}
