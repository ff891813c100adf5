//! The plain text of a mail.

use super::Letter;

/// Writes the text alternative: the same content in the same order.
pub(super) fn write(letter: &Letter<'_>) -> String {
    let content = letter.content;
    let mut blocks: Vec<String> = letter
        .paragraphs
        .iter()
        .map(|lines| lines.join("\n"))
        .collect();
    if let Some(note) = content.note {
        let lines = crate::text::lines(note);
        blocks.extend((!lines.is_empty()).then(|| {
            let quoted: Vec<String> = lines
                .iter()
                .map(|line| format!("> {line}").trim_end().to_owned())
                .collect();
            quoted.join("\n")
        }));
    }
    if !content.facts.is_empty() {
        let facts: Vec<String> = content
            .facts
            .iter()
            .map(|fact| {
                format!(
                    "{}:{}{}",
                    fact.label,
                    if fact.exact { "\n" } else { " " },
                    fact.value
                )
            })
            .collect();
        blocks.push(facts.join("\n"));
    }
    if let Some((label, url)) = &content.action {
        blocks.push(format!("{label}:\n{url}"));
    }
    blocks.push(foot(letter));
    blocks.join("\n\n") + "\n"
}

/// The sender, under the customary signature mark.
fn foot(letter: &Letter<'_>) -> String {
    let sender = letter.sender;
    let mut lines = vec!["-- ".to_owned(), sender.name.clone()];
    lines.extend(
        sender
            .address
            .iter()
            .chain(&sender.email)
            .chain(&sender.website)
            .cloned(),
    );
    lines.join("\n")
}
