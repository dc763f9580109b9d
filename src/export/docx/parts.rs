//! The parts of the package that are our own: styles and properties.
//!
//! Never says what a résumé says.

use crate::model::{Person, Theme, Typeface};

const STYLES: &str = include_str!("styles.xml");

/// The accent of `tokens.css` on the light page.
const ACCENT: &str = "#b3261e";

/// The styles, in the theme's face and colour.
pub fn styles(theme: Theme) -> String {
    let accent = theme.accent.map(|accent| accent.light.to_string());
    let accent = accent.as_deref().unwrap_or(ACCENT);
    let accent = accent.trim_start_matches('#').to_uppercase();
    STYLES
        .replace("{face}", face(theme.typeface))
        .replace("{accent}", &accent)
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
pub fn properties(person: &Person) -> String {
    let name = escaped(&person.name);
    let subject = escaped(person.label.as_deref().unwrap_or_default());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{name}</dc:title><dc:subject>{subject}</dc:subject>\
         <dc:creator>{name}</dc:creator><dc:language>en-GB</dc:language>\
         </cp:coreProperties>\n"
    )
}

fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    let text = text.replace('&', "&amp;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}
