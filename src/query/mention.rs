//! Whether a text mentions a name as a whole word.
//!
//! Never knows tags or lines.

use super::text::fold;

/// A name to look for.
pub struct Mention {
    name: String,
    /// "R", "C" and "Go" are words in other spellings.
    exact: bool,
}

/// A text to look in.
pub struct Text {
    exact: String,
    folded: String,
}

impl Text {
    pub fn new(text: &str) -> Self {
        Self {
            exact: text.to_owned(),
            folded: fold(text),
        }
    }
}

impl Mention {
    pub fn new(name: &str) -> Self {
        let exact = name.chars().filter(|c| c.is_alphabetic()).count() <= 2 && name.is_ascii();
        Self {
            name: if exact { name.to_owned() } else { fold(name) },
            exact,
        }
    }

    /// Whether the name stands in the text with no part of a word beside it.
    pub fn is_in(&self, text: &Text) -> bool {
        let text = if self.exact {
            &text.exact
        } else {
            &text.folded
        };
        !self.name.is_empty()
            && text.match_indices(&self.name).any(|(at, name)| {
                let before = text[..at].chars().next_back();
                let mut after = text[at + name.len()..].chars();
                !before.is_some_and(is_word) && !continues(after.next(), after.next())
            })
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a word goes on: "C" in "C++" and "C#", "Node" in "Node.js".
fn continues(next: Option<char>, after: Option<char>) -> bool {
    match next {
        Some('+' | '#') => true,
        Some('.') => after.is_some_and(char::is_lowercase),
        next => next.is_some_and(is_word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, text: &str, found: bool) {
        assert_eq!(
            Mention::new(name).is_in(&Text::new(text)),
            found,
            "{name} in {text}"
        );
    }

    #[test]
    fn finds_whole_words_only() {
        check("Rust", "Wrote it in Rust.", true);
        check("Rust", "earned their trust", false);
        check("Rust", "rusty", false);
        check("Java", "JavaScript", false);
        check("Java", "java, mostly", true);
        check("HBase", "(HBase)", true);
        check("AWS", "AWS-based", true);
        check("distributed systems", "Distributed Systems", true);
        check("Koé", "the Koe workbench", true);
    }

    #[test]
    fn takes_short_names_by_their_case() {
        check("Go", "ready to go to", false);
        check("Go", "written in Go, mostly", true);
        check("R", "R and Python", true);
        check("R", "r and python", false);
        check("C", "C, C++ and C#", true);
        check("C", "C++ and C#", false);
        check("C++", "C++ and C#", true);
        check("C#", "C++ and C#", true);
        check("C++", "c++", false);
    }

    #[test]
    fn knows_names_with_points() {
        check("Node", "Node.js", false);
        check("Node.js", "Node.js.", true);
        check("Node", "a Node. Then", true);
        check(".NET", "on .NET Core", true);
    }
}
