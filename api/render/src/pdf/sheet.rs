//! What the template sets: a document in words, nothing left to format or translate.

use portico_domain::colour::{Colour, TEXT_CONTRAST, contrast};
use portico_domain::language::Language;
use serde::Serialize;

use crate::catalogue::Voice;
use crate::text;

use super::Organization;
use super::party::{Link, Party};

/// A document, as `templates/sheet.typ` reads it.
#[derive(Serialize)]
pub(super) struct Sheet {
    /// The language as Typst names it: `en`, with the region apart.
    pub(super) lang: &'static str,
    pub(super) region: Option<&'static str>,
    #[serde(skip)]
    pub(super) language: Language,
    /// Font families, the preferred one first.
    pub(super) fonts: Vec<String>,
    /// The PDF's title: what a reader's window says.
    pub(super) document_title: String,
    pub(super) author: String,
    pub(super) accent: String,
    /// The accent, if text of it can be read on white.
    pub(super) accent_text: Option<String>,
    /// Whether there is a logo to be shown in place of the organization's name.
    pub(super) logo: bool,
    pub(super) title: String,
    /// The status beside the title.
    pub(super) badge: Option<Badge>,
    /// A word across each page.
    pub(super) watermark: Option<String>,
    pub(super) facts: Vec<Fact>,
    pub(super) from: Party,
    pub(super) to: Party,
    /// The one thing to know, and where to act on it.
    pub(super) headline: String,
    pub(super) pay: Option<Link>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
    pub(super) sums: Vec<Sum>,
    pub(super) sections: Vec<Section>,
    pub(super) verify: Option<Link>,
    /// Repeated at the foot of each page.
    pub(super) foot: String,
    /// `Page {page} of {pages}`.
    pub(super) page_of: String,
}

/// A status in a word.
#[derive(Serialize)]
pub(super) struct Badge {
    pub(super) word: String,
    pub(super) tone: Tone,
}

/// How a status looks.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Tone {
    Good,
    Quiet,
}

/// A labelled value.
#[derive(Serialize)]
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) value: String,
}

/// A column of the table.
#[derive(Serialize)]
pub(super) struct Column {
    pub(super) label: String,
    /// Whether it holds numbers, aligned at the end; the others share the width that is left.
    pub(super) number: bool,
}

/// A row of the table.
#[derive(Serialize)]
pub(super) struct Row {
    pub(super) cells: Vec<String>,
    /// Lines in small print under the first cell.
    pub(super) detail: Vec<String>,
}

/// A row of the sum.
#[derive(Serialize)]
pub(super) struct Sum {
    pub(super) label: String,
    pub(super) amount: String,
    /// Whether it stands out, under a rule of its own.
    pub(super) strong: bool,
}

/// A titled text below the sum.
#[derive(Serialize)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) lines: Vec<String>,
}

impl Sheet {
    /// A sheet with its head and foot filled in, and nothing else. A draft's `name` is empty.
    pub(super) fn new(
        voice: Voice,
        title: String,
        name: &str,
        organization: &Organization,
        to: Party,
    ) -> Self {
        let code = voice.language().code();
        let (lang, region) = code
            .split_once('-')
            .map_or((code, None), |(lang, region)| (lang, Some(region)));
        let issuer = text::line(&organization.name);
        let mut foot = vec![voice.value(&issuer), title.clone(), voice.value(name)];
        foot.retain(|part| !part.is_empty());
        let accent = organization.accent;
        let readable = contrast(accent, Colour::WHITE) >= TEXT_CONTRAST;
        Self {
            lang,
            region,
            language: voice.language(),
            fonts: Vec::new(),
            document_title: text::line(&format!("{title} {name} – {issuer}")),
            author: issuer,
            accent: accent.to_string(),
            accent_text: readable.then(|| accent.to_string()),
            logo: false,
            title,
            badge: None,
            watermark: None,
            facts: Vec::new(),
            from: Party::issuer(voice, organization),
            to,
            headline: String::new(),
            pay: None,
            columns: Vec::new(),
            rows: Vec::new(),
            sums: Vec::new(),
            sections: Vec::new(),
            verify: None,
            foot: foot.join(" · "),
            page_of: voice.say_with("page_of", &[("page", "{page}"), ("pages", "{pages}")]),
        }
    }

    /// Adds a fact beside the title, if there is a value.
    pub(super) fn fact(&mut self, label: String, value: String) {
        if !value.is_empty() {
            self.facts.push(Fact { label, value });
        }
    }

    /// Adds a row to the sum.
    pub(super) fn sum(&mut self, label: String, amount: String) {
        self.sums.push(Sum {
            label,
            amount,
            strong: false,
        });
    }

    /// Adds a row to the sum that stands out.
    pub(super) fn strong_sum(&mut self, label: String, amount: String) {
        self.sums.push(Sum {
            label,
            amount,
            strong: true,
        });
    }

    /// Adds a titled text, if there is any.
    pub(super) fn section(&mut self, title: String, body: Option<&str>) {
        let lines = body.map(text::lines).unwrap_or_default();
        if !lines.is_empty() {
            self.sections.push(Section { title, lines });
        }
    }

    /// Passes every text that people may have typed through a function.
    pub(super) fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        [
            &mut self.document_title,
            &mut self.author,
            &mut self.headline,
            &mut self.foot,
        ]
        .into_iter()
        .for_each(&mut *change);
        self.facts
            .iter_mut()
            .for_each(|fact| change(&mut fact.value));
        for party in [&mut self.from, &mut self.to] {
            change(&mut party.name);
            party.lines.iter_mut().for_each(&mut *change);
        }
        for row in &mut self.rows {
            row.cells
                .iter_mut()
                .chain(&mut row.detail)
                .for_each(&mut *change);
        }
        self.sums.iter_mut().for_each(|sum| change(&mut sum.label));
        self.sections
            .iter_mut()
            .flat_map(|section| &mut section.lines)
            .for_each(change);
    }
}
