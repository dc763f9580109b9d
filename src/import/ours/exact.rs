//! Marked-up text as our own file has to hold it for just that text to be
//! read, its marks within each other as they were.
//!
//! Never knows whose text it is.

use crate::import::marked;
use crate::model::{Inline, Span};
use crate::source;

/// Which characters get a backslash, from none to all that may be marks.
const ESCAPES: [fn(char) -> bool; 3] = [
    |_| false,
    |c| "\\*_[]<>`&!".contains(c),
    |c| c.is_ascii_punctuation(),
];

/// Marks of emphasis and of strong emphasis: those of one kind cannot always
/// stand beside or within each other.
const MARKS: [[&str; 2]; 4] = [["*", "**"], ["_", "**"], ["*", "__"], ["_", "__"]];

/// Writes a text. If none is read so, all of its words, without marks.
pub fn exact(text: &Inline) -> String {
    for escape in ESCAPES {
        for turn in 0..3 {
            for first in 0..MARKS.len() {
                let mut printer = Printer {
                    out: String::new(),
                    escape,
                    turn,
                    next: first,
                };
                printer.spans(&text.0);
                if source::inline(&printer.out).as_ref() == Some(text) {
                    return printer.out;
                }
            }
        }
    }
    marked::plain(&text.to_plain())
}

struct Printer {
    out: String,
    escape: fn(char) -> bool,
    /// How far the marks move on from one element to the next.
    turn: usize,
    next: usize,
}

impl Printer {
    fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            match span {
                Span::Text(words) => self.words(words),
                Span::Code(words) => self.code(words),
                Span::Emphasis(inner) => self.marked(0, inner),
                Span::Strong(inner) => self.marked(1, inner),
                Span::Link { href, text } => self.link(href, text),
            }
        }
    }

    fn words(&mut self, words: &str) {
        let mut before = None;
        for c in words.chars() {
            let lone = c != ' ' || before != Some(' ');
            before = Some(c);
            if c.is_ascii_whitespace() && !(c == ' ' && lone) || c.is_control() {
                let code = format!("&#{};", u32::from(c));
                self.out.push_str(&code);
                continue;
            }
            if (self.escape)(c) {
                self.out.push('\\');
            }
            self.out.push(c);
        }
    }

    fn marked(&mut self, kind: usize, inner: &Inline) {
        let mark = MARKS[self.next % MARKS.len()][kind];
        self.next += self.turn;
        self.out.push_str(mark);
        self.spans(&inner.0);
        self.out.push_str(mark);
    }

    fn code(&mut self, words: &str) {
        let runs: Vec<_> = words.split(|c| c != '`').map(str::len).collect();
        let free = (1..=runs.len() + 1).find(|length| !runs.contains(length));
        let fence = "`".repeat(free.unwrap_or(1));
        let edged = words.starts_with('`') || words.ends_with('`');
        let spaced =
            words.starts_with(' ') && words.ends_with(' ') && !words.trim_matches(' ').is_empty();
        let pad = if edged || spaced { " " } else { "" };
        self.out.extend([&fence, pad, words, pad, &fence]);
    }

    fn link(&mut self, href: &str, text: &Inline) {
        let safe = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#=+%@&,;!$()".contains(c);
        if *text == Inline::plain(href) && href.starts_with("http") && href.chars().all(safe) {
            self.out.extend(["<", href, ">"]);
            return;
        }
        self.out.push('[');
        self.spans(&text.0);
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$+,;=%".contains(c);
        if href.chars().all(plain) {
            self.out.extend(["](", href, ")"]);
            return;
        }
        self.out.push_str("](<");
        for c in href.chars() {
            if "\\<>&".contains(c) {
                self.out.push('\\');
            }
            self.out.push(c);
        }
        self.out.push_str(">)");
    }
}
