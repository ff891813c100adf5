//! Mails: subject, HTML and plain text, in the reader's language.
//!
//! [`compose`] fills a [`Template`] (the organization's own, or the built-in one of the [`Kind`]) with a
//! [`Message`]'s values and sets it in the one layout. Values are data: they can neither add markup to
//! the HTML, nor a header to the mail, nor a placeholder to the template.

mod content;
mod html;
mod message;
mod placeholder;
mod plain;
mod template;

use std::fmt;

use portico_domain::colour::Colour;
use portico_domain::language::Language;

use crate::catalogue::Voice;
use crate::text;

pub use message::{
    EmailChange, EmailChangeAsked, EmailChanged, InvoiceSent, InvoiceViewedStaff, Kind,
    MemberInvitation, Message, NoticeStaff, PaidInvoice, PasswordChanged, PasswordReset,
    PaymentFailedStaff, PaymentLink, PaymentLinkCode, PaymentReceipt, PaymentReceivedStaff,
    PaymentRefunded, PortalInvitation, PortalInvitationWithPassword, PortalSignUp,
    PortalSignUpKnown, SignInLockout, UnknownKind,
};
pub use placeholder::meaning;
pub use template::{Part, Template, TemplateError};

/// The organization in whose name a mail is written.
#[derive(Debug, Clone)]
pub struct Sender {
    /// Its name, in the mail's head and foot.
    pub name: String,
    /// Absolute https address of its logo; the name stands in its place without one.
    pub logo_url: Option<String>,
    /// Colour of the button.
    pub accent: Colour,
    /// Postal address, line by line, in the foot.
    pub address: Vec<String>,
    /// E-mail address for questions, in the foot.
    pub email: Option<String>,
    /// Website, in the foot.
    pub website: Option<String>,
}

impl Sender {
    /// Name and addresses, each on one line.
    fn lines(&self) -> Vec<String> {
        let details = self.address.iter().chain(&self.email).chain(&self.website);
        let lines = std::iter::once(&self.name)
            .chain(details)
            .map(|line| text::line(line));
        lines.filter(|line| !line.is_empty()).collect()
    }
}

/// A mail, ready to be sent. Its body may hold secrets (links, a first password): `Debug` omits it.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// One line without control characters.
    pub subject: String,
    /// A whole HTML document.
    pub html: String,
    /// The same in plain text, lines ending in `\n`.
    pub text: String,
}

impl fmt::Debug for Mail {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Mail")
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

/// The languages that mails are written in.
pub const LANGUAGES: [Language; 3] = [Language::En, Language::De, Language::Ar];

/// The language in whose words a reader of this language is written to; English where there are none yet.
#[must_use]
pub fn wording(language: Language) -> Language {
    match language {
        Language::De | Language::Ar => language,
        _ => Language::En,
    }
}

/// What a template's placeholders stand for in a message.
#[must_use]
pub fn values(
    message: &Message,
    sender: &Sender,
    language: Language,
) -> Vec<(&'static str, String)> {
    content::of(message, sender, Voice::new(language)).values
}

/// A name as it can stand in a mail's header: one line, without control characters.
#[must_use]
pub fn header_line(name: &str) -> String {
    crate::text::line(name)
}

/// Writes a mail.
///
/// `template` is the organization's own subject and body for this kind and language, if it has any.
#[must_use]
pub fn compose(
    message: &Message,
    sender: &Sender,
    language: Language,
    template: Option<&Template>,
) -> Mail {
    let voice = Voice::new(language);
    let kind = message.kind();
    let content = content::of(message, sender, voice);
    let default;
    let template = if let Some(own) = template {
        own
    } else {
        default = Template::default_for(kind, language);
        &default
    };
    let filled = template.fill(&content.values);
    let letter = Letter {
        subject: filled.subject,
        paragraphs: paragraphs(&filled.body),
        content: &content,
        sender,
        voice,
    };
    Mail {
        html: html::write(&letter),
        text: plain::write(&letter),
        subject: letter.subject,
    }
}

/// Everything a layout needs, in words, not yet escaped.
struct Letter<'a> {
    subject: String,
    /// The body's paragraphs, each of one or more lines.
    paragraphs: Vec<Vec<String>>,
    content: &'a content::Content<'a>,
    sender: &'a Sender,
    voice: Voice,
}

/// Splits a text at blank lines.
fn paragraphs(body: &str) -> Vec<Vec<String>> {
    let lines: Vec<String> = body.lines().map(str::to_owned).collect();
    lines
        .split(String::is_empty)
        .filter(|lines| !lines.is_empty())
        .map(<[String]>::to_vec)
        .collect()
}

#[cfg(test)]
mod safety_tests;
#[cfg(test)]
mod tests;
