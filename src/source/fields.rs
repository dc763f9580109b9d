//! The keys of a mapping: taken one by one, the rest pointed out.
//!
//! Never knows what the keys mean.

use std::ops::Range;

use super::private::KEY as PRIVATE;
use super::problem::{Problem, quote};
use super::reader::Reader;
use super::tree::{Node, Value};

/// A text and where it stands.
#[derive(Debug, Clone)]
pub struct Spanned {
    pub text: String,
    pub span: Range<usize>,
}

/// A mapping being read.
pub struct Fields<'n> {
    pub span: Range<usize>,
    pairs: &'n [(Node, Node)],
    /// The keys that are known here.
    asked: Vec<String>,
    /// A key that was pointed out already.
    told: Option<&'n str>,
}

impl<'n> Fields<'n> {
    /// The fields of a node; a problem if it is no mapping. `what` says of
    /// what kind it should be.
    pub fn of(reader: &mut Reader, node: &'n Node, what: &str) -> Option<Self> {
        let fields = Self::peek(node);
        if fields.is_none() {
            reader.expected(node, &format!("{what} a mapping (`key: value`)"));
        }
        fields
    }

    /// The fields of a node whose kind is checked elsewhere.
    pub fn peek(node: &'n Node) -> Option<Self> {
        let Value::Map(pairs) = &node.value else {
            return None;
        };
        Some(Self {
            span: node.span.clone(),
            pairs,
            asked: Vec::new(),
            told: None,
        })
    }

    /// The value of a key; nothing and null are the same.
    pub fn take(&mut self, key: &str) -> Option<&'n Node> {
        if !self.asked.iter().any(|asked| asked == key) {
            self.asked.push(key.to_owned());
        }
        self.get(key)
    }

    /// The value of a key, which is not known for that.
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.pairs
            .iter()
            .find(|(name, _)| matches!(&name.value, Value::Text(name) if name == key))
            .map(|(_, node)| node)
            .filter(|node| !matches!(node.value, Value::Null))
    }

    /// Where a key ends that has no value.
    pub fn end_of_empty(&self, key: &str) -> Option<usize> {
        (self.pairs.iter())
            .find(|(name, _)| matches!(&name.value, Value::Text(name) if name == key))
            .filter(|(_, node)| matches!(node.value, Value::Null))
            .map(|(name, _)| name.span.end)
    }

    /// The text of a key; blank text counts as none.
    pub fn text(&mut self, reader: &mut Reader, key: &str) -> Option<Spanned> {
        let node = self.take(key)?;
        if !matches!(node.value, Value::Text(_)) {
            reader.expected(node, &format!("`{key}` should be text"));
        }
        node.text()
    }

    /// The words of a text field, where its place does not matter.
    pub fn string(&mut self, reader: &mut Reader, key: &str) -> Option<String> {
        self.text(reader, key).map(|text| one_line(&text.text))
    }

    /// Whether a key says yes.
    pub fn switch(&mut self, reader: &mut Reader, key: &str) -> Option<bool> {
        let node = self.take(key).filter(|node| !node.is_blank())?;
        let words = [("true", true), ("false", false)];
        let known = words.iter().find(|(word, _)| node.is_word(word));
        if known.is_none() {
            reader.expected(node, &format!("`{key}` should be `true` or `false`"));
        }
        known.map(|(_, is_on)| *is_on)
    }

    /// The items of a list.
    pub fn list(&mut self, reader: &mut Reader, key: &str) -> &'n [Node] {
        let Some(node) = self.take(key) else {
            return &[];
        };
        if let Value::List(items) = &node.value {
            return items;
        }
        let what = format!("`{key}` should be a list (`- …` or `[…]`)");
        reader.expected(node, &what);
        &[]
    }

    /// The items of a list of texts.
    pub fn texts(&mut self, reader: &mut Reader, key: &str) -> Vec<Spanned> {
        let mut texts = Vec::new();
        for node in self.list(reader, key) {
            if !matches!(node.value, Value::Text(_) | Value::Null) {
                reader.expected(node, &format!("an item of `{key}` should be text"));
            }
            texts.extend(node.text());
        }
        texts
    }

    /// Whether it has none of the keys asked for.
    pub fn knows_none(&self) -> bool {
        !self.pairs.iter().any(|(key, _)| match &key.value {
            Value::Text(name) => self.asked.contains(name),
            _ => false,
        })
    }

    /// Tells a problem if a key has no text: at the key that was most likely
    /// meant for it, where there is one.
    pub fn require(&mut self, reader: &mut Reader, key: &str, problem: Problem) {
        let node = self.get(key);
        // What is there but cannot be read is a problem told already.
        let blank = |node: &Node| matches!(node.value, Value::Text(_)) && node.text().is_none();
        if node.is_some_and(|node| !blank(node)) {
            return;
        }
        let meant = self.pairs.iter().find_map(|(node, _)| match &node.value {
            Value::Text(name) if !self.asked.contains(name) => {
                nearest(name, [key].into_iter()).map(|_| (name, &node.span))
            }
            _ => None,
        });
        let Some((name, span)) = meant else {
            reader.push(problem);
            return;
        };
        self.told = Some(name);
        let help = format!("did you mean `{key}` by {}?", quote(name));
        reader.push(
            Problem {
                span: span.clone(),
                ..problem
            }
            .help(help),
        );
    }

    /// Points out the keys that nothing asked for.
    pub fn finish(self, reader: &mut Reader) {
        self.finish_with(reader, |_| None);
    }

    /// The same, with a suggestion for keys that have some kind of value.
    pub fn finish_with(self, reader: &mut Reader, suggest: impl Fn(&Value) -> Option<&str>) {
        for (key, node) in self.pairs {
            let Value::Text(name) = &key.value else {
                reader.expected(key, "a key should be text");
                continue;
            };
            if self.asked.contains(name) || self.told == Some(name) {
                continue;
            }
            let message = format!("unknown key {}", quote(name));
            // Passed over, it would make public what was not meant to be.
            if nearest(name, [PRIVATE].into_iter()).is_some() {
                let help = if name == PRIVATE {
                    "name it in the list `private`, at the top of the file"
                } else {
                    "did you mean `private`?"
                };
                reader.push(Problem::error(key.span.clone(), message).help(help));
                continue;
            }
            // The form of JSON Resume has what is not private, known or not.
            let message = message + ", which the page does not show; `NAME.json` may have it";
            if reader.is_full() {
                reader.push(Problem::warning(key.span.clone(), message));
                continue;
            }
            let help = nearest(name, self.asked.iter().map(String::as_str))
                .map(|near| format!("did you mean `{near}`?"))
                .or_else(|| suggest(&node.value).map(str::to_owned))
                .unwrap_or_else(|| format!("known here: {}", self.asked.join(", ")));
            reader.push(Problem::warning(key.span.clone(), message).help(help));
        }
    }
}

/// The words of a text with single spaces between them. No-break spaces and
/// their like are meant, and stay.
pub fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// No name is longer, in letters, that anyone slips in.
const LONGEST: usize = 100;

/// How many pairs of letters are compared to find what a name most likely
/// means: that of all skills there can be, if they are as long as most are.
const COMPARED: usize = 1 << 17;

/// The candidate that a misspelt name most likely means.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let letters = |text: &str| text.chars().take(2 * LONGEST).count();
    let length = letters(name);
    if length > LONGEST {
        return None;
    }
    let name = name.to_lowercase();
    // One slip in three letters; a single letter is another name altogether.
    let allowed = (length / 3).max(1).min(length.saturating_sub(1));
    let mut compared = 0;
    candidates
        .filter(|candidate| letters(candidate).abs_diff(length) <= allowed)
        .take_while(|candidate| {
            compared += length * letters(candidate);
            compared <= COMPARED
        })
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&name, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn what_is_likely_meant_is_found_among_many() {
        let names: Vec<String> = (0..1000).map(|number| format!("skill {number}")).collect();
        let names = || names.iter().map(String::as_str);
        assert_eq!(nearest("skil 999", names()), Some("skill 999"));
        assert_eq!(nearest("Skill 7", names()), Some("skill 7"));
        assert_eq!(nearest("music", names()), None);
    }

    #[test]
    fn nothing_is_like_what_is_too_long_to_be_meant() {
        let long = "a".repeat(100);
        let longer = "a".repeat(101);
        assert_eq!(nearest(&long, [&longer[..]].into_iter()), Some(&longer[..]));
        assert_eq!(nearest(&longer, [&long[..]].into_iter()), None);
        let start = std::time::Instant::now();
        let endless = "a".repeat(4 << 20);
        assert_eq!(nearest(&endless, [&endless[..]].into_iter()), None);
        assert_eq!(nearest("aaa", [&endless[..]].into_iter()), None);
        let many = (0..40_000).map(|_| &longer[..]);
        assert_eq!(nearest(&long, many), Some(&longer[..]));
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
