//! The only room that touches the browser: location, history, the module's
//! own data, text folding by the browser's tables.
//!
//! Where the browser refuses, the app goes on without. Never decides what is
//! shown.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use gloo_events::EventListener;
pub use gloo_utils::document;
use gloo_utils::{history, window};
use js_sys::{Array, JsString, Reflect, RegExp, Uint8Array, WebAssembly};
use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, HtmlInputElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, UrlSearchParams,
};

use super::filter::History;

/// The bytes of a custom section of the running module.
pub fn section(name: &str) -> Option<Vec<u8>> {
    let module = wasm_bindgen::module()
        .dyn_into::<WebAssembly::Module>()
        .ok()?;
    let sections: Array = WebAssembly::Module::custom_sections(&module, name);
    Some(Uint8Array::new(&sections.get(0)).to_vec()).filter(|bytes| !bytes.is_empty())
}

/// [`crate::query::fold`] by the browser's own tables.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let text = JsString::from(text).to_lower_case();
    let marks = RegExp::new(r"\p{M}", "gu");
    let text = text.normalize("NFKD").replace_by_pattern(&marks, "");
    String::from(text).replace('ς', "σ")
}

/// The current month, counted from January of the year 0.
pub fn today() -> u32 {
    let date = js_sys::Date::new_0();
    date.get_full_year() * 12 + date.get_month()
}

/// The query string of the page, question mark included.
pub fn search() -> String {
    let search = window().location().search().unwrap_or_default();
    KNOWN.set(search.clone());
    search
}

/// [`crate::url::decode`] by the browser itself.
pub fn decode(search: &str) -> Vec<(String, String)> {
    let Ok(fields) = UrlSearchParams::new_with_str(search) else {
        return Vec::new();
    };
    let text = |field: &JsValue, at| Array::from(field).get(at).as_string().unwrap_or_default();
    let fields = Array::from(&fields);
    let fields = (0..fields.length()).map(|at| fields.get(at));
    fields
        .map(|field| (text(&field, 0), text(&field, 1)))
        .collect()
}

/// [`crate::url::encode`] by the browser itself.
pub fn encode(fields: &[(&str, String)]) -> String {
    let Ok(search) = UrlSearchParams::new() else {
        return String::new();
    };
    for (name, value) in fields {
        search.append(name, value);
    }
    search.to_string().into()
}

/// The element that the page's fragment names.
pub fn target() -> Option<Element> {
    let hash = window().location().hash().ok()?;
    let id = js_sys::decode_uri_component(hash.strip_prefix('#')?).ok()?;
    by_id(&String::from(id))
}

thread_local! {
    /// How often the reader has gone through the history.
    static GONE: Cell<u32> = const { Cell::new(0) };

    /// The query string that was in the address when it was last looked at.
    static KNOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Calls back whenever the reader goes through the history to another query
/// string. A link within the page is such a step, too, and is followed with
/// the address that is there: the browser may have refused what is asked for.
pub fn when_gone(mut call: impl FnMut() + 'static) {
    listen("popstate", move || {
        let known = KNOWN.take();
        if search() != known {
            GONE.set(GONE.get().wrapping_add(1));
            call();
        }
    });
}

/// Puts a query string into the address bar, once the frame that shows its
/// answer is painted: a step in the history costs the browser more than the
/// answer does. If the reader has gone elsewhere by then, that counts.
pub fn go(search: String, how: History) {
    let gone = GONE.get();
    after_paint(move || {
        if GONE.get() != gone {
            return;
        }
        let path = window().location().pathname().unwrap_or_default();
        let url = if search.is_empty() {
            path
        } else {
            path + "?" + &search
        };
        // A browser may refuse, for instance after too many changes in a short
        // time: then only the address lags behind.
        let _ = match how {
            History::Push => history().push_state_with_url(&JsValue::NULL, "", Some(&url)),
            History::Replace => history().replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        };
        self::search();
    });
}

/// Calls back for the frame after the next, once that is painted; in the order
/// of the calls.
pub fn after_paint(call: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(call));
}

/// Lays the page out while the browser waits for its next frame, rather than
/// within it: the frame is painted the sooner.
pub fn lay_out_early() {
    let lay_out = || {
        if let Some(body) = document().body() {
            body.offset_height();
        }
    };
    set_timeout(lay_out, Duration::ZERO);
}

/// Calls back for an event of the window for as long as the page lives.
pub fn listen(event: &'static str, mut call: impl FnMut() + 'static) {
    EventListener::new(&window(), event, move |_| call()).forget();
}

/// Says to styles and tests that the app has taken over.
pub fn set_ready() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-ready", "");
        let _ = root.remove_attribute("data-pending");
    }
}

/// Whether the page is read from the right.
pub fn is_rtl() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("dir")).as_deref() == Some("rtl")
}

/// An element of the page.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The elements within one that a selector finds, in the order of the page.
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

/// A field of the controls.
pub fn field(name: &str) -> Option<HtmlInputElement> {
    let selector = "#filter input[name=".to_owned() + name + "]";
    document().query_selector(&selector).ok()??.dyn_into().ok()
}

/// The field that the reader is typing into.
pub fn focused() -> Option<HtmlInputElement> {
    document().active_element()?.dyn_into().ok()
}

/// Puts the focus on the first thing of a part of the page that takes it.
pub fn focus_within(part: &Element) {
    if let Ok(Some(first)) = part.query_selector("summary, a") {
        let _ = first.unchecked_into::<HtmlElement>().focus();
    }
}

/// Scrolls as little as brings an element into sight.
pub fn scroll_near(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// A dialog of the page, made when it is first asked for.
pub fn dialog(id: &str, name: &str, html: &str) -> Option<HtmlDialogElement> {
    if let Some(dialog) = by_id(id) {
        return Some(dialog.unchecked_into());
    }
    let dialog = document().create_element("dialog").ok()?;
    dialog.set_id(id);
    dialog.set_attribute("aria-label", name).ok()?;
    dialog.set_inner_html(html);
    document().body()?.append_child(&dialog).ok()?;
    Some(dialog.unchecked_into())
}

/// The address of the page, without query and fragment.
pub fn address() -> String {
    let location = window().location();
    location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default()
}

/// The clipboard, where the browser has one for this page.
pub fn clipboard() -> Option<JsValue> {
    let navigator = Reflect::get(&window(), &"navigator".into()).ok()?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    (!clipboard.is_undefined()).then_some(clipboard)
}

/// Asks the browser to print.
pub fn print() {
    let _ = window().print();
}

/// What was remembered by a name on an earlier visit.
pub fn remembered(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Remembers a value for later visits, or forgets it.
pub fn remember(name: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        };
    }
}
