//! The table of conventions: what the Unicode CLDR says about our languages and currencies.

use portico_domain::language::Language;
use portico_domain::money::Currency;

/// A space that breaks no line.
const NBSP: &str = "\u{a0}";

/// Where a currency's symbol stands.
#[derive(Clone, Copy)]
pub(super) enum SymbolPlace {
    /// `€1`, and `CHF 1` with a space where the symbol is letters.
    Before,
    /// `€ 1`.
    BeforeSpaced,
    /// `1 €`.
    After,
}

/// How one language writes numbers and dates.
pub(super) struct Conventions {
    /// Between groups of three digits.
    group: &'static str,
    /// Between the whole and the fraction.
    point: &'static str,
    /// Whole digits from which groups are set apart: 4 for `1,234`, 5 where `1234` stays together.
    grouped_from: usize,
    /// Before a negative number.
    minus: &'static str,
    /// After a percentage.
    pub(super) percent: &'static str,
    /// Where the currency's symbol stands.
    pub(super) symbol: SymbolPlace,
    /// A day, as a pattern of `{d}`, `{m}` (the month's name) and `{y}`.
    pub(super) date: &'static str,
}

impl Conventions {
    /// The conventions of a language.
    pub(super) const fn of(language: Language) -> Self {
        let spaced = "\u{a0}%";
        match language {
            Language::En => Self::new(",", ".", SymbolPlace::Before, "{m}\u{a0}{d}, {y}"),
            Language::EnGb => Self::new(",", ".", SymbolPlace::Before, "{d}\u{a0}{m}\u{a0}{y}"),
            Language::Ja | Language::Zh => {
                Self::new(",", ".", SymbolPlace::Before, "{y}年{m}{d}日")
            }
            Language::Ar => Self::new(",", ".", SymbolPlace::After, "{d}\u{a0}{m}\u{a0}{y}"),
            Language::It => Self::new(".", ",", SymbolPlace::After, "{d}\u{a0}{m}\u{a0}{y}"),
            Language::Nl => Self::new(".", ",", SymbolPlace::BeforeSpaced, "{d}\u{a0}{m}\u{a0}{y}"),
            Language::PtBr => Self::new(
                ".",
                ",",
                SymbolPlace::BeforeSpaced,
                "{d}\u{a0}de\u{a0}{m}\u{a0}de\u{a0}{y}",
            ),
            Language::De => Self {
                percent: spaced,
                ..Self::new(".", ",", SymbolPlace::After, "{d}.\u{a0}{m}\u{a0}{y}")
            },
            Language::Es => Self {
                percent: spaced,
                grouped_from: 5,
                ..Self::new(
                    ".",
                    ",",
                    SymbolPlace::After,
                    "{d}\u{a0}de\u{a0}{m}\u{a0}de\u{a0}{y}",
                )
            },
            Language::Fr => Self {
                percent: "\u{202f}%",
                ..Self::new("\u{202f}", ",", SymbolPlace::After, "{d}\u{a0}{m}\u{a0}{y}")
            },
            Language::Pt => Self {
                grouped_from: 5,
                ..Self::new(
                    NBSP,
                    ",",
                    SymbolPlace::After,
                    "{d}\u{a0}de\u{a0}{m}\u{a0}de\u{a0}{y}",
                )
            },
            Language::Sv => Self {
                percent: spaced,
                minus: "\u{2212}",
                ..Self::new(NBSP, ",", SymbolPlace::After, "{d}\u{a0}{m}\u{a0}{y}")
            },
        }
    }

    /// The common case: groups from four digits, a hyphen for minus, `%` without a space.
    const fn new(
        group: &'static str,
        point: &'static str,
        symbol: SymbolPlace,
        date: &'static str,
    ) -> Self {
        Self {
            group,
            point,
            grouped_from: 4,
            minus: "-",
            percent: "%",
            symbol,
            date,
        }
    }

    /// The sign of a number.
    pub(super) const fn sign(&self, negative: bool) -> &'static str {
        if negative { self.minus } else { "" }
    }

    /// A number from its digits before and after the point.
    pub(super) fn number(&self, whole: &str, fraction: &str) -> String {
        let mut out = String::with_capacity(whole.len() * 2 + fraction.len());
        for (at, digit) in whole.chars().enumerate() {
            let left = whole.len() - at;
            if at > 0 && left.is_multiple_of(3) && whole.len() >= self.grouped_from {
                out.push_str(self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push_str(self.point);
            out.push_str(fraction);
        }
        out
    }
}

/// A currency's symbol where a reader of the language cannot mistake it, its code otherwise.
pub(super) fn symbol(currency: Currency, language: Language) -> &'static str {
    match (currency.code(), language) {
        ("EUR", _) => "€",
        ("GBP", _) => "£",
        ("INR", _) => "₹",
        ("KRW", _) => "₩",
        ("ILS", _) => "₪",
        ("VND", _) => "₫",
        ("BRL", _) => "R$",
        ("USD", Language::En | Language::De | Language::Ja) => "$",
        ("USD", _) => "US$",
        ("CAD", _) => "CA$",
        ("AUD", _) => "A$",
        ("NZD", _) => "NZ$",
        ("MXN", _) => "MX$",
        ("HKD", _) => "HK$",
        ("TWD", _) => "NT$",
        ("CNY", Language::Zh) => "¥",
        ("CNY", _) => "CN¥",
        ("JPY", Language::Zh) => "JP¥",
        ("JPY", _) => "¥",
        ("SEK", Language::Sv) => "kr",
        (code, _) => code,
    }
}

/// The months as they stand inside a date, January first, with spaces between them.
pub(super) const fn months(language: Language) -> &'static str {
    match language {
        Language::En | Language::EnGb => {
            "January February March April May June July August September October November December"
        }
        Language::De => {
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
        }
        Language::Es => {
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
        }
        Language::Fr => {
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        }
        Language::It => {
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre \
             dicembre"
        }
        Language::Nl => {
            "januari februari maart april mei juni juli augustus september oktober november december"
        }
        Language::Pt | Language::PtBr => {
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
        }
        Language::Sv => {
            "januari februari mars april maj juni juli augusti september oktober november december"
        }
        Language::Ja | Language::Zh => "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        Language::Ar => {
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
        }
    }
}
