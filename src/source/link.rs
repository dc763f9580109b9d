//! Addresses: only http, https and mailto ever reach the page.
//!
//! Never fetches anything.

use super::fields::Spanned;
use super::problem::Problem;
use super::reader::Reader;

/// Why an address cannot stand.
fn refusal(href: &str) -> Option<String> {
    // The URL Standard drops tabs and line breaks anywhere and control
    // characters at the ends, so that `java<tab>script:` is a script, too
    // (https://url.spec.whatwg.org/#concept-basic-url-parser): none of them
    // has a place in an address.
    if let Some(control) = href.chars().find(|c| c.is_control()) {
        return Some(format!(
            "the address holds a control character (U+{:04X})",
            u32::from(control)
        ));
    }
    match url::Url::parse(href) {
        Ok(url) if matches!(url.scheme(), "http" | "https" | "mailto") => None,
        Ok(url) => Some(format!("a link cannot be of the kind `{}:`", url.scheme())),
        Err(error) => Some(format!("`{href}` is not an address: {error}")),
    }
}

/// Checks an address in text; a problem is put at the address if it stands
/// in the file as it reads, otherwise at the whole text.
pub fn check(reader: &mut Reader, href: &str, within: &std::ops::Range<usize>) -> bool {
    let Some(why) = refusal(href) else {
        return true;
    };
    let written = &reader.text[within.clone()];
    let span = match written.find(href) {
        Some(at) if !href.is_empty() => within.start + at..within.start + at + href.len(),
        _ => within.clone(),
    };
    let help = "a link begins with `https://`, `http://` or `mailto:`";
    reader.push(Problem::error(span, why).help(help));
    false
}

/// The address of a `url` field. One without a scheme, as in many JSON
/// Resume files, is taken for https.
pub fn field(reader: &mut Reader, field: Option<Spanned>) -> Option<String> {
    let Spanned { text, span } = field?;
    let bare = matches!(
        url::Url::parse(&text),
        Err(url::ParseError::RelativeUrlWithoutBase)
    ) && text.contains('.')
        && !text.starts_with(['/', '.', '?', '#'])
        && !text.contains(char::is_control);
    if bare {
        let full = format!("https://{text}");
        reader.push(
            Problem::warning(span.clone(), "the address does not say how to reach it")
                .help(format!("taken for `{full}`: write it so")),
        );
        return check(reader, &full, &span).then_some(full);
    }
    check(reader, &text, &span).then_some(text)
}
