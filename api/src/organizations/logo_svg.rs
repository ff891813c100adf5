//! Logos as SVG: drawn into pixels. An SVG is a program of a kind, so that only what a logo needs is drawn:
//! shapes, gradients and the like, and not too many of them. Nothing is loaded from anywhere.

use std::collections::HashMap;

use image::{DynamicImage, RgbaImage};
use resvg::{
    tiny_skia::{IntSize, Pixmap, Transform},
    usvg::{
        self, ImageHrefResolver, Options,
        roxmltree::{Document, Node, NodeId, ParsingOptions},
    },
};

use super::logo::{HEIGHT, WIDTH, refused};
use crate::error::Result;

/// How many elements may be drawn, with each use of a symbol counted anew.
const ELEMENTS: u64 = 20_000;

/// How many nodes may be read, texts and blanks included.
const NODES: u32 = 100_000;

/// How deep elements may lie within each other, by nesting and by reference.
const DEPTH: u32 = 200;

/// What would not come out as the designer meant it (there are no fonts here), or could take for ever.
const UNWELCOME: &[(&str, &str)] = &[
    ("text", "has text, which must be converted to outlines"),
    ("image", "has a picture inside: upload that as PNG"),
    ("feImage", "has a picture inside: upload that as PNG"),
    ("filter", "has filter effects: upload it as PNG"),
];

/// Whether a file looks like an SVG.
pub fn is_svg(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        text.starts_with('<') && text.contains("<svg")
    })
}

/// An SVG as pixels, as large as a logo may be.
///
/// # Errors
/// `validation_failed` for what is no SVG, or not one that a logo needs.
pub fn draw(bytes: &[u8]) -> Result<DynamicImage> {
    let unreadable = |error: &dyn std::fmt::Display| {
        refused(
            "unreadable",
            format!("is not an SVG that can be read: {error}"),
        )
    };
    let text = std::str::from_utf8(bytes).map_err(|error| unreadable(&error))?;
    // Drawing programs write document types. Entities that multiply are the parser's to refuse.
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    let parsed = Document::parse_with_options(text, options);
    let document = parsed.map_err(|error| unreadable(&error))?;
    check(&document)?;
    let nothing_loaded = ImageHrefResolver {
        resolve_data: Box::new(|_, _, _| None),
        resolve_string: Box::new(|_, _| None),
    };
    let options = Options {
        image_href_resolver: nothing_loaded,
        ..Options::default()
    };
    let tree = usvg::Tree::from_xmltree(&document, &options).map_err(|error| unreadable(&error))?;
    paint(&tree).ok_or_else(|| refused("unreadable", "has no size"))
}

fn paint(tree: &usvg::Tree) -> Option<DynamicImage> {
    let largest = IntSize::from_wh(WIDTH, HEIGHT)?.to_size();
    let scaled = tree.size().scale_to(largest);
    let pixels = scaled.to_int_size();
    let mut pixmap = Pixmap::new(pixels.width().min(WIDTH), pixels.height().min(HEIGHT))?;
    let scale = Transform::from_scale(
        scaled.width() / tree.size().width(),
        scaled.height() / tree.size().height(),
    );
    resvg::render(tree, scale, &mut pixmap.as_mut());
    let (width, height) = (pixmap.width(), pixmap.height());
    RgbaImage::from_raw(width, height, pixmap.take_demultiplied()).map(DynamicImage::ImageRgba8)
}

fn check(document: &Document<'_>) -> Result<()> {
    for node in document.descendants() {
        let name = node.tag_name().name();
        if let Some((_, why)) = UNWELCOME.iter().find(|(unwelcome, _)| *unwelcome == name) {
            return Err(refused("unsupported", *why));
        }
    }
    let too_much = || refused("too_complex", "has too many elements: upload it as PNG");
    let mut drawing = Drawing::of(document);
    if drawing
        .weight(document.root_element(), 0)
        .ok_or_else(too_much)?
        > ELEMENTS
    {
        return Err(too_much());
    }
    Ok(())
}

/// Counts what an SVG would draw. Ten symbols that each use the one before ten times are few to write down
/// and too many to draw.
struct Drawing<'a, 'input> {
    by_id: HashMap<&'a str, Node<'a, 'input>>,
    /// None while it is being counted: what contains itself is never done.
    weights: HashMap<NodeId, Option<u64>>,
}

impl<'a, 'input> Drawing<'a, 'input> {
    fn of(document: &'a Document<'input>) -> Self {
        let by_id = document
            .descendants()
            .filter_map(|node| Some((node.attribute("id")?, node)))
            .collect();
        Self {
            by_id,
            weights: HashMap::new(),
        }
    }

    /// How many elements an element draws, with what it refers to; nothing if it goes too deep or has no end.
    fn weight(&mut self, node: Node<'a, 'input>, depth: u32) -> Option<u64> {
        if let Some(known) = self.weights.get(&node.id()) {
            return *known;
        }
        if depth > DEPTH {
            return None;
        }
        self.weights.insert(node.id(), None);
        let mut weight: u64 = 1;
        for child in node.children() {
            weight = weight.saturating_add(self.weight(child, depth + 1)?);
        }
        let texts: Vec<&str> = node
            .attributes()
            .map(|attribute| attribute.value())
            .collect();
        for id in texts.into_iter().chain(node.text()).flat_map(references) {
            if let Some(target) = self.by_id.get(id).copied() {
                weight = weight.saturating_add(self.weight(target, depth + 1)?);
            }
        }
        self.weights.insert(node.id(), Some(weight));
        Some(weight)
    }
}

/// The ids that an attribute or a style sheet refers to: `#id`, `url(#id)`, `url('#id')`.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split('#').skip(1).map(|rest| {
        let end = rest.find(|c: char| c.is_whitespace() || "\"'();,}".contains(c));
        end.map_or(rest, |end| &rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn svg(content: &str) -> Vec<u8> {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">{content}</svg>"#
        )
        .into_bytes()
    }

    #[test]
    fn shapes_are_drawn_as_large_as_a_logo_may_be() {
        let content = r##"<script>alert(1)</script><style>.a{fill:url(#g)}</style>
            <defs><linearGradient id="g"><stop stop-color="#ff0000"/></linearGradient></defs>
            <rect class="a" width="100" height="100"/>"##;
        let image = draw(&svg(content)).unwrap().into_rgba8();
        assert_eq!(image.dimensions(), (240, 240));
        assert_eq!(image.get_pixel(120, 120).0, [255, 0, 0, 255]);
    }

    #[test]
    fn what_a_logo_does_not_need_is_refused() {
        let cycle = r##"<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>"##;
        for (content, code) in [
            ("<text>Hello</text>", "unsupported"),
            (r#"<image href="file:///etc/passwd"/>"#, "unsupported"),
            (r#"<image href="http://localhost/"/>"#, "unsupported"),
            ("<filter/>", "unsupported"),
            (cycle, "too_complex"),
            ("<g>", "unreadable"),
        ] {
            let error = draw(&svg(content)).unwrap_err();
            assert_eq!(error.field_errors()[0].code, code, "{content}");
        }
    }

    #[test]
    fn a_few_lines_cannot_ask_for_a_billion_shapes() {
        for reference in ["<use href=\"#ID\"/>", "<rect fill=\"url(#ID)\"/>"] {
            let mut content = "<g id=\"s0\"><rect/></g>".to_owned();
            for level in 1..=10 {
                let uses = reference
                    .replace("ID", &format!("s{}", level - 1))
                    .repeat(10);
                let _ = write!(content, "<g id=\"s{level}\">{uses}</g>");
            }
            let error = draw(&svg(&content)).unwrap_err();
            assert_eq!(error.field_errors()[0].code, "too_complex");
        }
        let deep = format!("{}{}", "<g>".repeat(90_000), "</g>".repeat(90_000));
        let error = draw(&svg(&deep)).unwrap_err();
        assert_eq!(error.field_errors()[0].code, "too_complex");

        let mut entities = r#"<!DOCTYPE svg [<!ENTITY e0 "<rect/>">"#.to_owned();
        for level in 1..=9 {
            let uses = format!("&e{};", level - 1).repeat(10);
            let _ = write!(entities, "<!ENTITY e{level} \"{uses}\">");
        }
        entities.push_str(r#"]><svg xmlns="http://www.w3.org/2000/svg">&e9;</svg>"#);
        assert!(draw(entities.as_bytes()).is_err());
    }
}
