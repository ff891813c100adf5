//! What the customer routes give, and which customers a list is asked for.

use entity::{CustomerId, Instant, TaxExemptionId, customer, customer_balance, records::Address};
use portico_domain::{
    customer::{CustomerKind, TaxTreatment},
    language::Language,
    money::{Currency, Money},
    portal_access::PortalAccess,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::person_dto::ContactPerson;
use crate::list_query;

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
    /// Of the company as a whole.
    #[schema(required, example = "+46 8 123 000")]
    pub company_phone: Option<String>,
    #[schema(required, example = "https://lindqvist.example")]
    pub website: Option<String>,
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
            company_phone: row.company_phone,
            website: row.website,
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
