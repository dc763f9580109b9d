//! What an owner chose of the look, as values for tokens of
//! `style/tokens.css`.
//!
//! Never checks what was chosen.

use crate::model::{Accent, Theme, Typeface};

/// The style to add after the others; empty where nothing was chosen.
pub fn style(theme: Theme) -> String {
    let accent = theme
        .accent
        .map(|Accent { light, dark }| format!("--accent:light-dark({light},{dark});"));
    let tokens = accent.unwrap_or_default() + face(theme.typeface);
    if tokens.is_empty() {
        return tokens;
    }
    format!("@layer tokens{{:root{{{tokens}}}}}")
}

/// Fonts that systems bring along, so that nothing is loaded: Apple's,
/// Microsoft's, then what Linux has, whose names on other systems are rarely
/// taken. Each has a bold of its own, and holds on paper at 9 pt.
fn face(typeface: Typeface) -> &'static str {
    match typeface {
        // As in `tokens.css`.
        Typeface::Sans => "",
        Typeface::Humanist => {
            r#"--face:Seravek,"Segoe UI","Source Sans 3","Open Sans","Noto Sans","Trebuchet MS",sans-serif;"#
        }
        Typeface::Serif => r#"--face:Charter,Cambria,Caladea,"Source Serif 4","Noto Serif",serif;"#,
        Typeface::OldStyle => {
            r#"--face:"Iowan Old Style","Palatino Linotype",Palatino,P052,"TeX Gyre Pagella",serif;"#
        }
        // Wider letters need a wider column for as many of them.
        Typeface::Mono => "--face:var(--mono);--measure:40em;",
    }
}
