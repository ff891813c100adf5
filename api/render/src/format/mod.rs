//! Amounts, numbers and dates, as each language writes them.
//!
//! Digits are Latin everywhere, Arabic included. Spaces inside an amount or a date never break a line.
//! The conventions follow the Unicode CLDR, kept as a small table ([`conventions`]) instead of its
//! megabytes of data.

mod conventions;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use portico_domain::decimal::Decimal;
use portico_domain::language::Language;
use portico_domain::money::{Currency, Money};

use conventions::{Conventions, SymbolPlace};

/// An amount with its currency's symbol and decimals: `€1,234.56`, `1.234,56 €`, `KWD 1.500`.
#[must_use]
pub fn money(money: Money, language: Language) -> String {
    let places = decimals(money.currency);
    let digits = format!(
        "{:0>width$}",
        money.amount.unsigned_abs(),
        width = places + 1
    );
    let (whole, fraction) = digits.split_at(digits.len() - places);
    with_symbol(money.amount < 0, whole, fraction, money.currency, language)
}

/// A unit price: as [`money`], with more decimals where the rate has them: `€0.0125`.
#[must_use]
pub fn rate(rate: Decimal, currency: Currency, language: Language) -> String {
    let digits = rate.to_string();
    let (negative, whole, fraction) = parts(&digits);
    let fraction = format!("{fraction:0<width$}", width = decimals(currency));
    with_symbol(negative, whole, &fraction, currency, language)
}

/// A number without a unit: `1,234.5`, `1.234,5`.
#[must_use]
pub fn decimal(number: Decimal, language: Language) -> String {
    let digits = number.to_string();
    let (negative, whole, fraction) = parts(&digits);
    let ways = Conventions::of(language);
    format!("{}{}", ways.sign(negative), ways.number(whole, fraction))
}

/// A percentage, given as hundredths: 19 is `19%`, `19 %`.
#[must_use]
pub fn percent(hundredths: Decimal, language: Language) -> String {
    format!(
        "{}{}",
        decimal(hundredths, language),
        Conventions::of(language).percent
    )
}

/// A day, its month in words: `March 12, 2026`, `12. März 2026`.
#[must_use]
pub fn date(day: NaiveDate, language: Language) -> String {
    let before = usize::try_from(day.month0()).unwrap_or_default();
    let month = conventions::months(language).split(' ').nth(before);
    Conventions::of(language)
        .date
        .replace("{d}", &day.day().to_string())
        .replace("{m}", month.unwrap_or_default())
        .replace("{y}", &day.year().to_string())
}

/// A day and the time of day, to the minute: `March 12, 2026, 2:05 PM`, `12. März 2026, 14:05`.
#[must_use]
pub fn date_time(moment: NaiveDateTime, language: Language) -> String {
    let day = date(moment.date(), language);
    if language == Language::En {
        let (afternoon, hour) = moment.hour12();
        let half = if afternoon { "PM" } else { "AM" };
        format!("{day}, {hour}:{:02}\u{a0}{half}", moment.minute())
    } else {
        let comma = if language == Language::Ar { "،" } else { "," };
        format!("{day}{comma} {:02}:{:02}", moment.hour(), moment.minute())
    }
}

/// Puts the currency's symbol where the language wants it.
fn with_symbol(
    negative: bool,
    whole: &str,
    fraction: &str,
    currency: Currency,
    language: Language,
) -> String {
    let ways = Conventions::of(language);
    let (sign, number) = (ways.sign(negative), ways.number(whole, fraction));
    let symbol = conventions::symbol(currency, language);
    let letters = symbol.ends_with(|c: char| c.is_alphabetic());
    match ways.symbol {
        SymbolPlace::Before if letters => format!("{sign}{symbol}\u{a0}{number}"),
        SymbolPlace::Before => format!("{sign}{symbol}{number}"),
        SymbolPlace::BeforeSpaced => format!("{sign}{symbol}\u{a0}{number}"),
        SymbolPlace::After => format!("{sign}{number}\u{a0}{symbol}"),
    }
}

/// Decimal places of a currency's minor unit.
fn decimals(currency: Currency) -> usize {
    usize::try_from(currency.exponent()).unwrap_or_default()
}

/// Sign, digits before and digits after the point of a number written `-12.5`.
fn parts(digits: &str) -> (bool, &str, &str) {
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    (unsigned.len() < digits.len(), whole, fraction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Ar, De, En, EnGb, Es, Fr, It, Ja, Nl, Pt, PtBr, Sv, Zh};

    fn amount(amount: i64, code: &str, language: Language) -> String {
        money(
            Money {
                amount,
                currency: code.parse().unwrap(),
            },
            language,
        )
        .replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn each_language_places_symbol_and_separators() {
        let expected = [
            (En, "€1,234.56"),
            (EnGb, "€1,234.56"),
            (De, "1.234,56 €"),
            (Es, "1234,56 €"),
            (Fr, "1 234,56 €"),
            (It, "1.234,56 €"),
            (Ja, "€1,234.56"),
            (Nl, "€ 1.234,56"),
            (Pt, "1234,56 €"),
            (PtBr, "€ 1.234,56"),
            (Sv, "1 234,56 €"),
            (Zh, "€1,234.56"),
            (Ar, "1,234.56 €"),
        ];
        assert_eq!(expected.len(), Language::ALL.len());
        for (language, text) in expected {
            assert_eq!(amount(123_456, "EUR", language), text, "{language}");
        }
    }

    #[test]
    fn each_currency_has_its_decimals() {
        assert_eq!(amount(1_234_567, "JPY", En), "¥1,234,567");
        assert_eq!(amount(1_234_567, "KWD", En), "KWD 1,234.567");
        assert_eq!(amount(1_234_567, "KWD", Ar), "1,234.567 KWD");
        assert_eq!(amount(5, "KWD", De), "0,005 KWD");
        assert_eq!(amount(0, "USD", En), "$0.00");
        assert_eq!(amount(-5, "EUR", En), "-€0.05");
        assert_eq!(amount(-123_456_789, "EUR", De), "-1.234.567,89 €");
        assert_eq!(amount(i64::MIN, "USD", En), "-$92,233,720,368,547,758.08");
    }

    #[test]
    fn a_dollar_sign_is_never_ambiguous() {
        assert_eq!(amount(100, "USD", En), "$1.00");
        assert_eq!(amount(100, "USD", EnGb), "US$1.00");
        assert_eq!(amount(100, "CAD", En), "CA$1.00");
        assert_eq!(amount(100, "CNY", Zh), "¥1.00");
        assert_eq!(amount(100, "JPY", Zh), "JP¥100");
        assert_eq!(amount(100, "SEK", Sv), "1,00 kr");
        assert_eq!(amount(100, "BRL", PtBr), "R$ 1,00");
    }

    #[test]
    fn rates_keep_their_own_precision() {
        let text = |digits: &str, language| {
            rate(digits.parse().unwrap(), Currency::EUR, language).replace('\u{a0}', " ")
        };
        assert_eq!(text("0.0125", En), "€0.0125");
        assert_eq!(text("1234.5", De), "1.234,50 €");
        assert_eq!(text("-3", En), "-€3.00");
    }

    #[test]
    fn numbers_and_percentages() {
        let number = |digits: &str| digits.parse::<Decimal>().unwrap();
        assert_eq!(decimal(number("1234567.25"), En), "1,234,567.25");
        assert_eq!(decimal(number("1234567.25"), De), "1.234.567,25");
        assert_eq!(decimal(number("-0.5"), Fr), "-0,5");
        assert_eq!(decimal(number("3"), Sv), "3");
        assert_eq!(percent(number("7.5"), En), "7.5%");
        assert_eq!(percent(number("19"), De), "19\u{a0}%");
    }

    #[test]
    fn dates_name_the_month() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let text = |language| date(day, language).replace('\u{a0}', " ");
        assert_eq!(text(En), "March 2, 2026");
        assert_eq!(text(EnGb), "2 March 2026");
        assert_eq!(text(De), "2. März 2026");
        assert_eq!(text(Es), "2 de marzo de 2026");
        assert_eq!(text(Ja), "2026年3月2日");
        assert_eq!(text(Ar), "2 مارس 2026");
        for language in Language::ALL {
            assert_eq!(
                conventions::months(*language).split(' ').count(),
                12,
                "{language}"
            );
        }
        let moment = day.and_hms_opt(14, 5, 59).unwrap();
        assert_eq!(
            date_time(moment, En).replace('\u{a0}', " "),
            "March 2, 2026, 2:05 PM"
        );
        assert_eq!(
            date_time(moment, De).replace('\u{a0}', " "),
            "2. März 2026, 14:05"
        );
    }
}
