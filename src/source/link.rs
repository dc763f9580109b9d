//! Addresses: only http, https and mailto ever reach the page.
//!
//! Never fetches anything.

use std::ops::Range;

use url::{ParseError, Url};

use super::fields::{Fields, Spanned};
use super::letters;
use super::limits;
use super::problem::{Problem, quote};
use super::reader::Reader;

/// Why an address cannot stand.
pub fn refusal(href: &str) -> Option<String> {
    // The URL Standard drops tabs and line breaks anywhere and control
    // characters at the ends, so that `java<tab>script:` is a script, too
    // (https://url.spec.whatwg.org/#concept-basic-url-parser): none of them
    // has a place in an address.
    let control = href.chars().find(|c| c.is_control());
    let control = control.map(|c| (c, "a control character"));
    if let Some((c, why)) = control.or_else(|| letters::fault(href)) {
        let code = u32::from(c);
        return Some(format!("this address holds {why} (U+{code:04X})"));
    }
    // To a browser it is a slash, to other programs a letter: each would take
    // another part for the host.
    if href.contains('\\') {
        return Some("this address holds a backslash".to_owned());
    }
    if href.len() > limits::ADDRESS {
        let most = limits::ADDRESS;
        return Some(format!("this address has more than {most} bytes"));
    }
    if href.is_empty() {
        return Some("this link has no address".to_owned());
    }
    let name = quote(href);
    match Url::parse(href) {
        Ok(url) if url.scheme() == "mailto" => None,
        // Without the slashes it would lead to a page beside the résumé.
        Ok(url) if matches!(url.scheme(), "http" | "https") => {
            let rest = href.get(url.scheme().len()..);
            let full = rest.is_some_and(|rest| rest.starts_with("://"));
            (!full).then(|| format!("{name} lacks the `//` after `{}:`", url.scheme()))
        }
        Ok(url) => Some(format!("a link cannot be of the kind `{}:`", url.scheme())),
        Err(ParseError::RelativeUrlWithoutBase) => Some(format!("{name} is not a whole address")),
        Err(error) => Some(format!("{name} is not an address: {error}")),
    }
}

/// Checks an address that stands within a part of the file, after `before`
/// others that read the same. A problem is put at the address, or at the
/// whole part where that writes it in another way.
pub fn check(
    reader: &mut Reader,
    href: &str,
    within: &Range<usize>,
    before: impl FnOnce() -> usize,
) -> bool {
    let Some(why) = refusal(href) else {
        return true;
    };
    let written = &reader.text[within.clone()];
    let exact = !href.is_empty() && !reader.is_full();
    let found = exact.then(|| written.match_indices(href).nth(before()));
    let span = match found.flatten() {
        Some((at, _)) => within.start + at..within.start + at + href.len(),
        None => within.clone(),
    };
    let help = "a link begins with `https://`, `http://` or `mailto:`";
    reader.push(Problem::error(span, why).help(help));
    false
}

/// The address in the field `url`. One without a scheme, as in many JSON
/// Resume files, is taken for https.
pub fn field(reader: &mut Reader, fields: &mut Fields) -> Option<String> {
    let Spanned { text, span } = fields.text(reader, "url")?;
    let full = format!("https://{text}");
    if !is_bare(&text) || refusal(&full).is_some() {
        return check(reader, &text, &span, || 0).then_some(text);
    }
    reader.push(
        Problem::warning(span, "this address does not say how to reach it")
            .help(format!("taken for {}: write it so", quote(&full))),
    );
    Some(full)
}

/// Checks the address in the field `image`. No page shows it, but programs
/// that read JSON Resume do.
pub fn picture(reader: &mut Reader, fields: &mut Fields) {
    let Some(Spanned { text, span }) = fields.text(reader, "image") else {
        return;
    };
    if let Some(why) = refused_picture(&text) {
        let help = "its address begins with `https://`, `http://` or `data:image/`";
        reader.push(Problem::error(span, why).help(help));
    }
}

/// Why an address cannot be that of a picture.
pub fn refused_picture(address: &str) -> Option<String> {
    // One without a scheme is that of a file, wherever that may be.
    let url = Url::parse(address.trim()).ok()?;
    let is_data = || url.path().to_ascii_lowercase().starts_with("image/");
    let stands = match url.scheme() {
        "http" | "https" => true,
        "data" => is_data(),
        _ => false,
    };
    (!stands).then(|| format!("a picture cannot be of the kind `{}:`", url.scheme()))
}

/// The address that the site will have: that of a folder.
pub fn of_site(reader: &mut Reader, top: &mut Fields) -> Option<String> {
    let span = top.take("url")?.span.clone();
    let url = field(reader, top)?;
    match folder(&url) {
        Ok(url) => Some(url),
        Err(why) => {
            let help = "give the address of the folder that the site will be in, such as \
                `https://example.org/resume/`";
            reader.push(Problem::error(span, why).help(help));
            None
        }
    }
}

/// The address of a folder on a web server, however it is written.
///
/// # Errors
///
/// Why it cannot be one.
pub fn folder(url: &str) -> Result<String, String> {
    if let Some(why) = refusal(url) {
        return Err(why);
    }
    if !url.starts_with("http") {
        return Err(format!("{} is not the address of a page", quote(url)));
    }
    if let Some(extra) = url.chars().find(|c| matches!(c, '?' | '#')) {
        return Err(format!("the address of a site has no `{extra}`"));
    }
    let folder = url.strip_suffix("index.html").unwrap_or(url);
    Ok(folder.trim_end_matches('/').to_owned() + "/")
}

/// Whether an address begins with the name of a host.
fn is_bare(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let allowed = |c: char| c.is_alphanumeric() || c == '-';
    labels.len() > 1
        && (labels.iter()).all(|label| !label.is_empty() && label.chars().all(allowed))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}
