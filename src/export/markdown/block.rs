//! The start of a block, where some letters are marks that are none
//! elsewhere.
//!
//! Never looks further.

use super::inline::APART;

/// The text of a block, whose start could be read as the mark of a list or of
/// a heading.
pub fn block(text: &str) -> String {
    // Four spaces would make a block of code of it.
    let text = text.trim_start_matches(' ');
    if text.starts_with(['#', '%', ':', '+', '-', '|', '=']) {
        return format!("\\{text}");
    }
    // Code of which pandoc takes the mark for that of a block of code.
    if text.starts_with("```") {
        return format!("{APART}{text}");
    }
    // pandoc looks for the box of a task after backslashes are gone.
    for task in ["\\[ \\]", "\\[x\\]", "\\[X\\]"] {
        if let Some(rest) = text.strip_prefix(task) {
            return format!("{task}{APART}{rest}");
        }
    }
    // `1.`, `2)`, `(3)`, `(#)`, `a.`, `iv)`
    let numeral = text.strip_prefix('(').unwrap_or(text);
    let end = numeral.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
    let (numeral, rest) = numeral.split_at(end.unwrap_or(numeral.len()));
    let roman = |c: char| "ivxlcdm".contains(c.to_ascii_lowercase());
    let counts = numeral.len() == 1
        || numeral.chars().all(|c| c.is_ascii_digit())
        || numeral.chars().all(roman);
    if !numeral.is_empty() && counts && rest.starts_with(['.', ')']) {
        let at = text.len() - rest.len();
        return format!("{}\\{rest}", &text[..at]);
    }
    text.to_owned()
}
