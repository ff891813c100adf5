//! How the domain's values are stored: enums and codes as text, structures as JSON, instants as milliseconds.

use std::{ops::Deref, str::FromStr};

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::{
    ColIdx, ColumnType, DbErr, QueryResult, TryGetError, TryGetable, Value,
    sea_query::{ArrayType, Nullable, ValueType, ValueTypeErr},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};

/// A domain value that has one textual form, such as a status, a currency or a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Text<T>(pub T);

impl<T> Deref for Text<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for Text<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: AsRef<str>> From<Text<T>> for Value {
    fn from(text: Text<T>) -> Self {
        text.0.as_ref().to_owned().into()
    }
}

impl<T: FromStr> TryGetable for Text<T> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        let text = String::try_get_by(row, index)?;
        text.parse()
            .map(Self)
            .map_err(|_| DbErr::Type(format!("unknown value {text:?}")).into())
    }
}

impl<T: FromStr + AsRef<str>> ValueType for Text<T> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <String as ValueType>::try_from(value)?
            .parse()
            .map(Self)
            .map_err(|_| ValueTypeErr)
    }
    fn type_name() -> String {
        "Text".to_owned()
    }
    fn array_type() -> ArrayType {
        <String as ValueType>::array_type()
    }
    fn column_type() -> ColumnType {
        ColumnType::Text
    }
}

impl<T> Nullable for Text<T> {
    fn null() -> Value {
        <String as Nullable>::null()
    }
}

impl<T> sea_orm::TryFromU64 for Text<T> {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64("Text"))
    }
}

/// A structure kept whole as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Doc<T>(pub T);

impl<T> Deref for Doc<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for Doc<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: Serialize> From<Doc<T>> for Value {
    fn from(doc: Doc<T>) -> Self {
        // A domain structure always has a JSON form; null is refused by the column.
        serde_json::to_value(doc.0)
            .unwrap_or(serde_json::Value::Null)
            .into()
    }
}

impl<T: DeserializeOwned> TryGetable for Doc<T> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        let json = serde_json::Value::try_get_by(row, index)?;
        serde_json::from_value(json)
            .map(Self)
            .map_err(|error| DbErr::Json(error.to_string()).into())
    }
}

impl<T: Serialize + DeserializeOwned> ValueType for Doc<T> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        let json = <serde_json::Value as ValueType>::try_from(value)?;
        serde_json::from_value(json)
            .map(Self)
            .map_err(|_| ValueTypeErr)
    }
    fn type_name() -> String {
        "Doc".to_owned()
    }
    fn array_type() -> ArrayType {
        <serde_json::Value as ValueType>::array_type()
    }
    fn column_type() -> ColumnType {
        ColumnType::JsonBinary
    }
}

impl<T> Nullable for Doc<T> {
    fn null() -> Value {
        <serde_json::Value as Nullable>::null()
    }
}

/// A moment, to the millisecond: an integer in the database, RFC 3339 in UTC on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// The moment as a calendar value.
    #[must_use]
    pub fn to_utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }

    /// This moment and `seconds` more (or less).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }
}

impl From<DateTime<Utc>> for Instant {
    fn from(at: DateTime<Utc>) -> Self {
        Self(at.timestamp_millis())
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_utc().to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DateTime::<Utc>::deserialize(deserializer).map(Self::from)
    }
}

impl From<Instant> for Value {
    fn from(at: Instant) -> Self {
        at.0.into()
    }
}

impl TryGetable for Instant {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        i64::try_get_by(row, index).map(Self)
    }
}

impl ValueType for Instant {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <i64 as ValueType>::try_from(value).map(Self)
    }
    fn type_name() -> String {
        "Instant".to_owned()
    }
    fn array_type() -> ArrayType {
        <i64 as ValueType>::array_type()
    }
    fn column_type() -> ColumnType {
        ColumnType::BigInteger
    }
}

impl Nullable for Instant {
    fn null() -> Value {
        <i64 as Nullable>::null()
    }
}

impl utoipa::PartialSchema for Instant {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::KnownFormat(
                utoipa::openapi::KnownFormat::DateTime,
            )))
            .examples([serde_json::json!("2026-11-21T09:30:00.000Z")])
            .into()
    }
}

impl utoipa::ToSchema for Instant {}
