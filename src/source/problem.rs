//! What is wrong with a file, where, and what to do about it.
//!
//! Never decides what is wrong; only how it is told.

use std::fmt;
use std::ops::Range;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// One thing to mend in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// How bad a [`Problem`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The file is refused.
    Error,
    /// The file is read all the same.
    Warning,
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

    /// A problem that changes nothing.
    pub fn warning(span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
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
    problems: Vec<Problem>,
}

impl Report {
    /// The problems of a text.
    #[must_use]
    pub fn new(file: &Path, text: &str, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|problem| problem.span.start);
        Self {
            file: file.display().to_string(),
            text: text.to_owned(),
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
        self.problems
            .iter()
            .map(|problem| self.render_one(problem, &renderer) + "\n")
            .collect()
    }

    fn render_one(&self, problem: &Problem, renderer: &Renderer) -> String {
        let (line, column) = self.position(problem.span.start);
        let (level, word) = match problem.severity {
            Severity::Error => (Level::ERROR, "error"),
            Severity::Warning => (Level::WARNING, "warning"),
        };
        let title = format!("{}:{line}:{column}: {word}: {}", self.file, problem.message);
        let mut group = level.no_name().primary_title(title.as_str()).element(
            Snippet::source(self.text.as_str())
                .annotation(AnnotationKind::Primary.span(self.first_line(&problem.span))),
        );
        if let Some(help) = &problem.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let text = renderer.render(&[group]);
        // Lines of the file can end in spaces; the report's need not.
        text.lines()
            .map(|line| line.trim_end().to_owned() + "\n")
            .collect()
    }

    /// Line and column of a byte.
    fn position(&self, at: usize) -> (usize, usize) {
        let before = &self.text[..at];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (line, column)
    }

    /// The part of a span on its first line: enough to point with.
    fn first_line(&self, span: &Range<usize>) -> Range<usize> {
        let text = &self.text[span.clone()];
        let end = text.find(['\n', '\r']).unwrap_or(text.len());
        span.start..span.start + text[..end].trim_end().len()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}
