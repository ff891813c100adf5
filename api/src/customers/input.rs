//! A customer as it is written.

use entity::{TaxExemptionId, records::Address};
use portico_domain::{
    customer::{CustomerKind, TaxTreatment},
    language::Language,
    money::{Currency, Money},
};
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::{
    error::FieldError,
    http::{
        Patch, address, body,
        patch::present,
        text::{not_blank, web_address},
    },
};

/// A new customer. An e-mail address, a name or a phone number makes its primary contact person.
#[derive(Clone, Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCustomer {
    pub kind: CustomerKind,
    /// What staff and the customer read, 1 to 200 characters.
    #[validate(length(max = 200), custom(function = not_blank))]
    #[schema(min_length = 1, max_length = 200, example = "Lindqvist Interiors")]
    pub display_name: String,
    #[validate(length(max = 200))]
    #[schema(max_length = 200, example = "Lindqvist Interiors AB")]
    pub company_name: Option<String>,
    /// Of the primary contact person.
    #[validate(email, length(max = 100))]
    #[schema(max_length = 100, example = "maja@lindqvist.example")]
    pub email: Option<String>,
    /// Of the primary contact person.
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "Maja")]
    pub first_name: Option<String>,
    /// Of the primary contact person.
    #[validate(length(max = 100))]
    #[schema(max_length = 100, example = "Lindqvist")]
    pub last_name: Option<String>,
    /// Of the primary contact person.
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "+46 8 123 456")]
    pub phone: Option<String>,
    /// Of the company as a whole.
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "+46 8 123 000")]
    pub company_phone: Option<String>,
    /// With `https://` or `http://`.
    #[validate(length(max = 255), custom(function = web_address))]
    #[schema(max_length = 255, example = "https://lindqvist.example")]
    pub website: Option<String>,
    /// The organization's base currency if not given.
    pub currency: Option<Currency>,
    /// Days to pay; the organization's if not given.
    #[validate(range(min = 0, max = 3650))]
    #[schema(minimum = 0, maximum = 3650, example = 30)]
    pub payment_terms_days: Option<i32>,
    /// Of the portal and of mails; the organization's if not given.
    pub language: Option<Language>,
    /// `taxable` if not given.
    pub tax_treatment: Option<TaxTreatment>,
    /// The customer's own tax number.
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "SE556677889901")]
    pub tax_id: Option<String>,
    pub tax_exemption_id: Option<TaxExemptionId>,
    #[serde(default)]
    pub billing_address: Address,
    #[serde(default)]
    pub shipping_address: Address,
    /// For staff only.
    #[validate(length(max = 5000))]
    #[schema(max_length = 5000)]
    pub notes: Option<String>,
    /// Whether this customer may pay by bank debit.
    #[serde(default)]
    pub allow_bank_debit: bool,
    /// What was owed before Portico, in the customer's currency.
    pub opening_balance: Option<Money>,
    /// In the customer's currency.
    pub credit_limit: Option<Money>,
}

impl CreateCustomer {
    /// A customer of which nothing is known yet.
    #[must_use]
    pub fn blank() -> Self {
        Self {
            kind: CustomerKind::Company,
            display_name: String::new(),
            company_name: None,
            email: None,
            first_name: None,
            last_name: None,
            phone: None,
            company_phone: None,
            website: None,
            currency: None,
            payment_terms_days: None,
            language: None,
            tax_treatment: None,
            tax_id: None,
            tax_exemption_id: None,
            billing_address: Address::default(),
            shipping_address: Address::default(),
            notes: None,
            allow_bank_debit: false,
            opening_balance: None,
            credit_limit: None,
        }
    }

    /// Every field that is not right in itself.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = self
            .validate()
            .map_or_else(|errors| body::field_errors(&errors), |()| Vec::new());
        faults.extend(address::check("/billing_address", &self.billing_address));
        faults.extend(address::check("/shipping_address", &self.shipping_address));
        faults
    }
}

/// A change of a customer. What is absent stays as it is.
#[derive(Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateCustomer {
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub kind: Option<CustomerKind>,
    #[serde(deserialize_with = "present")]
    #[validate(length(max = 200), custom(function = not_blank))]
    #[schema(nullable = false, min_length = 1, max_length = 200)]
    pub display_name: Option<String>,
    #[validate(length(max = 200))]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub company_name: Patch<String>,
    /// Of the company as a whole.
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub company_phone: Patch<String>,
    /// With `https://` or `http://`.
    #[validate(length(max = 255))]
    #[schema(value_type = Option<String>, max_length = 255, example = "https://lindqvist.example")]
    pub website: Patch<String>,
    /// Cannot change once there are documents.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub currency: Option<Currency>,
    /// Days to pay.
    #[serde(deserialize_with = "present")]
    #[validate(range(min = 0, max = 3650))]
    #[schema(nullable = false, minimum = 0, maximum = 3650)]
    pub payment_terms_days: Option<i32>,
    #[schema(value_type = Option<Language>)]
    pub language: Patch<Language>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub tax_treatment: Option<TaxTreatment>,
    #[validate(length(max = 50))]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub tax_id: Patch<String>,
    #[schema(value_type = Option<TaxExemptionId>)]
    pub tax_exemption_id: Patch<TaxExemptionId>,
    /// Replaces the whole address.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub billing_address: Option<Address>,
    /// Replaces the whole address.
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub shipping_address: Option<Address>,
    #[validate(length(max = 5000))]
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub notes: Patch<String>,
    #[serde(deserialize_with = "present")]
    #[schema(nullable = false)]
    pub allow_bank_debit: Option<bool>,
    #[schema(value_type = Option<Money>)]
    pub opening_balance: Patch<Money>,
    #[schema(value_type = Option<Money>)]
    pub credit_limit: Patch<Money>,
}
