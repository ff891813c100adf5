//! The HTML of a mail: one column, every style inline, no script, no remote font.
//!
//! Everything variable passes through [`escape`]; nothing typed by a person is ever markup.

use std::fmt::Write as _;

use portico_domain::colour::readable_on;

use super::Letter;
use crate::text::web_address;

const INK: &str = "#1a1f36";
const MUTED: &str = "#697386";
const HAIRLINE: &str = "#e3e8ee";
const FONTS: &str = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic',Ubuntu,\
                     'Helvetica Neue',Arial,sans-serif";

/// Writes the whole document.
pub(super) fn write(letter: &Letter<'_>) -> String {
    let language = letter.voice.language();
    let (dir, start) = if language.is_rtl() {
        ("rtl", "right")
    } else {
        ("ltr", "left")
    };
    let preview = letter
        .paragraphs
        .get(1)
        .or_else(|| letter.paragraphs.first())
        .map(|lines| lines.join(" "));
    let content = [head(letter), body(letter), facts(letter), action(letter)].concat();
    format!(
        "<!doctype html>\n\
         <html lang=\"{lang}\" dir=\"{dir}\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light\">\n\
         <meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no\">\n\
         <title>{subject}</title>\n\
         </head>\n\
         <body style=\"margin:0;padding:0;background:#f6f8fa;color:{INK}\">\n\
         <div style=\"display:none;max-height:0;overflow:hidden\">{preview}</div>\n\
         <table role=\"presentation\" dir=\"{dir}\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"background:#f6f8fa\"><tr><td align=\"center\" style=\"padding:32px 12px\">\n\
         <table role=\"presentation\" dir=\"{dir}\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"max-width:560px;background:#ffffff;border:1px solid {HAIRLINE};border-radius:6px\">\
         <tr><td align=\"{start}\" style=\"padding:32px;font-family:{FONTS};font-size:16px;line-height:24px;\
         color:{INK};text-align:{start};overflow-wrap:anywhere\">\n\
         {content}\
         </td></tr></table>\n\
         {foot}\
         </td></tr></table>\n\
         </body>\n\
         </html>\n",
        lang = language.code(),
        subject = escape(&letter.subject),
        preview = escape(&preview.unwrap_or_default()),
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

/// The paragraphs, and what staff added.
fn body(letter: &Letter<'_>) -> String {
    let mut out = String::new();
    for lines in &letter.paragraphs {
        push(
            &mut out,
            format_args!("<p style=\"margin:0 0 16px\">{}</p>\n", broken(lines)),
        );
    }
    let note = &letter.content.note;
    if !note.is_empty() {
        let side = if letter.voice.language().is_rtl() {
            "right"
        } else {
            "left"
        };
        let organization = letter.voice.value(&letter.sender.name);
        let from = letter
            .voice
            .say_with("note_from", &[("organization", &organization)]);
        push(
            &mut out,
            format_args!(
                "<div dir=\"auto\" style=\"margin:0 0 16px;padding:4px 16px;border-{side}:3px solid {HAIRLINE}\">\
                 <div style=\"font-size:13px;line-height:20px;color:{MUTED}\">{}</div>{}</div>\n",
                escape(&from),
                broken(note)
            ),
        );
    }
    out
}

/// The amount, large, and the facts in two columns.
fn facts(letter: &Letter<'_>) -> String {
    let content = letter.content;
    let end = if letter.voice.language().is_rtl() {
        "left"
    } else {
        "right"
    };
    let mut out = String::new();
    if let Some(figure) = &content.figure {
        push(
            &mut out,
            format_args!(
                "<p style=\"margin:24px 0 8px;font-size:30px;line-height:36px;font-weight:600\">{}</p>\n",
                escape(figure)
            ),
        );
    }
    if content.facts.is_empty() {
        return out;
    }
    out.push_str(
        "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"margin:0 0 8px\">\n",
    );
    for fact in &content.facts {
        let value = match web_address(&fact.value) {
            Some(url) => format!("<a href=\"{0}\" style=\"color:{INK}\">{0}</a>", escape(url)),
            None if fact.exact => format!("<bdi>{}</bdi>", escape(&fact.value)),
            None => escape(&fact.value),
        };
        let cell = format!(
            "padding:8px 0;border-top:1px solid {HAIRLINE};font-size:14px;line-height:20px"
        );
        push(
            &mut out,
            format_args!(
                "<tr><td style=\"{cell};color:{MUTED}\">{}</td>\
                 <td align=\"{end}\" style=\"{cell};text-align:{end};padding-{start}:16px\">{value}</td></tr>\n",
                escape(&fact.label),
                start = if end == "right" { "left" } else { "right" },
            ),
        );
    }
    out.push_str("</table>\n");
    out
}

/// The button, and its address for those who cannot press it.
fn action(letter: &Letter<'_>) -> String {
    let Some((label, url)) = letter.content.action.as_ref() else {
        return String::new();
    };
    let Some(url) = web_address(url) else {
        return String::new();
    };
    let accent = letter.sender.accent;
    let url = escape(url);
    format!(
        "<p style=\"margin:24px 0\"><a href=\"{url}\" style=\"display:inline-block;padding:12px 24px;\
         border-radius:6px;background:{accent};color:{};font-weight:600;text-decoration:none\">{}</a></p>\n\
         <p style=\"margin:0;font-size:13px;line-height:20px;color:{MUTED}\">{}<br>\
         <a href=\"{url}\" dir=\"ltr\" style=\"color:{MUTED};word-break:break-all\">{url}</a></p>\n",
        readable_on(accent),
        escape(label),
        escape(&letter.voice.say("link_fallback")),
    )
}

/// The sender's name and addresses, small.
fn foot(letter: &Letter<'_>) -> String {
    let lines = letter.sender.lines();
    let lines: Vec<String> = lines
        .iter()
        .map(|line| format!("<bdi>{}</bdi>", escape(line)))
        .collect();
    format!(
        "<p style=\"max-width:560px;margin:16px 0 0;font-family:{FONTS};font-size:12px;line-height:18px;\
         color:{MUTED}\">{}</p>\n",
        lines.join(" &middot; ")
    )
}

/// Lines with breaks between them.
fn broken(lines: &[String]) -> String {
    lines
        .iter()
        .map(|line| escape(line))
        .collect::<Vec<_>>()
        .join("<br>\n")
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

/// Appends formatted text; writing to a string cannot fail.
fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _infallible = out.write_fmt(text);
}
