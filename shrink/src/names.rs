//! The names that module and script call each other by, made short.
//!
//! Never knows what is behind a name.

use std::collections::HashMap;

/// Long names and the short ones in their place.
#[derive(Debug, Default)]
pub struct Names(HashMap<String, String>);

impl Names {
    /// The short name of a long one, the same each time.
    pub fn short(&mut self, long: &str) -> String {
        let next = spell(self.0.len());
        self.0.entry(long.to_owned()).or_insert(next).clone()
    }

    /// Writes a script with the short names. A long one is only ever a name,
    /// never a part of a text: wasm-bindgen makes them so.
    pub fn put(&self, script: &str) -> String {
        let mut out = String::with_capacity(script.len());
        for word in words(script) {
            out.push_str(self.0.get(word).map_or(word, String::as_str));
        }
        out
    }
}

/// Whether a script speaks of a name.
pub fn mentions(script: &str, name: &str) -> bool {
    words(script).any(|word| word == name)
}

/// A script in pieces: names, and what is between them.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_name(c) != is_name(first));
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(word)
    })
}

/// a to z, then aa, ab and so on.
fn spell(number: usize) -> String {
    let letter = |number: usize| char::from(b"abcdefghijklmnopqrstuvwxyz"[number % 26]);
    let last = letter(number);
    match number / 26 {
        0 => last.to_string(),
        more => spell(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, mentions, spell};

    #[test]
    fn names_are_replaced_as_a_whole() {
        let mut names = Names::default();
        assert_eq!(names.short("__wbg_get"), "a");
        assert_eq!(names.short("__wbg_get_more"), "b");
        assert_eq!(names.short("__wbg_get"), "a");
        let script = "x.__wbg_get_more(__wbg_get, \"é\", my__wbg_get)";
        assert_eq!(names.put(script), "x.b(a, \"é\", my__wbg_get)");
        assert!(mentions(script, "__wbg_get") && !mentions(script, "__wbg"));
    }

    #[test]
    fn no_two_names_are_the_same() {
        let all: std::collections::HashSet<_> = (0..2000).map(spell).collect();
        assert_eq!(all.len(), 2000);
        assert_eq!(
            [spell(25), spell(26), spell(27), spell(702)],
            ["z", "aa", "ab", "aaa"]
        );
    }
}
