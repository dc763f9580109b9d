//! What a filter asks, and which lines answer it.
//!
//! Plain data and plain functions: never knows Leptos, the DOM or the file.

mod bits;
#[cfg(feature = "ssr")]
mod evidence;
mod haystack;
mod index;
mod matches;
#[cfg(feature = "ssr")]
mod mention;
mod nearest;
mod term;
#[cfg(feature = "ssr")]
mod text;
mod why;
mod years;

pub use bits::Bits;
#[cfg(feature = "ssr")]
pub use evidence::EVIDENCE;
pub use index::{Data, Entry, Fold, Index, Line, Span, Tag};
pub use matches::{Matches, apply};
pub use nearest::{Nearest, nearest};
pub use term::{Term, terms};
#[cfg(feature = "ssr")]
pub use text::fold;
pub use why::Why;
pub use years::Years;

/// What the reader asks for: the only state that filters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Chosen tags, in the order of the vocabulary, each once.
    pub tags: Vec<u16>,
    /// Tags that a line must not be evidence for, likewise; none of them is
    /// chosen.
    pub without: Vec<u16>,
    /// Whether a line has to be evidence for all of the tags, not just any.
    pub all: bool,
    /// Words that a line or its headline must hold, with single spaces: see
    /// [`terms`].
    pub text: String,
    /// The first year of interest.
    pub from: Option<u16>,
    /// The last year of interest.
    pub to: Option<u16>,
}

impl Query {
    /// Whether nothing is asked for, so that every line is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
            && self.without.is_empty()
            && self.text.is_empty()
            && self.from.is_none()
            && self.to.is_none()
    }

    /// Chooses a tag, or lets go of it.
    pub fn toggle(&mut self, tag: u16) {
        remove(&mut self.without, tag);
        flip(&mut self.tags, tag);
    }

    /// Excludes a tag, or lets go of it.
    pub fn toggle_without(&mut self, tag: u16) {
        remove(&mut self.tags, tag);
        flip(&mut self.without, tag);
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

/// Adds a tag in its place, or removes it.
fn flip(tags: &mut Vec<u16>, tag: u16) {
    match tags.binary_search(&tag) {
        Ok(at) => {
            tags.remove(at);
        }
        Err(at) => tags.insert(at, tag),
    }
}

fn remove(tags: &mut Vec<u16>, tag: u16) {
    if let Ok(at) = tags.binary_search(&tag) {
        tags.remove(at);
    }
}
