//! A table of words: made of what a file says, and said again.
//!
//! Never reads a file.

use std::sync::OnceLock;

use serde_json::{Map, Value, json};

use super::language::{Known, LANGUAGES, Language};
use super::{ALL, END, FORM, Word, Words};
use crate::source;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One text.
    Text,
    /// A text for each plural form.
    Plural,
    /// The names of twelve months.
    Months,
}

/// A piece of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'w> {
    /// What is said.
    Text(&'w str),
    /// What is filled in, by its place in the list.
    Hole(usize),
}

/// The tables of the languages, in their order, each read when it is asked for.
static TABLES: [OnceLock<Words>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(known: &Known) -> Self {
        let at = LANGUAGES.iter().position(|it| it.code == known.code);
        let table = TABLES[at.unwrap_or(0)].get_or_init(|| source::words_of(known));
        table.clone()
    }

    /// A table of a language without any word.
    #[must_use]
    pub fn none(known: &Known) -> Self {
        Self {
            plural: known.plural,
            said: END.to_string().repeat(ALL.len()),
        }
    }

    /// Those that the app says, and the HTML of its dialogs after them.
    #[must_use]
    pub fn of_app(&self, dialogs: [&str; 2]) -> Self {
        let words = self.said.split(END).take(Word::OF_APP);
        Self {
            plural: self.plural,
            said: (words.chain(dialogs).collect::<Vec<_>>()).join(&END.to_string()),
        }
    }

    /// The forms of a word, as a file has them.
    #[must_use]
    pub fn forms(&self, word: Word) -> Vec<String> {
        let holes = ALL[word as usize].3;
        let written = |form: &str| {
            let pieces = pieces(form).map(|piece| match piece {
                Piece::Text(text) => text.to_owned(),
                Piece::Hole(at) => format!("{{{}}}", holes.get(at).unwrap_or(&"")),
            });
            pieces.collect()
        };
        self.text(word).split(FORM).map(written).collect()
    }

    /// Says a word in other forms.
    ///
    /// # Errors
    ///
    /// The first thing to be filled in, as it is written, that the word does
    /// not have.
    pub fn set(&mut self, word: Word, forms: &[String]) -> Result<(), String> {
        let holes = ALL[word as usize].3;
        let forms: Result<Vec<_>, _> = forms.iter().map(|form| compiled(form, holes)).collect();
        let forms = forms?.join(&FORM.to_string());
        let mut words: Vec<_> = self.said.split(END).collect();
        words[word as usize] = &forms;
        self.said = words.join(&END.to_string());
        Ok(())
    }

    /// The pieces of a word that has only one form.
    pub fn pieces(&self, word: Word) -> impl Iterator<Item = Piece<'_>> {
        pieces(self.text(word))
    }
}

impl Language {
    /// What an owner says in other words than the table, as a file has it.
    #[must_use]
    pub fn own_words(&self) -> Value {
        let known = self.known();
        let table = Words::of(known);
        let own = ALL.iter().filter_map(|(word, key, kind, _)| {
            let forms = self.words.forms(*word);
            if forms == table.forms(*word) {
                return None;
            }
            let value = match kind {
                Kind::Text => json!(forms.concat()),
                Kind::Months => json!(forms),
                Kind::Plural => {
                    let names = known.forms.iter().map(|name| (*name).to_owned());
                    Value::Object(names.zip(forms.into_iter().map(Value::from)).collect())
                }
            };
            Some(((*key).to_owned(), value))
        });
        Value::Object(own.collect::<Map<_, _>>())
    }
}

fn pieces(form: &str) -> impl Iterator<Item = Piece<'_>> {
    let is_hole = |c: char| matches!(c, '\u{1}'..='\u{8}');
    let parts = form.split_inclusive(is_hole).flat_map(move |part| {
        let text = part.trim_end_matches(is_hole);
        let hole = part[text.len()..].chars().next();
        let hole = hole.map(|c| Piece::Hole(c as usize - 1));
        [Some(Piece::Text(text)), hole]
    });
    let parts = parts.flatten();
    parts.filter(|piece| *piece != Piece::Text(""))
}

/// A form with a control character for each `{name}`.
fn compiled(form: &str, holes: &[&str]) -> Result<String, String> {
    let mut text = String::new();
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or_else(|| format!("{{{after}"))?;
        let at = holes.iter().position(|hole| *hole == name);
        let at = at.ok_or_else(|| format!("{{{name}}}"))?;
        text.push_str(before);
        text.push(char::from(at as u8 + 1));
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}
