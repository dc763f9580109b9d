//! Many short texts laid end to end, so that one scan searches them all.
//!
//! Never copies a text while it searches.

use super::Bits;

/// Texts to search, known by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Haystack {
    text: String,
    /// Where each text ends; a line feed stands between two.
    ends: Vec<u32>,
}

impl Haystack {
    /// Lays texts end to end.
    pub fn new<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut text = String::new();
        let mut ends = Vec::new();
        for one in texts {
            text.push_str(one);
            ends.push(text.len() as u32);
            text.push('\n');
        }
        Self { text, ends }
    }

    /// One of the texts.
    pub fn get(&self, at: usize) -> &str {
        let start = match at {
            0 => 0,
            _ => self.ends[at - 1] as usize + 1,
        };
        &self.text[start..self.ends[at] as usize]
    }

    /// Adds to `found` the places of all texts that hold the needle.
    pub fn search(&self, needle: &str, found: &mut Bits) {
        let (mut at, mut from) = (0, 0);
        while let Some(offset) = self.text[from..].find(needle) {
            let hit = (from + offset) as u32;
            at += self.ends[at..].partition_point(|end| *end < hit);
            found.add(at);
            // Once is enough: on with the next text.
            from = self.ends[at] as usize + 1;
            at += 1;
        }
    }

    /// All words, one after the other, again and again.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let words = self.text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty())
    }
}
