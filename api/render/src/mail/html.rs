//! The HTML of a mail: one column, every style inline, no script, no remote font.
//!
//! Everything variable passes through [`escape`]; nothing typed by a person is ever markup.

use portico_domain::colour::readable_on;

use super::Letter;
use super::content::Fact;
use crate::text::web_address;

const INK: &str = "#1a1f36";
const MUTED: &str = "#697386";
const HAIRLINE: &str = "#e3e8ee";
const SMALL: &str = "font-size:13px;line-height:20px;color:#697386";
const FONTS: &str = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans',\
                     'Noto Sans Arabic',Ubuntu,'Helvetica Neue',Arial,sans-serif";

/// The sides of a page: mail programs know `left` and `right` only.
struct Sides {
    dir: &'static str,
    start: &'static str,
    end: &'static str,
}

/// Writes the whole document.
pub(super) fn write(letter: &Letter<'_>) -> String {
    let language = letter.voice.language();
    let sides = if language.is_rtl() {
        Sides {
            dir: "rtl",
            start: "right",
            end: "left",
        }
    } else {
        Sides {
            dir: "ltr",
            start: "left",
            end: "right",
        }
    };
    // The line that a mailbox shows beside the subject: what comes after the greeting.
    let preview = letter.paragraphs.get(1).or(letter.paragraphs.first());
    let content = [
        head(letter),
        each(&letter.paragraphs, |lines| {
            format!("<p style=\"margin:0 0 16px\">{}</p>\n", broken(lines))
        }),
        note(letter, &sides),
        figure(letter),
        facts(letter, &sides),
        action(letter),
    ];
    format!(
        include_str!("../../templates/mail.html"),
        lang = language.code(),
        dir = sides.dir,
        start = sides.start,
        fonts = FONTS,
        subject = escape(&letter.subject),
        preview = escape(&preview.map(|lines| lines.join(" ")).unwrap_or_default()),
        content = content.concat(),
        foot = foot(letter),
    )
}

/// The organization's logo, or its name.
fn head(letter: &Letter<'_>) -> String {
    let name = escape(&letter.sender.name);
    match letter.sender.logo_url.as_deref().and_then(web_address) {
        Some(url) => format!(
            "<p style=\"margin:0 0 24px\"><img src=\"{}\" alt=\"{name}\" height=\"40\" \
             style=\"display:block;height:40px;max-width:240px;border:0\"></p>\n",
            escape(url)
        ),
        None => format!("<p style=\"margin:0 0 24px;font-size:18px;font-weight:600\">{name}</p>\n"),
    }
}

/// What staff added, set apart from the text.
fn note(letter: &Letter<'_>, sides: &Sides) -> String {
    let lines = &letter.content.note;
    if lines.is_empty() {
        return String::new();
    }
    let organization = letter.voice.typed(&letter.sender.name);
    let from = letter
        .voice
        .say_with("note_from", &[("organization", &organization)]);
    format!(
        "<div style=\"margin:0 0 16px;padding:4px 16px;border-{}:3px solid {HAIRLINE}\">\
         <div style=\"{SMALL}\">{}</div><div dir=\"auto\">{}</div></div>\n",
        sides.start,
        escape(&from),
        broken(lines)
    )
}

/// The amount, large.
fn figure(letter: &Letter<'_>) -> String {
    each(letter.content.figure.as_slice(), |figure| {
        format!(
            "<p style=\"margin:24px 0 8px;font-size:30px;line-height:36px;font-weight:600\">{}</p>\n",
            escape(figure)
        )
    })
}

/// The facts in two columns.
fn facts(letter: &Letter<'_>, sides: &Sides) -> String {
    if letter.content.facts.is_empty() {
        return String::new();
    }
    let Sides { start, end, .. } = sides;
    let cell =
        format!("padding:8px 0;border-top:1px solid {HAIRLINE};font-size:14px;line-height:20px");
    let rows = each(&letter.content.facts, |fact| {
        format!(
            "<tr><td style=\"{cell};color:{MUTED}\">{}</td><td align=\"{end}\" \
             style=\"{cell};text-align:{end};padding-{start}:16px\">{}</td></tr>\n",
            escape(&fact.label),
            value(fact)
        )
    });
    format!(
        "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" \
         border=\"0\" style=\"margin:0 0 8px\">\n{rows}</table>\n"
    )
}

/// A fact's value: a link if it is an address.
fn value(fact: &Fact) -> String {
    let text = escape(&fact.value);
    match web_address(&fact.value) {
        Some(_) => format!("<a href=\"{text}\" style=\"color:{INK}\">{text}</a>"),
        None if fact.exact => format!("<bdi>{text}</bdi>"),
        None => text,
    }
}

/// The button, and its address for those who cannot press it.
fn action(letter: &Letter<'_>) -> String {
    let Some((label, url)) = &letter.content.action else {
        return String::new();
    };
    let Some(url) = web_address(url).map(escape) else {
        return String::new();
    };
    let accent = letter.sender.accent;
    format!(
        "<p style=\"margin:24px 0\"><a href=\"{url}\" style=\"display:inline-block;\
         padding:12px 24px;border-radius:6px;background:{accent};color:{};font-weight:600;\
         text-decoration:none\">{}</a></p>\n\
         <p style=\"margin:0;{SMALL}\">{}<br>\
         <a href=\"{url}\" dir=\"ltr\" style=\"color:{MUTED};word-break:break-all\">{url}</a></p>\n",
        readable_on(accent),
        escape(label),
        escape(&letter.voice.say("link_fallback")),
    )
}

/// The sender's name and addresses.
fn foot(letter: &Letter<'_>) -> String {
    let lines = letter.sender.lines();
    let lines: Vec<String> = lines
        .iter()
        .map(|line| format!("<bdi>{}</bdi>", escape(line)))
        .collect();
    lines.join(" &middot; ")
}

/// Lines with breaks between them.
fn broken(lines: &[String]) -> String {
    lines
        .iter()
        .map(|line| escape(line))
        .collect::<Vec<_>>()
        .join("<br>\n")
}

/// The HTML of each item, one after the other.
fn each<T>(items: &[T], html: impl Fn(&T) -> String) -> String {
    items.iter().map(html).collect::<Vec<_>>().concat()
}

/// Text as HTML: nothing in it can open a tag, close an attribute or start an entity.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
