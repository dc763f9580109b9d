//! What is wrong with a file, where, and what to do about it.
//!
//! Never decides what is wrong; only how it is told.

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::limits;
use super::tree::{Node, Value};

/// One thing to mend in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// The bytes it is about; empty for a place between two.
    pub span: Range<usize>,
    /// Whether the file is refused for it.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// How much of a line is shown, in bytes.
const WIDEST: usize = 1000;

/// How bad a [`Problem`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The file is refused.
    Error,
    /// The file is read all the same.
    Warning,
    /// Nothing is wrong; its owner may want to know.
    Hint,
}

impl Problem {
    /// A problem for which the file is refused.
    pub fn error(span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            span,
            severity: Severity::Error,
            message: message.into(),
            help: None,
        }
    }

    /// A node is of another kind than it should be.
    #[must_use]
    pub fn unexpected(node: &Node, what: &str) -> Self {
        match &node.value {
            Value::Faulty(problem) => problem.clone(),
            value => Self::error(node.span.clone(), format!("{what}, not {}", value.kind())),
        }
    }

    /// A problem that changes nothing.
    pub fn warning(span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(span, message)
        }
    }

    /// What is no problem, but may not be what was meant.
    pub fn hint(span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Hint,
            ..Self::error(span, message)
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// All that was found in one file, in the order of its lines. It prints each
/// problem as compilers do: `FILE:LINE:COLUMN:` and the message, then the line
/// with a mark under the place, then a suggestion. Lines and columns count
/// from 1, columns in characters.
#[derive(Debug, Clone)]
pub struct Report {
    file: String,
    text: String,
    /// Where each line of the text begins.
    lines: Vec<usize>,
    problems: Vec<Problem>,
}

impl Report {
    /// The problems of a text.
    #[must_use]
    pub fn new(file: &Path, text: &str, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|problem| problem.span.start);
        // What is read in two ways is found twice.
        let mut told = HashSet::new();
        problems.retain(|problem| told.insert(problem.clone()));
        Self {
            file: file.display().to_string(),
            text: text.to_owned(),
            lines: ([0].into_iter())
                .chain(text.match_indices('\n').map(|(end, _)| end + 1))
                .collect(),
            problems,
        }
    }

    /// The problems, first line first.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many problems are of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.problems
            .iter()
            .filter(|problem| problem.severity == severity)
            .count()
    }

    /// The report as text, with colours for a terminal if asked for.
    #[must_use]
    pub fn render(&self, colours: bool) -> String {
        let renderer = if colours {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let shown = self.problems.iter().take(limits::PROBLEMS);
        let told: String = shown
            .map(|problem| self.render_one(problem, &renderer) + "\n")
            .collect();
        match self.problems.len().saturating_sub(limits::PROBLEMS) {
            0 => told,
            more => told + &format!("{}: and {more} more like these\n\n", self.file),
        }
    }

    fn render_one(&self, problem: &Problem, renderer: &Renderer) -> String {
        let (level, word) = match problem.severity {
            Severity::Error => (Level::ERROR, "error"),
            Severity::Warning => (Level::WARNING, "warning"),
            Severity::Hint => (Level::NOTE, "hint"),
        };
        let Place {
            number,
            column,
            line,
            mark,
        } = self.place(&problem.span);
        let at = match number {
            Some(number) => format!("{}:{number}:{column}", self.file),
            None => self.file.clone(),
        };
        let title = format!("{at}: {word}: {}", problem.message);
        let mut group = Group::with_title(level.no_name().primary_title(title));
        if let Some(number) = number {
            group = group.element(
                Snippet::source(line)
                    .line_start(number)
                    .annotation(AnnotationKind::Primary.span(mark)),
            );
        }
        if let Some(help) = &problem.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let text = renderer.render(&[group]);
        // Lines of the file can end in spaces; the report's need not.
        text.lines()
            .map(|line| line.trim_end().to_owned() + "\n")
            .collect()
    }

    /// Where a span begins; of what goes on over lines, the first is enough
    /// to point with.
    fn place(&self, span: &Range<usize>) -> Place<'_> {
        let number = self.lines.partition_point(|start| *start <= span.start);
        let start = self.lines[number - 1];
        let line = self.text[start..].lines().next().unwrap_or_default();
        let mark = span.start - start..span.end.min(start + line.len()).max(span.start) - start;
        let marked = line.get(mark.clone()).unwrap_or_default().trim_end();
        let mark = mark.start..mark.start + marked.len();
        let (line, mark) = around(line, mark);
        Place {
            number: (!self.text.trim().is_empty()).then_some(number),
            column: self.text[start..span.start].chars().count() + 1,
            line,
            mark,
        }
    }
}

/// What is shown of a line that is too long for anyone to look through.
fn around(line: &str, mark: Range<usize>) -> (&str, Range<usize>) {
    if line.len() <= WIDEST {
        return (line, mark);
    }
    let start = line.floor_char_boundary(mark.start.saturating_sub(WIDEST / 2));
    let end = line.floor_char_boundary(line.len().min(start + WIDEST));
    let mark = mark.start.min(end) - start..mark.end.min(end) - start;
    (&line[start..end], mark)
}

/// A place as a person sees it.
struct Place<'t> {
    /// Counted from 1; a file without text has no lines.
    number: Option<usize>,
    /// Counted from 1, in characters.
    column: usize,
    line: &'t str,
    /// The bytes of the line to point at.
    mark: Range<usize>,
}

/// Words of the file, fit to stand in a message: on one line, and no more of
/// them than one can take in.
pub fn quote(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut quoted: String = words
        .chars()
        .take(LONGEST)
        .flat_map(|c| {
            let escaped = is_hidden(c).then(|| c.escape_default());
            let plain = (!is_hidden(c)).then_some(c);
            escaped.into_iter().flatten().chain(plain)
        })
        .collect();
    if words.chars().nth(LONGEST).is_some() {
        quoted.push('…');
    }
    format!("`{quoted}`")
}

/// The words that there are, as many as anyone looks through.
pub fn quote_all(what: &str, words: &[String]) -> String {
    const MOST: usize = 10;
    let quoted: Vec<String> = words.iter().take(MOST).map(|word| quote(word)).collect();
    let told = format!("{what}: {}", quoted.join(", "));
    match words.len().saturating_sub(MOST) {
        0 => told,
        more => format!("{told} and {more} more"),
    }
}

/// Whether a character would not show, or do something else to a terminal:
/// controls, zero-width characters, changes of direction.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}
