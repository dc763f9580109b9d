//! Characters that no text of a résumé can hold: controls, what XML has no
//! place for, and those that turn the direction of what stands after them.
//!
//! Never changes a text of the file.

use super::problem::Problem;
use std::ops::Range;

/// The problem of a text that holds one.
pub fn problem(text: &str, span: &Range<usize>) -> Option<Problem> {
    let (c, why) = fault(text)?;
    let message = format!("this text holds {why} (U+{:04X})", u32::from(c));
    Some(Problem::error(span.clone(), message).help("remove it"))
}

/// A text of someone else's without what no text of ours can hold.
pub fn allowed(text: &str) -> String {
    let turns = turn(text).is_some();
    let text = text.chars().filter(|c| !(turns && is_turn(*c)));
    text.map(|c| {
        if is_control(c) || is_none(c) || c == '\r' {
            ' '
        } else {
            c
        }
    })
    .collect()
}

/// The first character that cannot stand, and what is wrong with it.
pub fn fault(text: &str) -> Option<(char, &'static str)> {
    // Neither HTML nor the other forms of a résumé can carry them.
    let control = text.chars().find(|c| is_control(*c));
    let control = control.map(|c| (c, "a control character"));
    let none = || text.chars().find(|c| is_none(*c));
    let none = || none().map(|c| (c, "a code that stands for no character"));
    control.or_else(none).or_else(|| turn(text))
}

/// The first character that changes the direction of more than the text.
fn turn(text: &str) -> Option<(char, &'static str)> {
    // What is turned has to end where the text does: else it would be what
    // the page says after it that is read in another order
    // (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing).
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202d}' | '\u{202e}' => return Some((c, "a character that turns words around")),
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => open.push(c),
            '\u{202c}' | '\u{2069}' => {
                let begun = open.pop();
                if begun.is_none_or(|begun| (begun < '\u{2066}') != (c == '\u{202c}')) {
                    return Some((c, "the end of a change of direction that does not begin"));
                }
            }
            _ => {}
        }
    }
    let begun = open.pop()?;
    Some((begun, "a change of direction that does not end"))
}

/// Tabs and line breaks are spaces.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Neither Word's XML nor a sitemap's is well-formed with them
/// (<https://www.w3.org/TR/xml/#charsets>).
fn is_none(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn is_turn(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{allowed, fault};

    #[test]
    fn what_turns_more_than_the_text_is_found() {
        let check = |text: &str, found| {
            assert_eq!(fault(text).map(|(c, _)| c), found, "{text:?}");
            assert_eq!(fault(&allowed(text)), None, "{text:?}");
        };
        check("plain\ttext\r\n\u{200f}\u{61c}", None);
        check("a\u{2068}b\u{202b}c\u{202c}d\u{2069}", None);
        check("a\u{0}", Some('\u{0}'));
        check("a\u{85}", Some('\u{85}'));
        check("a\u{fffe}", Some('\u{fffe}'));
        check("a\u{ffff}", Some('\u{ffff}'));
        check("a\u{202e}b\u{202c}", Some('\u{202e}'));
        check("a\u{202a}b", Some('\u{202a}'));
        check("a\u{2066}b\u{202c}", Some('\u{202c}'));
        check("a\u{2069}", Some('\u{2069}'));
    }

    #[test]
    fn what_turns_nothing_else_stays() {
        let arabic = "a\u{2067}\u{628}\u{2069}";
        assert_eq!(allowed(arabic), arabic);
        assert_eq!(allowed("\u{202a}+43\u{1}1"), "+43 1");
    }
}
