//! What the routes of e-mail templates take and give.

use entity::Instant;
use portico_domain::language::Language;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::patch::present;

/// Every kind of mail in every language.
#[derive(Serialize, ToSchema)]
pub struct EmailTemplateList {
    pub data: Vec<EmailTemplateSummary>,
}

/// One kind of mail in one language.
#[derive(Serialize, ToSchema)]
pub struct EmailTemplateSummary {
    /// What the mail is for.
    #[schema(example = "invoice_sent")]
    pub kind: String,
    pub language: Language,
    /// Whether only staff get it.
    pub for_staff: bool,
    /// As it is in use, with placeholders.
    #[schema(example = "Invoice {number} from {organization}")]
    pub subject: String,
    /// Whether the organization uses words of its own.
    pub edited: bool,
    #[schema(required)]
    pub updated_at: Option<Instant>,
    /// The member of staff who wrote them.
    #[schema(required, example = "Ada Holm")]
    pub updated_by: Option<String>,
}

/// What a kind of mail says in one language.
#[derive(Serialize, ToSchema)]
pub struct EmailTemplate {
    #[schema(example = "invoice_sent")]
    pub kind: String,
    pub language: Language,
    /// Whether only staff get it.
    pub for_staff: bool,
    #[schema(example = "Invoice {number} from {organization}")]
    pub subject: String,
    /// Plain text; a blank line separates paragraphs. The system adds facts and the button.
    #[schema(example = "Hello {name},\n\nHere is invoice {number} for {amount}.")]
    pub body: String,
    /// Whether the organization uses words of its own.
    pub edited: bool,
    /// The built-in words.
    #[schema(example = "Invoice {number} from {organization}")]
    pub default_subject: String,
    #[schema(example = "Hello {name},\n\nHere is invoice {number} for {amount}.")]
    pub default_body: String,
    /// What subject and body may refer to.
    pub placeholders: Vec<EmailPlaceholder>,
    /// For `If-Match`; 0 if it was never edited.
    #[schema(example = 1)]
    pub version: i64,
    #[schema(required)]
    pub updated_at: Option<Instant>,
    #[schema(required, example = "Ada Holm")]
    pub updated_by: Option<String>,
}

/// Something that is filled in when the mail is written.
#[derive(Serialize, ToSchema)]
pub struct EmailPlaceholder {
    /// Written in braces: `{number}`.
    #[schema(example = "number")]
    pub name: String,
    /// What it stands for, in English.
    #[schema(example = "The number of the invoice or payment")]
    pub meaning: String,
    /// From a recent document, where there is one.
    #[schema(example = "INV-000042")]
    pub sample: String,
    /// Whether the body must say it.
    pub required: bool,
}

/// Words of one's own. What is absent stays as it is.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateEmailTemplate {
    /// One line, 1 to 200 characters.
    #[serde(default, deserialize_with = "present")]
    #[validate(length(min = 1, max = 200))]
    #[schema(
        nullable = false,
        min_length = 1,
        max_length = 200,
        example = "Your invoice {number}"
    )]
    pub subject: Option<String>,
    /// 1 to 5,000 characters.
    #[serde(default, deserialize_with = "present")]
    #[validate(length(min = 1, max = 5000))]
    #[schema(
        nullable = false,
        min_length = 1,
        max_length = 5000,
        example = "Hello {name},\n\nPlease find invoice {number} here."
    )]
    pub body: Option<String>,
}

/// Words to try out.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewEmailTemplate {
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "Your invoice {number}")]
    pub subject: String,
    #[validate(length(min = 1, max = 5000))]
    #[schema(
        min_length = 1,
        max_length = 5000,
        example = "Hello {name},\n\nPlease find invoice {number} here."
    )]
    pub body: String,
}

/// A mail as it would go out. Its links lead nowhere.
#[derive(Serialize, ToSchema)]
pub struct EmailPreview {
    #[schema(example = "Your invoice INV-000042")]
    pub subject: String,
    /// A whole document; show it in a frame without rights.
    pub html: String,
    pub text: String,
}
