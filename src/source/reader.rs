//! One reading of a file: what is known so far and what was found wrong.
//!
//! Never stops at the first problem.

use std::ops::Range;

use super::basics;
use super::fields::{Fields, Spanned};
use super::ids::Ids;
use super::limits;
use super::link;
use super::problem::{Problem, Severity};
use super::section;
use super::theme;
use super::tree::{Node, Value};
use super::vocabulary::Vocabulary;
use super::words;
use crate::model::Resume;
use crate::words::{Language, Word};

pub struct Reader<'s> {
    /// The file, for problems within a text.
    pub text: &'s str,
    pub vocabulary: Vocabulary,
    pub ids: Ids,
    /// The language of what the file leaves to the page to say.
    pub language: Language,
    pub problems: Vec<Problem>,
    errors: usize,
    texts: usize,
}

/// Reads the whole tree of a file.
pub fn read(text: &str, root: &Node) -> (Option<Resume>, Vec<Problem>) {
    let mut reader = Reader::new(text);
    let resume = Fields::of(&mut reader, root, "a résumé should be").map(|mut fields| {
        reader.language = words::read(&mut reader, &mut fields);
        // Lines name skills, so that the skills have to be known first.
        reader.vocabulary = Vocabulary::read(&mut reader, &mut fields);
        let person = basics::read(&mut reader, &mut fields);
        let mut sections = section::read(&mut reader, &mut fields);
        let theme = theme::read(&mut reader, &mut fields);
        let url = link::of_site(&mut reader, &mut fields);
        let offline = fields.switch(&mut reader, "offline").unwrap_or(true);
        // Tools leave these two behind; the page has no use for them.
        fields.take("$schema");
        fields.take("meta");
        // These have been followed already.
        fields.take("private");
        fields.take("variants");
        fields.finish_with(&mut reader, |value| {
            let list = matches!(value, Value::List(_));
            list.then_some("to show its entries, name it in `sections`")
        });
        reader.ids.name_entries(&mut sections);
        Resume {
            person,
            sections,
            tags: std::mem::take(&mut reader.vocabulary).into_tags(),
            theme,
            language: std::mem::take(&mut reader.language),
            url,
            offline,
        }
    });
    (resume, reader.problems)
}

impl<'s> Reader<'s> {
    /// Nothing is known of a file yet.
    pub fn new(text: &'s str) -> Self {
        Self::with(text, Language::default())
    }

    /// Nothing is known of a file but its language.
    pub fn with(text: &'s str, language: Language) -> Self {
        Self {
            text,
            vocabulary: Vocabulary::default(),
            ids: Ids::default(),
            language,
            problems: Vec::new(),
            errors: 0,
            texts: 0,
        }
    }

    /// Notes a problem.
    pub fn push(&mut self, problem: Problem) {
        self.errors += usize::from(problem.severity == Severity::Error);
        self.problems.push(problem);
    }

    /// Counts a line or heading, and notes the first of those that are too many.
    pub fn count(&mut self, span: &Range<usize>) {
        self.texts += 1;
        if self.texts == limits::TEXTS + 1 {
            let message = format!("more than {} lines and headings", limits::TEXTS);
            self.push(Problem::error(span.clone(), message));
        }
    }

    /// Notes a name that is too long.
    pub fn check_name(&mut self, name: &Spanned) {
        if name.text.chars().nth(limits::NAME).is_some() {
            let message = format!("this name has more than {} letters", limits::NAME);
            self.push(Problem::error(name.span.clone(), message));
        }
    }

    /// A word of the page's own.
    pub fn word(&self, word: Word) -> String {
        self.language.words.text(word).to_owned()
    }

    /// Notes that a node is of another kind than it should be.
    pub fn expected(&mut self, node: &Node, what: &str) {
        self.push(Problem::unexpected(node, what));
    }

    /// Whether there are more problems than are told: the next need no advice.
    pub fn is_full(&self) -> bool {
        self.problems.len() > limits::PROBLEMS
    }

    /// How many errors there are so far.
    pub fn errors(&self) -> usize {
        self.errors
    }
}
