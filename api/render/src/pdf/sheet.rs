//! What the template sets: a document in words, nothing left to format or translate.

use portico_domain::colour::{Colour, TEXT_CONTRAST, contrast};
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
    /// Whether the language is written from right to left.
    pub(super) rtl: bool,
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
    /// Size of the table's text, in points.
    pub(super) size: u8,
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
    pub(super) width: Width,
}

/// Letters above which a column that may wrap does.
const WORDY: usize = 16;

/// How wide a column is.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Width {
    /// Text: what the others leave.
    Fill,
    /// Numbers: as wide as the widest.
    Fit,
    /// Numbers that may have words to them: as [`Width::Fit`] up to a limit, then [`Width::Narrow`].
    Wrap,
    /// Wrapped into a narrow column.
    Narrow,
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
            rtl: voice.language().is_rtl(),
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
            size: 9,
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
    pub(super) fn section(&mut self, title: String, lines: Vec<String>) {
        if !lines.is_empty() {
            self.sections.push(Section { title, lines });
        }
    }

    /// Fits the columns to what they hold: wraps wordy ones, and sets all smaller if numbers are so long
    /// that they would leave no room for text.
    pub(super) fn fit_columns(&mut self) {
        let mut letters = 0;
        for (at, column) in self.columns.iter_mut().enumerate() {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(at));
            let widest = cells
                .chain([&column.label])
                .map(|cell| cell.chars().count())
                .max();
            let widest = widest.unwrap_or_default();
            if column.width == Width::Wrap {
                column.width = if widest > WORDY {
                    Width::Narrow
                } else {
                    Width::Fit
                };
            }
            letters += match column.width {
                Width::Fill => 0,
                Width::Narrow => WORDY,
                Width::Fit | Width::Wrap => widest,
            };
        }
        self.size = match letters {
            0..=56 => 9,
            57..=72 => 7,
            _ => 6,
        };
    }

    /// Passes every text that people may have typed through a function, with the number of letters that
    /// fit its place on one line.
    pub(super) fn each_text(&mut self, change: &mut dyn FnMut(&mut String, usize)) {
        let Self {
            headline,
            foot,
            facts,
            from,
            to,
            rows,
            sums,
            sections,
            ..
        } = self;
        for text in [headline, foot] {
            change(text, 60);
        }
        for fact in facts {
            change(&mut fact.value, 36);
        }
        for party in [from, to] {
            change(&mut party.name, 36);
            party.lines.iter_mut().for_each(|line| change(line, 44));
        }
        for row in rows {
            let texts = row.cells.iter_mut().chain(&mut row.detail);
            texts.for_each(|text| change(text, 24));
        }
        for sum in sums {
            change(&mut sum.label, 24);
        }
        let lines = sections.iter_mut().flat_map(|section| &mut section.lines);
        lines.for_each(|line| change(line, 80));
    }
}
