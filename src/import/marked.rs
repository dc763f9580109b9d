//! Text as the Markdown that our own file holds: read again, it says the
//! same.
//!
//! Never reads files.

use super::rich::{Letter, Mark, Rich};
use crate::model::{Inline, Span};
use crate::source;

/// A letter as it will be read.
type Seen = (char, Mark);

/// Writes a text with no more backslashes than it needs.
pub fn write(text: &Rich) -> String {
    let letters = seen(text);
    for marks in [kept as fn(&[Seen]) -> Vec<Seen>, unstressed, spelt] {
        let letters = marks(&letters);
        for escape in [never, marked, always] {
            let mut out = String::new();
            spans(&mut out, &letters, &Mark::default(), escape);
            if is_read_as(&out, &letters) {
                return out;
            }
        }
    }
    // Nothing is left that could be read in another way.
    let mut out = String::new();
    for (c, _) in spelt(&letters) {
        push(&mut out, c, always);
    }
    out
}

/// Words without marks.
pub fn plain(words: &str) -> String {
    write(&Rich::plain(words, 0))
}

/// Text that may hold marks already: as it stands, unless a link in it would
/// be refused. Paragraphs stay apart.
pub fn given(text: &str) -> String {
    let paragraphs =
        paragraphs(text)
            .into_iter()
            .map(|paragraph| match source::inline(&paragraph) {
                Some(_) => paragraph,
                None => plain(&paragraph),
            });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// The paragraphs of a text, on one line each.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let paragraphs = lines.split(|line| line.trim().is_empty());
    let paragraphs = paragraphs.map(|lines| source::one_line(&lines.join(" ")));
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// The letters with single spaces, and only links that can stand.
fn seen(text: &Rich) -> Vec<Seen> {
    let mut letters: Vec<Seen> = Vec::new();
    for Letter { c, mark, .. } in &text.clone().trimmed_of(|c| c.is_ascii_whitespace()).0 {
        let c = if c.is_ascii_whitespace() { ' ' } else { *c };
        if c == ' ' && letters.last().is_some_and(|(before, _)| *before == ' ') {
            continue;
        }
        letters.push((c, mark.clone()));
    }
    // A space at the edge of a mark is not a part of it.
    let marks: Vec<Mark> = letters.iter().map(|(_, mark)| mark.clone()).collect();
    for (at, (c, mark)) in letters.iter_mut().enumerate() {
        if *c != ' ' || at == 0 || at + 1 == marks.len() {
            continue;
        }
        let (before, after) = (&marks[at - 1], &marks[at + 1]);
        mark.strong &= before.strong && after.strong;
        mark.emphasis &= before.emphasis && after.emphasis;
        mark.code &= before.code && after.code;
        if mark.link != before.link || mark.link != after.link {
            mark.link = None;
        }
    }
    letters
}

fn kept(letters: &[Seen]) -> Vec<Seen> {
    letters.to_vec()
}

fn unstressed(letters: &[Seen]) -> Vec<Seen> {
    let unstressed = |mark: &Mark| Mark {
        strong: false,
        emphasis: false,
        ..mark.clone()
    };
    letters
        .iter()
        .map(|(c, mark)| (*c, unstressed(mark)))
        .collect()
}

/// Words alone, each address after those that led there.
fn spelt(letters: &[Seen]) -> Vec<Seen> {
    let mut out = Vec::new();
    for run in letters.chunk_by(|(_, a), (_, b)| a.link == b.link) {
        out.extend(run.iter().map(|(c, _)| (*c, Mark::default())));
        if let Some(href) = &run[0].1.link {
            let address = format!(" ({href})");
            out.extend(address.chars().map(|c| (c, Mark::default())));
        }
    }
    out
}

fn never(_: char) -> bool {
    false
}

fn marked(c: char) -> bool {
    "\\*_[]<>`&!".contains(c)
}

fn always(c: char) -> bool {
    c.is_ascii_punctuation()
}

fn push(out: &mut String, c: char, escape: fn(char) -> bool) {
    if escape(c) {
        out.push('\\');
    }
    out.push(c);
}

/// Writes letters within elements that are open already: of the marks that
/// begin at a letter, the one that goes on longest comes first.
fn spans(out: &mut String, letters: &[Seen], open: &Mark, escape: fn(char) -> bool) {
    let mut at = 0;
    while at < letters.len() {
        let (c, mark) = &letters[at];
        let run = |same: &dyn Fn(&Mark) -> bool| {
            letters[at..]
                .iter()
                .take_while(|(_, mark)| same(mark))
                .count()
        };
        let link = match &mark.link {
            Some(href) if open.link.is_none() => run(&|mark| mark.link.as_ref() == Some(href)),
            _ => 0,
        };
        let strong = if open.strong {
            0
        } else {
            run(&|mark| mark.strong)
        };
        let emphasis = if open.emphasis {
            0
        } else {
            run(&|mark| mark.emphasis)
        };
        let code = if open.code {
            0
        } else {
            run(&|mark| mark.code && mark.link == letters[at].1.link)
        };
        let longest = link.max(strong).max(emphasis).max(code);
        let inner = &letters[at..at + longest];
        let mut within = open.clone();
        if longest == 0 {
            push(out, *c, escape);
            at += 1;
            continue;
        }
        if longest == link {
            within.link.clone_from(&mark.link);
            self::link(out, inner, &within, escape);
        } else if longest == strong {
            within.strong = true;
            out.push_str("**");
            spans(out, inner, &within, escape);
            out.push_str("**");
        } else if longest == emphasis {
            within.emphasis = true;
            out.push('*');
            spans(out, inner, &within, escape);
            out.push('*');
        } else {
            self::code(out, inner);
        }
        at += longest;
    }
}

fn link(out: &mut String, letters: &[Seen], open: &Mark, escape: fn(char) -> bool) {
    let href = open.link.as_deref().unwrap_or_default();
    let words: String = letters.iter().map(|(c, _)| *c).collect();
    let safe = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#=+%@&,;!$()".contains(c);
    let bare = letters
        .iter()
        .all(|(_, mark)| !mark.strong && !mark.emphasis && !mark.code);
    if bare && words == href && href.starts_with("http") && href.chars().all(safe) {
        out.extend(["<", href, ">"]);
        return;
    }
    out.push('[');
    spans(out, letters, open, escape);
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$+,;=%".contains(c);
    if href.chars().all(plain) {
        out.extend(["](", href, ")"]);
    } else {
        let href = href.replace('\\', "\\\\").replace('<', "\\<");
        out.extend(["](<", &href.replace('>', "\\>").replace('&', "\\&"), ">)"]);
    }
}

fn code(out: &mut String, letters: &[Seen]) {
    let words: String = letters.iter().map(|(c, _)| *c).collect();
    let runs = words.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default() + 1);
    let edged = words.starts_with('`') || words.ends_with('`');
    let pad = if edged { " " } else { "" };
    out.extend([&fence, pad, &words, pad, &fence]);
}

/// Whether our file would give back these letters, and their links.
fn is_read_as(out: &str, letters: &[Seen]) -> bool {
    let Some(inline) = source::inline(out) else {
        return false;
    };
    let mut read = Vec::new();
    flatten(&inline, &Mark::default(), &mut read);
    // A space has no marks to be seen.
    let same =
        |(one, other): (&Seen, &Seen)| one.0 == other.0 && (one.0 == ' ' || one.1 == other.1);
    read.len() == letters.len() && read.iter().zip(letters).all(same)
}

fn flatten(inline: &Inline, mark: &Mark, letters: &mut Vec<Seen>) {
    for span in &inline.0 {
        let mut mark = mark.clone();
        match span {
            Span::Text(words) => letters.extend(words.chars().map(|c| (c, mark.clone()))),
            Span::Code(words) => {
                mark.code = true;
                letters.extend(words.chars().map(|c| (c, mark.clone())));
            }
            Span::Emphasis(inner) => {
                mark.emphasis = true;
                flatten(inner, &mark, letters);
            }
            Span::Strong(inner) => {
                mark.strong = true;
                flatten(inner, &mark, letters);
            }
            Span::Link { href, text } => {
                mark.link = Some(href.as_str().into());
                flatten(text, &mark, letters);
            }
        }
    }
}
