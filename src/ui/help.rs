//! The keys of the page, and the switch for those of a single letter.
//!
//! Never listens for any.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::browser;
use super::keys::SINGLE_OFF;

const HTML: &str = concat!(
    "<h2>Keys</h2><dl>",
    "<dt><kbd>/</kbd><dd>search",
    "<dt><kbd>Ctrl</kbd> <kbd>K</kbd> or <kbd>⌘</kbd> <kbd>K</kbd><dd>menu: go to anything, do anything",
    "<dt><kbd>Esc</kbd><dd>step back out: of the menu, the words, the filter",
    "<dt><kbd>↑</kbd> <kbd>↓</kbd><dd>from skill to skill",
    "<dt><kbd>←</kbd> <kbd>→</kbd><dd>through a skill’s years; <kbd>Enter</kbd> chooses one",
    "<dt><kbd>-</kbd><dd>on a skill: exclude it",
    "<dt><kbd>?</kbd><dd>these keys",
    "</dl><label><input type=\"checkbox\"> Keys of a single character, outside of fields</label>",
    "<form method=\"dialog\"><button>Close</button></form>"
);

/// Shows the keys.
pub fn open() {
    let Some(dialog) = browser::dialog("keys", "Keys", HTML) else {
        return;
    };
    if let Ok(Some(switch)) = dialog.query_selector("input") {
        let switch: HtmlInputElement = switch.unchecked_into();
        switch.set_checked(browser::remembered(SINGLE_OFF).is_none());
    }
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Remembers what the switch was set to; a click beside the keys closes them.
pub fn clicked(target: &Element) {
    if let Ok(Some(dialog)) = target.closest("#keys") {
        if let Some(switch) = target.dyn_ref::<HtmlInputElement>() {
            let off = (!switch.checked()).then_some("");
            browser::remember(SINGLE_OFF, off);
        } else if target.is_same_node(Some(&dialog)) {
            dialog
                .unchecked_into::<web_sys::HtmlDialogElement>()
                .close();
        }
    }
}
