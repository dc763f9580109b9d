//! What a filter asks, and which lines answer it.
//!
//! Plain data and plain functions: never knows Leptos, the DOM or the file.

mod bits;
#[cfg(feature = "ssr")]
mod evidence;
mod index;
mod matches;
#[cfg(feature = "ssr")]
mod mention;
#[cfg(feature = "ssr")]
mod text;

pub use bits::Bits;
pub use index::{Data, Entry, Index, Line, Tag};
pub use matches::{Matches, apply};
#[cfg(feature = "ssr")]
pub use text::fold;

/// What the reader asks for: the only state that filters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Chosen tags, in the order of the vocabulary, each once.
    pub tags: Vec<u16>,
    /// Whether a line has to be evidence for all of the tags, not just any.
    pub all: bool,
    /// Words that a line or its headline must hold, with single spaces.
    pub text: String,
}

impl Query {
    /// Whether nothing is asked for, so that every line is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.text.is_empty()
    }

    /// Chooses a tag, or lets go of it.
    pub fn toggle(&mut self, tag: u16) {
        match self.tags.binary_search(&tag) {
            Ok(at) => {
                self.tags.remove(at);
            }
            Err(at) => self.tags.insert(at, tag),
        }
    }

    /// Sets the words; how they are spaced does not matter.
    pub fn set_text(&mut self, text: &str) {
        self.text.clear();
        for word in text.split_whitespace() {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
    }
}
