//! Payment gateways: one port, and an adapter for each provider behind it.
//!
//! The port has the shape of Stripe's `PaymentIntent`, since that is what every provider can be
//! brought into: create an intent, let the payer confirm it in the provider's own element (no card
//! number ever reaches Portico), and learn the outcome by webhook or by asking. Time is passed in;
//! what an adapter must remember is behind a trait of its own. Rules: `spec/semantics.md` §4.

pub mod capabilities;
pub mod cp;
pub mod error;
pub mod intent;
pub mod paypal;
pub mod port;
pub mod sandbox;
pub mod webhook;

pub use capabilities::{Capabilities, Currencies, Unsuitable};
pub use cp::CpCode;
pub use error::{DEADLINE, GatewayError, within};
pub use intent::{
    BillingAddress, Charge, Decline, Expiry, Intent, IntentStatus, Method, MethodSummary,
    MethodUpdate, NewIntent, NewPayer, NewRefund, NewSetup, Refund, RefundStatus, Setup,
    StoredMethod,
};
pub use paypal::{PayPalAccount, PayPalGateway};
pub use port::{PaymentGateway, RefundId, cannot_store};
pub use sandbox::SandboxGateway;
pub use webhook::{WebhookError, WebhookEvent, WebhookKind};
