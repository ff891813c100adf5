//! The name of a portal, which is the first part of its URL: `/{portal_name}` (A2).

use std::iter;

/// Fewest characters of a name.
pub const MIN_LENGTH: usize = 3;
/// Most characters of a name.
pub const MAX_LENGTH: usize = 50;

/// Names that the server needs for itself, or that would mislead a visitor. Sorted.
pub const RESERVED: &[&str] = &[
    ".well-known",
    "about",
    "account",
    "admin",
    "api",
    "app",
    "assets",
    "auth",
    "billing",
    "blog",
    "contact",
    "dashboard",
    "dev",
    "docs",
    "events",
    "favicon.ico",
    "files",
    "health",
    "help",
    "index.html",
    "legal",
    "login",
    "logout",
    "mail",
    "metrics",
    "office",
    "openapi.json",
    "portal",
    "portico",
    "privacy",
    "public",
    "robots.txt",
    "root",
    "security",
    "settings",
    "signin",
    "signup",
    "sitemap.xml",
    "static",
    "status",
    "support",
    "system",
    "terms",
    "webhooks",
    "www",
];

/// Why a text cannot be a portal's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PortalNameError {
    /// Fewer than three characters or more than fifty.
    #[error("a portal name has 3 to 50 characters")]
    Length,
    /// Something else than lower-case letters, digits, and single hyphens between them.
    #[error("a portal name has only lower-case letters, digits and single hyphens between them")]
    Characters,
    /// The server needs the name.
    #[error("the portal name is reserved")]
    Reserved,
}

/// Whether a text can be a portal's name; whether it is free is another question.
///
/// # Errors
/// The rule that it breaks.
pub fn validate(name: &str) -> Result<(), PortalNameError> {
    if RESERVED.contains(&name) {
        return Err(PortalNameError::Reserved);
    }
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    if !name
        .split('-')
        .all(|word| !word.is_empty() && word.bytes().all(plain))
    {
        return Err(PortalNameError::Characters);
    }
    if !(MIN_LENGTH..=MAX_LENGTH).contains(&name.len()) {
        return Err(PortalNameError::Length);
    }
    Ok(())
}

/// A valid name made from an organization's name: "Müller & Söhne" becomes `mueller-soehne`.
#[must_use]
pub fn slug(organization: &str) -> String {
    let ascii: String = organization
        .to_lowercase()
        .chars()
        .map(transliterate)
        .collect();
    let words: Vec<&str> = ascii.split('-').filter(|word| !word.is_empty()).collect();
    let slug = shorten(&words.join("-"), MAX_LENGTH).to_owned();
    match validate(&slug) {
        Ok(()) => slug,
        Err(_) if slug.is_empty() => "organization".to_owned(),
        Err(_) => format!("{slug}-portal"),
    }
}

/// Names to try until one is free: the slug, then the slug with -2, -3, …
pub fn candidates(organization: &str) -> impl Iterator<Item = String> {
    let slug = slug(organization);
    iter::once(slug.clone()).chain((2_u32..).map(move |n| {
        let suffix = format!("-{n}");
        format!("{}{suffix}", shorten(&slug, MAX_LENGTH - suffix.len()))
    }))
}

/// The beginning of an ASCII text, without a hyphen at its end.
fn shorten(text: &str, length: usize) -> &str {
    text.get(..length).unwrap_or(text).trim_end_matches('-')
}

/// One lower-case character in plain letters; what has none separates words.
fn transliterate(letter: char) -> &'static str {
    const PLAIN: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
    const ACCENTED: &[(&str, &str)] = &[
        ("àáâãåāăąǎ", "a"),
        ("äæ", "ae"),
        ("çćĉċč", "c"),
        ("ďđð", "d"),
        ("èéêëēĕėęě", "e"),
        ("ĝğġģ", "g"),
        ("ĥħ", "h"),
        ("ìíîïĩīĭįı", "i"),
        ("ĵ", "j"),
        ("ķ", "k"),
        ("ĺļľŀł", "l"),
        ("ñńņň", "n"),
        ("òóôõōŏő", "o"),
        ("öøœ", "oe"),
        ("ŕŗř", "r"),
        ("śŝşšș", "s"),
        ("ß", "ss"),
        ("ţťŧț", "t"),
        ("þ", "th"),
        ("ùúûũūŭůűų", "u"),
        ("ü", "ue"),
        ("ŵ", "w"),
        ("ýÿŷ", "y"),
        ("źżž", "z"),
        (
            "'’`\u{300}\u{301}\u{302}\u{303}\u{307}\u{308}\u{30a}\u{30c}\u{327}",
            "",
        ),
    ];
    if let Some(place) = PLAIN.find(letter) {
        return &PLAIN[place..=place];
    }
    ACCENTED
        .iter()
        .find(|(letters, _)| letters.contains(letter))
        .map_or("-", |(_, plain)| plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_becomes_a_slug() {
        for (organization, expected) in [
            ("Zylker Electronics, Inc.", "zylker-electronics-inc"),
            ("Müller & Söhne", "mueller-soehne"),
            ("O'Neil’s Café", "oneils-cafe"),
            ("  --Łódź 24/7--  ", "lodz-24-7"),
            ("株式会社", "organization"),
            ("HP", "hp-portal"),
            ("API", "api-portal"),
            ("", "organization"),
        ] {
            assert_eq!(slug(organization), expected);
        }
        assert_eq!(slug(&"a-".repeat(60)).len(), 49);
    }

    #[test]
    fn invalid_names_are_refused_with_the_rule() {
        use PortalNameError::{Characters, Length, Reserved};
        for (name, rule) in [
            ("ab", Length),
            ("office", Reserved),
            ("favicon.ico", Reserved),
            ("Zylker", Characters),
            ("-zylker", Characters),
            ("zylker-", Characters),
            ("xn--zylker", Characters),
            ("zylker_inc", Characters),
            ("zýlker", Characters),
            ("", Characters),
        ] {
            assert_eq!(validate(name), Err(rule), "{name}");
        }
        assert_eq!(validate(&"a".repeat(51)), Err(Length));
        assert_eq!(validate("abc"), Ok(()));
    }

    #[test]
    fn reserved_names_are_sorted_and_unique() {
        assert!(RESERVED.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn a_taken_name_is_numbered() {
        let names: Vec<_> = candidates("Zylker").take(3).collect();
        assert_eq!(names, ["zylker", "zylker-2", "zylker-3"]);
    }

    proptest! {
        #[test]
        fn every_candidate_is_valid(organization in "\\PC{0,80}", n in 0_usize..200) {
            let name = candidates(&organization).nth(n).unwrap();
            prop_assert_eq!(validate(&name), Ok(()), "{}", name);
        }
    }
}
