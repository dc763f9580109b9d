//! The parts of the package that are our own: styles and properties.
//!
//! Never says what a résumé says.

use crate::model::{Person, Theme, Typeface};
use crate::words::Language;

const STYLES: &str = include_str!("styles.xml");

/// The accent of `tokens.css` on the light page.
const ACCENT: &str = "#b3261e";

/// The styles, in the theme's face and colour, for a language: which of the
/// three kinds of letters it has, and from which side it is read.
pub fn styles(theme: Theme, language: &Language) -> String {
    let accent = theme.accent.map(|accent| accent.light.to_string());
    let accent = accent.as_deref().unwrap_or(ACCENT);
    let accent = accent.trim_start_matches('#').to_uppercase();
    let (mut latin, mut east, mut right) = ("en-GB", "ja-JP", "ar-SA");
    let known = language.known();
    let of = match known.code {
        "ja" => &mut east,
        _ if known.rtl => &mut right,
        _ => &mut latin,
    };
    // Word knows no English but that of a region.
    if language.tag != "en" {
        *of = &language.tag;
    }
    let lang = format!(r#"w:val="{latin}" w:eastAsia="{east}" w:bidi="{right}""#);
    let bidi = if known.rtl { "<w:bidi/>" } else { "" };
    STYLES
        .replace("{face}", face(theme.typeface))
        .replace("{accent}", &accent)
        .replace("{lang}", &lang)
        .replace("{bidi}", bidi)
}

/// The face that comes with Word and is nearest to what the page is set in.
fn face(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::Sans => "Arial",
        Typeface::Humanist => "Segoe UI",
        Typeface::Serif => "Cambria",
        Typeface::OldStyle => "Palatino Linotype",
        Typeface::Mono => "Consolas",
    }
}

/// Title, author and language (ECMA-376, part 2: core properties). Without
/// dates: the same résumé makes the same document.
pub fn properties(person: &Person, language: &Language) -> String {
    let name = escaped(&person.name);
    let tag = &language.tag;
    let subject = escaped(person.label.as_deref().unwrap_or_default());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{name}</dc:title><dc:subject>{subject}</dc:subject>\
         <dc:creator>{name}</dc:creator><dc:language>{tag}</dc:language>\
         </cp:coreProperties>\n"
    )
}

fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    let text = text.replace('&', "&amp;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}
