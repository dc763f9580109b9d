//! What styles say: the words that only they can put where they stand, and
//! the foot of each printed page.
//!
//! Never says how any of it looks.

use std::fmt::Write;

use crate::model::Resume;
use crate::words::{Piece, Word, Words};

/// The words that styles have a name for.
const NAMED: [(&str, Word); 7] = [
    ("career", Word::Career),
    ("system", Word::ThemeSystem),
    ("light", Word::ThemeLight),
    ("dark", Word::ThemeDark),
    ("colon", Word::Colon),
    ("comma", Word::Comma),
    ("excluded", Word::Excluded),
];

/// Why a line is on screen, as the app notes it.
const WHY: [(&str, Word); 6] = [
    ("named", Word::WhyNamed),
    ("mentioned", Word::WhyMentioned),
    ("text", Word::WhyText),
    ("headline", Word::WhyHeadline),
    ("left", Word::WhyLeft),
    ("context", Word::WhyContext),
];

/// The words as values that styles can use.
pub fn style(resume: &Resume) -> String {
    let words = &resume.language.words;
    let mut style = ":root{".to_owned();
    for (name, word) in NAMED {
        style.extend(["--say-", name, ":", &string(words.text(word)), ";"]);
    }
    // Name and number of the page stand at the sides where lines begin and end.
    let (name, page) = (string(&resume.person.name), page(words));
    let sides = if resume.language.known().rtl {
        [page, name]
    } else {
        [name, page]
    };
    style.extend(["--say-left:", &sides[0], ";--say-right:", &sides[1], "}"]);
    for (why, word) in WHY {
        let said = string(words.text(word));
        style.extend(["[data-why=", why, "]{--say-why:", &said, "}"]);
    }
    style
}

/// The number of the page, as content that counts.
fn page(words: &Words) -> String {
    let pieces = words.pieces(Word::Page).map(|piece| match piece {
        // It is never broken.
        Piece::Text(text) => string(&text.replace(' ', "\u{a0}")),
        Piece::Hole(0) => "counter(page)".to_owned(),
        Piece::Hole(_) => "counter(pages)".to_owned(),
    });
    pieces.collect::<Vec<_>>().join(" ")
}

/// A string of CSS (<https://www.w3.org/TR/css-syntax-3/#consume-string-token>)
/// that can stand in a style element too: without `<` nothing in it ends the
/// element, and without control characters nothing in it is changed while the
/// page is read, so that the hash in the policy holds.
fn string(text: &str) -> String {
    let mut string = String::from("\"");
    for c in text.chars() {
        if c.is_control() || matches!(c, '"' | '\\' | '<') {
            // Writing to a string cannot fail.
            let _ = write!(string, "\\{:x} ", u32::from(c));
        } else {
            string.push(c);
        }
    }
    string + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_string_whatever_is_in_it() {
        let check = |name, expected| assert_eq!(string(name), expected, "{name:?}");
        check("", r#""""#);
        check("Zoë Núñez-O’Hara 李", r#""Zoë Núñez-O’Hara 李""#);
        check(r#"Jo "Ace" King"#, r#""Jo \22 Ace\22  King""#);
        check(r"Back\", r#""Back\5c ""#);
        check(r"\22 ", r#""\5c 22 ""#);
        check("</style><script>", r#""\3c /style>\3c script>""#);
        check("<!--", r#""\3c !--""#);
        check("one\ntwo\r\n\u{c}", r#""one\a two\d \a \c ""#);
        check("nul\0b", r#""nul\0 b""#);
        check(r#""}*{display:none}"#, r#""\22 }*{display:none}""#);
    }
}
