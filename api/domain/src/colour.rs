//! Colours and whether text on them can be read (WCAG 2.2, success criteria 1.4.3 and 1.4.11).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type as SchemaType},
};

/// A colour of sRGB, written `#1d4ed8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// The text is not `#` and six hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a colour is written as # and six hexadecimal digits")]
pub struct ColourError;

/// Least contrast of text, in thousandths (WCAG level AA).
pub const TEXT_CONTRAST: u64 = 4_500;
/// Least contrast of buttons, borders and icons, in thousandths (WCAG level AA).
pub const SHAPE_CONTRAST: u64 = 3_000;

/// Fixed point of linear light: 10⁷ is full intensity.
const ONE: u64 = 10_000_000;

impl Colour {
    /// `#ffffff`.
    pub const WHITE: Self = Self {
        red: 255,
        green: 255,
        blue: 255,
    };
    /// `#000000`.
    pub const BLACK: Self = Self {
        red: 0,
        green: 0,
        blue: 0,
    };

    /// The relative luminance, of which white has 10⁷ · 10⁴.
    fn luminance(self) -> u64 {
        2_126 * linear(self.red) + 7_152 * linear(self.green) + 722 * linear(self.blue)
    }
}

/// The light of one sRGB channel, of which 255 gives [`ONE`].
///
/// The standard says `((v/255 + 0.055) / 1.055) ^ 2.4`, and `v/255 / 12.92` below 0.04045. The
/// power is x² · ⁵√x², and the fifth root is found by halving, so that no floats are needed; the
/// result is exact to about one part in 10⁵.
fn linear(channel: u8) -> u64 {
    if channel <= 10 {
        return u64::from(channel) * ONE * 100 / (255 * 1_292);
    }
    let one = u128::from(ONE);
    // (v/255 + 0.055) / 1.055 = (1000 v + 14025) / 269025, squared.
    let base = 1_000 * u128::from(channel) + 14_025;
    let square = base * base * one / (269_025 * 269_025);
    let (mut low, mut high) = (0_u128, one);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if middle.pow(5) <= square * one.pow(4) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    u64::try_from(square * low / one).unwrap_or(ONE)
}

/// The contrast ratio of two colours in thousandths, rounded down: 1,000 (none) to 21,000.
#[must_use]
pub fn contrast(a: Colour, b: Colour) -> u64 {
    // WCAG adds 0.05 for the light that every screen reflects.
    let flare = ONE * 10_000 / 20;
    let (a, b) = (a.luminance() + flare, b.luminance() + flare);
    a.max(b) * 1_000 / a.min(b)
}

/// The text colour that stands out better on an accent colour: `#ffffff` or `#000000`.
#[must_use]
pub fn readable_on(accent: Colour) -> &'static str {
    if contrast(accent, Colour::WHITE) >= contrast(accent, Colour::BLACK) {
        "#ffffff"
    } else {
        "#000000"
    }
}

/// Whether the text of [`readable_on`] has enough contrast on the accent colour.
///
/// It always has: black or white reaches 4.58 on any colour. What an accent may lack is contrast to
/// the page around it; that is [`is_visible_on_white`].
#[must_use]
pub fn is_readable(accent: Colour) -> bool {
    contrast(accent, Colour::WHITE).max(contrast(accent, Colour::BLACK)) >= TEXT_CONTRAST
}

/// Whether a button of the accent colour can be told from a white page.
#[must_use]
pub fn is_visible_on_white(accent: Colour) -> bool {
    contrast(accent, Colour::WHITE) >= SHAPE_CONTRAST
}

impl FromStr for Colour {
    type Err = ColourError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix('#').ok_or(ColourError)?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(ColourError);
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16)
            .map_err(|_| ColourError)?
            .to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl PartialSchema for Colour {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(SchemaType::String)
            .description(Some("A colour of sRGB."))
            .pattern(Some("^#[0-9a-fA-F]{6}$"))
            .examples(["#1d4ed8"])
            .into()
    }
}

impl ToSchema for Colour {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    #[test]
    fn a_colour_is_read_and_written() {
        assert_eq!(colour("#1D4ed8").to_string(), "#1d4ed8");
        for text in [
            "", "#fff", "1d4ed8", "#1d4ed", "#1d4ed8f", "#1d4edg", "#+d4ed8", "red",
        ] {
            assert_eq!(text.parse::<Colour>(), Err(ColourError), "{text}");
        }
    }

    #[test]
    fn contrasts_agree_with_published_values() {
        // Ratios as the common contrast checkers show them, to two decimals.
        for (accent, hundredths) in [
            ("#ffffff", 100),
            ("#000000", 2_100),
            ("#777777", 447),
            ("#767676", 454),
            ("#ff0000", 399),
            ("#0000ff", 859),
            ("#00ff00", 137),
            ("#1d4ed8", 670),
        ] {
            let found = contrast(colour(accent), Colour::WHITE);
            assert!((found / 10).abs_diff(hundredths) <= 1, "{accent}: {found}");
        }
    }

    #[test]
    fn light_is_exact_at_its_ends_and_grows() {
        assert_eq!((linear(0), linear(255)), (0, ONE));
        assert!((0..255).all(|channel| linear(channel) < linear(channel + 1)));
    }

    #[test]
    fn the_text_suits_the_accent() {
        assert_eq!(readable_on(colour("#1d4ed8")), "#ffffff");
        assert_eq!(readable_on(colour("#ffcc00")), "#000000");
        assert!(is_visible_on_white(colour("#1d4ed8")));
        assert!(!is_visible_on_white(colour("#ffcc00")));
    }

    proptest! {
        #[test]
        fn some_text_is_readable_on_any_colour(red: u8, green: u8, blue: u8) {
            let accent = Colour { red, green, blue };
            prop_assert!(is_readable(accent));
        }
    }
}
