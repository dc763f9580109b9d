//! What can be asked of the page as a whole, by key, button or palette.
//!
//! Never knows how it was asked.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

use super::events::Events;
use super::filter::History;
use super::palette::{Choice, Palette};
use super::sheet::{Sheet, unfold};
use super::{browser, help, keys, share, theme};
use crate::query::Query;
use crate::words::Words;

/// Something the page can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Go to the search box.
    Search,
    /// Open the palette.
    Palette,
    /// Show the keys.
    Keys,
    /// Turn to the next theme.
    Theme,
    /// Print.
    Print,
    /// Copy the address of what is on screen.
    CopyLink,
    /// Fold every entry to its headline.
    Fold,
    /// Open everything.
    Unfold,
    /// Take the filter away.
    Clear,
}

/// What the palette offers, and the keys that do the same. What they are
/// called are words that follow each other, from [`Word::Search`] on.
pub const OFFERED: [(Command, &str); 8] = [
    (Command::Search, "/"),
    (Command::Clear, ESCAPE),
    (Command::CopyLink, ""),
    (Command::Fold, ""),
    (Command::Unfold, ""),
    (Command::Theme, ""),
    (Command::Print, ""),
    (Command::Keys, "?"),
];

/// The one key whose name is not the same in all languages.
pub const ESCAPE: &str = "Escape";

/// The page, as commands see it.
pub struct Page {
    pub events: Rc<Events>,
    pub sheet: Rc<RefCell<Sheet>>,
    pub palette: Palette,
    pub words: &'static Words,
}

impl Page {
    /// Listens for as long as the page lives.
    pub fn listen(self: &Rc<Self>) {
        for name in ["click", "keydown", "input"] {
            let page = self.clone();
            let options = EventListenerOptions::enable_prevent_default();
            let hear = move |event: &Event| page.hear(event);
            let document = browser::document();
            EventListener::new_with_options(&document, name, options, hear).forget();
        }
    }

    fn hear(&self, event: &Event) {
        let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
            return;
        };
        let choice = match event.type_().as_str() {
            "click" => self.palette.clicked(&target),
            "keydown" => self.palette.pressed(event.unchecked_ref()),
            _ => {
                self.palette.typed(&target);
                return;
            }
        };
        if let Some(choice) = choice {
            event.prevent_default();
            self.choose(choice);
            return;
        }
        let command = if event.type_() == "click" {
            self.clicked(event.unchecked_ref(), &target)
        } else {
            keys::command(event.unchecked_ref::<KeyboardEvent>())
        };
        if let Some(command) = command {
            event.prevent_default();
            self.run(command);
        }
    }

    fn choose(&self, choice: Choice) {
        match choice {
            Choice::Part(element) => {
                unfold(&element);
                element.scroll_into_view();
                browser::focus_within(&element);
            }
            Choice::Skill(tag) => self.events.turn(tag, false),
            Choice::Download(link) => link.click(),
            Choice::Command(command) => self.run(command),
        }
    }

    /// Does it.
    pub fn run(&self, command: Command) {
        match command {
            Command::Search => {
                if let Some(field) = browser::field("q") {
                    let _ = field.focus();
                    field.select();
                }
            }
            Command::Palette => self.palette.open(&self.events.index),
            Command::Keys => help::open(self.words),
            Command::Theme => theme::switch(),
            Command::Print => browser::print(),
            Command::CopyLink => share::copy(self.words, &self.events.address(), ""),
            Command::Fold => self.sheet.borrow().fold(),
            Command::Unfold => self.sheet.borrow().unfold(),
            Command::Clear => self
                .events
                .edit(History::Push, |next| *next = Query::default()),
        }
    }

    /// What a click asks for.
    fn clicked(&self, event: &MouseEvent, target: &Element) -> Option<Command> {
        help::clicked(target);
        let within = |selector| target.closest(selector).ok().flatten();
        // With a key held, a link is the browser's.
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if let Some(anchor) = within("a.anchor").filter(|_| is_plain) {
            let href = anchor.get_attribute("href").unwrap_or_default();
            event.prevent_default();
            share::copy(self.words, "", href.trim_start_matches('#'));
            return None;
        }
        [
            ("[data-copy]", Command::CopyLink),
            ("[data-palette]", Command::Palette),
            ("[data-theme-switch]", Command::Theme),
        ]
        .into_iter()
        .find(|(selector, _)| within(selector).is_some())
        .map(|(_, command)| command)
    }
}
