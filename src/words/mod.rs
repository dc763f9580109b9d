//! All words that the page and its other forms say of themselves, and how a
//! language counts. One file a language, such as `de.yaml`; `en.yaml` says
//! where each word stands.
//!
//! The browser gets a table of those words alone that the app says there: see
//! [`Words::of_app`]. Never holds a word of a résumé.

#[cfg(feature = "ssr")]
mod dates;
#[cfg(feature = "ssr")]
mod language;
mod list;
#[cfg(feature = "ssr")]
mod table;

use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
pub use dates::Shown;
#[cfg(feature = "ssr")]
pub use language::{Known, LANGUAGES, Language, is_rtl};
#[cfg(feature = "ssr")]
pub use list::ALL;
pub use list::Word;
#[cfg(feature = "ssr")]
pub use table::{Kind, Piece};

/// Ends a word in a table.
const END: char = '\0';
/// Parts the forms of one.
const FORM: char = '\u{1f}';

/// The words of a language, or of an owner who knows better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    plural: Plural,
    /// All of them in the order of [`Word`], each with its forms. What is to
    /// be filled in is a control character: the first thing is U+0001.
    said: String,
}

/// Which number takes which form, by the categories of Unicode CLDR
/// (<https://cldr.unicode.org/index/cldr-spec/plural-rules>), as far as whole
/// numbers below a million go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Plural {
    /// All are alike: Japanese.
    Other,
    /// One, and others: English, German, Spanish.
    One,
    /// None and one, and others: French.
    UpToOne,
    /// None, one, two, few, many, and others: Arabic.
    Six,
}

impl Plural {
    /// The place of a number's form among those of its language.
    #[must_use]
    pub fn form(self, number: u32) -> usize {
        match self {
            Self::Other => 0,
            Self::One => usize::from(number != 1),
            Self::UpToOne => usize::from(number > 1),
            Self::Six => match (number, number % 100) {
                (0..=2, _) => number as usize,
                (_, 3..=10) => 3,
                (_, 11..) => 4,
                _ => 5,
            },
        }
    }
}

impl Words {
    /// A word as it is.
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        self.nth(word as usize)
    }

    /// The HTML of one of the app's dialogs.
    #[must_use]
    pub fn dialog(&self, at: usize) -> &str {
        self.nth(Word::OF_APP + at)
    }

    /// A word and all that follow it in the list.
    pub fn from(&self, word: Word) -> impl Iterator<Item = &str> {
        self.said.split(END).skip(word as usize)
    }

    fn nth(&self, at: usize) -> &str {
        self.said.split(END).nth(at).unwrap_or_default()
    }

    /// A word with what is to be filled in, in the order of [`Word`]'s list.
    #[must_use]
    pub fn say(&self, word: Word, holes: &[&str]) -> String {
        fill(self.text(word), holes)
    }

    /// The form of a word for a number, which is the first of what is filled
    /// in.
    #[must_use]
    pub fn count(&self, word: Word, number: u32, then: &str) -> String {
        fill(
            self.form(word, self.plural.form(number)),
            &[&number.to_string(), then],
        )
    }

    fn form(&self, word: Word, form: usize) -> &str {
        self.text(word).split(FORM).nth(form).unwrap_or_default()
    }
}

/// A pattern with what belongs into it.
fn fill(pattern: &str, holes: &[&str]) -> String {
    let mut text = String::new();
    for c in pattern.chars() {
        match holes.get((c as usize).wrapping_sub(1)) {
            Some(hole) => text.push_str(hole),
            None => text.push(c),
        }
    }
    text
}

#[cfg(all(test, feature = "ssr"))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, numbers: &[(u32, &str)]) {
        let words = Language::of(tag).unwrap().words;
        for (number, expected) in numbers {
            assert_eq!(words.count(Word::Years, *number, ""), *expected, "{tag}");
        }
    }

    #[test]
    fn numbers_have_their_plural() {
        check("en", &[(0, "0 years"), (1, "1 year"), (2, "2 years")]);
        check("de", &[(0, "0 Jahre"), (1, "1 Jahr"), (21, "21 Jahre")]);
        check("es", &[(0, "0 años"), (1, "1 año"), (11, "11 años")]);
        check("fr", &[(0, "0 an"), (1, "1 an"), (2, "2 ans")]);
        check("ja", &[(0, "0年"), (1, "1年"), (12, "12年")]);
        check(
            "ar",
            &[
                (1, "سنة"),
                (2, "سنتان"),
                (3, "3 سنوات"),
                (10, "10 سنوات"),
                (11, "11 سنة"),
                (100, "100 سنة"),
                (103, "103 سنوات"),
            ],
        );
    }

    #[test]
    fn arabic_has_the_six_forms_of_cldr() {
        let forms = |numbers: &[u32]| -> Vec<usize> {
            numbers.iter().map(|it| Plural::Six.form(*it)).collect()
        };
        assert_eq!(forms(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(forms(&[3, 10, 103, 1010]), [3; 4]);
        assert_eq!(forms(&[11, 26, 99, 111, 1099]), [4; 5]);
        assert_eq!(forms(&[100, 101, 102, 200, 1000]), [5; 5]);
    }

    #[test]
    fn what_is_filled_in_stands_where_the_language_wants_it() {
        let say = |tag| {
            let words = Language::of(tag).unwrap().words;
            words.count(Word::Shown, 60, "12")
        };
        assert_eq!(say("en"), "12 of 60 lines");
        assert_eq!(say("ja"), "全60行中12行");
    }
}
