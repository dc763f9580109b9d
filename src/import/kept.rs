//! Files that are ours already, or that we wrote: what they say is kept as it
//! is.
//!
//! Never guesses: a file that is not read as a whole is left to those who do.

use std::path::Path;

use super::draft::{Map, Value as Out};
use super::tree::{Tree, Value};
use super::{Form, Import, ours, yaml};
use crate::model::Resume;
use crate::source::{self, Audience, Node, Problem, Report, Severity, Source};

/// Our own Markdown.
pub fn markdown(text: &str) -> Option<Import> {
    let resume = ours::read(text)?;
    let write = |ids| yaml::write(&ours::write(&resume, ids));
    // Most ids are what they would be anyway.
    let brief = write(false);
    let yaml = if parse(&brief).is_some_and(|source| *source.whole() == resume) {
        brief
    } else {
        write(true)
    };
    let report = parse(&yaml)?.report;
    let notes = [report].into_iter();
    Some(Import {
        form: Form::Markdown,
        yaml,
        notes: notes
            .filter(|report| !report.problems().is_empty())
            .collect(),
    })
}

/// A file of our keys in which nothing is wrong, or our own JSON Resume.
pub fn keys(path: &Path, text: &str) -> Option<Import> {
    let tree = source::tree(text).ok()?;
    let exported = tree.get("meta").and_then(|meta| meta.get("resume"));
    let source = source::parse(path, text, Audience::Owner).ok()?;
    let doubts = source.report.count(Severity::Warning) > 0;
    if doubts && exported.is_none() {
        return None;
    }
    let mut root = source::whole_tree(text, &mut Vec::new()).ok()?;
    for key in ["$schema", "meta"] {
        root.remove(key);
    }
    let Out::Map(top) = written(&root)? else {
        return None;
    };
    let yaml = yaml::write(&top);
    let again = parse(&yaml)?;
    let resumes = |source: &Source| -> Vec<Resume> {
        let editions = source.editions.iter();
        editions.map(|edition| edition.resume.clone()).collect()
    };
    let notes = [source.report.clone()].into_iter();
    (resumes(&source) == resumes(&again)).then(|| Import {
        form: Form::JsonResume,
        yaml,
        notes: notes
            .filter(|report| !report.problems().is_empty())
            .collect(),
    })
}

fn parse(yaml: &str) -> Option<Source> {
    source::parse(Path::new("resume.yaml"), yaml, Audience::Owner).ok()
}

/// A value as it stands. An empty list says something else than none; an item
/// without a value keeps its number, which paths may name.
fn written(node: &Node) -> Option<Out> {
    Some(match &node.value {
        source::Value::Null => Out::Text(String::new()),
        source::Value::Text(text) => Out::Text(text.clone()),
        source::Value::List(items) => Out::List(items.iter().map(written).collect::<Option<_>>()?),
        source::Value::Map(pairs) => {
            let pairs = pairs
                .iter()
                .filter(|(_, value)| !matches!(value.value, source::Value::Null));
            let pairs = pairs.map(|(key, value)| Some((key.text()?.text, written(value)?)));
            Out::Map(Map(pairs.collect::<Option<_>>()?))
        }
        source::Value::Faulty(_) => return None,
    })
}

/// What a file keeps from the public: as a list at its top or a mark anywhere,
/// both maybe misspelt.
pub fn private(tree: &Tree) -> Option<&Tree> {
    let listed = match &tree.value {
        Value::Map(pairs) => pairs
            .iter()
            .find(|(key, value)| is_near(key) && !value.is_blank()),
        _ => None,
    };
    listed.map(|(_, list)| list).or_else(|| marked(tree))
}

fn is_near(key: &str) -> bool {
    source::nearest(key, ["private"].into_iter()).is_some()
}

fn marked(tree: &Tree) -> Option<&Tree> {
    match &tree.value {
        Value::Map(pairs) => pairs.iter().find_map(|(key, value)| {
            let exact = key.eq_ignore_ascii_case("private") && !value.is_blank();
            let is_mark = exact || value.words() == "true" && is_near(key);
            if is_mark { Some(value) } else { marked(value) }
        }),
        Value::List(items) => items.iter().find_map(marked),
        _ => None,
    }
}

/// Why a file is refused that keeps something private and is not in order:
/// read by guessing, that could become public.
pub fn refusal(path: &Path, text: &str, private: &Tree) -> Report {
    match source::parse(path, text, Audience::Owner) {
        Err(report) => report,
        Ok(source) => {
            let message = "a file that keeps something private has to be in order";
            let problem = Problem::error(private.span.clone(), message);
            let mut problems = source.report.problems().to_vec();
            problems.push(problem.help("mend what the warnings name"));
            Report::new(path, text, problems)
        }
    }
}
