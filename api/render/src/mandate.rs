//! The words by which a payer allows a bank debit (F3).

use portico_domain::language::Language;

use crate::catalogue::Voice;

/// The mandate that a payer gives an organization, in a language.
#[must_use]
pub fn mandate_text(language: Language, organization: &str) -> String {
    let voice = Voice::new(language);
    voice.say_with(
        "mandate-text",
        &[("organization", &voice.typed(organization))],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mandate_names_who_may_debit() {
        for language in [Language::En, Language::De, Language::Ar, Language::Fr] {
            let text = mandate_text(language, "Brightwater Studio");
            assert!(text.contains("Brightwater Studio"), "{text}");
        }
    }
}
