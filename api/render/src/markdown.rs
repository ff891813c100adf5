//! Markdown as HTML that is safe to show (A5). What the output can hold is listed here: text, paragraphs, emphasis,
//! headings, lists, quotes, code, rules, and links with a known scheme. HTML in the text is shown as it was typed.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// The schemes that a link may lead to.
const SCHEMES: &[&str] = &["https://", "http://", "mailto:", "tel:"];

/// Markdown as HTML. Links open in a new tab and tell nobody where they were followed.
#[must_use]
pub fn to_html(markdown: &str) -> String {
    // A line break that somebody typed into a message is meant.
    let events = Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH).filter_map(|event| {
        Some(match event {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::SoftBreak => Event::HardBreak,
            // The page has its own first and second headings.
            Event::Start(Tag::Heading { .. }) => Event::InlineHtml(CowStr::Borrowed("<h3>")),
            Event::End(TagEnd::Heading(_)) => Event::InlineHtml(CowStr::Borrowed("</h3>\n")),
            Event::Start(Tag::Link { dest_url, .. }) => Event::InlineHtml(link(&dest_url).into()),
            Event::End(TagEnd::Link) => Event::InlineHtml(CowStr::Borrowed("</a>")),
            // A picture would tell its server who looked; its description stays.
            Event::Start(Tag::Image { .. } | Tag::HtmlBlock)
            | Event::End(TagEnd::Image | TagEnd::HtmlBlock) => return None,
            event => event,
        })
    });
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, events);
    out
}

fn link(url: &str) -> Cow<'static, str> {
    let lower = url.to_ascii_lowercase();
    if !SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) {
        return Cow::Borrowed("<a>");
    }
    let escaped = url
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    Cow::Owned(format!(
        "<a href=\"{escaped}\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">"
    ))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_usual_marks() {
        let html = to_html("# News\nWe are **closed**\nuntil _Monday_.\n\n- one\n- ~~two~~");
        assert_eq!(
            html.replace('\n', ""),
            "<h3>News</h3><p>We are <strong>closed</strong><br />until <em>Monday</em>.</p>\
             <ul><li>one</li><li><del>two</del></li></ul>"
        );
    }

    #[test]
    fn links_lead_out_and_only_by_known_schemes() {
        assert_eq!(
            to_html("[us](https://a.example/?x=1&y=\"2)"),
            "<p><a href=\"https://a.example/?x=1&amp;y=&quot;2\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">us</a></p>\n"
        );
        for url in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java&#10;script:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "vbscript:x",
        ] {
            let html = to_html(&format!("[x](<{url}>)"));
            assert_eq!(html, "<p><a>x</a></p>\n", "{url}");
        }
    }

    #[test]
    fn html_is_shown_and_never_meant() {
        for text in [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "<svg/onload=alert(1)>",
            "<!-- <script>x</script> -->",
            "`<b>`\n\n    <script>\n",
            "```\"><script>\n<script>\n```",
        ] {
            let html = to_html(text);
            assert!(
                !html.contains("<script") && !html.contains("<img") && !html.contains("<svg"),
                "{html}"
            );
        }
        assert_eq!(to_html("![cat](https://spy.example/1.png)"), "<p>cat</p>\n");
    }

    proptest! {
        /// Whatever is typed, only the listed tags come out, and only links have attributes that lead anywhere.
        #[test]
        fn only_listed_tags_come_out(text in r#"([<>"'`\[\]()!*_#&;:/\\ \n]|script|javascript:|onload=|https://|[a-z]){0,60}"#) {
            const TAGS: &[&str] = &[
                "p", "br", "h3", "strong", "em", "del", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "a",
            ];
            for part in to_html(&text).split('<').skip(1) {
                let tag = part.trim_start_matches('/');
                let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
                prop_assert!(TAGS.contains(&name.as_str()), "{part}");
                let inside = tag.split('>').next().unwrap_or_default();
                let plain = inside.trim_end_matches('/').trim() == name;
                let links = ["a href=\"http", "a href=\"mailto:", "a href=\"tel:"];
                let listed = (name == "a" && links.iter().any(|link| inside.starts_with(link)))
                    || (name == "code" && inside.starts_with("code class=\"language-"))
                    || (name == "ol" && inside.starts_with("ol start=\""));
                prop_assert!(plain || listed, "{inside}");
            }
        }
    }
}
