//! The languages in which Portico speaks (§6).

use crate::text::text_enum;

text_enum! {
    /// A language of the portal, of mails and of documents, as a BCP 47 tag.
    pub enum Language {
        /// English.
        En => "en",
        /// English, United Kingdom.
        EnGb => "en-GB",
        /// German.
        De => "de",
        /// Spanish.
        Es => "es",
        /// French.
        Fr => "fr",
        /// Italian.
        It => "it",
        /// Japanese.
        Ja => "ja",
        /// Dutch.
        Nl => "nl",
        /// Portuguese.
        Pt => "pt",
        /// Portuguese, Brazil.
        PtBr => "pt-BR",
        /// Swedish.
        Sv => "sv",
        /// Chinese.
        Zh => "zh",
        /// Arabic, written from right to left.
        Ar => "ar",
    }
}

impl Language {
    /// The BCP 47 tag.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.as_str()
    }

    /// Whether text runs from right to left.
    #[must_use]
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::Ar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_thirteen_and_one_runs_from_the_right() {
        assert_eq!(Language::ALL.len(), 13);
        let rtl: Vec<_> = Language::ALL
            .iter()
            .filter(|language| language.is_rtl())
            .collect();
        assert_eq!(rtl, [&Language::Ar]);
    }

    #[test]
    fn tags_are_read_exactly() {
        assert_eq!("pt-BR".parse(), Ok(Language::PtBr));
        assert!("pt-br".parse::<Language>().is_err());
        assert_eq!(Language::EnGb.code(), "en-GB");
    }
}
