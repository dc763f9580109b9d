//! What a way to reach someone looks like: labels, addresses, numbers.
//!
//! Never keeps what it finds.

use super::months::folded;
use super::rich::Rich;
use crate::source;

/// Sites where people have accounts, by their hosts.
pub const NETWORKS: [(&str, &str); 22] = [
    ("github.com", "GitHub"),
    ("gitlab.com", "GitLab"),
    ("bitbucket.org", "Bitbucket"),
    ("codeberg.org", "Codeberg"),
    ("linkedin.com", "LinkedIn"),
    ("xing.com", "XING"),
    ("twitter.com", "Twitter"),
    ("x.com", "X"),
    ("mastodon.social", "Mastodon"),
    ("bsky.app", "Bluesky"),
    ("stackoverflow.com", "Stack Overflow"),
    ("stackexchange.com", "Stack Exchange"),
    ("medium.com", "Medium"),
    ("dev.to", "DEV"),
    ("orcid.org", "ORCID"),
    ("scholar.google.com", "Google Scholar"),
    ("researchgate.net", "ResearchGate"),
    ("facebook.com", "Facebook"),
    ("instagram.com", "Instagram"),
    ("youtube.com", "YouTube"),
    ("dribbble.com", "Dribbble"),
    ("behance.net", "Behance"),
];

/// Words before a bit that say what it is.
pub const LABELS: [(&str, &str); 40] = [
    ("e-mail", "email"),
    ("email", "email"),
    ("mail", "email"),
    ("courriel", "email"),
    ("correo", "email"),
    ("phone", "phone"),
    ("tel", "phone"),
    ("telephone", "phone"),
    ("mobile", "phone"),
    ("cell", "phone"),
    ("telefon", "phone"),
    ("mobil", "phone"),
    ("handy", "phone"),
    ("telefono", "phone"),
    ("telefoon", "phone"),
    ("movil", "phone"),
    ("portable", "phone"),
    ("telefone", "phone"),
    ("address", "address"),
    ("location", "address"),
    ("adresse", "address"),
    ("anschrift", "address"),
    ("wohnort", "address"),
    ("direccion", "address"),
    ("indirizzo", "address"),
    ("adres", "address"),
    ("endereco", "address"),
    ("domicile", "address"),
    ("web", "url"),
    ("website", "url"),
    ("homepage", "url"),
    ("site", "url"),
    ("blog", "url"),
    ("webseite", "url"),
    ("www", "url"),
    ("portfolio", "url"),
    ("url", "url"),
    ("site web", "url"),
    ("sito", "url"),
    ("sitio web", "url"),
];

/// Signs that do the same.
pub const SIGNS: [(&[char], &str); 4] = [
    (&['📧', '✉', '📩', '📨'], "email"),
    (&['📱', '☎', '📞'], "phone"),
    (&['🌐', '🔗', '🌍', '🕸'], "web"),
    (&['📍', '🏠', '🏡', '📌'], "address"),
];

/// A label in lower case, and what it stands before.
pub fn unlabelled(words: &str) -> (String, &str) {
    if let Some((label, value)) = words.split_once([':', '：'])
        && !value.starts_with("//")
        && label.split_whitespace().count() <= 3
    {
        let label = folded(label.trim_matches(|c: char| !c.is_alphanumeric()));
        return (label, value.trim());
    }
    let mut parts = words.splitn(2, ' ');
    if let (Some(first), Some(rest)) = (parts.next(), parts.next()) {
        let label = folded(first.trim_matches(|c: char| !c.is_alphanumeric()));
        let known = LABELS.iter().any(|(name, _)| *name == label);
        if known && (is_phone(rest) || rest.contains('@')) {
            return (label, rest.trim());
        }
        if !first.contains(char::is_alphanumeric) && !first.starts_with(['(', '+', '@', '<']) {
            let sign = SIGNS.iter().find(|(signs, _)| first.contains(*signs));
            let label = sign.map_or("", |(_, label)| label);
            return (label.to_owned(), rest.trim());
        }
    }
    (String::new(), words)
}

/// Whether words are a label and what it stands before.
pub fn named(words: &str) -> bool {
    let label = words.split_once(": ").map(|(label, _)| label);
    let short = |label: &str| {
        label.contains(char::is_alphanumeric) && label.split_whitespace().count() <= 3
    };
    words.chars().count() < 80 && label.is_some_and(short)
}

/// The label as written.
pub fn label_of(words: &str) -> &str {
    let label = words.split([':', '：']).next().unwrap_or(words);
    label.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The one e-mail address of a bit.
pub fn email(bit: &Rich) -> Option<String> {
    if let Some(href) = bit.link()
        && let Some(email) = href.strip_prefix("mailto:")
    {
        let email = email.split('?').next().unwrap_or_default().to_owned();
        let words = bit.words();
        let linked = Rich(
            bit.0
                .iter()
                .filter(|letter| letter.mark.link.is_some())
                .cloned()
                .collect(),
        );
        let whole = unlabelled(&words).1.trim_matches(['<', '>', '(', ')', ' ']) == linked.words();
        return (whole && is_email(&email)).then_some(email);
    }
    let words = bit.words();
    let found = words.split_whitespace();
    let edge = |c: char| "<>(),;:\"'[]".contains(c);
    let email = found
        .map(|word| word.trim_matches(edge))
        .find(|word| is_email(word))?;
    // Whatever else is said would be lost.
    let (_, value) = unlabelled(&words);
    (value.trim_matches(edge) == email).then(|| email.to_owned())
}

pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let part = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_alphanumeric() || "-._+".contains(c))
    };
    part(name) && part(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let only = text
        .chars()
        .all(|c| c.is_ascii_digit() || "+-–‑()./ \u{a0}".contains(c));
    let years = super::dates::whole(text).is_some();
    only && !years && (7..=18).contains(&digits)
}

/// Where a bit leads.
pub fn href(bit: &Rich) -> Option<String> {
    if let Some(href) = bit.link() {
        return (!href.starts_with("mailto:")).then(|| href.to_string());
    }
    let words = bit.words();
    let (label, value) = unlabelled(&words);
    let host = value.split('/').next().unwrap_or_default();
    let known = NETWORKS
        .iter()
        .any(|(name, _)| host.trim_start_matches("www.") == *name)
        || host.starts_with("www.");
    let ends = [
        ".com", ".org", ".net", ".io", ".dev", ".me", ".de", ".fr", ".es", ".it", ".nl", ".eu",
        ".co.uk", ".ch", ".at",
    ];
    let plausible =
        known || label == "web" && host.contains('.') || ends.iter().any(|end| host.ends_with(end));
    let one = !value.contains(char::is_whitespace) && !value.contains('@') && host.len() > 4;
    let href = format!("https://{value}");
    (plausible && one && source::is_address(&href)).then_some(href)
}

/// An address without what all of them have.
pub fn bare(href: &str) -> String {
    let href = href
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    href.trim_start_matches("www.")
        .trim_end_matches('/')
        .to_lowercase()
}

pub fn network(href: &str) -> Option<&'static str> {
    let bare = bare(href);
    let host = bare.split(['/', '?', '#']).next()?;
    let found = NETWORKS
        .iter()
        .find(|(name, _)| host == *name || host.ends_with(&format!(".{name}")));
    found.map(|(_, network)| *network)
}

/// The last part of an address.
pub fn username(href: &str) -> String {
    let path = href
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    last.trim_start_matches('@').to_owned()
}
