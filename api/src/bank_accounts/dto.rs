//! What the routes of bank accounts take and give.

use entity::BankAccountId;
use portico_domain::money::Currency;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::text::not_blank;

/// An account for receiving money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct BankAccount {
    pub id: BankAccountId,
    /// Invoices of this currency show it; null: those of every currency that has no account of its own.
    #[schema(required)]
    pub currency: Option<Currency>,
    #[schema(example = "Brightwater Studio GmbH")]
    pub holder: String,
    /// Without blanks.
    #[schema(required, example = "DE89370400440532013000")]
    pub iban: Option<String>,
    #[schema(required, example = "COBADEFFXXX")]
    pub bic: Option<String>,
    /// Where there are no IBANs.
    #[schema(required, example = "000123456789")]
    pub account_number: Option<String>,
    /// What names the bank beside an account number: routing number, sort code, BSB.
    #[schema(required, example = "110000000")]
    pub routing_number: Option<String>,
    #[schema(example = "Commerzbank Berlin")]
    pub bank_name: String,
    /// What else payers should know.
    #[schema(required, example = "Please bear the charges of your bank.")]
    pub note: Option<String>,
}

/// Every account of the organization.
#[derive(Serialize, ToSchema)]
pub struct BankAccountList {
    pub data: Vec<BankAccount>,
}

/// An account as it is entered, whole.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BankAccountInput {
    /// One account for each currency; none: for every currency that has no account of its own.
    pub currency: Option<Currency>,
    /// 1 to 70 characters, as the bank knows the holder.
    #[validate(length(max = 70), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 70, example = "Brightwater Studio GmbH")]
    pub holder: String,
    /// Either this or an account number. Blanks are ignored; structure and check digits must be right.
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "DE89 3704 0044 0532 0130 00")]
    pub iban: Option<String>,
    /// 8 or 11 letters and digits.
    #[validate(length(max = 20))]
    #[schema(max_length = 20, example = "COBADEFFXXX")]
    pub bic: Option<String>,
    /// At most 34 letters, digits, blanks and hyphens.
    #[validate(length(max = 34))]
    #[schema(max_length = 34, example = "000123456789")]
    pub account_number: Option<String>,
    /// At most 34 letters, digits, blanks and hyphens; only with an account number.
    #[validate(length(max = 34))]
    #[schema(max_length = 34, example = "110000000")]
    pub routing_number: Option<String>,
    /// 1 to 100 characters.
    #[validate(length(max = 100), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 100, example = "Commerzbank Berlin")]
    pub bank_name: String,
    /// At most 500 characters.
    #[validate(length(max = 500))]
    #[schema(max_length = 500, example = "Please bear the charges of your bank.")]
    pub note: Option<String>,
}
