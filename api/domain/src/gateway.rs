//! Payment gateways by name, and what a payer may have to give with a card (A10).

use crate::text::text_enum;

text_enum! {
    /// A payment provider that an organization can connect.
    pub enum GatewayKind {
        /// Moves no money; part of the installation.
        Sandbox => "sandbox",
        /// Cards and bank debits by Stripe.
        Stripe => "stripe",
        /// The payer's account with PayPal.
        Paypal => "paypal",
    }
}

impl GatewayKind {
    /// The provider's own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sandbox => "Sandbox",
            Self::Stripe => "Stripe",
            Self::Paypal => "PayPal",
        }
    }
}

text_enum! {
    /// A part of the address that verifies a card.
    pub enum AddressField {
        /// Street and number.
        Street => "street",
        /// Town.
        City => "city",
        /// Postal code.
        Zip => "zip",
        /// Country.
        Country => "country",
    }
}
