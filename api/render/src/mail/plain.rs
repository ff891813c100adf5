//! The plain text of a mail.

use super::Letter;
use super::content::Fact;

/// Writes the text alternative: the same content in the same order.
pub(super) fn write(letter: &Letter<'_>) -> String {
    let content = letter.content;
    let mut blocks: Vec<String> = letter
        .paragraphs
        .iter()
        .map(|lines| lines.join("\n"))
        .collect();
    blocks.push(each_line(&content.note, |line| {
        format!("> {line}").trim_end().to_owned()
    }));
    blocks.push(each_line(&content.facts, fact));
    blocks.push(each_line(content.action.as_slice(), |(label, url)| {
        format!("{label}:\n{url}")
    }));
    // The customary signature mark, space included.
    blocks.push(format!("-- \n{}", letter.sender.lines().join("\n")));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

/// A fact on its line; what is there to be copied stands alone on the next.
fn fact(fact: &Fact) -> String {
    let gap = if fact.exact { "\n" } else { " " };
    format!("{}:{gap}{}", fact.label, fact.value)
}

fn each_line<T>(items: &[T], line: impl Fn(&T) -> String) -> String {
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}
