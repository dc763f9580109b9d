//! The keys of the page, and the switch for those of a single letter.
//!
//! Never listens for any.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::browser;
use super::keys::SINGLE_OFF;
use crate::words::{Word, Words};

/// Shows the keys.
pub fn open(words: &Words) {
    let name = words.text(Word::Keys);
    let Some(dialog) = browser::dialog("keys", name, words.dialog(0)) else {
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
