//! The app's start: from prerendered page to living one.
//!
//! Never renders: it finds what the site step wrote, takes it over, and ties
//! query, page and history together.

use std::sync::Arc;

use leptos::mount::hydrate_from;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::browser;
use super::filter::{Filter, History};
use super::sheet::{Sheet, unfold};
use super::{Payload, SECTION};
use crate::query::{Index, Query, apply};
use crate::url;

/// Takes the page over; `None` where it is not the page this app belongs to.
#[must_use]
pub fn start() -> Option<()> {
    let payload: Payload = postcard::from_bytes(&browser::section(SECTION)?).ok()?;
    let sheet = Sheet::of(&payload.data)?;
    let controls = browser::by_id("controls")?;
    let typed = browser::search_box().map(|input| input.value());
    restore(&controls, &payload.controls);

    let index = Arc::new(Index::from(payload.data));
    let parent = controls.unchecked_into::<HtmlElement>();
    // The prerendered page has no filter: hydration begins with none, and
    // what the URL asks for comes right after.
    let query = ArcRwSignal::new(Query::default());
    let first = asked(&index, typed.as_deref().unwrap_or_default());
    let living = query.clone();
    hydrate_from(parent, move || app(index, living.into(), sheet)).forget();
    query.set(first);
    Some(())
}

/// What the URL asks for, or what was typed before the app was there; the
/// URL is made to say it in its canonical form.
fn asked(index: &Index, typed: &str) -> Query {
    let search = browser::search();
    let mut query = url::parse(&search, &index.data.tags);
    if !typed.is_empty() {
        query.set_text(typed);
    }
    let canonical = url::print(&query, &index.data.tags);
    if search.trim_start_matches('?') != canonical {
        browser::go(&canonical, History::Replace);
    }
    query
}

/// Puts the controls back if a translator or an extension has changed them:
/// hydration relies on every node. Typing goes on where it was.
fn restore(controls: &Element, prerendered: &str) {
    if controls.inner_html() == prerendered {
        return;
    }
    let typing = browser::in_search_box();
    controls.set_inner_html(prerendered);
    if typing && let Some(input) = browser::search_box() {
        let _ = input.focus();
    }
}

fn app(index: Arc<Index>, query: RwSignal<Query>, mut sheet: Sheet) -> impl IntoView {
    let of = index.clone();
    let matches = Memo::new(move |_| query.with(|query| apply(&of, query, browser::fold)));
    Effect::new(move |ready: Option<()>| {
        query.with(show_text);
        matches.with(|matches| sheet.show(matches, query.with(|query| !query.is_empty())));
        if ready.is_none() {
            unfold_target();
            browser::set_ready();
        }
    });
    let tags = StoredValue::new(index.data.tags.clone());
    browser::listen("popstate", move || {
        query.set(tags.with_value(|tags| url::parse(&browser::search(), tags)));
    });
    browser::listen("hashchange", unfold_target);
    let change = move |next: Query, how| {
        browser::go(&tags.with_value(|tags| url::print(&next, tags)), how);
        query.set(next);
    };
    view! { <Filter index query matches change/> }
}

/// Whoever follows a link to a part of the page wants to read it.
fn unfold_target() {
    if let Some(target) = browser::target() {
        unfold(&target);
    }
}

/// Keeps the search box in step with the URL, but never with its own typing.
fn show_text(query: &Query) {
    if let Some(input) = browser::search_box() {
        let mut typed = Query::default();
        typed.set_text(&input.value());
        if typed.text != query.text {
            input.set_value(&query.text);
        }
    }
}
