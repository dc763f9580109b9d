//! `language` and `words`: what the page says of itself, and in which
//! language. The tables of the languages are read the same way.
//!
//! Never says a word.

use super::fields::{Fields, Spanned, nearest};
use super::limits;
use super::problem::{Problem, quote};
use super::reader::Reader;
use super::tree::{self, Node, Value};
use crate::words::{ALL, Kind, Known, LANGUAGES, Language, Word, Words};

/// How many names the months have.
const MONTHS: usize = 12;

/// Reads the language, and what is said in other words than its table.
pub fn read(reader: &mut Reader, top: &mut Fields) -> Language {
    let tag = top.text(reader, "language");
    let mut language = tag
        .and_then(|tag| language(reader, tag))
        .unwrap_or_default();
    if let Some(node) = top.take("words")
        && let Some(fields) = Fields::of(reader, node, "`words` should be")
    {
        let known = language.known();
        own(reader, fields, known, &mut language.words);
    }
    language
}

/// A language by its tag, with words of an owner's as they stand in JSON;
/// nothing if either is wrong.
pub fn language_of(tag: &str, words: &str) -> Option<Language> {
    let text = format!("language: {tag}\nwords: {words}\n");
    let root = tree::parse(&text).ok()?;
    let mut reader = Reader::new(&text);
    let language = read(&mut reader, &mut Fields::peek(&root)?);
    reader.problems.is_empty().then_some(language)
}

/// The table of a language; the tests see to it that it is whole.
pub fn table(known: &Known) -> Words {
    let mut words = Words::none(known);
    // The usual language would be this very table.
    let none = Language {
        tag: known.code.to_owned(),
        words: words.clone(),
    };
    let mut reader = Reader::with(known.table, none);
    if let Ok(root) = tree::parse(known.table)
        && let Some(fields) = Fields::peek(&root)
    {
        own(&mut reader, fields, known, &mut words);
    }
    words
}

/// What is wrong with the table of a language.
#[cfg(test)]
pub fn problems(known: &Known) -> Vec<Problem> {
    let mut reader = Reader::new(known.table);
    match tree::parse(known.table) {
        Err(problem) => return vec![problem],
        Ok(root) => {
            if let Some(fields) = Fields::of(&mut reader, &root, "a table should be") {
                own(&mut reader, fields, known, &mut Words::none(known));
            }
        }
    }
    reader.problems
}

fn language(reader: &mut Reader, tag: Spanned) -> Option<Language> {
    let language = Language::of(&tag.text);
    if language.is_none() {
        let codes = LANGUAGES.iter().map(|known| known.code);
        let is_known = Known::of(&tag.text).is_some();
        let all = codes.clone().collect::<Vec<_>>().join("`, `");
        let help = if is_known {
            "write it as `de` or `de-AT`".to_owned()
        } else {
            match likely(&tag.text) {
                Some(code) => format!("did you mean `{code}`? There are `{all}`"),
                None => format!("there are `{all}`, each with or without a region (`de-AT`)"),
            }
        };
        let message = if is_known {
            format!("{} is no tag of a language", quote(&tag.text))
        } else {
            format!("there are no words in the language {}", quote(&tag.text))
        };
        reader.push(Problem::error(tag.span, message).help(help));
    }
    language
}

/// The language that a name or a misspelt code most likely means.
fn likely(tag: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 12] = [
        ("english", "en"),
        ("german", "de"),
        ("deutsch", "de"),
        ("spanish", "es"),
        ("español", "es"),
        ("french", "fr"),
        ("français", "fr"),
        ("japanese", "ja"),
        ("jp", "ja"),
        ("日本語", "ja"),
        ("arabic", "ar"),
        ("العربية", "ar"),
    ];
    let name = nearest(tag, NAMES.iter().map(|(name, _)| *name))?;
    NAMES
        .iter()
        .find(|(other, _)| *other == name)
        .map(|(_, code)| *code)
}

/// Reads words into a table.
fn own(reader: &mut Reader, mut fields: Fields, known: &Known, words: &mut Words) {
    for (word, key, kind, _) in ALL {
        let Some(node) = fields.take(key) else {
            continue;
        };
        let forms = match kind {
            Kind::Text => text(reader, node, key).map(|text| vec![text]),
            Kind::Months => months(reader, node, key),
            Kind::Plural => plural(reader, node, key, known, words.forms(*word)),
        };
        if let Some(forms) = forms {
            set(reader, node, *word, &forms, words);
        }
    }
    fields.finish(reader);
}

/// Sets a word, or tells what it cannot be filled with.
fn set(reader: &mut Reader, node: &Node, word: Word, forms: &[String], words: &mut Words) {
    let Err(hole) = words.set(word, forms) else {
        return;
    };
    let (_, key, _, holes) = ALL[word as usize];
    let at = place(reader.text, node, &hole);
    let message = format!("nothing is called {} in `{key}`", quote(&hole));
    let known: Vec<_> = holes.iter().map(|hole| format!("`{{{hole}}}`")).collect();
    let name = hole.trim_matches(['{', '}']);
    let help = match (nearest(name, holes.iter().copied()), known.as_slice()) {
        (Some(near), _) => format!("did you mean `{{{near}}}`?"),
        (None, []) => "this word has no part that is filled in".to_owned(),
        (None, known) => format!("what is filled in here: {}", known.join(", ")),
    };
    reader.push(Problem::error(at, message).help(help));
}

/// Where something stands within a node, as far as it stands there as it is.
fn place(text: &str, node: &Node, part: &str) -> std::ops::Range<usize> {
    let written = text.get(node.span.clone()).unwrap_or_default();
    match written.find(part) {
        Some(at) => node.span.start + at..node.span.start + at + part.len(),
        None => node.span.clone(),
    }
}

/// A text as it is written, spaces at its ends included, but on one line: what
/// begins another could become more than a word in other forms.
fn text(reader: &mut Reader, node: &Node, key: &str) -> Option<String> {
    if let Value::Text(text) = &node.value {
        return short(reader, node, text);
    }
    reader.expected(node, &format!("`{key}` should be text"));
    None
}

/// The same, if it is no longer than a word may be.
fn short(reader: &mut Reader, node: &Node, text: &str) -> Option<String> {
    let text = on_one_line(text);
    if text.chars().nth(limits::WORD).is_none() {
        return Some(text);
    }
    let message = format!(
        "this word of the page has more than {} letters",
        limits::WORD
    );
    let problem = Problem::error(node.span.clone(), message);
    reader.push(problem.help("say it in fewer: it stands in many places"));
    None
}

fn on_one_line(text: &str) -> String {
    let lines = text.trim_matches(['\n', '\r']);
    lines.replace(['\n', '\r', '\t'], " ")
}

fn months(reader: &mut Reader, node: &Node, key: &str) -> Option<Vec<String>> {
    let names: Option<Vec<_>> = (node.items().iter())
        .map(|item| text(reader, item, key))
        .collect();
    let names = names?;
    if names.len() == MONTHS {
        return Some(names);
    }
    let message = format!("`{key}` should be a list of {MONTHS} names");
    match node.value {
        Value::List(_) => {
            let message = format!("{message}, not of {}", names.len());
            reader.push(Problem::error(node.span.clone(), message));
        }
        _ => reader.expected(node, &message),
    }
    None
}

/// One text for all forms, or those that differ from the table's.
fn plural(
    reader: &mut Reader,
    node: &Node,
    key: &str,
    known: &Known,
    mut forms: Vec<String>,
) -> Option<Vec<String>> {
    if let Value::Text(text) = &node.value {
        return short(reader, node, text).map(|text| vec![text; known.forms.len()]);
    }
    let what = format!("`{key}` should be text or");
    let mut fields = Fields::of(reader, node, &what)?;
    forms.resize(known.forms.len(), String::new());
    for (form, name) in forms.iter_mut().zip(known.forms) {
        if let Some(node) = fields.take(name)
            && let Some(text) = text(reader, node, name)
        {
            *form = text;
        }
    }
    fields.finish(reader);
    Some(forms)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::problems;
    use crate::words::{ALL, Kind, LANGUAGES, Words};

    #[test]
    fn every_language_has_every_word() {
        for known in &LANGUAGES {
            let told = problems(known);
            assert!(told.is_empty(), "{}: {told:?}", known.code);
            let words = Words::of(known);
            let english = Words::of(&LANGUAGES[0]);
            for (word, key, kind, holes) in ALL {
                let forms = words.forms(*word);
                let expected = match kind {
                    Kind::Text => 1,
                    Kind::Months => 12,
                    Kind::Plural => known.forms.len(),
                };
                assert_eq!(forms.len(), expected, "{}: {key}", known.code);
                for form in &forms {
                    assert!(!form.is_empty(), "{}: {key}", known.code);
                }
                // Numbers may be in words: "two lines".
                let last = forms.last().unwrap();
                for hole in *holes {
                    let hole = format!("{{{hole}}}");
                    assert!(last.contains(&hole), "{}: {key}: {hole}", known.code);
                }
                if *kind == Kind::Text && last.trim() != last {
                    let english = english.forms(*word).concat();
                    assert_ne!(english.trim(), english, "{}: {key}", known.code);
                }
            }
        }
    }
}
