//! Enumerations that are stored, sent and read as text.

use utoipa::openapi::{
    ObjectBuilder, RefOr, Schema, extensions::ExtensionsBuilder, schema::Type as SchemaType,
};

/// A text that names no value of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no {kind}; known: {}", known.join(", "))]
pub struct UnknownText {
    /// What was expected, as the enumeration's type name.
    pub kind: &'static str,
    /// What was found instead.
    pub text: String,
    /// Every text that would have been accepted.
    pub known: &'static [&'static str],
}

/// Declares an enumeration together with its one text form.
///
/// The text (by convention `snake_case`) is what the database stores and the API sends, so it is
/// written out beside each value and must never change once released. Generated from it: `ALL`,
/// `as_str`, `AsRef<str>`, `Display`, `FromStr`, serde, and a schema of the API that lists each
/// value with its doc comment. The schema is an *open* string (`x-extensible-enum`), since a closed one
/// makes generated clients reject every value that a later version adds.
#[macro_export]
macro_rules! text_enum {
    (
        $(#[doc = $doc:literal])+
        pub enum $name:ident {
            $( $(#[doc = $value_doc:literal])+ $value:ident => $text:literal, )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            ::serde::Serialize, ::serde::Deserialize,
        )]
        pub enum $name {
            $( $(#[doc = $value_doc])+ #[serde(rename = $text)] $value, )+
        }

        impl $name {
            /// Every value, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The value as it is stored and sent.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $text),+ }
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownText;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$value),)+
                    _ => Err($crate::UnknownText {
                        kind: stringify!($name),
                        text: text.to_owned(),
                        known: &[$($text),+],
                    }),
                }
            }
        }

        impl ::utoipa::PartialSchema for $name {
            fn schema() -> ::utoipa::openapi::RefOr<::utoipa::openapi::Schema> {
                $crate::text::schema(
                    concat!($($doc, "\n"),+),
                    &[$(($text, concat!($($value_doc),+))),+],
                )
            }
        }

        impl ::utoipa::ToSchema for $name {}
    };
}

pub use text_enum;

/// The API's schema of a text enumeration: an open string that documents its known values.
#[must_use]
pub fn schema(doc: &str, values: &[(&'static str, &str)]) -> RefOr<Schema> {
    let mut lines: Vec<String> = doc.lines().map(|line| line.trim().to_owned()).collect();
    lines.push(String::new());
    lines.extend(
        values
            .iter()
            .map(|(text, doc)| format!("- `{text}`: {}", doc.trim())),
    );
    let known: Vec<&str> = values.iter().map(|(text, _)| *text).collect();
    ObjectBuilder::new()
        .schema_type(SchemaType::String)
        .description(Some(lines.join("\n")))
        .examples(known.first().copied())
        .extensions(Some(
            ExtensionsBuilder::new()
                .add("x-extensible-enum", known)
                .build(),
        ))
        .into()
}

#[cfg(test)]
mod tests {
    use utoipa::PartialSchema as _;

    text_enum! {
        /// How a thing is.
        pub enum Mood {
            /// All is well.
            Good => "good",
            /// Not so
            /// well.
            NotSoGood => "not_so_good",
        }
    }

    #[test]
    fn the_text_is_the_same_everywhere() {
        assert_eq!(Mood::NotSoGood.to_string(), "not_so_good");
        assert_eq!("not_so_good".parse(), Ok(Mood::NotSoGood));
        assert_eq!(
            serde_json::to_string(&Mood::NotSoGood).unwrap(),
            r#""not_so_good""#
        );
        assert_eq!(
            serde_json::from_str::<Mood>(r#""good""#).unwrap(),
            Mood::Good
        );
        assert_eq!(Mood::ALL, [Mood::Good, Mood::NotSoGood]);
        assert_eq!(format!("[{:>6}]", Mood::Good), "[  good]");
    }

    #[test]
    fn an_unknown_text_is_refused_with_the_known_ones() {
        let error = "Good".parse::<Mood>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "`Good` is no Mood; known: good, not_so_good"
        );
        assert!(serde_json::from_str::<Mood>(r#""Good""#).is_err());
    }

    #[test]
    fn the_schema_is_open_and_documents_each_value() {
        let schema = serde_json::to_value(Mood::schema()).unwrap();
        assert_eq!(schema["type"], "string");
        assert_eq!(
            schema["x-extensible-enum"],
            serde_json::json!(["good", "not_so_good"])
        );
        assert_eq!(
            schema["description"],
            "How a thing is.\n\n- `good`: All is well.\n- `not_so_good`: Not so well."
        );
        assert!(schema.get("enum").is_none());
    }
}
