//! What a document's totals are calculated from.

use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat,
        schema::{AdditionalProperties, Type},
    },
};

use crate::{
    decimal::Decimal,
    money::{Currency, MAX_MINOR},
    tax::TaxComponent,
    text::text_enum,
};

text_enum! {
    /// What is rounded when taxes are calculated. Lines' amounts are always rounded.
    pub enum RoundingScope {
        /// Each tax of each line is rounded by itself.
        Line => "line",
        /// Each tax is rounded once for the whole document, or, where prices include tax, the net
        /// once for all lines that bear the same taxes; the result is spread back over the lines.
        Document => "document",
    }
}

text_enum! {
    /// Whether a discount on the whole lowers what is taxed.
    pub enum DiscountTiming {
        /// It is taken of the lines' amounts; taxes are calculated on what is left.
        BeforeTax => "before_tax",
        /// It is taken of the lines and their taxes, which stay as they are.
        AfterTax => "after_tax",
    }
}

/// A discount, in terms of the prices: where they include tax, so does it.
///
/// As JSON `{"percent": "10"}` or `{"amount": 500}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Discount {
    /// A percentage from 0 to 100.
    Percent(Decimal),
    /// An amount in minor units, from 0 to what it is taken of.
    Amount(i64),
}

/// One object rather than a choice of two, which generated clients handle better.
impl PartialSchema for Discount {
    fn schema() -> RefOr<Schema> {
        let amount = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
            .description(Some("Minor units, at most what the discount is taken of."))
            .minimum(Some(0))
            .maximum(Some(MAX_MINOR))
            .examples([500]);
        let percent = ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(
                "Percentage from 0 to 100, with at most six decimal places.",
            ))
            .pattern(Some(r"^(0|[1-9][0-9]{0,2})(\.[0-9]{1,6})?$"))
            .examples(["10"]);
        ObjectBuilder::new()
            .description(Some("A discount: either a percentage or an amount."))
            .property("percent", percent)
            .property("amount", amount)
            .min_properties(Some(1))
            .max_properties(Some(1))
            .additional_properties(Some(AdditionalProperties::FreeForm(false)))
            .into()
    }
}

impl ToSchema for Discount {}

/// A tax on a line, with the identity by which it is summed over the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppliedTax {
    /// Whatever identifies the tax for the caller. One identity means one tax: name, rate and
    /// compounding must be the same wherever it occurs.
    pub id: String,
    /// The tax itself.
    pub component: TaxComponent,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineInput {
    /// Name and description; only compared, to break ties by content.
    pub text: String,
    /// How many, ≥ 0.
    pub quantity: Decimal,
    /// Price of one in major units (euros, not cents), ≥ 0.
    pub rate: Decimal,
    /// The line's own discount.
    pub discount: Option<Discount>,
    /// The taxes it bears, in any order, each once.
    pub taxes: Vec<AppliedTax>,
}

/// A charge for shipping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShippingInput {
    /// Minor units, ≥ 0; with its taxes if prices include tax.
    pub amount: i64,
    /// The taxes it bears, in any order, each once.
    pub taxes: Vec<AppliedTax>,
}

/// A document, as far as its totals depend on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentInput {
    /// The currency of every amount.
    pub currency: Currency,
    /// The lines, in any order.
    pub lines: Vec<LineInput>,
    /// Whether rates and the shipping charge include their taxes.
    pub prices_include_tax: bool,
    /// The discount on the whole.
    pub discount: Option<Discount>,
    /// When the discount on the whole is taken.
    pub discount_timing: DiscountTiming,
    /// The shipping charge.
    pub shipping: Option<ShippingInput>,
    /// Any other amount to be added or, if negative, taken off; not taxed. Minor units.
    pub adjustment: i64,
    /// What is rounded when taxes are calculated.
    pub rounding: RoundingScope,
    /// Whether the total is rounded to the whole major unit.
    pub round_total_to_unit: bool,
}

impl DocumentInput {
    /// The discount on the whole, if it is taken then.
    pub(super) fn discount_at(&self, timing: DiscountTiming) -> Option<Discount> {
        self.discount.filter(|_| self.discount_timing == timing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_discount_is_either_a_percentage_or_an_amount() {
        for (discount, json) in [
            (
                Discount::Percent(Decimal::from_micros(12_500_000)),
                r#"{"percent":"12.5"}"#,
            ),
            (Discount::Amount(500), r#"{"amount":500}"#),
        ] {
            assert_eq!(serde_json::to_string(&discount).unwrap(), json);
            assert_eq!(serde_json::from_str::<Discount>(json).unwrap(), discount);
        }
        for json in [
            "{}",
            r#"{"percent":"1","amount":1}"#,
            r#"{"percent":1}"#,
            r#"{"rate":"1"}"#,
        ] {
            assert!(serde_json::from_str::<Discount>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn the_schema_is_one_object_with_one_property() {
        let schema = serde_json::to_value(Discount::schema()).unwrap();
        assert_eq!(schema["maxProperties"], 1);
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(
            schema["properties"]["amount"]["maximum"].as_i64(),
            Some(MAX_MINOR)
        );
    }
}
