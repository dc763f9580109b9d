//! What the dependencies may be: under which terms, and from where. `deny.toml` says the same to
//! cargo-deny, which knows advisories, too, and takes too long to compile for every test.
//!
//! Never here: what the dependencies are for; ARCHITECTURE.md has that.

/// Whether terms such as `(MIT OR Apache-2.0) AND Unicode-3.0` (SPDX 3, annex B; a slash is an older
/// way to say OR) can be met by these licences alone.
fn is_met(terms: &str, allowed: &[&str]) -> bool {
    let terms = terms
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let terms = terms.replace(" WITH ", "+");
    let mut words = terms.split_whitespace().peekable();
    any(&mut words, allowed) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words, allowed: &[&str]) -> bool {
    let mut met = all(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        met |= all(words, allowed);
    }
    met
}

fn all(words: &mut Words, allowed: &[&str]) -> bool {
    let mut met = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut Words, allowed: &[&str]) -> bool {
    match words.next() {
        Some("(") => {
            let met = any(words, allowed);
            met && words.next() == Some(")")
        }
        Some(licence) => allowed.contains(&licence.replace('+', " WITH ").as_str()),
        None => false,
    }
}

/// The texts of the list under a key of `deny.toml`.
fn listed<'d>(deny: &'d str, key: &str) -> Vec<&'d str> {
    let list = deny
        .split_once(&format!("\n{key} = ["))
        .map(|(_, rest)| rest);
    let list = list
        .and_then(|rest| rest.split_once(']'))
        .map(|(list, _)| list);
    let texts = list.unwrap_or_default().split('"');
    texts.skip(1).step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_met, listed};
    use crate::project;
    use std::fs;

    fn read(file: &str) -> String {
        fs::read_to_string(project::root().join(file)).unwrap()
    }

    #[test]
    fn terms_are_understood() {
        let check = |terms, met| {
            let allowed = ["A", "B-1.0", "C WITH D"];
            assert_eq!(is_met(terms, &allowed), met, "{terms}");
        };
        check("A", true);
        check("X", false);
        check("", false);
        check("X OR A", true);
        check("X/A", true);
        check("X AND A", false);
        check("(X OR A) AND B-1.0", true);
        check("(X OR A) AND (Y)", false);
        check("X AND A OR B-1.0", true);
        check("C WITH D", true);
        check("C", false);
    }

    #[test]
    fn all_dependencies_may_be_passed_on() {
        let deny = read("deny.toml");
        let allowed = listed(&deny, "allow");
        assert!(allowed.contains(&"MIT"));
        let mut tree = project::cargo();
        tree.args("tree --workspace --all-features --target all --edges normal,build".split(' '));
        tree.args(["--locked", "--prefix", "none", "--format", "{p}|{l}"]);
        let output = tree.output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}");
        // What is marked so has been listed before.
        let lines = said.lines().map(|line| line.trim_end_matches(" (*)"));
        let mut lines: Vec<&str> = lines.collect();
        lines.sort_unstable();
        lines.dedup();
        let packages = lines.iter().filter_map(|line| line.split_once('|'));
        let strange: Vec<_> = packages
            .clone()
            .filter(|(_, terms)| !is_met(terms, &allowed))
            .collect();
        assert!(strange.is_empty(), "not in deny.toml: {strange:?}");
        assert!(packages.count() > 300);
    }

    #[test]
    fn all_dependencies_come_from_the_registry() {
        for lock in ["Cargo.lock", "fuzz/Cargo.lock"] {
            let lock = read(lock);
            let sources = lock
                .lines()
                .filter_map(|line| line.strip_prefix("source = "));
            let registry = "\"registry+https://github.com/rust-lang/crates.io-index\"";
            let strange: Vec<_> = sources
                .clone()
                .filter(|source| *source != registry)
                .collect();
            assert!(strange.is_empty(), "{strange:?}");
            assert!(sources.count() > 100);
        }
    }

    #[test]
    fn each_font_has_its_licence_beside_it() {
        let files = fs::read_dir(project::root().join("fonts")).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let names: Vec<String> = names.collect();
        let fonts = names.iter().filter_map(|name| name.strip_suffix(".ttf"));
        for font in fonts.clone() {
            let family = font.split('-').next().unwrap();
            let licence = read(&format!("fonts/{family}-OFL.txt"));
            assert!(
                licence.contains("SIL OPEN FONT LICENSE Version 1.1"),
                "{font}"
            );
        }
        assert!(fonts.count() > 5);
    }
}
