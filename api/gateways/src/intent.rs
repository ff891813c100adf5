//! Intents, refunds, and what they are made from.

use std::fmt;

use portico_domain::{money::Money, text_enum};
use serde::{Deserialize, Serialize};

use crate::{CpCode, Unsuitable};

text_enum! {
    /// How a payer pays.
    pub enum Method {
        /// A credit or debit card.
        Card => "card",
        /// A debit from a bank account, which takes days.
        BankDebit => "bank_debit",
        /// The payer's account with the provider, approved on the provider's own page.
        Wallet => "wallet",
    }
}

text_enum! {
    /// How far an intent has come.
    pub enum IntentStatus {
        /// The payer must give a method; an earlier one may have been declined.
        RequiresPaymentMethod => "requires_payment_method",
        /// A method is given; it must be confirmed.
        RequiresConfirmation => "requires_confirmation",
        /// The payer must do more, such as a 3-D Secure challenge.
        RequiresAction => "requires_action",
        /// The gateway is processing it.
        Processing => "processing",
        /// The money has been taken.
        Succeeded => "succeeded",
        /// It was given up; no money will be taken.
        Canceled => "canceled",
    }
}

impl IntentStatus {
    /// Whether nothing will change any more.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Succeeded | Self::Canceled)
    }
}

text_enum! {
    /// How far a refund has come.
    pub enum RefundStatus {
        /// The gateway is processing it.
        Pending => "pending",
        /// The money has been given back.
        Succeeded => "succeeded",
        /// It was not possible.
        Failed => "failed",
    }
}

/// An intent to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewIntent {
    /// The same for every repetition of the same call: the id of the payment attempt.
    pub idempotency_key: String,
    /// What to take.
    pub amount: Money,
    /// What the payer will find on the statement or in the gateway's dashboard.
    pub description: String,
    /// Portico's payment, as text; comes back in [`Intent::reference`] and in webhooks.
    pub reference: String,
    /// Portico's customer, as text.
    pub customer_reference: String,
    /// How the payer pays.
    pub method: Method,
    /// Where the provider's own page sends the payer back to; an absolute address.
    pub return_url: String,
    /// The payer as the provider knows them ([`crate::PaymentGateway::open_payer`]), where methods are stored.
    pub payer_id: Option<String>,
    /// The provider's id of the stored method that is to be charged ([`crate::PaymentGateway::charge_intent`]); without one
    /// the payer gives a method.
    pub stored_method: Option<String>,
    /// Whether the method that the payer gives is stored for later.
    pub keep_method: bool,
}

/// A charge of a stored method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Whether the payer is away: then no challenge can be answered, and one that is asked for is a decline.
    pub off_session: bool,
    /// Where the payer's bank sends the payer back to; an absolute address.
    pub return_url: String,
}

/// A payer to be known to the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPayer {
    /// The same for every repetition of the same call.
    pub idempotency_key: String,
    /// Portico's customer, as text.
    pub reference: String,
    /// The customer's name.
    pub name: String,
    /// The customer's address for mail, where there is one.
    pub email: Option<String>,
}

/// A method to be stored without a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSetup {
    /// The same for every repetition of the same call.
    pub idempotency_key: String,
    /// The payer as the provider knows them.
    pub payer_id: String,
    /// What kind of method.
    pub method: Method,
}

/// A method being stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Setup {
    /// The gateway's id.
    pub id: String,
    /// How far it has come; [`IntentStatus::Succeeded`] once the method is stored.
    pub status: IntentStatus,
    /// With which the payer's browser may give the method. Never log it.
    pub client_secret: String,
    /// The stored method's id, once there is one.
    pub method_id: Option<String>,
}

/// Leaves the client secret out.
impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("method_id", &self.method_id)
            .finish_non_exhaustive()
    }
}

/// A method that the provider keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMethod {
    /// The gateway's id.
    pub id: String,
    /// The payer whose it is.
    pub payer_id: String,
    /// What kind of method.
    pub method: Method,
    /// As much of it as Portico may know.
    pub summary: MethodSummary,
}

/// What may change of a stored method; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MethodUpdate {
    /// Until when a card is valid.
    pub expiry: Option<Expiry>,
    /// Where the holder gets the bills.
    pub address: Option<BillingAddress>,
}

/// The address of a method's holder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillingAddress {
    /// Street and number.
    pub line: String,
    /// The town.
    pub city: String,
    /// The postal code.
    pub postal_code: String,
    /// Two letters (ISO 3166-1).
    pub country: String,
}

/// A refund to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRefund {
    /// The same for every repetition of the same call.
    pub idempotency_key: String,
    /// The intent whose money is given back.
    pub intent_id: String,
    /// How much.
    pub amount: Money,
}

/// Money being taken, as the gateway sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct Intent {
    /// The gateway's id.
    pub id: String,
    /// How far it has come.
    pub status: IntentStatus,
    /// What is to be taken.
    pub amount: Money,
    /// What has been taken, in the same currency.
    pub amount_received: Money,
    /// [`NewIntent::reference`].
    pub reference: String,
    /// With which the payer's browser may confirm this one intent. Never log it.
    pub client_secret: String,
    /// The provider's own page on which the payer has to agree, where there is one.
    pub approval_url: Option<String>,
    /// The provider's id of the method that was used, once it is stored.
    pub method_id: Option<String>,
    /// Why the last attempt was declined, until one succeeds.
    pub latest_decline: Option<Decline>,
    /// The method that was used, as far as it may be known.
    pub method_summary: Option<MethodSummary>,
}

/// Leaves the client secret out.
impl fmt::Debug for Intent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Intent")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("amount", &self.amount)
            .field("amount_received", &self.amount_received)
            .field("reference", &self.reference)
            .field("latest_decline", &self.latest_decline)
            .field("method_summary", &self.method_summary)
            .finish_non_exhaustive()
    }
}

/// A definite no, by the gateway or by the payer's bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decline {
    /// The gateway's own code: `insufficient_funds`.
    pub code: String,
    /// The code shown to staff, where one fits.
    pub cp: Option<CpCode>,
    /// The catalogue's key of what the customer is told.
    pub customer_message_key: String,
}

impl Decline {
    /// A decline that has no CP code.
    #[must_use]
    pub fn new(code: &str, customer_message_key: &str) -> Self {
        Self {
            code: code.to_owned(),
            cp: None,
            customer_message_key: customer_message_key.to_owned(),
        }
    }

    /// A decline that staff know by a CP code.
    #[must_use]
    pub fn with_cp(code: &str, cp: CpCode) -> Self {
        Self {
            code: code.to_owned(),
            cp: Some(cp),
            customer_message_key: cp.customer_message_key().to_owned(),
        }
    }
}

impl From<Unsuitable> for Decline {
    fn from(unsuitable: Unsuitable) -> Self {
        let code = match unsuitable {
            Unsuitable::Method { .. } => "method_not_supported",
            Unsuitable::Currency { .. } => "currency_not_supported",
            Unsuitable::BelowMinimum { .. } => "amount_too_small",
        };
        match unsuitable.cp() {
            Some(cp) => Self::with_cp(code, cp),
            None => Self::new(code, "payment-unavailable"),
        }
    }
}

/// As much of a method as Portico may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodSummary {
    /// The card's scheme, or the bank's name.
    pub brand: String,
    /// The last four digits.
    pub last4: String,
    /// Until when a card is valid.
    pub expiry: Option<Expiry>,
}

/// The last month in which a card is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Expiry {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
}

/// Money given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// The gateway's id.
    pub id: String,
    /// The intent whose money is given back.
    pub intent_id: String,
    /// How much.
    pub amount: Money,
    /// How far it has come.
    pub status: RefundStatus,
}
