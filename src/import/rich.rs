//! Text letter by letter, each with its marks and its place in the file that
//! is read: what can be cut anywhere without losing either.
//!
//! Never knows what a résumé is.

use std::ops::Range;
use std::rc::Rc;

use super::marked;

/// Ends a line where the writer meant it to end; `\n` does where it happened
/// to. Both are white space.
pub const BREAK: char = '\u{c}';

/// How a letter is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    pub strong: bool,
    pub emphasis: bool,
    pub code: bool,
    pub link: Option<Rc<str>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub c: char,
    /// The byte of the file where it stands.
    pub at: usize,
    pub mark: Mark,
}

/// A text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rich(pub Vec<Letter>);

impl Rich {
    /// Words without marks that all stand at one place.
    pub fn plain(words: &str, at: usize) -> Self {
        let mark = Mark::default();
        let letter = |c| Letter {
            c,
            at,
            mark: mark.clone(),
        };
        Self(words.chars().map(letter).collect())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|letter| letter.c.is_whitespace())
    }

    /// The letters alone.
    pub fn string(&self) -> String {
        self.0.iter().map(|letter| letter.c).collect()
    }

    /// The words, single spaces between them.
    pub fn words(&self) -> String {
        self.string()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// In lower case.
    pub fn lower(&self) -> String {
        self.words().to_lowercase()
    }

    /// The bytes of the file it comes from.
    pub fn span(&self) -> Range<usize> {
        let text = self.clone().trimmed();
        match (text.0.first(), text.0.last()) {
            (Some(first), Some(last)) => first.at..(last.at + last.c.len_utf8()).max(first.at),
            _ => self.0.first().map_or(0..0, |first| first.at..first.at),
        }
    }

    pub fn slice(&self, range: Range<usize>) -> Self {
        let end = range.end.min(self.len());
        Self(self.0[range.start.min(end)..end].to_vec())
    }

    pub fn trimmed(self) -> Self {
        self.trimmed_of(char::is_whitespace)
    }

    /// Without the letters at its ends that are of some kind.
    pub fn trimmed_of(mut self, kind: impl Fn(char) -> bool) -> Self {
        let last = self.0.iter().rposition(|letter| !kind(letter.c));
        self.0.truncate(last.map_or(0, |last| last + 1));
        let first = self.0.iter().position(|letter| !kind(letter.c));
        self.0.drain(..first.unwrap_or(0));
        self
    }

    /// The parts between letters of some kind, those without words left out.
    pub fn split(&self, kind: impl Fn(&Letter) -> bool) -> Vec<Self> {
        let parts = self.0.split(kind).map(|part| Self(part.to_vec()).trimmed());
        parts.filter(|part| !part.is_blank()).collect()
    }

    /// The lines as written.
    pub fn lines(&self) -> Vec<Self> {
        self.split(|letter| matches!(letter.c, '\n' | BREAK))
    }

    /// Where a string stands first outside of links and code, from a letter
    /// on. Letters are compared whatever their case.
    pub fn find(&self, words: &str, from: usize) -> Option<usize> {
        let words: Vec<char> = words.chars().collect();
        let same = |letter: &Letter, c: &char| {
            let lower = letter.c.to_lowercase().next().unwrap_or(letter.c);
            let space = *c == ' ' && letter.c.is_whitespace();
            (lower == *c || space) && letter.mark.link.is_none() && !letter.mark.code
        };
        (from..(self.len() + 1).saturating_sub(words.len())).find(|at| {
            let window = &self.0[*at..*at + words.len()];
            window.iter().zip(&words).all(|(letter, c)| same(letter, c))
        })
    }

    /// The first address it links to.
    pub fn link(&self) -> Option<Rc<str>> {
        self.0.iter().find_map(|letter| letter.mark.link.clone())
    }

    /// Without its links to an address, which is kept elsewhere.
    pub fn without_link(mut self, href: &str) -> Self {
        for letter in &mut self.0 {
            letter.mark.link = letter.mark.link.take().filter(|link| **link != *href);
        }
        self
    }

    /// Without emphasis, as in a headline that has marks of its own.
    pub fn unstressed(mut self) -> Self {
        for letter in &mut self.0 {
            letter.mark.strong = false;
            letter.mark.emphasis = false;
        }
        self
    }

    /// How many letters come first that are stressed in the same way as the
    /// first; none if that is not stressed.
    pub fn stressed(&self) -> usize {
        let stress = |letter: &Letter| (letter.mark.strong, letter.mark.emphasis);
        let Some(first) = self.0.first().map(stress) else {
            return 0;
        };
        if first == (false, false) {
            return 0;
        }
        let like = |letter: &&Letter| stress(letter) == first || first.0 && letter.mark.strong;
        self.0.iter().take_while(like).count()
    }

    /// Adds another text.
    pub fn join(&mut self, between: &str, other: Self) {
        let at = other.0.first().map_or(0, |letter| letter.at);
        if !self.is_blank() && !other.is_blank() {
            self.0.extend(Self::plain(between, at).0);
        }
        self.0.extend(other.0);
    }

    /// As a text of our file, in which marks are Markdown's.
    pub fn markdown(&self) -> String {
        marked::write(self)
    }
}
