//! The foot of each printed page: whose résumé it is.
//!
//! Never says where it stands nor how it looks: that is the business of the
//! styles, which only lack the name.

use std::fmt::Write;

/// The name as a value that the styles for print can use.
pub fn style(name: &str) -> String {
    format!(":root{{--name:{}}}", string(name))
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

    #[test]
    fn the_style_holds_the_name() {
        assert_eq!(style("Zoë Quill"), r#":root{--name:"Zoë Quill"}"#);
    }
}
