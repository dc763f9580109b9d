//! What is wrong with a file that is not YAML, in an owner's words.
//!
//! The parser's words are those of the YAML specification, and it points at
//! where reading became impossible; owners think of quotes and columns. Never
//! decides whether a file is YAML.

use std::ops::Range;

use super::problem::{Problem, quote};

const QUOTES: &str = "put the text in quotes, or on a line of its own after `>-`";

/// The problem with what stands at a place, given the parser's words for it.
pub fn problem(text: &str, at: usize, said: &str) -> Problem {
    let says = |words: &[&str]| words.iter().any(|words| said.contains(words));
    let here = char_at(text, at);
    if says(&["tab", "valid YAML whitespace"]) {
        return tab(text, at);
    }
    if says(&["unknown anchor"]) {
        return alias(here);
    }
    if says(&[
        "end of stream",
        "indentation in quoted",
        "document indicator",
    ]) {
        return Problem::error(here, "the quote that opens here is never closed")
            .help("close it, and indent each line up to there");
    }
    if says(&["trailing content after double-quoted"]) {
        return Problem::error(here, "there is more text after the closing quote").help(
            "inside `'…'` write `''` for an apostrophe, inside `\"…\"` write `\\\"` for a quote",
        );
    }
    if says(&["escape", "hexadecimal"]) {
        return Problem::error(here, "this text holds an unknown escape")
            .help("in double quotes write `\\\\` for a backslash, or use single quotes");
    }
    if says(&["scanning a block scalar"]) {
        return Problem::error(here, "the text begins on the line after `>-` or `|`");
    }
    if says(&["values are not allowed"]) {
        return colon(text, at);
    }
    if says(&["did not find expected key", "expected '-' indicator"]) {
        return misplaced(text, at);
    }
    if says(&["simple key", "expected next token"]) {
        return no_colon(text, at);
    }
    if says(&["flow", "':' indicator", "node content"])
        && let Some(problem) = commented(text, at)
    {
        return problem;
    }
    if says(&["a flow", "flow construct", "':' indicator"]) {
        return Problem::error(here, "a `[` or `{` before this is not closed")
            .help("a text that begins with either, or has `,` or `: ` between them, needs quotes");
    }
    if says(&[
        "unexpected character",
        "not allowed in this context",
        "misplaced bracket",
        "node content",
        "plain scalar",
    ]) && !text[here.clone()].trim().is_empty()
    {
        let first = match &text[here.clone()] {
            "`" => "a backtick".to_owned(),
            first => quote(first),
        };
        return Problem::error(here, format!("a text cannot begin with {first}")).help(QUOTES);
    }
    if says(&["recursion limit"]) {
        return Problem::error(here, "this is nested too deep");
    }
    Problem::error(here, format!("this is not YAML: {said}"))
}

/// A text in emphasis at its start, more often than a true alias.
pub fn alias(span: Range<usize>) -> Problem {
    Problem::error(span, "aliases (`*name`) are not read")
        .help("write the value out again; a text that begins with `*` needs quotes")
}

/// The parser notices a tab where it had read spaces.
fn tab(text: &str, at: usize) -> Problem {
    let before = text[..at].ends_with('\t');
    let at = text[at..]
        .find('\t')
        .filter(|_| !before)
        .map_or(if before { at - 1 } else { at }, |further| at + further);
    Problem::error(char_at(text, at), "a tab cannot stand here").help("indent with spaces")
}

/// `: ` within a text, or a key in a column of its own.
fn colon(text: &str, at: usize) -> Problem {
    let line = line(text, at);
    let before = text[line.start..at].trim_start();
    if before.trim_start_matches("- ").contains(' ') {
        let message = "a text with `: ` in it needs quotes";
        return Problem::error(char_at(text, at), message).help(QUOTES);
    }
    let start = at - before.len();
    Problem::error(start..at, "this key is out of place").help(
        "keys that belong together begin in the same column, and after each `:` comes a space",
    )
}

/// A line between two columns, or a text that began with a link.
fn misplaced(text: &str, at: usize) -> Problem {
    let line = line(text, at);
    let before = &text[line.start..at];
    let open = before.find(['[', '{']).filter(|open| {
        let first = before[..*open].trim_end();
        before.ends_with([']', '}']) && (first.is_empty() || first.ends_with(['-', ':']))
    });
    if let Some(open) = open {
        let here = char_at(text, line.start + open);
        let message = format!(
            "a text that begins with `{}` needs quotes",
            &text[here.clone()]
        );
        return Problem::error(here, message).help(QUOTES);
    }
    Problem::error(char_at(text, at), "this is out of line with what is before")
        .help("what belongs together begins in the same column")
}

/// Words that are neither key nor item; the parser knows only a line later.
fn no_colon(text: &str, at: usize) -> Problem {
    let complete =
        |line: &str| line.starts_with("- ") || line.contains(": ") || line.ends_with(':');
    let mut span = line(text, at);
    if complete(text[span.clone()].trim()) || text[span.clone()].trim().is_empty() {
        let before = text[..span.start].trim_end().len();
        span = line(text, before);
    }
    let words = text[span.clone()].trim_start();
    Problem::error(
        span.end - words.len()..span.end,
        "this is neither `key: value` nor an item (`- `)",
    )
    .help("a text over several lines is indented further than its key")
}

/// A comment within brackets that leaves them open: a colour, say, that lacks
/// its quotes.
fn commented(text: &str, at: usize) -> Option<Problem> {
    let before = &text[..at];
    let hash = before.rfind(" #")? + 1;
    let (line, comment) = (&text[line(text, hash).start..hash], &before[hash..]);
    let open = line.rfind(['{', '[']) > line.rfind(['}', ']']);
    let closed = comment
        .lines()
        .skip(1)
        .any(|line| line.contains(['}', ']']));
    if !open || closed || line.trim_start().starts_with('#') {
        return None;
    }
    let end = |c: char| c.is_whitespace() || ",}]".contains(c);
    let word = comment.split(end).next()?;
    Some(
        Problem::error(hash..hash + word.len(), "what follows a `#` is a comment")
            .help("if it is a value, put it in quotes"),
    )
}

/// The line around a place, without its end.
fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = text[at..]
        .find(['\n', '\r'])
        .map_or(text.len(), |end| at + end);
    start..end
}

fn char_at(text: &str, at: usize) -> Range<usize> {
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    at..at + length
}
