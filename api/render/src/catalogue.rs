//! The translated texts, embedded in the binary, and a voice that speaks them.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};
use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource};
use portico_domain::decimal::Decimal;
use portico_domain::language::Language;
use portico_domain::money::{Currency, Money};

use crate::{format, text};

/// Every catalogue: its language's tag, then its files. English comes first: it is the fallback.
const FILES: [(&str, [&str; 2]); 3] = [
    (
        "en",
        [
            include_str!("../locales/en/mail.ftl"),
            include_str!("../locales/en/pdf.ftl"),
        ],
    ),
    (
        "de",
        [
            include_str!("../locales/de/mail.ftl"),
            include_str!("../locales/de/pdf.ftl"),
        ],
    ),
    (
        "ar",
        [
            include_str!("../locales/ar/mail.ftl"),
            include_str!("../locales/ar/pdf.ftl"),
        ],
    ),
];

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(&str, Bundle)>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(tag, files)| (*tag, bundle(tag, files)))
        .collect()
});

/// Compiles one catalogue. What does not parse is left out and falls back to English; the tests
/// below see to it that nothing is.
fn bundle(tag: &str, files: &[&str]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(tag.parse().into_iter().collect());
    // Values are isolated by `Voice::value`, and only where directions really mix.
    bundle.set_use_isolating(false);
    for file in files {
        let resource =
            FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(parsed, _)| parsed);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Speaks one language: its words, and its amounts, numbers and dates.
#[derive(Clone, Copy)]
pub(crate) struct Voice {
    language: Language,
    bundle: &'static Bundle,
}

impl Voice {
    /// The voice of a language, or English where there is no catalogue for it yet.
    pub(crate) fn new(language: Language) -> Self {
        let primary = language.code().split('-').next().unwrap_or_default();
        let (language, at) = match FILES.iter().position(|(tag, _)| *tag == primary) {
            Some(at) => (language, at),
            None => (Language::En, 0),
        };
        Self {
            language,
            bundle: &BUNDLES[at].1,
        }
    }

    /// The language actually spoken.
    pub(crate) const fn language(self) -> Language {
        self.language
    }

    /// A text without placeholders.
    pub(crate) fn say(self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A text with its placeholders filled in. A text that no catalogue has comes out as its id.
    pub(crate) fn say_with(self, id: &str, values: &[(&'static str, &str)]) -> String {
        let values: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, *value)).collect();
        [self.bundle, &BUNDLES[0].1]
            .iter()
            .find_map(|bundle| {
                let pattern = bundle.get_message(id)?.value()?;
                Some(
                    bundle
                        .format_pattern(pattern, Some(&values), &mut Vec::new())
                        .into_owned(),
                )
            })
            .unwrap_or_else(|| id.to_owned())
    }

    /// A value to stand inside a sentence: isolated if its direction may differ from the sentence's.
    pub(crate) fn value(self, text: &str) -> String {
        if !text.is_empty() && (self.language.is_rtl() || text::has_right_to_left(text)) {
            text::isolate(text)
        } else {
            text.to_owned()
        }
    }

    /// A line that somebody typed.
    pub(crate) fn typed(self, text: &str) -> String {
        self.value(&text::line(text))
    }

    /// The lines of a longer text that somebody typed, or none.
    pub(crate) fn typed_lines(self, text: Option<&str>) -> Vec<String> {
        let lines = text::lines(text.unwrap_or_default());
        lines.iter().map(|line| self.value(line)).collect()
    }

    /// An amount.
    pub(crate) fn money(self, money: Money) -> String {
        self.value(&format::money(money, self.language))
    }

    /// A unit price.
    pub(crate) fn rate(self, rate: Decimal, currency: Currency) -> String {
        self.value(&format::rate(rate, currency, self.language))
    }

    /// A number without a unit.
    pub(crate) fn decimal(self, number: Decimal) -> String {
        self.value(&format::decimal(number, self.language))
    }

    /// A percentage.
    pub(crate) fn percent(self, hundredths: Decimal) -> String {
        self.value(&format::percent(hundredths, self.language))
    }

    /// A day.
    pub(crate) fn date(self, day: NaiveDate) -> String {
        self.value(&format::date(day, self.language))
    }

    /// A day and time.
    pub(crate) fn date_time(self, moment: NaiveDateTime) -> String {
        self.value(&format::date_time(moment, self.language))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The messages of a catalogue, each with the placeholders it uses.
    fn messages(files: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let mut messages = BTreeMap::new();
        for file in files {
            let resource =
                FluentResource::try_new((*file).to_owned()).expect("the catalogue parses");
            for line in resource
                .source()
                .lines()
                .filter(|line| !line.starts_with('#'))
            {
                if let Some((id, _)) = line.split_once(" =")
                    && !line.starts_with(' ')
                {
                    let known = messages.insert(id.to_owned(), BTreeSet::new());
                    assert_eq!(known, None, "{id} is there twice");
                }
                let mut last = messages.last_entry();
                for part in line.split("{ $").skip(1) {
                    let name = part.split(' ').next().unwrap().to_owned();
                    last.as_mut()
                        .expect("a placeholder inside a message")
                        .get_mut()
                        .insert(name);
                }
            }
        }
        messages
    }

    #[test]
    fn every_catalogue_has_the_same_messages_and_placeholders() {
        let english = messages(&FILES[0].1);
        assert!(english.len() > 60);
        for (tag, files) in &FILES[1..] {
            assert_eq!(messages(files), english, "{tag}");
        }
    }

    #[test]
    fn a_language_without_a_catalogue_reads_english_throughout() {
        let voice = Voice::new(Language::Fr);
        assert_eq!(voice.language(), Language::En);
        assert_eq!(voice.say("invoice"), "Invoice");
        assert_eq!(Voice::new(Language::EnGb).language(), Language::EnGb);
        assert_eq!(Voice::new(Language::De).say("no-such-text"), "no-such-text");
    }

    #[test]
    fn values_are_isolated_only_where_directions_mix() {
        assert_eq!(Voice::new(Language::En).value("Ada"), "Ada");
        assert_eq!(
            Voice::new(Language::En).value("شركة"),
            "\u{2068}شركة\u{2069}"
        );
        assert_eq!(Voice::new(Language::Ar).value("Ada"), "\u{2068}Ada\u{2069}");
    }
}
