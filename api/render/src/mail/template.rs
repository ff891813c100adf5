//! Subject and body of a kind of mail, with placeholders such as `{customer}`.

use portico_domain::language::Language;

use crate::catalogue::Voice;
use crate::text;

use super::Kind;

/// A subject and a body in plain text. `{name}` stands for a value of the message; a blank line in
/// the body separates paragraphs. Button and facts are not part of it: no edit can lose them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// One line.
    pub subject: String,
    /// Paragraphs.
    pub body: String,
}

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A placeholder that this kind of mail has no value for.
    #[error("there is no placeholder {{{0}}} in this mail")]
    UnknownPlaceholder(String),
    /// A subject or body without any text.
    #[error("subject and body must not be empty")]
    Empty,
}

impl Kind {
    /// The placeholders that this kind of mail has values for.
    #[must_use]
    pub const fn placeholders(self) -> &'static [&'static str] {
        match self {
            Self::PortalInvitation => &[
                "organization",
                "customer",
                "name",
                "portal_url",
                "user_name",
                "expires",
            ],
            Self::MemberInvitation => &["organization", "name", "inviter", "expires"],
            Self::InvoiceSent => &["organization", "name", "number", "amount", "due_date"],
            Self::PaymentReceipt => &["organization", "name", "number", "amount", "date"],
            Self::PaymentReceivedStaff => &["organization", "customer", "amount", "invoices"],
            Self::PaymentFailedStaff => {
                &["organization", "customer", "amount", "invoices", "reason"]
            }
            Self::InvoiceViewedStaff => {
                &["organization", "customer", "name", "number", "viewed_at"]
            }
            Self::NoticeStaff => &["organization", "notice"],
            Self::PasswordChanged => &["organization", "name", "changed_at"],
            Self::SignInLockout => &["organization", "name"],
            Self::PasswordReset => &["organization", "name", "minutes"],
        }
    }
}

impl Template {
    /// The built-in template, as an organization gets to see it and may change it.
    #[must_use]
    pub fn default_for(kind: Kind, language: Language) -> Self {
        let voice = Voice::new(language);
        let names = kind.placeholders();
        let marks: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
        let values: Vec<_> = names
            .iter()
            .copied()
            .zip(marks.iter().map(String::as_str))
            .collect();
        let say = |part: &str| voice.say_with(&format!("{kind}_{part}"), &values);
        Self {
            subject: say("subject"),
            body: say("body"),
        }
    }

    /// Checks a template that an organization wants to use.
    ///
    /// # Errors
    /// [`TemplateError::Empty`] or the first [`TemplateError::UnknownPlaceholder`].
    pub fn check(&self, kind: Kind) -> Result<(), TemplateError> {
        if self.subject.trim().is_empty() || self.body.trim().is_empty() {
            return Err(TemplateError::Empty);
        }
        let unknown = [&self.subject, &self.body]
            .into_iter()
            .flat_map(|text| pieces(text))
            .find_map(|piece| match piece {
                Piece::Placeholder { name, .. } if !kind.placeholders().contains(&name) => {
                    Some(name)
                }
                _ => None,
            });
        unknown.map_or(Ok(()), |name| {
            Err(TemplateError::UnknownPlaceholder(name.to_owned()))
        })
    }

    /// Puts values in place of placeholders, once: a value that looks like a placeholder stays as it is,
    /// and so does a placeholder without a value.
    ///
    /// The template's own text is cleaned, the values are taken as they are; only a subject's line breaks
    /// go, wherever they come from.
    pub(super) fn fill(&self, values: &[(&'static str, String)]) -> Self {
        let fill = |text: &str| -> String {
            let piece = |piece| match piece {
                Piece::Text(text) => text,
                Piece::Placeholder { name, source } => {
                    let value = values.iter().find(|(known, _)| *known == name);
                    value.map_or(source, |(_, value)| value.as_str())
                }
            };
            pieces(text).map(piece).collect()
        };
        Self {
            subject: fill(&text::line(&self.subject)).replace(char::is_control, " "),
            body: fill(&text::lines(&self.body).join("\n")),
        }
    }
}

/// A part of a template.
enum Piece<'a> {
    Text(&'a str),
    Placeholder {
        name: &'a str,
        /// The placeholder with its braces.
        source: &'a str,
    },
}

/// Cuts a template at its placeholders: names of lower-case letters and `_` in braces.
fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    template.split_inclusive('}').flat_map(|part| {
        let found = part.rfind('{').and_then(|at| {
            let (before, source) = part.split_at(at);
            let name = source.strip_prefix('{')?.strip_suffix('}')?.trim();
            let named = !name.is_empty()
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            named.then_some((before, Piece::Placeholder { name, source }))
        });
        let (text, placeholder) =
            found.map_or((part, None), |(before, piece)| (before, Some(piece)));
        std::iter::once(Piece::Text(text)).chain(placeholder)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(subject: &str, body: &str) -> Template {
        Template {
            subject: subject.to_owned(),
            body: body.to_owned(),
        }
    }

    #[test]
    fn defaults_show_their_placeholders_and_pass_the_check() {
        let default = Template::default_for(Kind::InvoiceSent, Language::De);
        assert_eq!(default.subject, "Rechnung {number} von {organization}");
        for kind in Kind::ALL {
            for language in Language::ALL {
                assert_eq!(
                    Template::default_for(*kind, *language).check(*kind),
                    Ok(()),
                    "{kind} {language}"
                );
            }
        }
    }

    #[test]
    fn unknown_placeholders_are_refused() {
        let check = |body| template("Hi {name}", body).check(Kind::PasswordReset);
        assert_eq!(check("{minutes} { name } {} {1} { {Name}"), Ok(()));
        assert_eq!(
            check("{password}"),
            Err(TemplateError::UnknownPlaceholder("password".into()))
        );
        assert_eq!(
            check("{{secret}}"),
            Err(TemplateError::UnknownPlaceholder("secret".into()))
        );
        assert_eq!(check(" \n"), Err(TemplateError::Empty));
    }

    #[test]
    fn values_are_filled_in_once() {
        let values = [
            ("name", "{organization}".to_owned()),
            ("organization", "Acme".to_owned()),
        ];
        let filled = template("{name} at { organization }", "{unknown} {{name}} } {").fill(&values);
        assert_eq!(
            filled,
            template("{organization} at Acme", "{unknown} {{organization}} } {")
        );
    }
}
