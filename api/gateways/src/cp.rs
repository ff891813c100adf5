//! The CP codes (F10): why a payment through the portal went wrong.
//!
//! Staff see the code, its cause and its remedy; customers see plain words without details, by a
//! key of the catalogue.

use portico_domain::text_enum;

text_enum! {
    /// Why a payment through the portal went wrong, as staff see it.
    pub enum CpCode {
        /// The contact person no longer exists.
        ContactDeleted => "CP1003",
        /// The recurring profile no longer exists.
        ProfileDeleted => "CP1004",
        /// A tax had to be assumed, and there is no default tax.
        NoDefaultTax => "CP2001",
        /// The merchant account may not charge a stored method.
        ReferenceTransactionsDisabled => "CP3001",
        /// The gateway doesn't accept the organization's credentials.
        BadCredentials => "CP3002",
        /// The merchant account's fraud filter declined the payment.
        FraudFilter => "CP3003",
        /// The payer's address could not be verified.
        AddressNotVerified => "CP3004",
        /// The same amount and method were used minutes ago.
        DuplicatePayment => "CP3005",
        /// The amount is below the gateway's minimum.
        BelowMinimum => "CP4001",
        /// The gateway cannot charge recurringly.
        RecurringNotSupported => "CP4002",
        /// The gateway doesn't charge in this currency.
        CurrencyNotSupported => "CP4003",
    }
}

impl CpCode {
    /// What happened, in English.
    #[must_use]
    pub const fn cause(self) -> &'static str {
        match self {
            Self::ContactDeleted => "The contact person who paid was deleted.",
            Self::ProfileDeleted => "The recurring profile was deleted.",
            Self::NoDefaultTax => "A tax was needed, and no tax is the default.",
            Self::ReferenceTransactionsDisabled => {
                "The merchant account may not charge a stored method."
            }
            Self::BadCredentials => "The gateway does not accept the credentials.",
            Self::FraudFilter => "The merchant account's fraud filter declined the payment.",
            Self::AddressNotVerified => "The payer's address could not be verified.",
            Self::DuplicatePayment => {
                "The same amount was paid by the same method a few minutes before."
            }
            Self::BelowMinimum => "The amount is below what the gateway charges at least.",
            Self::RecurringNotSupported => "The gateway cannot charge without the payer.",
            Self::CurrencyNotSupported => "The gateway does not charge in this currency.",
        }
    }

    /// What staff can do about it, in English.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::ContactDeleted => {
                "Check that the contact person still exists, and choose another for the payment."
            }
            Self::ProfileDeleted => "Check that the recurring profile still exists.",
            Self::NoDefaultTax => "Create a tax under Settings, Taxes and make it the default.",
            Self::ReferenceTransactionsDisabled => {
                "Ask the gateway to enable reference transactions for the merchant account."
            }
            Self::BadCredentials => {
                "Enter the gateway's credentials again under Settings, Gateways."
            }
            Self::FraudFilter => {
                "Make sure that the payment is genuine, then adjust the fraud filters of the merchant account."
            }
            Self::AddressNotVerified => {
                "Check the customer's address, and which address fields the gateway's card verification asks for."
            }
            Self::DuplicatePayment => {
                "Check that the first payment was not meant, or try again after a few minutes."
            }
            Self::BelowMinimum => {
                "Charge at least the gateway's minimum, or record the payment by other means."
            }
            Self::RecurringNotSupported => {
                "Connect a gateway that can store methods and charge them later."
            }
            Self::CurrencyNotSupported => "Connect a gateway that charges in this currency.",
        }
    }

    /// The catalogue's key of the remedy: `cp3004-remedy`.
    #[must_use]
    pub fn remedy_key(self) -> String {
        format!("{}-remedy", self.as_str().to_ascii_lowercase())
    }

    /// The catalogue's key of what the customer is told.
    ///
    /// What only staff can put right is the same sentence for every customer.
    #[must_use]
    pub const fn customer_message_key(self) -> &'static str {
        match self {
            Self::ContactDeleted
            | Self::ProfileDeleted
            | Self::NoDefaultTax
            | Self::ReferenceTransactionsDisabled
            | Self::BadCredentials
            | Self::RecurringNotSupported => "payment-unavailable",
            Self::FraudFilter => "payment-declined",
            Self::AddressNotVerified => "payment-check-address",
            Self::DuplicatePayment => "payment-just-made",
            Self::BelowMinimum => "payment-below-minimum",
            Self::CurrencyNotSupported => "payment-currency-not-supported",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_specification() {
        let codes: Vec<_> = CpCode::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(
            codes,
            [
                "CP1003", "CP1004", "CP2001", "CP3001", "CP3002", "CP3003", "CP3004", "CP3005",
                "CP4001", "CP4002", "CP4003"
            ]
        );
    }

    #[test]
    fn staff_get_a_remedy_and_customers_no_code() {
        for code in CpCode::ALL {
            assert!(code.cause().ends_with('.') && code.remedy().ends_with('.'));
            assert!(!code.customer_message_key().contains("cp"));
        }
        assert_eq!(CpCode::AddressNotVerified.remedy_key(), "cp3004-remedy");
    }
}
