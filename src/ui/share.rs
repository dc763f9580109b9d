//! Addresses of the page and its parts, copied; and a line that says so.
//!
//! Never decides which address.

use std::time::Duration;

use js_sys::{Promise, Reflect};
use leptos::leptos_dom::helpers::set_timeout;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Clipboard, Element};

use super::browser;
use crate::words::{Word, Words};

/// How long the line stands: time to look up and read three words twice.
const STANDS: Duration = Duration::from_secs(4);

/// Copies the address of the page with this query and this part of it.
pub fn copy(words: &'static Words, query: &str, id: &str) {
    let mut address = browser::address();
    for (mark, part) in [('?', query), ('#', id)] {
        if !part.is_empty() {
            address.push(mark);
            address.push_str(part);
        }
    }
    match write(&address) {
        Some(written) => {
            let said = Closure::once_into_js(|_: JsValue| say(words.text(Word::LinkCopied)));
            let failed = Closure::once_into_js(move |_: JsValue| refuse(words, &address));
            let then: js_sys::Function = Reflect::get(&written, &"then".into())
                .unwrap_or_default()
                .unchecked_into();
            let _ = then.call2(&written, &said, &failed);
        }
        None => refuse(words, &address),
    }
}

/// Says something at the foot of the screen, to screen readers too.
pub fn say(text: &str) {
    let Some(line) = line() else { return };
    line.set_text_content(Some(text));
    let said = text.to_owned();
    set_timeout(
        move || {
            // What was said since has its own time.
            if line.text_content().as_ref() == Some(&said) {
                line.set_text_content(None);
            }
        },
        STANDS,
    );
}

/// Where the browser forbids copying, the address can still be selected.
fn refuse(words: &Words, address: &str) {
    if let Some(line) = line() {
        let said = words.say(Word::CopyThis, &[address]);
        line.set_text_content(Some(&said));
    }
}

/// `None` where there is no clipboard: pages that are not served securely.
fn write(text: &str) -> Option<Promise> {
    let clipboard = browser::clipboard()?;
    Some(clipboard.unchecked_ref::<Clipboard>().write_text(text))
}

fn line() -> Option<Element> {
    browser::document().query_selector("output").ok()?
}
