//! What the back office sends and gets.

use chrono::NaiveDate;
use entity::{
    CustomerId, Instant, InvoiceId, InvoiceLineId, ItemId, MailId, PaymentId,
    records::{Address, Adjustment},
};
use portico_domain::{
    decimal::Decimal,
    invoice::{InvoiceAction, InvoiceStatus},
    money::{Currency, Money},
    payment::{PaymentMode, PaymentState},
    totals::{Discount, DiscountTiming},
    work::MailStatus,
};
use serde::{Deserialize, Serialize};
use utoipa::{PartialSchema, ToSchema};
use validator::Validate;

use super::credit_dto::InvoiceCredit;

/// An invoice as it is written. What is not given is taken from the organization's and the customer's defaults.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvoiceInput {
    pub customer_id: CustomerId,
    /// A number of one's own; the series gives one on sending if there is none.
    #[validate(length(min = 1, max = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "INV-000042")]
    pub number: Option<String>,
    /// The customer's reference, such as a purchase order.
    #[validate(length(max = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "PO-7781")]
    pub reference: Option<String>,
    /// Today if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The last day to pay in time; from `terms_days` if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_date: Option<NaiveDate>,
    /// Days to pay; the customer's if not given.
    #[validate(range(min = 0, max = 1000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_days: Option<i32>,
    /// The customer's if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// What one unit of the currency is worth in the base currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange_rate: Option<Decimal>,
    /// Whether rates include their taxes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prices_include_tax: Option<bool>,
    /// 1 to 1,000 lines.
    #[validate(
        nested,
        length(min = 1, max = 1000, message = "an invoice has 1 to 1,000 lines")
    )]
    #[schema(min_items = 1, max_items = 1000)]
    pub lines: Vec<InvoiceLineInput>,
    /// On the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_timing: Option<DiscountTiming>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<ShippingInput>,
    #[validate(custom(function = check_adjustment))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjustment: Option<Adjustment>,
    /// Whether the total is rounded to the whole major unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round_total: Option<bool>,
    /// For the customer, at most 5,000 characters.
    #[validate(length(max = 5000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 5000)]
    pub notes: Option<String>,
    /// Terms and conditions, at most 10,000 characters.
    #[validate(length(max = 10_000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 10_000)]
    pub terms: Option<String>,
    /// Whether the customer may pay a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_partial_payments: Option<bool>,
    /// The gateways that the customer may choose from; all connected ones if not given.
    #[validate(length(max = 20))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = json!(["sandbox"]))]
    pub gateways: Option<Vec<String>>,
}

/// A line as it is written.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvoiceLineInput {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_id: Option<ItemId>,
    /// 1 to 100 characters.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "Design workshop")]
    pub name: String,
    /// At most 2,000 characters.
    #[validate(length(max = 2000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub description: Option<String>,
    pub quantity: Decimal,
    #[validate(length(max = 20))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 20, example = "h")]
    pub unit: Option<String>,
    /// Price of one, in major units of the currency.
    pub rate: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    /// A tax or a tax group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "tax_01k6r0e5cw7vd9jkx1m8q2n4pz")]
    pub tax_id: Option<String>,
}

/// A charge for shipping, in minor units.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShippingInput {
    #[schema(minimum = 0, maximum = 9_007_199_254_740_991_i64, example = 1200)]
    pub amount: i64,
    /// A tax or a tax group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "tax_01k6r0e5cw7vd9jkx1m8q2n4pz")]
    pub tax_id: Option<String>,
}

fn check_adjustment(adjustment: &Adjustment) -> Result<(), validator::ValidationError> {
    if (1..=100).contains(&adjustment.label.chars().count()) {
        return Ok(());
    }
    Err(validator::ValidationError::new("length")
        .with_message("its label must have 1 to 100 characters".into()))
}

/// A change of an invoice: a JSON merge patch. What is absent stays, `null` clears, `lines` are replaced whole.
pub struct UpdateInvoice;

impl PartialSchema for UpdateInvoice {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        crate::openapi::optional(InvoiceInput::schema())
    }
}

impl ToSchema for UpdateInvoice {}

/// Why an invoice is taken back.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoidInvoice {
    /// 1 to 500 characters; kept with the invoice.
    #[validate(length(min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500, example = "Billed twice")]
    pub reason: String,
}

/// How an invoice is mailed.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SendInvoice {
    /// Recipients; the customer's primary contact person if not given. At most 10.
    #[validate(length(min = 1, max = 10))]
    #[schema(example = json!(["finance@hopper.example"]))]
    pub to: Option<Vec<String>>,
    /// A personal note in the mail, at most 2,000 characters.
    #[validate(length(max = 2000))]
    #[schema(max_length = 2000)]
    pub message: Option<String>,
}

/// What a document comes to. Amounts are integer minor units.
#[derive(Serialize, ToSchema)]
pub struct Totals {
    pub currency: Currency,
    pub lines: Vec<LineTotals>,
    /// The lines after their own discounts.
    #[schema(example = 100_000)]
    pub subtotal: i64,
    /// On the whole.
    #[schema(example = 0)]
    pub discount: i64,
    /// Without its tax.
    #[schema(example = 0)]
    pub shipping: i64,
    #[schema(example = 0)]
    pub shipping_tax: i64,
    pub taxes: Vec<TaxTotal>,
    /// All taxes.
    #[schema(example = 19_000)]
    pub tax: i64,
    #[schema(example = 0)]
    pub adjustment: i64,
    /// What rounding to the whole unit added.
    #[schema(example = 0)]
    pub rounding: i64,
    #[schema(example = 119_000)]
    pub total: i64,
}

/// What a line comes to, in minor units.
#[derive(Serialize, ToSchema)]
pub struct LineTotals {
    /// Quantity × rate, less the line's discount.
    #[schema(example = 100_000)]
    pub amount: i64,
    /// The line's own discount.
    #[schema(example = 0)]
    pub discount: i64,
    #[schema(example = 19_000)]
    pub tax: i64,
    #[schema(example = 119_000)]
    pub total: i64,
}

/// What one tax comes to, in minor units.
#[derive(Serialize, ToSchema)]
pub struct TaxTotal {
    #[schema(example = "tax_01k6r0e5cw7vd9jkx1m8q2n4pz")]
    pub tax_id: String,
    #[schema(example = "VAT")]
    pub name: String,
    /// Percent.
    pub rate: Decimal,
    /// What bears it.
    #[schema(example = 100_000)]
    pub taxable: i64,
    #[schema(example = 19_000)]
    pub amount: i64,
}

/// A customer, by name.
#[derive(Clone, Serialize, ToSchema)]
pub struct CustomerRef {
    pub id: CustomerId,
    #[schema(example = "Hopper & Sons")]
    pub name: String,
}

/// An invoice in a list.
#[derive(Serialize, ToSchema)]
pub struct InvoiceSummary {
    pub id: InvoiceId,
    /// Null until it was first sent.
    #[schema(required, example = "INV-000042")]
    pub number: Option<String>,
    pub customer: CustomerRef,
    pub date: NaiveDate,
    pub due_date: NaiveDate,
    pub status: InvoiceStatus,
    pub flags: InvoiceFlags,
    pub total: Money,
    pub balance: Money,
    #[schema(required)]
    pub reference: Option<String>,
    pub created_at: Instant,
}

/// What is true of an invoice beside its status.
#[derive(Serialize, ToSchema)]
pub struct InvoiceFlags {
    /// When the customer first looked at it.
    #[schema(required)]
    pub viewed_at: Option<Instant>,
    /// Whether a payment of it is under way.
    pub payment_pending: bool,
}

/// An invoice.
#[derive(Serialize, ToSchema)]
pub struct Invoice {
    #[serde(flatten)]
    pub summary: InvoiceSummary,
    /// For `If-Match`.
    #[schema(example = 3)]
    pub version: i64,
    pub currency: Currency,
    pub exchange_rate: Decimal,
    pub prices_include_tax: bool,
    pub lines: Vec<InvoiceLine>,
    #[schema(required)]
    pub discount: Option<Discount>,
    pub discount_timing: DiscountTiming,
    #[schema(required)]
    pub shipping: Option<ShippingInput>,
    #[schema(required)]
    pub adjustment: Option<Adjustment>,
    pub round_total: bool,
    pub totals: Totals,
    pub amount_paid: Money,
    pub credits_applied: Money,
    /// The same by the payment that the credit came from.
    pub credits: Vec<InvoiceCredit>,
    /// What the customer has in credit in this currency, free to be applied.
    pub credit_available: Money,
    #[schema(required)]
    pub notes: Option<String>,
    #[schema(required)]
    pub terms: Option<String>,
    pub allow_partial_payments: bool,
    pub gateways: Vec<String>,
    pub billing_address: Address,
    #[schema(required)]
    pub sent_at: Option<Instant>,
    #[schema(required)]
    pub viewed_at: Option<Instant>,
    #[schema(required)]
    pub viewed_by: Option<String>,
    #[schema(required)]
    pub void_reason: Option<String>,
    pub payments: Vec<InvoicePayment>,
    /// That the customer says to have transferred the balance; until a payment is recorded, or it is dismissed.
    #[schema(required)]
    pub transfer_notice: Option<TransferNotice>,
    /// The last mail about it.
    #[schema(required)]
    pub mail: Option<InvoiceMail>,
    /// What this caller can do with it now.
    pub allowed_actions: Vec<InvoiceAction>,
}

/// A line of an invoice.
#[derive(Serialize, ToSchema)]
pub struct InvoiceLine {
    pub id: InvoiceLineId,
    #[schema(required)]
    pub item_id: Option<ItemId>,
    #[schema(example = "Design workshop")]
    pub name: String,
    #[schema(required)]
    pub description: Option<String>,
    pub quantity: Decimal,
    #[schema(required)]
    pub unit: Option<String>,
    pub rate: Decimal,
    #[schema(required)]
    pub discount: Option<Discount>,
    #[schema(required)]
    pub tax_id: Option<String>,
    #[schema(required, example = "VAT 19%")]
    pub tax_name: Option<String>,
    /// Minor units, less the line's discount.
    #[schema(example = 100_000)]
    pub amount: i64,
}

/// A payment of an invoice.
#[derive(Serialize, ToSchema)]
pub struct InvoicePayment {
    pub payment_id: PaymentId,
    #[schema(required, example = "PAY-000007")]
    pub number: Option<String>,
    pub date: NaiveDate,
    pub amount: Money,
    pub mode: PaymentMode,
    pub state: PaymentState,
}

/// A customer's word that the money is under way.
#[derive(Serialize, ToSchema)]
pub struct TransferNotice {
    pub transferred_on: NaiveDate,
    /// Who said so.
    #[schema(example = "Grace Hopper")]
    pub told_by: String,
}

/// The last mail about an invoice.
#[derive(Serialize, ToSchema)]
pub struct InvoiceMail {
    pub mail_id: MailId,
    pub status: MailStatus,
    /// Why it could not be sent.
    #[schema(required)]
    pub error: Option<String>,
}
