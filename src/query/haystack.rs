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
        let words = self.text.split(|c| !is_of_word(c));
        words.filter(|word| !word.is_empty())
    }
}

/// Whether words of a folded text have this letter. Beyond ASCII it is enough
/// to know where punctuation is: the tables of all letters would weigh more in
/// the browser than all else that looks for words.
fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{Haystack, is_of_word};

    #[test]
    fn words_are_told_as_the_tables_of_unicode_have_them() {
        let texts = "résumé façade ß 12 l’œuvre – “οδυσσεύς” „ёлка“ … a·b • c2 «été» \
            日本語、東京。「二」〜 السيرة 3½ ④ हिन्दी e\u{a0}f g\u{2009}h x/y z_z c++ c#";
        for c in texts.chars().filter(|c| !"ि्ी".contains(*c)) {
            let folded = crate::query::fold(&c.to_string());
            for c in folded.chars() {
                assert_eq!(is_of_word(c), c.is_alphanumeric(), "{c:?}");
            }
        }
        let words = Haystack::new(["l’oeuvre – c++", "日本語、東京"].into_iter());
        let words: Vec<_> = words.words().collect();
        assert_eq!(words, ["l", "oeuvre", "c", "日本語", "東京"]);
    }
}
