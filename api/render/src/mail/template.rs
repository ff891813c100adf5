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

/// One of the two parts of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Subject,
    Body,
}

impl Part {
    /// The part as it is sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Body => "body",
        }
    }
}

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A placeholder that this kind of mail has no value for.
    #[error("there is no placeholder {{{name}}} in this mail")]
    UnknownPlaceholder { part: Part, name: String },
    /// A body without something that the reader must learn and that stands nowhere else in the mail.
    #[error("the text must say {{{0}}}")]
    MissingPlaceholder(&'static str),
    /// No text.
    #[error("must not be empty")]
    Empty(Part),
    /// A subject of several lines.
    #[error("must be one line")]
    LineBreak,
}

impl TemplateError {
    /// Where it is wrong.
    #[must_use]
    pub const fn part(&self) -> Part {
        match self {
            Self::UnknownPlaceholder { part, .. } | Self::Empty(part) => *part,
            Self::MissingPlaceholder(_) => Part::Body,
            Self::LineBreak => Part::Subject,
        }
    }

    /// What is wrong, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownPlaceholder { .. } => "unknown_placeholder",
            Self::MissingPlaceholder(_) => "missing_placeholder",
            Self::Empty(_) => "required",
            Self::LineBreak => "line_break",
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

    /// Checks a template that an organization wants to use: everything that is wrong with it.
    #[must_use]
    pub fn check(&self, kind: Kind) -> Vec<TemplateError> {
        let mut errors = Vec::new();
        if self.subject.trim().contains(char::is_control) {
            errors.push(TemplateError::LineBreak);
        }
        for (part, text) in [(Part::Subject, &self.subject), (Part::Body, &self.body)] {
            if text.trim().is_empty() {
                errors.push(TemplateError::Empty(part));
            }
            errors.extend(named(text).filter_map(|name| {
                let unknown = !kind.placeholders().contains(&name);
                let name = name.to_owned();
                unknown.then_some(TemplateError::UnknownPlaceholder { part, name })
            }));
        }
        let said: Vec<&str> = named(&self.body).collect();
        let missing = kind.required().iter().filter(|name| !said.contains(name));
        errors.extend(missing.map(|name| TemplateError::MissingPlaceholder(name)));
        errors
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

/// The names of a text's placeholders.
fn named(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|piece| match piece {
        Piece::Placeholder { name, .. } => Some(name),
        Piece::Text(_) => None,
    })
}

/// Cuts a template at its placeholders: a word in braces, so that a mistyped one is found.
fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    template.split_inclusive('}').flat_map(|part| {
        let found = part.rfind('{').and_then(|at| {
            let (before, source) = part.split_at(at);
            let name = source.strip_prefix('{')?.strip_suffix('}')?.trim();
            let named = !name.is_empty() && !name.contains(char::is_whitespace);
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
                    Vec::new(),
                    "{kind} {language}"
                );
            }
        }
    }

    #[test]
    fn unknown_and_missing_placeholders_are_refused() {
        let check = |subject, body| template(subject, body).check(Kind::PasswordReset);
        let unknown = |part, name: &str| TemplateError::UnknownPlaceholder {
            part,
            name: name.to_owned(),
        };
        assert_eq!(check("Hi {name}", "{minutes} { name } {} { a b } { }"), []);
        assert_eq!(
            check("{password}", "{{secret}} {Minutes} {minutes}"),
            [
                unknown(Part::Subject, "password"),
                unknown(Part::Body, "secret"),
                unknown(Part::Body, "Minutes"),
            ]
        );
        let missing = TemplateError::MissingPlaceholder("minutes");
        assert_eq!(check("{minutes}", "x"), std::slice::from_ref(&missing));
        assert_eq!(
            check("a\nb", " \n"),
            [
                TemplateError::LineBreak,
                TemplateError::Empty(Part::Body),
                missing
            ]
        );
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
