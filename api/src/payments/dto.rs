//! What is sent and answered.

use chrono::NaiveDate;
use entity::{
    CustomerId, Instant, InvoiceId, PaymentId, PaymentMethodId, RefundId,
    records::{CardSummary, Mandate},
};
use portico_domain::{
    money::Money,
    payment::{PaymentMode, PaymentState},
    refund::{PaymentStatus, RefundState},
};
use portico_gateways::Method;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A payment that was made elsewhere.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentInput {
    pub customer_id: CustomerId,
    pub date: NaiveDate,
    /// What arrived; what the allocations leave becomes the customer's credit.
    pub amount: Money,
    pub mode: PaymentMode,
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "Transfer 4711")]
    pub reference: Option<String>,
    #[validate(length(max = 5000))]
    #[schema(max_length = 5000)]
    pub notes: Option<String>,
    /// What the bank kept, in minor units; told, not deducted.
    #[validate(range(min = 0, max = 1_000_000_000_000_000_i64))]
    #[schema(example = 0)]
    pub bank_charges: Option<i64>,
    /// Which invoices it pays; none for a payment on account.
    #[validate(nested, length(max = 500))]
    #[serde(default)]
    pub allocations: Vec<AllocationInput>,
    /// Whether the customer gets the receipt by mail.
    #[serde(default)]
    pub send_receipt: bool,
}

/// A part of a payment, for one invoice.
#[derive(Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AllocationInput {
    pub invoice_id: InvoiceId,
    /// Minor units, at least 1.
    #[schema(minimum = 1, maximum = 9_007_199_254_740_991_i64, example = 119_000)]
    pub amount: i64,
    /// Tax that the customer kept back and pays to the authority, in minor units.
    #[schema(minimum = 0, maximum = 9_007_199_254_740_991_i64, example = 0)]
    pub tax_withheld: Option<i64>,
}

/// What a customer wants to pay, and how.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartPayment {
    #[validate(length(max = 50))]
    #[schema(example = "sandbox")]
    pub gateway: String,
    #[schema(example = "card")]
    pub method: Method,
    /// For a bank debit: that the payer agrees to the mandate shown.
    #[serde(default)]
    pub mandate_accepted: bool,
    /// 1 to 100 invoices, all in one currency.
    #[validate(nested, length(min = 1, max = 100))]
    pub allocations: Vec<PortalAllocationInput>,
    /// Charges what is kept, by this gateway and method; then nothing has to be entered.
    pub payment_method_id: Option<PaymentMethodId>,
    /// Keeps what the payer enters for later, once it has paid.
    #[serde(default)]
    pub keep_method: bool,
}

/// A charge of what a customer has kept, while the customer is away.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChargeInput {
    pub payment_method_id: PaymentMethodId,
    /// 1 to 100 invoices of the customer whose it is, all in one currency.
    #[validate(nested, length(min = 1, max = 100))]
    pub allocations: Vec<PortalAllocationInput>,
}

/// A part of a payment, for one invoice.
#[derive(Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PortalAllocationInput {
    pub invoice_id: InvoiceId,
    /// Minor units; the whole balance, unless the invoice allows partial payments.
    #[schema(minimum = 1, maximum = 9_007_199_254_740_991_i64, example = 119_000)]
    pub amount: i64,
}

/// How much of a payment to give back.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefundInput {
    /// Minor units, at least 1; at most what is left of the payment.
    #[schema(minimum = 1, maximum = 9_007_199_254_740_991_i64, example = 5_000)]
    pub amount: i64,
    /// For staff; 1 to 500 characters.
    #[validate(length(min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500, example = "Billed twice")]
    pub reason: Option<String>,
    /// The invoices that money is taken back from, which are open again. The payment's unused part is taken first; these
    /// add up to the rest.
    #[validate(nested, length(max = 500))]
    #[serde(default)]
    pub allocations: Vec<RefundAllocationInput>,
    /// How it was paid back: required of a payment that staff recorded. What a gateway took, it gives back itself; unless
    /// the payer disputes it: then what the gateway has taken back may be recorded so.
    pub mode: Option<PaymentMode>,
    /// When it was paid back; today if not given. Only with `mode`.
    pub date: Option<NaiveDate>,
    /// Only with `mode`.
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "Transfer 4712")]
    pub reference: Option<String>,
}

/// What staff found at a gateway that never answered.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefundDecision {
    /// Whether the money was given back.
    pub made: bool,
}

/// A part of a refund, from one invoice.
#[derive(Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefundAllocationInput {
    pub invoice_id: InvoiceId,
    /// Minor units; at most what the payment has on the invoice, credit from it included.
    #[schema(minimum = 1, maximum = 9_007_199_254_740_991_i64, example = 5_000)]
    pub amount: i64,
}

/// Money that is given back, for staff.
#[derive(Serialize, ToSchema)]
pub struct Refund {
    pub id: RefundId,
    pub payment_id: PaymentId,
    pub amount: Money,
    /// Open until the gateway has said how it went: `requested` and `pending`.
    pub state: RefundState,
    /// When it was made; of one that is open, when it was asked for.
    pub date: NaiveDate,
    #[schema(required)]
    pub reason: Option<String>,
    /// How staff paid it back; null if the gateway does.
    #[schema(required)]
    pub mode: Option<PaymentMode>,
    #[schema(required)]
    pub reference: Option<String>,
    #[schema(required, example = "sandbox")]
    pub gateway: Option<String>,
    /// The part that was unused.
    pub from_unused: Money,
    /// What was taken back from invoices.
    pub allocations: Vec<RefundAllocation>,
    /// The gateway's code of a failure.
    #[schema(required, example = "charge_disputed")]
    pub failure: Option<String>,
    /// Whether the gateway never answered and is asked no more: look there, then say whether it was made.
    pub unanswered: bool,
    pub created_at: Instant,
}

/// A part of a refund, from one invoice.
#[derive(Serialize, ToSchema)]
pub struct RefundAllocation {
    pub invoice_id: InvoiceId,
    #[schema(example = "INV-000042")]
    pub invoice_number: String,
    pub amount: Money,
}

/// Money that is given back, for the customer.
#[derive(Serialize, ToSchema)]
pub struct PortalRefund {
    pub amount: Money,
    /// `pending` until the money is on its way, then `succeeded`.
    pub state: RefundState,
    pub date: NaiveDate,
}

/// A payment, for staff.
#[derive(Serialize, ToSchema)]
pub struct Payment {
    pub id: PaymentId,
    /// Null until it succeeded.
    #[schema(required, example = "PAY-000007")]
    pub number: Option<String>,
    pub customer: PaymentCustomer,
    pub date: NaiveDate,
    pub amount: Money,
    /// The part that is the customer's credit.
    pub unused: Money,
    /// What was given back.
    pub refunded: Money,
    /// What can still be given back.
    pub refundable: Money,
    pub bank_charges: Money,
    pub mode: PaymentMode,
    #[schema(required)]
    pub reference: Option<String>,
    #[schema(required)]
    pub notes: Option<String>,
    pub state: PaymentState,
    /// The state, and whether money was given back.
    pub status: PaymentStatus,
    #[schema(required, example = "sandbox")]
    pub gateway: Option<String>,
    #[schema(required)]
    pub method: Option<CardSummary>,
    pub allocations: Vec<PaymentAllocation>,
    /// The oldest first, failed ones included.
    pub refunds: Vec<Refund>,
    #[schema(required)]
    pub failure: Option<PaymentFailure>,
    /// For a bank debit: what the payer agreed to.
    #[schema(required)]
    pub mandate: Option<Mandate>,
    pub receipt_available: bool,
    /// When it was first heard that the payer disputes it, or that the payer's bank returned it. What the gateway takes
    /// back for it is recorded with `refund_payment` and a `mode`.
    #[schema(required)]
    pub disputed_at: Option<Instant>,
    pub created_at: Instant,
}

/// Whose payment it is.
#[derive(Serialize, ToSchema)]
pub struct PaymentCustomer {
    pub id: CustomerId,
    #[schema(example = "Hopper & Sons")]
    pub name: String,
}

/// A part of a payment, on one invoice.
#[derive(Clone, Serialize, ToSchema)]
pub struct PaymentAllocation {
    pub invoice_id: InvoiceId,
    #[schema(example = "INV-000042")]
    pub invoice_number: String,
    pub amount: Money,
    pub tax_withheld: Money,
    /// What was applied later of the credit that the payment left.
    pub credit: Money,
}

/// Why a payment failed.
#[derive(Serialize, ToSchema)]
pub struct PaymentFailure {
    /// The gateway's code.
    #[schema(example = "insufficient_funds")]
    pub code: String,
    /// The code of Portico's table, where one fits.
    #[schema(required, example = "CP3003")]
    pub cp_code: Option<String>,
    /// In plain words.
    #[schema(example = "The card has insufficient funds.")]
    pub message: String,
    /// What the code of the table means.
    #[schema(required)]
    pub cause: Option<String>,
    /// What staff can do about it.
    #[schema(required)]
    pub remedy: Option<String>,
}

/// A payment, for the customer.
#[derive(Serialize, ToSchema)]
pub struct PortalPayment {
    pub id: PaymentId,
    #[schema(required, example = "PAY-000007")]
    pub number: Option<String>,
    pub date: NaiveDate,
    pub amount: Money,
    pub state: PaymentState,
    /// The state, and whether money was given back.
    pub status: PaymentStatus,
    /// What was given back.
    pub refunded: Money,
    /// The oldest first.
    pub refunds: Vec<PortalRefund>,
    pub mode: PaymentMode,
    #[schema(required)]
    pub gateway: Option<String>,
    #[schema(required)]
    pub method: Option<CardSummary>,
    #[schema(required)]
    pub reference: Option<String>,
    pub allocations: Vec<PaymentAllocation>,
    /// For the gateway's element, while it can still be confirmed.
    #[schema(required)]
    pub client_secret: Option<String>,
    /// The provider's own page on which the payer agrees, while that is possible.
    #[schema(
        required,
        example = "https://www.paypal.com/checkoutnow?token=5O190127TN364715T"
    )]
    pub approval_url: Option<String>,
    /// Whether the payer's bank asks the payer something in the gateway's own element (3-D Secure).
    pub challenged: bool,
    /// The key of the gateway's element in the browser, where it has one.
    #[schema(required, example = "pk_test_51N8")]
    pub public_key: Option<String>,
    #[schema(required)]
    pub failure: Option<PortalPaymentFailure>,
    pub receipt_available: bool,
}

/// Why it did not work, without details.
#[derive(Serialize, ToSchema)]
pub struct PortalPaymentFailure {
    #[schema(example = "insufficient_funds")]
    pub code: String,
    /// Which plain sentence fits, where the failure is one that Portico's own table knows.
    #[schema(required, example = "payment-check-address")]
    pub message_key: Option<String>,
    #[schema(example = "The card has insufficient funds.")]
    pub message: String,
}
