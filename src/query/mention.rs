//! Which names a text mentions as whole words.
//!
//! Never knows tags or lines.

use std::collections::BTreeSet;

use super::text::fold;
use crate::words::is_rtl;

/// Names to look for, each with what it stands for, in the order of their
/// letters: all of them are looked for at once, however many there are.
pub struct Names {
    /// "R", "C" and "Go" are words, too, in other spellings.
    exact: Vec<Name>,
    folded: Vec<Name>,
}

/// What is spelt the same stands for all that is called so.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    letters: Vec<char>,
    stands_for: Vec<u16>,
}

/// The names that begin at one place and reach furthest.
#[derive(Default)]
struct Longest<'n> {
    names: Vec<&'n Name>,
    end: usize,
}

impl Names {
    /// Takes names with what they stand for.
    pub fn new<'n>(names: impl Iterator<Item = (&'n str, u16)>) -> Self {
        let (mut exact, mut folded) = (Vec::new(), Vec::new());
        for (name, stands_for) in names {
            if name.len() <= 2 && name.bytes().all(|b| b.is_ascii_alphabetic()) {
                exact.push((name.chars().collect(), stands_for));
            } else {
                folded.push((fold(name).chars().collect(), stands_for));
            }
        }
        Self {
            exact: sorted(exact),
            folded: sorted(folded),
        }
    }

    /// What the text mentions, in order, each once. A name within a longer
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
        let mut mentioned = BTreeSet::new();
        let (mut at, mut reached) = (0, 0);
        for start in 0..exact.len() {
            let mut here = Longest::default();
            for name in standing(&self.exact, &exact, start) {
                let end = start + name.letters.len();
                if !is_part(&exact[..start], &exact[end..]) {
                    here.add(name, end);
                }
            }
            while origins.get(at) == Some(&start) {
                for name in standing(&self.folded, &folded, at) {
                    here.add(name, origins[at + name.letters.len() - 1] + 1);
                }
                at += 1;
            }
            // Only one that begins before may cover another.
            if here.end > reached {
                reached = here.end;
                mentioned.extend(here.names);
            }
        }
        let all: BTreeSet<u16> = (mentioned.iter())
            .flat_map(|name| name.stands_for.iter().copied())
            .collect();
        all.into_iter().collect()
    }
}

impl<'n> Longest<'n> {
    fn add(&mut self, name: &'n Name, end: usize) {
        if end > self.end {
            self.names.clear();
            self.end = end;
        }
        if end == self.end {
            self.names.push(name);
        }
    }
}

fn sorted(mut names: Vec<(Vec<char>, u16)>) -> Vec<Name> {
    names.retain(|(letters, _)| !letters.is_empty());
    names.sort_unstable();
    let alike = names.chunk_by(|(a, _), (b, _)| a == b);
    alike
        .map(|alike| Name {
            letters: alike[0].0.clone(),
            stands_for: alike.iter().map(|(_, stands_for)| *stands_for).collect(),
        })
        .collect()
}

/// The names that stand at a place of a text as whole words, shortest first.
fn standing<'n>(names: &'n [Name], text: &[char], start: usize) -> Vec<&'n Name> {
    let (before, rest) = text.split_at(start);
    let mut found = Vec::new();
    if before.last().is_some_and(|&c| goes_before(c, rest[0])) {
        return found;
    }
    // Those that are longer than what was looked at, and begin as it does.
    let mut left = names;
    for (at, c) in rest.iter().enumerate() {
        let first = left.partition_point(|name| name.letters[at] < *c);
        left = &left[first..];
        left = &left[..left.partition_point(|name| name.letters[at] == *c)];
        if let Some((name, longer)) = left.split_first()
            && name.letters.len() == at + 1
        {
            left = longer;
            if !goes_on(*c, &rest[at + 1..]) {
                found.push(name);
            }
        }
        if left.is_empty() {
            break;
        }
    }
    found
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

    #[test]
    fn many_names() {
        // One after the other would be minutes, and all that are found at a
        // place more than fits.
        let start = std::time::Instant::now();
        let names: Vec<String> = (1..=200).map(|length| "あ".repeat(length)).collect();
        let more: Vec<String> = (0..2000).map(|number| format!("あ{number}")).collect();
        let names: Vec<&str> = names.iter().chain(&more).map(String::as_str).collect();
        check(&names, &"あ".repeat(20_000), &[&"あ".repeat(200)]);
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
