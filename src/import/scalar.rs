//! Texts as YAML scalars: as plain as each can be.
//!
//! Never knows which key a text stands under.

use std::fmt::Write;

/// Columns of a line, where a text can be broken at all.
pub const WIDTH: usize = 100;

/// A text on one line, plain or in quotes. Within `[…]` fewer can be plain.
pub fn inline(text: &str, flow: bool) -> String {
    if is_plain(text, flow) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text after `>-`, each line indented; `None` where folding would change
/// it.
pub fn folded(text: &str, indent: usize) -> Option<String> {
    let fits = |paragraph: &str| {
        let edged = paragraph.starts_with([' ', '\t']) || paragraph.ends_with([' ', '\t']);
        !paragraph.is_empty() && !edged && !paragraph.contains(is_hidden)
    };
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    if !paragraphs.iter().all(|paragraph| fits(paragraph)) {
        return None;
    }
    let pad = " ".repeat(indent);
    let width = WIDTH.saturating_sub(indent).max(40);
    let mut out = String::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        for line in wrapped(paragraph, width) {
            out.extend([pad.as_str(), line, "\n"]);
        }
    }
    Some(out)
}

/// A paragraph cut at single spaces, which folding gives back.
fn wrapped(paragraph: &str, width: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut columns, mut space) = (0, 0, None);
    let mut before = ' ';
    let mut letters = paragraph.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, c)| *c);
        if c == ' ' && !before.is_whitespace() && !next.is_whitespace() {
            space = Some((at, columns));
        }
        columns += 1;
        before = c;
        if columns > width
            && let Some((at, wide)) = space.take()
        {
            lines.push(&paragraph[start..at]);
            start = at + 1;
            columns -= wide + 1;
        }
    }
    lines.push(&paragraph[start..]);
    lines
}

fn is_plain(text: &str, flow: bool) -> bool {
    let lower = text.to_lowercase();
    let word = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    let first = text.starts_with(|c: char| c.is_alphanumeric());
    first
        && text.contains(char::is_alphabetic)
        && !text.contains(is_hidden)
        && !text.ends_with([' ', '\t', ':'])
        && ![": ", " #"].iter().any(|mark| text.contains(mark))
        && (!flow || is_plain_in_flow(text))
        && !word.contains(&lower.as_str())
        && text.parse::<f64>().is_err()
        && !is_number(&lower)
}

/// Whether a text is plain within brackets, too, where readers of YAML differ
/// about signs.
fn is_plain_in_flow(text: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || " .+#/()_&-".contains(c);
    text.chars().all(plain) && !text.contains(" -") && !text.ends_with('-')
}

/// Whether another reader of YAML could take it for a number.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0o"));
    digits.is_some_and(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()))
}

fn quoted(text: &str) -> String {
    let mut out = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) => match u32::from(c) {
                code @ ..=0xffff => drop(write!(out, "\\u{code:04X}")),
                code => drop(write!(out, "\\U{code:08X}")),
            },
            c => out.push(c),
        }
    }
    out + "\""
}

/// Whether a character has to be written by its number: it would end a line,
/// or be seen by nobody.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
        || u32::from(c) & 0xfffe == 0xfffe
}
