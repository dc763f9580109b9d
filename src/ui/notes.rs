//! What is added to lines once they are painted and the reader pauses: why
//! they are there, and where the words were found.
//!
//! Never decides what is shown; never holds up a frame.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::marks::Marks;
use super::said;
use super::sheet::Sheet;
use crate::query::{Bits, Index, Matches, Nearest, Query, Why, nearest};

/// How long the reader has to pause for the notes to be written: while words
/// are being typed, notes on half of one help nobody.
const PAUSE: Duration = Duration::from_millis(100);

/// How many lines are looked at before the browser may do something else.
const BATCH: usize = 1_000;

/// The notes of a page.
#[derive(Clone)]
pub struct Notes(Rc<RefCell<Inner>>);

struct Inner {
    index: Arc<Index>,
    sheet: Rc<RefCell<Sheet>>,
    query: RwSignal<Query>,
    matches: Memo<Matches>,
    nearest: RwSignal<Option<Nearest>>,
    marks: Marks,
    /// The entries near the screen; watched from the first search on.
    near: Bits,
    observer: Option<IntersectionObserver>,
    /// What is written at each line.
    written: Vec<Option<Why>>,
    /// Counts answers, so that a batch knows when it is late.
    answer: u32,
}

impl Notes {
    /// A page without notes.
    pub fn new(
        index: Arc<Index>,
        sheet: Rc<RefCell<Sheet>>,
        query: RwSignal<Query>,
        matches: Memo<Matches>,
        nearest: RwSignal<Option<Nearest>>,
    ) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            near: Bits::none(index.entries()),
            written: vec![None; index.lines()],
            index,
            sheet,
            query,
            matches,
            nearest,
            marks: Marks::default(),
            observer: None,
            answer: 0,
        })))
    }

    /// Brings the notes up to date, once the reader pauses.
    pub fn update(&self) {
        let answer = {
            let mut notes = self.0.borrow_mut();
            notes.answer = notes.answer.wrapping_add(1);
            notes.answer
        };
        let notes = self.clone();
        let write = move || {
            notes.offer(answer);
            notes.mark(answer);
            notes.explain(answer, 0);
        };
        set_timeout(write, PAUSE);
    }

    /// Where nothing is found, looks for what would find something.
    fn offer(&self, answer: u32) {
        let notes = self.0.borrow();
        if notes.answer != answer {
            return;
        }
        let nothing = notes
            .matches
            .with_untracked(|matches| matches.entries.is_empty());
        let offer = nothing.then(|| {
            notes
                .query
                .with_untracked(|query| nearest(&notes.index, query))
        });
        let offer = offer.flatten();
        if notes.nearest.with_untracked(|now| *now != offer) {
            notes.nearest.set(offer);
        }
    }

    /// Marks the words in the lines near the screen.
    fn mark(&self, answer: u32) {
        let searched = {
            let mut notes = self.0.borrow_mut();
            if notes.answer != answer {
                return;
            }
            notes.marks.clear();
            notes
                .matches
                .with_untracked(|matches| !matches.terms.is_empty())
        };
        if !searched {
            return;
        }
        if self.0.borrow().observer.is_none() {
            self.watch();
        } else {
            let mut notes = self.0.borrow_mut();
            let mut near = Vec::new();
            notes.near.each(|entry| near.push(entry));
            for entry in near {
                notes.mark_entry(entry);
            }
        }
    }

    /// Has the browser say which entries come near the screen.
    fn watch(&self) {
        let notes = self.clone();
        let seen = move |changes: js_sys::Array| {
            let mut notes = notes.0.borrow_mut();
            for change in changes.iter() {
                let change: IntersectionObserverEntry = change.unchecked_into();
                let is_near = change.is_intersecting();
                let Some(entry) = notes.entry_of(&change.target()) else {
                    continue;
                };
                if is_near && !notes.near.has(entry) {
                    notes.mark_entry(entry);
                }
                notes.near.set(entry, is_near);
            }
        };
        let seen = Closure::<dyn FnMut(js_sys::Array)>::new(seen).into_js_value();
        let options = IntersectionObserverInit::new();
        options.set_root_margin("50%");
        let mut notes = self.0.borrow_mut();
        let observer = IntersectionObserver::new_with_options(seen.unchecked_ref(), &options).ok();
        if let Some(observer) = &observer {
            for entry in notes.sheet.borrow().entries.iter().flatten() {
                observer.observe(entry);
            }
        }
        notes.observer = observer;
    }

    /// Writes at each line why it is there, a batch at a time.
    fn explain(&self, answer: u32, from: usize) {
        let mut notes = self.0.borrow_mut();
        if notes.answer != answer || from >= notes.index.lines() {
            return;
        }
        let to = (from + BATCH).min(notes.index.lines());
        notes.explain_lines(from, to);
        let notes = self.clone();
        set_timeout(move || notes.explain(answer, to), Duration::ZERO);
    }
}

impl Inner {
    fn mark_entry(&mut self, entry: usize) {
        let sheet = self.sheet.borrow();
        self.matches.with_untracked(|matches| {
            let lines = self.index.lines_of(entry);
            for line in lines.filter(|line| matches.matching.has(*line)) {
                if let Some(line) = &sheet.lines[line] {
                    self.marks.add(line, &matches.terms);
                }
            }
        });
    }

    fn entry_of(&self, element: &Element) -> Option<usize> {
        let sheet = self.sheet.borrow();
        sheet
            .entries
            .iter()
            .position(|entry| entry.as_ref() == Some(element))
    }

    fn explain_lines(&mut self, from: usize, to: usize) {
        let sheet = self.sheet.borrow();
        let (index, written) = (&self.index, &mut self.written);
        self.query.with_untracked(|query| {
            self.matches.with_untracked(|matches| {
                for (line, written) in written.iter_mut().enumerate().take(to).skip(from) {
                    let why = if query.is_empty() {
                        None
                    } else {
                        index.why(query, matches, line)
                    };
                    // What is hidden may keep its note until it is shown.
                    let hidden = why.is_none() && !query.is_empty();
                    if hidden || *written == why {
                        continue;
                    }
                    *written = why;
                    if let Some(element) = &sheet.lines[line] {
                        let _ = match why {
                            Some(why) => element.set_attribute("data-why", said::why(why)),
                            None => element.remove_attribute("data-why"),
                        };
                    }
                }
            });
        });
    }
}
