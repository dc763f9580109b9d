//! Which names a text mentions as whole words.
//!
//! Never knows tags or lines.

use std::cmp::Reverse;

use super::text::fold;
use crate::words::is_rtl;

/// Names to look for, each with what it stands for.
pub struct Names {
    names: Vec<Name>,
}

struct Name {
    letters: Vec<char>,
    /// "R", "C" and "Go" are words, too, in other spellings.
    exact: bool,
    stands_for: u16,
}

/// A name found: where it begins and ends, in characters of the text.
struct Found {
    start: usize,
    end: usize,
    stands_for: u16,
}

impl Names {
    /// Takes names with what they stand for.
    pub fn new<'n>(names: impl Iterator<Item = (&'n str, u16)>) -> Self {
        let name = |(name, stands_for): (&str, u16)| {
            let exact = name.len() <= 2 && name.bytes().all(|b| b.is_ascii_alphabetic());
            let letters = if exact {
                name.chars().collect()
            } else {
                fold(name).chars().collect()
            };
            Name {
                letters,
                exact,
                stands_for,
            }
        };
        let names = names.map(name).filter(|name| !name.letters.is_empty());
        Self {
            names: names.collect(),
        }
    }

    /// What the text mentions, in no order, each once. A name within a longer
    /// one is not meant: "AWS" in "AWS Lambda", if both are names.
    pub fn mentioned_in(&self, text: &str) -> Vec<u16> {
        let exact: Vec<char> = text.chars().collect();
        // Folding makes one letter into none or several; each remembers which
        // it comes from.
        let mut folded = Vec::new();
        let mut origins = Vec::new();
        for (at, letter) in exact.iter().enumerate() {
            for c in fold(letter.encode_utf8(&mut [0; 4])).chars() {
                folded.push(c);
                origins.push(at);
            }
        }
        let mut found = Vec::new();
        for name in &self.names {
            let (letters, exact) = if name.exact {
                (&exact, true)
            } else {
                (&folded, false)
            };
            for start in occurrences(letters, name) {
                let end = start + name.letters.len();
                let (start, end) = if exact {
                    (start, end)
                } else {
                    (origins[start], origins[end - 1] + 1)
                };
                found.push(Found {
                    start,
                    end,
                    stands_for: name.stands_for,
                });
            }
        }
        let mut mentioned = outermost(found);
        mentioned.sort_unstable();
        mentioned.dedup();
        mentioned
    }
}

/// What those stand for that no longer one covers.
fn outermost(mut found: Vec<Found>) -> Vec<u16> {
    // Those that begin together stand longest first: only one before may cover
    // another.
    found.sort_unstable_by_key(|found| (found.start, Reverse(found.end)));
    let mut outermost = Vec::new();
    let mut reached = 0;
    for together in found.chunk_by(|a, b| a.start == b.start) {
        let longest = together[0].end;
        if longest > reached {
            let longest = together.iter().take_while(|found| found.end == longest);
            outermost.extend(longest.map(|found| found.stands_for));
        }
        reached = reached.max(longest);
    }
    outermost
}

/// Where a name stands as a whole word.
fn occurrences<'a>(text: &'a [char], name: &'a Name) -> impl Iterator<Item = usize> + 'a {
    let letters = &name.letters;
    let last = (text.len() + 1).saturating_sub(letters.len());
    (0..last).filter(move |&start| {
        let (before, rest) = text.split_at(start);
        let (here, after) = rest.split_at(letters.len());
        let inside = before.last().is_some_and(|&c| goes_before(c, letters[0]))
            || goes_on(letters[letters.len() - 1], after)
            || name.exact && is_part(before, after);
        here == letters && !inside
    })
}

/// Whether two letters side by side belong to one word. Scripts that write no
/// spaces leave it open, and stand beside other scripts as they please; Arabic
/// and Hebrew tie their "and" or "in" to whatever follows.
fn joins(a: char, b: char) -> bool {
    let tied = a.is_alphabetic() && b.is_alphabetic() && is_rtl(a) != is_rtl(b);
    is_word(a) && is_word(b) && !is_unspaced(a) && !is_unspaced(b) && !tied
}

/// Whether a word has begun before its letter: "AS" in "BAS", "ASP" before
/// ".NET".
fn goes_before(before: char, letter: char) -> bool {
    joins(before, letter) || (!is_word(letter) && is_word(before) && !is_unspaced(before))
}

/// Whether a word goes on after its letter: "C" in "C++", "Node" in "Node.js".
fn goes_on(letter: char, after: &[char]) -> bool {
    match *after {
        [next @ ('+' | '#'), ..] => is_word(letter) && !is_word(next),
        ['.', next, ..] => is_word(letter) && next.is_lowercase(),
        [next, ..] => joins(letter, next),
        [] => false,
    }
}

/// Whether a short name is only part of something else: "Objective-C",
/// "go-to", "R&D".
fn is_part(before: &[char], after: &[char]) -> bool {
    let is_link = |c: &char| matches!(c, '-' | '&' | '\u{2010}' | '\u{2011}');
    let linked = |link: Option<&char>, next: Option<&char>| {
        link.is_some_and(is_link) && next.is_some_and(|c| is_word(*c))
    };
    let mut back = before.iter().rev();
    linked(back.next(), back.next()) || linked(after.first(), after.get(1))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Letters of scripts that put no space between words, and of Korean, which
/// ties particles to them.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF // Thai, Lao
        | 0x1000..=0x109F // Myanmar
        | 0x1100..=0x11FF // Hangul, decomposed
        | 0x1780..=0x17FF // Khmer
        | 0x2E80..=0x9FFF // Han, kana and their kin
        | 0xAC00..=0xD7AF // Hangul
        | 0xF900..=0xFAFF
        | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], text: &str, mentioned: &[&str]) {
        let all = Names::new(names.iter().copied().zip(0..));
        let found: Vec<_> = all
            .mentioned_in(text)
            .into_iter()
            .map(|at| names[usize::from(at)])
            .collect();
        assert_eq!(found, mentioned, "in {text:?}");
    }

    #[test]
    fn whole_words_only() {
        check(&["Rust"], "Wrote it in Rust.", &["Rust"]);
        check(&["Rust"], "earned their trust; rusty; Rust_2", &[]);
        check(&["Java"], "JavaScript", &[]);
        check(&["Java"], "java, mostly", &["Java"]);
        check(&["HBase"], "(HBase)", &["HBase"]);
        check(&["AWS"], "AWS-based", &["AWS"]);
        check(&["API"], "RESTful APIs", &[]);
        check(&["CI/CD"], "built the ci/cd and CI", &["CI/CD"]);
        check(&["Koé"], "the KOE workbench", &["Koé"]);
        check(
            &["distributed systems"],
            "Distributed Systems",
            &["distributed systems"],
        );
        check(&["Rust"], "", &[]);
        check(&["", "é"], "e", &["é"]);
    }

    #[test]
    fn short_names_by_their_case_and_alone() {
        check(&["Go"], "ready to go to; Go-to-market; GO", &[]);
        check(&["Go"], "written in Go, mostly", &["Go"]);
        check(&["R"], "r and R&D and R-squared", &[]);
        check(&["R"], "R and Python", &["R"]);
        check(&["C"], "Objective-C, C++, C#", &[]);
        check(&["C", "C++", "C#"], "C/C++ and C#", &["C", "C++", "C#"]);
        check(&["C++"], "c++11", &["C++"]);
        check(&["F#"], "in F# or F", &["F#"]);
    }

    #[test]
    fn names_with_points() {
        check(&["Node"], "Node.js", &[]);
        check(&["Node.js"], "Node.js.", &["Node.js"]);
        check(&["Node"], "a Node. Then", &["Node"]);
        check(&[".NET"], "on .NET Core", &[".NET"]);
        check(&[".NET"], "ASP.NET", &[]);
    }

    #[test]
    fn the_longer_name_is_meant() {
        check(&["AWS", "AWS Lambda"], "ran on AWS Lambda", &["AWS Lambda"]);
        check(
            &["AWS", "AWS Lambda"],
            "AWS, then AWS Lambda",
            &["AWS", "AWS Lambda"],
        );
        check(&["C", "Objective-C"], "Objective-C", &["Objective-C"]);
        check(
            &["React", "React Native", "Native"],
            "React Native",
            &["React Native"],
        );
    }

    #[test]
    fn scripts_without_spaces() {
        check(&["機械学習"], "機械学習を使った", &["機械学習"]);
        check(&["Rust"], "Rustで書いた", &["Rust"]);
        check(&["データ"], "ビッグデータ基盤", &["データ"]);
        check(&["자바"], "자바를 썼다", &["자바"]);
        check(&["Раст"], "на Расте", &[]);
        check(&["Раст"], "РАСТ!", &["Раст"]);
        check(&["Kotlin"], "Java وKotlin في الدفع", &["Kotlin"]);
        check(&["أدا"], "أداء", &[]);
    }

    #[test]
    fn many_mentions() {
        // Each beside each other would be minutes.
        let start = std::time::Instant::now();
        check(&["R", "S"], &"R ".repeat(100_000), &["R"]);
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
