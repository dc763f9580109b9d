//! What HTML within Markdown says: its text, its links, its comments.
//!
//! Never trusts it to be well-formed.

use std::ops::Range;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, and where they stand.
    Text(Range<usize>),
    /// `<a href="…">`
    Link(String),
    /// `</a>`
    LinkEnd,
    /// A picture's words.
    Picture(String),
    /// The end of a line or of a block.
    Break,
    /// What a comment holds, and where.
    Comment(Range<usize>),
}

/// Elements that do not end a line.
const WITHIN: [&str; 22] = [
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u",
];

/// Reads a part of a file; ranges count from its start.
pub fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    // Behind the last of them no tag ends, and none is looked for.
    let last = html.rfind('>').unwrap_or(0);
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let length = comment.find("-->").unwrap_or(comment.len());
            pieces.push(Piece::Comment(at + 4..at + 4 + length));
            at = (at + 4 + length + 3).min(html.len());
            continue;
        }
        let tag = (at < last && rest.starts_with('<')).then(|| rest.find('>'));
        let tag = tag.flatten();
        if let Some(end) = tag {
            pieces.extend(tag_piece(&rest[1..end]));
            at += end + 1;
            continue;
        }
        let skip = usize::from(rest.starts_with('<'));
        let length = rest[skip..]
            .find(if at < last { "<" } else { "<!--" })
            .map_or(rest.len(), |next| next + skip);
        pieces.push(Piece::Text(at..at + length));
        at += length;
    }
    pieces
}

fn tag_piece(tag: &str) -> Option<Piece> {
    let closing = tag.starts_with('/');
    let name = tag.trim_start_matches('/');
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "a" if closing => Some(Piece::LinkEnd),
        "a" => attribute(tag, "href").map(Piece::Link),
        "img" => attribute(tag, "alt").map(Piece::Picture),
        name if WITHIN.contains(&name) => None,
        _ => Some(Piece::Break),
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.to_ascii_lowercase().find(&format!(" {name}="))?;
    let value = tag.get(at + name.len() + 2..)?;
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    Some(entities(value))
}

/// The letters that the commonest entities stand for.
pub fn entities(text: &str) -> String {
    let named = [
        ("&nbsp;", "\u{a0}"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&middot;", "·"),
        ("&bull;", "•"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&amp;", "&"),
    ];
    let mut text = text.to_owned();
    for (name, letter) in named {
        text = text.replace(name, letter);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    #[test]
    fn what_begins_no_tag_is_text() {
        let text = |range| vec![Piece::Text(range)];
        assert_eq!(pieces("a < b"), text(0..5));
        assert_eq!(pieces("a <<a "), text(0..6));
        let mixed = [Piece::Text(0..2), Piece::Break, Piece::Text(7..10)];
        assert_eq!(pieces("a <br >b<<"), mixed);
        let comment = [Piece::Text(0..2), Piece::Comment(6..8)];
        assert_eq!(pieces("<a<!-- b"), comment);
    }

    #[test]
    fn no_end_is_looked_for_again_and_again() {
        let start = std::time::Instant::now();
        for html in ["<", "<a ", "<!--", "<br>"] {
            let many = html.repeat((2 << 20) / html.len());
            assert!(!pieces(&many).is_empty());
        }
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
