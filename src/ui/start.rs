//! The app's start: from prerendered page to living one.
//!
//! Never renders: it finds what the site step wrote, takes it over, and ties
//! query, page and history together.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use any_spawner::Executor;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::PositionState;
use web_sys::Element;

use super::browser;
use super::commands::Page;
use super::events::Events;
use super::filter::{Filter, History};
use super::notes::Notes;
use super::palette::Palette;
use super::sheet::{Sheet, unfold};
use super::{Payload, SECTION};
use crate::query::{Index, Matches, Query};
use crate::url;
use crate::words::Words;

/// Takes the page over; `None` where it is not the page this app belongs to.
#[must_use]
pub fn start() -> Option<()> {
    let payload: Payload = postcard::from_bytes(&browser::section(SECTION)?).ok()?;
    let index = Arc::new(Index::new(payload.data, browser::today(), browser::fold));
    // They are said for as long as the page lives.
    let words: &Words = Box::leak(Box::new(payload.words));
    let controls = browser::by_id("controls")?;
    // Before the controls may be put back, which empties their fields.
    let first = asked(&index);
    restore(&controls, &payload.controls);
    let sheet = Sheet::of(&index)?;

    // All of it lasts as long as the page.
    let owner = Owner::new();
    let shown = owner.with(|| live(&controls, &index, words, sheet, first));
    std::mem::forget((owner, shown));
    Some(())
}

/// Ties query, answer, page and history together.
fn live(
    controls: &Element,
    index: &Arc<Index>,
    words: &'static Words,
    sheet: Sheet,
    first: Query,
) -> RenderEffect<()> {
    // The prerendered page has no filter: hydration begins with none, and
    // what the URL asks for comes right after.
    let query = RwSignal::new(Query::default());
    let of = index.clone();
    let matches = Memo::new_owning(move |before: Option<Matches>| {
        // The answer before is filled in anew: a keystroke makes nothing.
        let mut matches = before.unwrap_or_else(|| Matches::room(&of));
        query.with(|query| matches.answer(&of, query));
        (matches, true)
    });
    let nearest = RwSignal::new(None);
    hydrate(
        controls,
        view! { <Filter index=index.clone() words query matches nearest/> },
    );
    query.set(first);

    let sheet = Rc::new(RefCell::new(sheet));
    let of = index.clone();
    browser::when_gone(move || {
        let fields = browser::decode(&browser::search());
        query.set(url::parse(&fields, &of.tags));
    });
    browser::listen("hashchange", unfold_target);
    let years = sheet.borrow().years();
    let events = Events::new(index.clone(), words, query, nearest, years);
    events.listen(controls);
    Rc::new(Page {
        events,
        sheet: sheet.clone(),
        palette: Palette::new(words),
        words,
    })
    .listen();

    let notes = Notes::new(index.clone(), sheet.clone(), query, matches, nearest);
    let of = index.clone();
    // This kind, since it is that of the view, too: another would be code of
    // its own.
    RenderEffect::new(move |ready: Option<()>| {
        let filtered = query.with(|query| {
            show_fields(query);
            !query.is_empty()
        });
        if ready.is_none() && filtered {
            // What is folded by now was folded by hand while the filter was
            // on its way.
            sheet.borrow_mut().keep_folds();
        }
        matches.with(|matches| sheet.borrow_mut().show(&of, matches, filtered));
        if ready.is_none() {
            unfold_target();
            browser::set_ready();
        }
        if ready.is_some() || filtered {
            let (of, sheet) = (of.clone(), sheet.clone());
            browser::after_paint(move || {
                matches.with_untracked(|matches| sheet.borrow_mut().dim(&of, matches));
            });
            notes.update();
        }
    })
}

/// Ties a view to its prerendered elements: as [`leptos::mount::hydrate_from`],
/// but for what only resources and islands need, of which there are none.
fn hydrate(parent: &Element, view: impl IntoView) {
    // It may be there already, which is all that is wanted.
    let _ = Executor::init_wasm_bindgen();
    let (cursor, position) = (Cursor::new(parent.clone()), PositionState::default());
    let state = view.into_view().hydrate::<true>(&cursor, &position);
    std::mem::forget(state);
}

/// What the URL asks for, or what was typed before the app was there; the
/// URL is made to say it in its canonical form.
fn asked(index: &Index) -> Query {
    let search = browser::search();
    let mut query = url::parse(&browser::decode(&search), &index.tags);
    let typed = |name| {
        let field = browser::field(name)?;
        Some(field.value()).filter(|text| !text.is_empty())
    };
    if let Some(text) = typed("q") {
        query.set_text(&text);
    }
    query.from = typed("from").map_or(query.from, |year| url::year(&year));
    query.to = typed("to").map_or(query.to, |year| url::year(&year));
    let canonical = browser::encode(&url::print(&query, &index.tags));
    if search.trim_start_matches('?') != canonical {
        browser::go(canonical, History::Replace);
    }
    query
}

/// Puts the controls back if a translator or an extension has changed them:
/// hydration relies on every node. Typing goes on where it was.
fn restore(controls: &Element, prerendered: &str) {
    if controls.inner_html() == prerendered {
        return;
    }
    let typing = browser::focused().map(|field| field.name());
    controls.set_inner_html(prerendered);
    if let Some(field) = typing.and_then(|name| browser::field(&name)) {
        let _ = field.focus();
    }
}

/// Whoever follows a link to a part of the page wants to read it.
fn unfold_target() {
    if let Some(target) = browser::target() {
        unfold(&target);
    }
}

/// Keeps the fields in step with the query, but never with their own typing.
fn show_fields(query: &Query) {
    if let Some(field) = browser::field("q") {
        let mut typed = Query::default();
        typed.set_text(&field.value());
        if typed.text != query.text {
            field.set_value(&query.text);
        }
    }
    for (name, year) in [("from", query.from), ("to", query.to)] {
        if let Some(field) = browser::field(name)
            && url::year(&field.value()) != year
        {
            field.set_value(&year.map_or(String::new(), |year| year.to_string()));
        }
    }
}
