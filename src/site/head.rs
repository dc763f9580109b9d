//! What the page says of itself in its head: to search engines, to chats that
//! show a preview, and to browsers that pin it. Data for machines follows at the
//! end of the page: see `document`.
//!
//! Never makes a part of the page, nor a picture.

use super::escape;
use crate::model::{Person, Resume};
use crate::words::Word;

/// How long a description may be, in characters: about what result pages show.
const DESCRIPTION: usize = 160;

/// What a page is called: the name and the headline.
pub fn title(person: &Person) -> String {
    match &person.label {
        Some(label) => format!("{}, {label}", person.name),
        None => person.name.clone(),
    }
}

/// The elements of the head. `root` leads from the page to the top of the
/// site; `slug` is what its address adds to that of the site.
pub fn head(resume: &Resume, root: &str, slug: &str) -> String {
    let url = resume.url.as_deref();
    let folder = if slug.is_empty() {
        String::new()
    } else {
        format!("{slug}/")
    };
    let title = title(&resume.person);
    let description = description(resume);
    let property = |name: &str, content: &str| {
        let content = escape(content);
        format!(r#"<meta property="og:{name}" content="{content}">"#)
    };
    let mut head = format!(
        r#"<title>{}</title><meta name="description" content="{}">"#,
        escape(&title),
        escape(&description)
    );
    head += &property("type", "profile");
    head += &property("locale", &resume.language.locale());
    head += &property("title", &title);
    head += &property("description", &description);
    head += r#"<meta name="twitter:card" content="summary_large_image">"#;
    // Chats and search engines want whole addresses.
    if let Some(url) = url {
        head += &property("url", &format!("{url}{folder}"));
        head += &property("image", &format!("{url}{folder}{CARD}"));
        head += &property("image:width", "1200");
        head += &property("image:height", "630");
        head += &property("image:alt", &title);
        // To a search engine a variant is the same page again.
        let url = escape(url);
        head.extend([r#"<link rel="canonical" href=""#, &url, r#"">"#]);
    }
    for (kind, href, more) in [
        ("icon", "favicon.svg", r#" type="image/svg+xml""#),
        ("icon", "favicon.png", r#" sizes="48x48""#),
        ("apple-touch-icon", "touch-icon.png", ""),
        ("manifest", "site.webmanifest", ""),
    ] {
        head.extend([
            r#"<link rel=""#,
            kind,
            r#"" href=""#,
            root,
            href,
            "\"",
            more,
            ">",
        ]);
    }
    head
}

/// The picture that chats show, in the folder of the page.
pub const CARD: &str = "card.png";

/// Who it is, and how the résumé begins.
fn description(resume: &Resume) -> String {
    let summary = resume
        .sections
        .iter()
        .find(|section| section.id == "summary");
    let first = summary.and_then(|section| section.entries.first()?.lines.first());
    let words = first.map_or_else(
        || (resume.language.words).say(Word::ResumeOf, &[&title(&resume.person)]),
        |line| line.text.to_plain(),
    );
    shorten(&words)
}

/// The words that fit, and a sign where some are left out.
fn shorten(words: &str) -> String {
    if words.chars().count() <= DESCRIPTION {
        return words.to_owned();
    }
    let cut: String = words.chars().take(DESCRIPTION).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    let cut = cut[..end].trim_end_matches([',', ';', ':', '.', ' ']);
    cut.to_owned() + "…" + &ends(cut)
}

/// What ends the changes of direction that begin in a text and do not end: else
/// what stands after it would be read in another order.
fn ends(text: &str) -> String {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' => _ = open.pop(),
            _ => {}
        }
    }
    open.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_description_ends_between_words() {
        assert_eq!(shorten("Short."), "Short.");
        let long = "word ".repeat(50);
        assert_eq!(shorten(&long), "word ".repeat(31) + "word…");
        assert_eq!(shorten(&"ü".repeat(200)), "ü".repeat(160) + "…");
    }

    #[test]
    fn a_description_turns_nothing_after_it() {
        let long = "word ".repeat(50);
        let turned =
            format!("\u{2067}a\u{202b}b\u{202c} \u{2066}\u{202a}{long}\u{202c}\u{2069}\u{2069}");
        let cut = shorten(&turned);
        assert!(cut.ends_with("word…\u{202c}\u{2069}\u{2069}"), "{cut:?}");
        let ended = format!("\u{2067}a\u{2069} {long}");
        assert!(shorten(&ended).ends_with("word…"));
    }
}
