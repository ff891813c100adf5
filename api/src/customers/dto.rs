//! What the customer routes take and give.

use entity::{
    CustomerId, Instant, TaxExemptionId,
    customer, customer_balance,
    records::Address,
};
use portico_domain::{
    customer::{CustomerKind, TaxTreatment},
    language::Language,
    money::{Currency, Money},
    portal_access::PortalAccess,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use super::person_dto::ContactPerson;
use crate::{
    error::FieldError,
    http::{Patch, address, body, patch::present},
    list_query,
};

list_query! {
    /// Which customers, and in which order: `display_name` (the default), `created_at`, `outstanding`.
    pub struct CustomerQuery {
        /// Only active ones, or only inactive ones.
        pub active: bool,
        /// By their own currency.
        #[param(value_type = Option<String>, example = "EUR")]
        pub currency: Currency,
        /// By how far their people have come into the portal.
        #[param(value_type = Option<String>, example = "accepted")]
        pub portal_status: PortalAccess,
        /// Words of a name, an e-mail address or a phone number.
        #[param(example = "brightwater")]
        pub q: String,
    }
}

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
        let mut faults = self.validate().map_or_else(|errors| body::field_errors(&errors), |()| Vec::new());
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

/// More than spaces.
pub(super) fn not_blank(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() {
        return Err(ValidationError::new("required").with_message("must not be empty".into()));
    }
    Ok(())
}

/// Id and name of a customer.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CustomerRef {
    pub id: CustomerId,
    #[schema(example = "Lindqvist Interiors")]
    pub name: String,
}

/// A company or a person that the organization sells to.
#[derive(Serialize, ToSchema)]
pub struct Customer {
    pub id: CustomerId,
    /// For `If-Match`.
    #[schema(example = 3)]
    pub version: i64,
    pub kind: CustomerKind,
    #[schema(example = "Lindqvist Interiors")]
    pub display_name: String,
    #[schema(required, example = "Lindqvist Interiors AB")]
    pub company_name: Option<String>,
    pub currency: Currency,
    /// Days to pay.
    #[schema(example = 30)]
    pub payment_terms_days: i32,
    /// Null: the organization's.
    #[schema(required)]
    pub language: Option<Language>,
    pub tax_treatment: TaxTreatment,
    #[schema(required, example = "SE556677889901")]
    pub tax_id: Option<String>,
    #[schema(required)]
    pub tax_exemption_id: Option<TaxExemptionId>,
    pub billing_address: Address,
    pub shipping_address: Address,
    #[schema(required)]
    pub notes: Option<String>,
    pub allow_bank_debit: bool,
    #[schema(required)]
    pub opening_balance: Option<Money>,
    #[schema(required)]
    pub credit_limit: Option<Money>,
    /// The people of an inactive customer cannot enter the portal.
    pub active: bool,
    pub portal: CustomerPortal,
    #[schema(required)]
    pub primary_contact: Option<ContactPerson>,
    /// One for each currency, the customer's own first.
    pub balances: Vec<CustomerBalance>,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// What the caller may do now: `edit`, `deactivate`, `activate`, `delete`.
    #[schema(example = json!(["edit", "deactivate"]))]
    pub allowed_actions: Vec<&'static str>,
}

/// The customer's people in the portal.
#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
pub struct CustomerPortal {
    /// Whether anybody has access or is invited.
    pub enabled: bool,
    /// How many have access or are invited.
    #[schema(example = 2)]
    pub people: i64,
}

/// What is owed in one currency.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CustomerBalance {
    pub currency: Currency,
    /// Minor units that the customer owes.
    #[schema(example = 125_000)]
    pub outstanding: i64,
    /// The part of it whose due date has passed.
    #[schema(example = 40_000)]
    pub overdue: i64,
    /// Minor units that the customer has in credit.
    #[schema(example = 0)]
    pub credit: i64,
}

/// A customer in a list.
#[derive(Serialize, ToSchema)]
pub struct CustomerSummary {
    pub id: CustomerId,
    pub kind: CustomerKind,
    #[schema(example = "Lindqvist Interiors")]
    pub display_name: String,
    #[schema(required, example = "Lindqvist Interiors AB")]
    pub company_name: Option<String>,
    /// Of the primary contact person.
    #[schema(required, example = "maja@lindqvist.example")]
    pub email: Option<String>,
    /// Of the primary contact person.
    #[schema(required, example = "+46 8 123 456")]
    pub phone: Option<String>,
    pub currency: Currency,
    pub active: bool,
    /// Owed in the customer's own currency.
    pub outstanding: Money,
    /// In credit in the customer's own currency.
    pub credit: Money,
    /// That of the person who has come furthest.
    pub portal_status: PortalAccess,
    pub created_at: Instant,
}


/// What a customer's page shows beside the customer's own row.
#[derive(Clone, Default)]
pub(super) struct Related {
    pub portal: CustomerPortal,
    pub primary_contact: Option<ContactPerson>,
    pub balances: Vec<CustomerBalance>,
    pub allowed_actions: Vec<&'static str>,
}

impl Customer {
    pub(super) fn new(row: customer::Model, related: Related) -> Self {
        let money = |amount| Money::new(amount, row.currency.0);
        Self {
            id: row.id,
            version: row.version,
            kind: row.kind.0,
            display_name: row.display_name,
            company_name: row.company_name,
            currency: row.currency.0,
            payment_terms_days: row.payment_terms_days,
            language: row.language.map(|language| language.0),
            tax_treatment: row.tax_treatment.0,
            tax_id: row.tax_id,
            tax_exemption_id: row.tax_exemption_id,
            billing_address: row.billing_address.0,
            shipping_address: row.shipping_address.0,
            notes: row.notes,
            allow_bank_debit: row.allow_bank_debit,
            opening_balance: (row.opening_balance != 0).then(|| money(row.opening_balance)),
            credit_limit: row.credit_limit.map(money),
            active: row.active,
            portal: related.portal,
            primary_contact: related.primary_contact,
            balances: related.balances,
            created_at: row.created_at,
            updated_at: row.updated_at,
            allowed_actions: related.allowed_actions,
        }
    }
}

impl CustomerSummary {
    pub(super) fn new(row: customer::Model, balance: Option<&customer_balance::Model>) -> Self {
        let money = |amount| Money::new(amount, row.currency.0);
        Self {
            id: row.id,
            kind: row.kind.0,
            display_name: row.display_name,
            company_name: row.company_name,
            email: row.email,
            phone: row.phone,
            currency: row.currency.0,
            active: row.active,
            outstanding: money(row.outstanding),
            credit: money(balance.map_or(0, |balance| balance.credit)),
            portal_status: row.portal_status.0,
            created_at: row.created_at,
        }
    }
}
