//! Versions: finding one in what a program prints or in Cargo.lock, and whether it will do.
//!
//! Never here: which versions the project wants; tools.rs says that.

use std::{fmt, ops::Range};

/// A version of up to three numbers. What follows them, such as `-beta`, is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

impl Version {
    /// The first version in what a program prints when asked for its version.
    pub fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(Self::parse)
    }

    fn parse(word: &str) -> Option<Self> {
        let numbers = word
            .split(|c: char| c != '.' && !c.is_ascii_digit())
            .next()?;
        let mut numbers = numbers.split('.').map(|number| number.parse().ok());
        let first = numbers.next()??;
        let mut next = || numbers.next().flatten().unwrap_or(0);
        Some(Self(first, next(), next()))
    }

    /// The version of a package that Cargo.lock (or any lock file in its form) settled on.
    pub fn locked(package: &str, lock_file: &str) -> Option<Self> {
        let name = format!("name = \"{package}\"");
        let mut lines = lock_file.lines().skip_while(|line| *line != name).skip(1);
        let version = lines.next()?.strip_prefix("version = \"")?;
        Self::parse(version)
    }

    /// Just this version.
    pub fn only(self) -> Range<Self> {
        self..Self(self.0, self.1, self.2 + 1)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn versions_are_found_in_what_programs_print() {
        let check = |text, version| assert_eq!(Version::find(text), version, "{text}");
        check("trunk 0.21.14\n", Some(Version(0, 21, 14)));
        check("wasm-bindgen 0.2.130", Some(Version(0, 2, 130)));
        check(
            "wasm-opt version 132 (version_132)",
            Some(Version(132, 0, 0)),
        );
        check(
            "Chromium 156.0.8078.79 built on Debian",
            Some(Version(156, 0, 8078)),
        );
        check("trunk 0.22.0-beta.1", Some(Version(0, 22, 0)));
        check("", None);
        check("command not found", None);
    }

    #[test]
    fn cargo_lock_tells_packages_of_similar_names_apart() {
        let lock = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry\"
";
        assert_eq!(
            Version::locked("wasm-bindgen", lock),
            Some(Version(0, 2, 130))
        );
        assert_eq!(Version::locked("wasm", lock), None);
    }

    #[test]
    fn only_means_only() {
        let range = Version(0, 2, 130).only();
        assert!(range.contains(&Version(0, 2, 130)));
        assert!(!range.contains(&Version(0, 2, 129)));
        assert!(!range.contains(&Version(0, 2, 131)));
    }
}
