//! What the reader does to the controls, as queries.
//!
//! One listener for all of them. Never shows anything.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent,
};

use super::filter::History;
use super::sheet::{MARK, year_of};
use super::{browser, keys, said};
use crate::query::{Index, Nearest, Query, Years};
use crate::url;
use crate::words::Words;

/// How long a press has to last to count as a long one.
const LONG_PRESS: Duration = Duration::from_millis(500);

const EVENTS: [&str; 10] = [
    "click",
    "focusin",
    "input",
    "keydown",
    "pointercancel",
    "pointerdown",
    "pointerout",
    "pointerover",
    "pointerup",
    "submit",
];

/// Turns events into queries.
pub struct Events {
    /// The vocabulary.
    pub index: Arc<Index>,
    words: &'static Words,
    /// What is asked for.
    pub query: RwSignal<Query>,
    /// What to ask where nothing is found.
    pub nearest: RwSignal<Option<Nearest>>,
    /// The years that a mark may stand for.
    years: Range<u32>,
    press: Rc<Press>,
}

/// A finger on a skill.
#[derive(Default)]
struct Press {
    timer: RefCell<Option<TimeoutHandle>>,
    /// A long press ends in a click, which must not choose what the press
    /// excluded.
    was_long: Cell<bool>,
}

impl Events {
    /// Events of the controls of this vocabulary.
    pub fn new(
        index: Arc<Index>,
        words: &'static Words,
        query: RwSignal<Query>,
        nearest: RwSignal<Option<Nearest>>,
        years: Range<u32>,
    ) -> Rc<Self> {
        Rc::new(Self {
            index,
            words,
            query,
            nearest,
            years,
            press: Rc::default(),
        })
    }

    /// Listens for as long as the page lives.
    pub fn listen(self: &Rc<Self>, controls: &Element) {
        for name in EVENTS {
            let events = self.clone();
            let options = EventListenerOptions::enable_prevent_default();
            let hear = move |event: &Event| events.hear(event);
            EventListener::new_with_options(controls, name, options, hear).forget();
        }
    }

    fn hear(self: &Rc<Self>, event: &Event) {
        let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
            return;
        };
        let button = || target.closest("button").ok().flatten();
        match event.type_().as_str() {
            "submit" => event.prevent_default(),
            "input" => self.typed(&target),
            "focusin" | "pointerover" => self.read_out(&target),
            "click" => {
                if let Some(button) = button() {
                    // Nothing is to be sent; the browser need not even begin.
                    event.prevent_default();
                    self.click(&button, event.unchecked_ref::<MouseEvent>().alt_key());
                } else if let Some((tag, year)) = self.mark_of(&target) {
                    self.ask_year(tag, year);
                }
            }
            "keydown" => {
                let key = event.unchecked_ref::<KeyboardEvent>().key();
                if self.pressed(&key, &target) {
                    event.prevent_default();
                }
            }
            "pointerdown" => {
                self.press.let_go();
                self.press.was_long.set(false);
                let is_mouse = event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse";
                if let Some(tag) = button().and_then(|button| self.tag_of(&button))
                    && !is_mouse
                {
                    self.hold(tag);
                }
            }
            _ => self.press.let_go(),
        }
    }

    fn typed(&self, target: &Element) {
        let Some(field) = target.dyn_ref::<HtmlInputElement>() else {
            return;
        };
        let value = field.value();
        self.edit(History::Replace, |next| match field.name().as_str() {
            "q" => next.set_text(&value),
            "from" => next.from = url::year(&value),
            _ => next.to = url::year(&value),
        });
    }

    fn click(&self, button: &Element, alt: bool) {
        let was_long = self.press.was_long.take();
        if let Some(tag) = self.tag_of(button) {
            if !was_long {
                self.turn(tag, alt);
            }
        } else if button.has_attribute("data-match") {
            self.edit(History::Push, |next| next.all = !next.all);
        } else if button.has_attribute("data-clear") {
            self.edit(History::Push, |next| *next = Query::default());
        } else if let Some(expanded) = button
            .get_attribute("aria-expanded")
            .filter(|_| button.has_attribute("data-unfold"))
        {
            let fold = expanded == "true";
            let _ = button.set_attribute("aria-expanded", if fold { "false" } else { "true" });
            if let Ok(Some(group)) = button.closest("tbody") {
                let _ = group.toggle_attribute_with_force("data-folded", fold);
            }
        } else if let Some(nearest) = self.nearest.get_untracked()
            && button.has_attribute("data-nearest")
        {
            self.edit(History::Push, |next| *next = nearest.query);
        }
    }

    /// What a key does on a part of the controls, if anything.
    fn pressed(&self, key: &str, target: &Element) -> bool {
        match key {
            "-" => {
                let tag = self.tag_of(target);
                if let Some(tag) = tag {
                    self.turn(tag, true);
                }
                tag.is_some()
            }
            "Enter" | " " => {
                let mark = self.mark_of(target);
                if let Some((tag, year)) = mark {
                    self.ask_year(tag, year);
                }
                mark.is_some()
            }
            "Escape" => self.step_out(target),
            _ => keys::arrow(key, target),
        }
    }

    /// Steps back: out of words, then of a mark, then of the filter, then of
    /// the controls.
    fn step_out(&self, target: &Element) -> bool {
        if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
            if field.value().is_empty() {
                let _ = field.blur();
            } else {
                field.set_value("");
                self.typed(target);
            }
        } else if !keys::leave_mark(target) {
            if self.query.with_untracked(Query::is_empty) {
                let _ = target.unchecked_ref::<HtmlElement>().blur();
            } else {
                self.edit(History::Push, |next| *next = Query::default());
            }
        }
        true
    }

    /// Says what a mark stands for.
    fn read_out(&self, target: &Element) {
        let said = self.mark_of(target).map(|(tag, year)| {
            let tag = usize::from(tag);
            let lines = Years::new(&self.index, year..year + 1).counts(&self.index, tag);
            let name = &self.index.tags[tag].name;
            said::mark(self.words, name, year, lines.iter().sum())
        });
        if let Ok(Some(line)) = browser::document().query_selector(".readout") {
            line.set_text_content(said.as_deref());
        }
    }

    /// Asks for a skill in one year, and for nothing else; asked again, for
    /// nothing.
    fn ask_year(&self, tag: u16, year: u32) {
        let year = u16::try_from(year).ok();
        self.edit(History::Push, |next| {
            let asked = Query {
                tags: vec![tag],
                from: year,
                to: year,
                ..Query::default()
            };
            *next = if *next == asked {
                Query::default()
            } else {
                asked
            };
        });
    }

    /// The skill and the year that a mark stands for.
    fn mark_of(&self, target: &Element) -> Option<(u16, u32)> {
        (target.node_name() == MARK).then_some(())?;
        let button = target
            .closest("tr")
            .ok()??
            .query_selector("button")
            .ok()??;
        Some((self.tag_of(&button)?, year_of(target, &self.years)?))
    }

    /// The query on screen, as an address holds it.
    pub fn address(&self) -> String {
        let print = |query: &Query| url::print(query, &self.index.tags);
        browser::encode(&self.query.with_untracked(print))
    }

    fn hold(self: &Rc<Self>, tag: u16) {
        let events = self.clone();
        let exclude = move || {
            events.press.was_long.set(true);
            events.turn(tag, true);
        };
        *self.press.timer.borrow_mut() = set_timeout_with_handle(exclude, LONG_PRESS).ok();
    }

    /// Chooses or excludes a tag, or lets go of it.
    pub fn turn(&self, tag: u16, without: bool) {
        self.edit(History::Push, |next| {
            if without || next.without.contains(&tag) {
                next.toggle_without(tag);
            } else {
                next.toggle(tag);
            }
        });
    }

    /// Changes the query, and the address with it.
    pub fn edit(&self, how: History, edit: impl FnOnce(&mut Query)) {
        let now = self.query.get_untracked();
        let mut next = now.clone();
        edit(&mut next);
        if next != now {
            let fields = url::print(&next, &self.index.tags);
            browser::go(browser::encode(&fields), how);
            self.query.set(next);
            browser::lay_out_early();
        }
    }

    /// The skill that a button stands for.
    fn tag_of(&self, button: &Element) -> Option<u16> {
        let name = button.get_attribute("data-skill")?;
        let at = self.index.tags.iter().position(|tag| tag.name == name)?;
        Some(at as u16)
    }
}

impl Press {
    fn let_go(&self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}
