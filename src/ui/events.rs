//! What the reader does to the controls, as queries.
//!
//! One listener for all of them. Never shows anything.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::browser;
use super::filter::History;
use crate::query::{Index, Nearest, Query};
use crate::url;

/// How long a press has to last to count as a long one.
const LONG_PRESS: Duration = Duration::from_millis(500);

const EVENTS: [&str; 8] = [
    "click",
    "input",
    "keydown",
    "pointercancel",
    "pointerdown",
    "pointerout",
    "pointerup",
    "submit",
];

/// Turns events into queries.
pub struct Events {
    /// The vocabulary.
    pub index: Arc<Index>,
    /// What is asked for.
    pub query: RwSignal<Query>,
    /// What to ask where nothing is found.
    pub nearest: RwSignal<Option<Nearest>>,
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
        query: RwSignal<Query>,
        nearest: RwSignal<Option<Nearest>>,
    ) -> Rc<Self> {
        Rc::new(Self {
            index,
            query,
            nearest,
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
            "click" => {
                if let Some(button) = button() {
                    // Nothing is to be sent; the browser need not even begin.
                    event.prevent_default();
                    self.click(&button, event.unchecked_ref::<MouseEvent>().alt_key());
                }
            }
            "keydown" => {
                if event.unchecked_ref::<KeyboardEvent>().key() == "-"
                    && let Some(tag) = button().and_then(|button| self.tag_of(&button))
                {
                    event.prevent_default();
                    self.turn(tag, true);
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
        } else if let Some(nearest) = self.nearest.get_untracked()
            && button.has_attribute("data-nearest")
        {
            self.edit(History::Push, |next| *next = nearest.query);
        }
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
    fn turn(&self, tag: u16, without: bool) {
        self.edit(History::Push, |next| {
            if without || next.without.contains(&tag) {
                next.toggle_without(tag);
            } else {
                next.toggle(tag);
            }
        });
    }

    fn edit(&self, how: History, edit: impl FnOnce(&mut Query)) {
        let now = self.query.get_untracked();
        let mut next = now.clone();
        edit(&mut next);
        if next != now {
            browser::go(url::print(&next, &self.index.tags), how);
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
