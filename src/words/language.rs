//! The languages there are, and the one that a résumé is in.
//!
//! Never holds a word of theirs: the tables do.

use super::{Plural, Words};

/// A language with a table of words.
#[derive(Debug)]
pub struct Known {
    /// Its code of two letters (ISO 639-1).
    pub code: &'static str,
    /// Whether it is read from the right.
    pub rtl: bool,
    /// How previews are told of it where no region is given
    /// (<https://ogp.me/#optional>).
    locale: &'static str,
    pub(super) plural: Plural,
    /// Its plural forms, as CLDR calls them.
    pub forms: &'static [&'static str],
    /// The file with its words.
    pub table: &'static str,
}

/// All of them; the first is the usual one.
pub static LANGUAGES: [Known; 6] = [
    Known {
        code: "en",
        rtl: false,
        locale: "en_US",
        plural: Plural::One,
        forms: &["one", "other"],
        table: include_str!("en.yaml"),
    },
    Known {
        code: "de",
        rtl: false,
        locale: "de_DE",
        plural: Plural::One,
        forms: &["one", "other"],
        table: include_str!("de.yaml"),
    },
    Known {
        code: "es",
        rtl: false,
        locale: "es_ES",
        plural: Plural::One,
        forms: &["one", "other"],
        table: include_str!("es.yaml"),
    },
    Known {
        code: "fr",
        rtl: false,
        locale: "fr_FR",
        plural: Plural::UpToOne,
        forms: &["one", "other"],
        table: include_str!("fr.yaml"),
    },
    Known {
        code: "ja",
        rtl: false,
        locale: "ja_JP",
        plural: Plural::Other,
        forms: &["other"],
        table: include_str!("ja.yaml"),
    },
    Known {
        code: "ar",
        rtl: true,
        locale: "ar_AR",
        plural: Plural::Six,
        forms: &["zero", "one", "two", "few", "many", "other"],
        table: include_str!("ar.yaml"),
    },
];

/// The language of a résumé.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47), such as `de` or `de-AT`.
    pub tag: String,
    /// What is said in it.
    pub words: Words,
}

impl Known {
    /// The language of a tag: regions have no words of their own.
    #[must_use]
    pub fn of(tag: &str) -> Option<&'static Self> {
        let code = tag.split('-').next().unwrap_or_default();
        let is_it = |known: &&Self| known.code.eq_ignore_ascii_case(code);
        LANGUAGES.iter().find(is_it)
    }
}

impl Language {
    /// A language by its tag, with the words of its table.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let known = Known::of(tag)?;
        Some(Self {
            tag: canonical(tag)?,
            words: Words::of(known),
        })
    }

    /// The table that its words are from.
    #[must_use]
    pub fn known(&self) -> &'static Known {
        Known::of(&self.tag).unwrap_or(&LANGUAGES[0])
    }

    /// Which way it is read, as HTML says it.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        if self.known().rtl { "rtl" } else { "ltr" }
    }

    /// Language and territory, as previews want it: `de_AT`.
    #[must_use]
    pub fn locale(&self) -> String {
        let known = self.known();
        let mut parts = self.tag.split('-').skip(1);
        let region = parts.find(|part| part.len() == 2);
        region.map_or(known.locale.to_owned(), |region| {
            format!("{}_{region}", known.code)
        })
    }

    /// Whether a text of a page in this language is all of letters that are
    /// read the other way, or of none, as a number to call: it is kept
    /// together, or its full stop would change sides.
    #[must_use]
    pub fn turns(&self, text: &str) -> bool {
        self.known().rtl && !text.chars().any(is_rtl)
    }
}

impl Default for Language {
    fn default() -> Self {
        Self {
            tag: LANGUAGES[0].code.to_owned(),
            words: Words::of(&LANGUAGES[0]),
        }
    }
}

/// A tag in the case that RFC 5646 recommends (2.1.1), if it has the shape of
/// a language with a script and a region at most.
fn canonical(tag: &str) -> Option<String> {
    let mut parts = Vec::new();
    for (at, part) in tag.split('-').enumerate() {
        let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        parts.push(match (at, part.len()) {
            (0, 2) if letters => part.to_ascii_lowercase(),
            (1, 4) if letters => part[..1].to_ascii_uppercase() + &part[1..].to_ascii_lowercase(),
            (1 | 2, 2) if letters => part.to_ascii_uppercase(),
            (1 | 2, 3) if digits => part.to_owned(),
            _ => return None,
        });
    }
    Some(parts.join("-"))
}

/// Whether a letter is read from the right: Hebrew, Arabic and their kin.
#[must_use]
pub fn is_rtl(c: char) -> bool {
    matches!(
        u32::from(c),
        0x590..=0x8FF
            | 0xFB1D..=0xFDFF
            | 0xFE70..=0xFEFF
            | 0x10800..=0x10FFF
            | 0x1E800..=0x1EFFF
    )
}
