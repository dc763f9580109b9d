//! Marked-up text as Markdown that both pandoc and `CommonMark` read as just
//! that text: no letter of it becomes a mark.
//!
//! Never writes blocks.

use crate::model::{Inline, Span};

/// Parts two marks that would else be read as one: an empty comment.
pub const APART: &str = "<!-- -->";

/// Marked-up text.
pub fn inline(text: &Inline) -> String {
    let mut printer = Printer::default();
    printer.spans(&text.0, 0, false);
    printer.out
}

/// Text without markup.
pub fn plain(text: &str) -> String {
    escaped(text)
}

/// A link; without text it shows its address.
pub fn link(href: &str, text: Option<&str>) -> String {
    let shown = href.strip_prefix("mailto:").unwrap_or(href);
    let Some(text) = text else {
        let safe = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#=+%@".contains(c);
        let whole = shown.chars().all(safe) && shown.chars().any(char::is_alphanumeric);
        let mail = shown.len() < href.len();
        let email = shown.split_once('@').is_some_and(|(name, host)| {
            let plain = |c: char| c.is_ascii_alphanumeric() || "-._+".contains(c);
            let part = |part: &str| {
                !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            };
            name.chars().all(plain)
                && name.starts_with(char::is_alphanumeric)
                && host.split('.').all(part)
        });
        if (mail && email) || (!mail && whole) {
            return format!("<{shown}>");
        }
        return format!("[{}]({})", escaped(shown), address(href));
    };
    format!("[{text}]({})", address(href))
}

/// The text so far.
#[derive(Default)]
struct Printer {
    out: String,
    /// What ended last, if that was emphasis, strong emphasis or code: its
    /// mark, and whether a letter stood before it.
    closed: Option<(char, bool)>,
}

impl Printer {
    fn spans(&mut self, spans: &[Span], depth: usize, linked: bool) {
        let text = |span: &Span| match span {
            Span::Text(text) => Some(text.clone()),
            _ => None,
        };
        // Marks may be parted by the border of two texts.
        for run in spans.chunk_by(|a, b| text(a).is_some() && text(b).is_some()) {
            let words: String = run.iter().filter_map(text).collect();
            self.add(&escaped(&words));
            match &run[0] {
                Span::Text(_) => {}
                Span::Code(code) => self.code(code),
                Span::Emphasis(inner) => self.marked(1, inner, depth, linked),
                Span::Strong(inner) => self.marked(2, inner, depth, linked),
                Span::Link { href, text } => {
                    let text = within(text, depth, true);
                    if linked {
                        self.add(&text);
                        continue;
                    }
                    if self.out.ends_with('!') {
                        // Else it would be a picture.
                        self.out.insert(self.out.len() - 1, '\\');
                    }
                    self.add(&link(href, Some(&text)));
                }
            }
        }
    }

    /// Adds what begins with no mark of emphasis or code.
    fn add(&mut self, text: &str) {
        let Some(first) = text.chars().next() else {
            return;
        };
        if let Some((mark, after_letter)) = self.closed.take()
            && mark != '`'
            && is_wordlike(first)
            && (mark == '_' || !after_letter)
        {
            self.out.push_str(APART);
        }
        self.out.push_str(text);
    }

    fn marked(&mut self, times: usize, inner: &Inline, depth: usize, linked: bool) {
        let text = within(inner, depth + 1, linked);
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return;
        };
        let mark = if depth.is_multiple_of(2) { '*' } else { '_' };
        let before = self.out.chars().next_back();
        let touches = before.is_some_and(|before| match mark {
            '*' => is_wordlike(before) && !first.is_alphanumeric(),
            _ => !before.is_whitespace(),
        });
        if self.closed.is_some() || touches {
            self.out.push_str(APART);
        }
        let mark_run = mark.to_string().repeat(times);
        self.out
            .extend([&mark_run, &text, &mark_run].map(String::as_str));
        self.closed = Some((mark, last.is_alphanumeric()));
    }

    fn code(&mut self, code: &str) {
        if code.is_empty() {
            return;
        }
        if self.closed.is_some() || self.out.ends_with('`') {
            self.out.push_str(APART);
        }
        let runs: Vec<_> = code.split(|c| c != '`').map(str::len).collect();
        let other = (1..=runs.len() + 1).find(|length| !runs.contains(length));
        let fence = "`".repeat(other.unwrap_or_default());
        let edged = code.starts_with('`') || code.ends_with('`');
        let spaced =
            code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty();
        let pad = if edged || spaced { " " } else { "" };
        self.out.extend([&fence, pad, code, pad, &fence]);
        self.closed = Some(('`', false));
    }
}

/// What stands between two marks: it neither begins nor ends with a space.
fn within(text: &Inline, depth: usize, linked: bool) -> String {
    let mut printer = Printer::default();
    printer.spans(&text.0, depth, linked);
    let text = printer.out;
    let entity = |c: char| format!("&#{};", u32::from(c));
    let mut letters = text.chars();
    let first = letters.next().filter(|c| c.is_whitespace());
    let last = letters.next_back().filter(|c| c.is_whitespace());
    let start = first.map_or(0, char::len_utf8);
    let end = text.len() - last.map_or(0, char::len_utf8);
    let [first, last] = [first, last].map(|c| c.map(entity).unwrap_or_default());
    format!("{first}{}{last}", &text[start..end])
}

/// Whether a mark beside it could be read as one within a word.
fn is_wordlike(c: char) -> bool {
    !c.is_whitespace() && !c.is_ascii_punctuation()
}

/// Text, with a backslash before whatever could be read as a mark.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let (before, rest) = text.split_at(at);
        let named = match c {
            // Where it looks for the end of an item, pandoc takes even one
            // after a backslash for the start of code.
            '`' => "&#96;",
            // It is not to be seen, and dropped at the start of a heading.
            '\u{a0}' => "&nbsp;",
            _ => "",
        };
        if !named.is_empty() {
            out.push_str(named);
            continue;
        }
        let marks = match c {
            // pandoc makes typographic ones of plain quotes, dashes and dots.
            '\\' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '^' | '~' | '$' | '@' | '"'
            | '\'' => true,
            '-' => before.ends_with('-') || rest[1..].starts_with('-'),
            '.' => dots(before.chars().rev()) + dots(rest.chars()) > 2,
            '&' => is_entity(rest),
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// How many dots come first.
fn dots(letters: impl Iterator<Item = char>) -> usize {
    letters.take_while(|c| *c == '.').count()
}

/// Whether this could be read as a letter by its number or name: `&copy;`.
fn is_entity(text: &str) -> bool {
    let name = text[1..].split_once(';').map(|(name, _)| name);
    let part = |c: char| c.is_ascii_alphanumeric() || c == '#';
    name.is_some_and(|name| !name.is_empty() && name.chars().all(part))
}

/// The address of a link: between angle brackets unless all of it is plain.
fn address(href: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$+,;=%".contains(c);
    if href.chars().all(plain) {
        return href.to_owned();
    }
    let mut out = "<".to_owned();
    for (at, c) in href.char_indices() {
        if matches!(c, '<' | '>' | '\\') || c == '&' && is_entity(&href[at..]) {
            out.push('\\');
        }
        out.push(c);
    }
    out + ">"
}
