//! The HTML of the dialogs, which the app opens but never makes.
//!
//! Never says what they do.

use super::said::html;
use crate::words::{Word, Words};

/// The keys of the page, and the switch for those of a single letter.
#[must_use]
pub fn keys_html(words: &Words) -> String {
    let said = |word| escaped(words.text(word));
    let key = |name: &str| format!("<kbd>{name}</kbd>");
    let [control, enter, esc] = [Word::Control, Word::Enter, Word::Escape].map(|it| key(&said(it)));
    let menu = format!(
        "{control} {0}{1}{2} {0}",
        key("K"),
        said(Word::Or),
        key("⌘")
    );
    let years = escaped(&words.say(Word::HelpYears, &["\u{1}"])).replace('\u{1}', &enter);
    let rows = [
        (key("/"), said(Word::HelpSearch)),
        (menu, said(Word::HelpMenu)),
        (esc, said(Word::HelpEscape)),
        (key("↑") + " " + &key("↓"), said(Word::HelpSkills)),
        (key("←") + " " + &key("→"), years),
        (key("-"), said(Word::HelpExclude)),
        (key("?"), said(Word::HelpKeys)),
    ];
    let rows = rows.map(|(keys, what)| format!("<dt>{keys}<dd>{what}"));
    format!(
        "<h2>{}</h2><dl>{}</dl><label><input type=\"checkbox\"> {}</label>\
         <form method=\"dialog\"><button>{}</button></form>",
        said(Word::Keys),
        rows.concat(),
        said(Word::SingleKeys),
        said(Word::Close),
    )
}

/// The menu that finds everything.
#[must_use]
pub fn menu_html(words: &Words) -> String {
    let said = |word| escaped(words.text(word));
    format!(
        r#"<input role="combobox" aria-expanded="true" aria-controls="choices" aria-activedescendant="choice" aria-autocomplete="list" aria-label="{}" placeholder="{}" autocomplete="off" spellcheck="false"><ul role="listbox" id="choices" aria-label="{}"></ul><p role="status"></p>"#,
        said(Word::FindHint),
        said(Word::FindPlaceholder),
        said(Word::Found),
    )
}

/// Text of an element, or of an attribute in quotes.
pub fn escaped(text: &str) -> String {
    html(text).replace('"', "&quot;")
}
