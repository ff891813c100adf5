//! Structures that a row keeps whole, as JSON.

use portico_domain::{
    decimal::Decimal,
    gateway::{AddressField, GatewayKind},
    money::{Currency, Money},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ids::{InvoiceId, PaymentId},
    values::Instant,
};

/// A postal address. Every part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Address {
    /// Who it is for, at most 100 characters.
    #[schema(max_length = 100, example = "Accounts payable")]
    pub attention: Option<String>,
    /// Street and number, at most 500 characters.
    #[schema(max_length = 500, example = "Torstraße 12")]
    pub street: Option<String>,
    /// A second line, at most 255 characters.
    #[schema(max_length = 255)]
    pub street2: Option<String>,
    /// Town, at most 100 characters.
    #[schema(max_length = 100, example = "Berlin")]
    pub city: Option<String>,
    /// State or province, at most 100 characters.
    #[schema(max_length = 100)]
    pub state: Option<String>,
    /// Postal code, at most 50 characters.
    #[schema(max_length = 50, example = "10119")]
    pub zip: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country.
    #[schema(pattern = "^[A-Z]{2}$", example = "DE")]
    pub country: Option<String>,
}

/// A charge for shipping, before its own tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShippingCharge {
    /// Minor units.
    pub amount: i64,
    /// A tax or a tax group, as the caller named it.
    pub tax_id: Option<String>,
    /// The tax as it was when the document was written.
    pub taxes: Vec<LineTax>,
}

/// A named, signed amount after tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Adjustment {
    /// What it is for, at most 100 characters.
    #[schema(max_length = 100, example = "Goodwill")]
    pub label: String,
    /// Minor units; negative lowers the total.
    #[schema(format = "int64", minimum = -9_007_199_254_740_991_i64, maximum = 9_007_199_254_740_991_i64, example = -500)]
    pub amount: i64,
}

/// A simple tax as it was when the document was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTax {
    pub tax_id: String,
    pub name: String,
    /// Percent.
    pub rate: Decimal,
    pub compound: bool,
}

/// What may be known of the card that paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CardSummary {
    /// The card's scheme.
    #[schema(example = "visa")]
    pub brand: String,
    /// The last four digits.
    #[schema(example = "4242")]
    pub last4: String,
}

/// What an online payment will pay once it succeeds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedAllocation {
    pub invoice_id: InvoiceId,
    /// For showing it.
    pub invoice_number: String,
    /// Minor units.
    pub amount: i64,
}

/// What a refund takes back from an invoice, to be put there again should it fail. Minor units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    pub invoice_id: InvoiceId,
    /// For showing it.
    pub invoice_number: String,
    /// Of what the payment itself paid.
    pub paid: i64,
    /// Of the credit from it that was applied.
    pub credit: i64,
}

/// Why a payment failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentFailure {
    /// The gateway's own code.
    pub code: String,
    /// The code of the CP table, where one fits (F10).
    pub cp_code: Option<String>,
}

/// What an organization takes through a gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewayTerms {
    /// As the gateways' crate names them; none means all that the gateway has.
    pub methods: Vec<String>,
    /// None means every one that the gateway charges in.
    pub currencies: Vec<Currency>,
    /// Above the gateway's own.
    pub minimum_amounts: Vec<Money>,
    /// What the payer must give with a card.
    pub verification: Vec<AddressField>,
    /// Whether nothing is kept for later, though the gateway could.
    #[serde(default)]
    pub nothing_kept: bool,
}

/// What customers may be offered of a gateway account: nothing secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewayOffer {
    pub kind: GatewayKind,
    /// Whether it is connected and switched on.
    pub open: bool,
    pub test_mode: bool,
    pub public_key: Option<String>,
    pub terms: GatewayTerms,
}

/// The last month in which a card is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CardExpiry {
    #[schema(minimum = 2000, maximum = 2100, example = 2030)]
    pub year: u16,
    #[schema(minimum = 1, maximum = 12, example = 12)]
    pub month: u8,
}

/// That a payer allowed a debit of a bank account; kept as evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mandate {
    /// The words that the payer agreed to.
    #[schema(example = "You authorise Brightwater Studio to debit your account …")]
    pub text: String,
    pub accepted_at: Instant,
    /// Who agreed.
    #[schema(example = "Grace Hopper")]
    pub accepted_by: String,
    /// From which network address.
    #[schema(required, example = "203.0.113.7")]
    pub address: Option<String>,
}

/// What a mail carries beside its text; made when the mail is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MailAttachment {
    InvoicePdf { invoice_id: InvoiceId },
    ReceiptPdf { payment_id: PaymentId },
}

/// An attachment of a mail in the development mailbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DevAttachment {
    #[schema(example = "INV-00001.pdf")]
    pub name: String,
    /// Bytes.
    #[schema(example = 24576)]
    pub size: u64,
}
