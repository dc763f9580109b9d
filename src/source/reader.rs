//! One reading of a file: what is known so far and what was found wrong.
//!
//! Never stops at the first problem.

use super::basics;
use super::fields::Fields;
use super::ids::Ids;
use super::link;
use super::problem::{Problem, Severity};
use super::section;
use super::theme;
use super::tree::{Node, Value};
use super::vocabulary::Vocabulary;
use crate::model::Resume;

pub struct Reader<'s> {
    /// The file, for problems within a text.
    pub text: &'s str,
    pub vocabulary: Vocabulary,
    pub ids: Ids,
    pub problems: Vec<Problem>,
}

/// Reads the whole tree of a file.
pub fn read(text: &str, root: &Node) -> (Option<Resume>, Vec<Problem>) {
    let mut reader = Reader::new(text);
    let resume = Fields::of(&mut reader, root, "a résumé should be").map(|mut fields| {
        // Lines name skills, so that the skills have to be known first.
        reader.vocabulary = Vocabulary::read(&mut reader, &mut fields);
        let person = basics::read(&mut reader, &mut fields);
        let mut sections = section::read(&mut reader, &mut fields);
        let theme = theme::read(&mut reader, &mut fields);
        let url = link::of_site(&mut reader, &mut fields);
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
            url,
        }
    });
    (resume, reader.problems)
}

impl<'s> Reader<'s> {
    /// Nothing is known of a file yet.
    pub fn new(text: &'s str) -> Self {
        Self {
            text,
            vocabulary: Vocabulary::default(),
            ids: Ids::default(),
            problems: Vec::new(),
        }
    }

    /// Notes a problem.
    pub fn push(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Notes that a node is of another kind than it should be.
    pub fn expected(&mut self, node: &Node, what: &str) {
        self.push(Problem::unexpected(node, what));
    }

    /// How many errors there are so far.
    pub fn errors(&self) -> usize {
        self.problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .count()
    }
}
