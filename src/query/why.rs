//! Why a line is on screen.
//!
//! Never decides that it is.

use super::{Index, Matches, Query};

/// The strongest reason for which a line is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The file says that it is evidence for a chosen tag.
    Named,
    /// It mentions a chosen tag.
    Mentioned,
    /// It holds the words that are looked for.
    Text,
    /// Some of the words are in its entry's headline.
    Headline,
    /// It lies in the years asked for, or has nothing that is unwanted.
    Left,
    /// A line nested in it matches.
    Above,
    /// It is nested in a line that matches.
    Below,
}

impl Index {
    /// Why a line is shown; `None` if it is not.
    #[must_use]
    pub fn why(&self, query: &Query, matches: &Matches, line: usize) -> Option<Why> {
        if !matches.shown.has(line) {
            return None;
        }
        if !matches.matching.has(line) {
            let mut parent = self.parent_of[line];
            while let Some(at) = parent {
                if matches.matching.has(at as usize) {
                    return Some(Why::Below);
                }
                parent = self.parent_of[at as usize];
            }
            return Some(Why::Above);
        }
        let tags = || query.tags.iter().map(|tag| usize::from(*tag));
        if tags().any(|tag| self.evidence[tag].has(line) && !self.mentions[tag].has(line)) {
            return Some(Why::Named);
        }
        if !query.tags.is_empty() {
            return Some(Why::Mentioned);
        }
        let mut wanted = matches.terms.iter().filter(|term| !term.without).peekable();
        if wanted.peek().is_none() {
            return Some(Why::Left);
        }
        let text = self.text(line);
        if wanted.all(|term| text.contains(&term.text)) {
            Some(Why::Text)
        } else {
            Some(Why::Headline)
        }
    }
}
