//! Decimals with six places: quantities, unit rates and percentages.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type as SchemaType},
};

/// Millionths in one.
const SCALE: i64 = 1_000_000;
/// Decimal places kept.
const PLACES: usize = 6;

/// An exact decimal with at most six places, held as a whole number of millionths.
///
/// As text `-12.5`: no exponent, no plus sign, no superfluous zeros in front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Why a text is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Anything but digits, with at most one leading minus and one point between digits.
    #[error("not a decimal number")]
    Malformed,
    /// More than six decimal places.
    #[error("more than six decimal places")]
    TooPrecise,
    /// Beyond ±9,223,372,036,854.775807.
    #[error("the number is too large")]
    TooLarge,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(SCALE);
    /// One hundred, as in "of a hundred".
    pub const HUNDRED: Self = Self(100 * SCALE);

    /// So many millionths: `from_micros(1_500_000)` is 1.5.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// The number in millionths.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Less than zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(DecimalError::Malformed),
            None => (unsigned, ""),
        };
        let superfluous_zero = whole.len() > 1 && whole.starts_with('0');
        let digits_only = [whole, fraction]
            .iter()
            .all(|s| s.bytes().all(|b| b.is_ascii_digit()));
        if whole.is_empty() || superfluous_zero || !digits_only {
            return Err(DecimalError::Malformed);
        }
        if fraction.len() > PLACES {
            return Err(DecimalError::TooPrecise);
        }
        let sign = if unsigned.len() < text.len() { "-" } else { "" };
        // Only digits are left, so the sole way to fail is to be too large.
        format!("{sign}{whole}{fraction:0<PLACES$}")
            .parse()
            .map(Self)
            .map_err(|_| DecimalError::TooLarge)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = SCALE.unsigned_abs();
        let (whole, fraction) = (self.0.unsigned_abs() / scale, self.0.unsigned_abs() % scale);
        let digits = if fraction == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{fraction:0PLACES$}")
        };
        let digits = if fraction == 0 {
            &*digits
        } else {
            digits.trim_end_matches('0')
        };
        f.pad_integral(self.0 >= 0, "", digits)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl PartialSchema for Decimal {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(SchemaType::String)
            .description(Some(
                "Exact decimal number with at most six decimal places.",
            ))
            .pattern(Some(r"^-?(0|[1-9][0-9]{0,12})(\.[0-9]{1,6})?$"))
            .examples(["1.5"])
            .into()
    }
}

impl ToSchema for Decimal {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn parses_what_a_person_would_write() {
        for (text, micros) in [
            ("0", 0),
            ("-0", 0),
            ("1", 1_000_000),
            ("1.5", 1_500_000),
            ("-0.25", -250_000),
            ("0.000001", 1),
            ("12.340000", 12_340_000),
            ("9223372036854.775807", i64::MAX),
            ("-9223372036854.775808", i64::MIN),
        ] {
            assert_eq!(text.parse(), Ok(Decimal::from_micros(micros)), "{text}");
        }
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "", "-", ".", "1.", ".5", "+1", "--1", "1e3", "1,5", " 1", "1 ", "01", "1.-5", "٣",
            "1.2.3", "NaN",
        ] {
            assert_eq!(
                text.parse::<Decimal>(),
                Err(DecimalError::Malformed),
                "{text}"
            );
        }
        assert_eq!(
            "0.0000001".parse::<Decimal>(),
            Err(DecimalError::TooPrecise)
        );
        assert_eq!(
            "9223372036854.775808".parse::<Decimal>(),
            Err(DecimalError::TooLarge)
        );
        assert_eq!(
            "99999999999999999999".parse::<Decimal>(),
            Err(DecimalError::TooLarge)
        );
    }

    #[test]
    fn displays_without_trailing_zeros() {
        for (micros, text) in [
            (0, "0"),
            (100_000_000, "100"),
            (-1_500_000, "-1.5"),
            (1, "0.000001"),
        ] {
            assert_eq!(Decimal::from_micros(micros).to_string(), text);
        }
    }

    #[test]
    fn travels_as_a_string() {
        assert_eq!(
            serde_json::to_string(&Decimal::from_micros(1_500_000)).unwrap(),
            r#""1.5""#
        );
        assert!(serde_json::from_str::<Decimal>("1.5").is_err());
    }

    proptest! {
        #[test]
        fn survives_its_text(micros: i64) {
            let decimal = Decimal::from_micros(micros);
            prop_assert_eq!(decimal.to_string().parse(), Ok(decimal));
        }

        #[test]
        fn never_panics_on_any_text(text in "\\PC*") {
            let _ = text.parse::<Decimal>();
        }
    }
}
