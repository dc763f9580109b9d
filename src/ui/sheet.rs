//! The résumé's own elements: shown, hidden and folded as the matches say.
//!
//! Only what a new answer changes is touched. Never asks anything itself.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement};

use super::browser::{all, by_id};
use crate::query::{Bits, Index, Matches};

/// The elements of the prerendered page.
pub struct Sheet {
    /// The lines; a missing one was taken out of the page.
    pub lines: Vec<Option<HtmlElement>>,
    /// The entries.
    pub entries: Vec<Option<Element>>,
    sections: Vec<Option<Element>>,
    /// Which lines are not hidden. Lines of an entry that has nothing to show
    /// are out of sight with it, and stay as they are until it has.
    shown: Bits,
    standing_entries: Bits,
    standing_sections: Bits,
    /// How the reader had folded the page before the filter: what was open.
    folds: Option<Vec<(HtmlDetailsElement, bool)>>,
}

impl Sheet {
    /// Finds the elements of a page that shows everything.
    pub fn of(index: &Index) -> Option<Self> {
        let root = by_id("resume")?;
        Some(Self {
            lines: find_lines(&root, index.lines()),
            entries: find(&root, "[data-entry]", index.entries()),
            sections: find(&root, "details.section", index.sections),
            shown: Bits::all(index.lines()),
            standing_entries: Bits::all(index.entries()),
            standing_sections: Bits::all(index.sections),
            folds: None,
        })
    }

    /// Shows an answer; `filtered` says whether anything was asked.
    pub fn show(&mut self, index: &Index, matches: &Matches, filtered: bool) {
        if filtered && self.folds.is_none() {
            let details = self.entries.iter().chain(&self.sections).flatten();
            let details = details.filter_map(|element| details_of(element).cloned());
            let folds: Vec<_> = details
                .map(|element| (element.clone(), element.open()))
                .collect();
            // A filter opens what it finds something in, however it was folded.
            for (element, open) in &folds {
                if !open {
                    element.set_open(true);
                }
            }
            self.folds = Some(folds);
        }
        let lines = &self.lines;
        self.shown.follow(&matches.shown, |at, shown| {
            let stands = matches.entries.has(index.entry_of[at] as usize);
            if stands && let Some(line) = &lines[at] {
                line.set_hidden(!shown);
            }
            stands
        });
        stand(&self.entries, &matches.entries, &mut self.standing_entries);
        stand(
            &self.sections,
            &matches.sections,
            &mut self.standing_sections,
        );
        if !filtered && let Some(folds) = self.folds.take() {
            for (element, open) in &folds {
                if element.open() != *open {
                    element.set_open(*open);
                }
            }
        }
    }
}

/// Opens an element and all that it is folded into.
pub fn unfold(element: &Element) {
    let mut next = Some(element.clone());
    while let Some(element) = next {
        if let Some(details) = details_of(&element) {
            details.set_open(true);
        }
        next = element.parent_element();
    }
}

/// Folds what has nothing to show, and opens what has.
fn stand(elements: &[Option<Element>], now: &Bits, before: &mut Bits) {
    before.follow(now, |at, stands| {
        if let Some(Some(element)) = elements.get(at) {
            let _ = element.toggle_attribute_with_force("data-empty", !stands);
            if let Some(details) = details_of(element) {
                details.set_open(stands);
            }
        }
        true
    });
}

fn details_of(element: &Element) -> Option<&HtmlDetailsElement> {
    element.dyn_ref()
}

fn find(root: &Element, selector: &str, count: usize) -> Vec<Option<Element>> {
    let mut found: Vec<_> = all(root, selector).into_iter().map(Some).collect();
    found.resize(count, None);
    found
}

/// Lines know their numbers, which count where something has removed one.
fn find_lines(root: &Element, count: usize) -> Vec<Option<HtmlElement>> {
    let found = all(root, "li[data-line]");
    if found.len() == count {
        return found
            .into_iter()
            .map(|line| Some(line.unchecked_into()))
            .collect();
    }
    let mut lines = vec![None; count];
    for line in found {
        let number = line.get_attribute("data-line");
        if let Some(place) = number
            .and_then(|number| number.parse::<usize>().ok())
            .and_then(|number| lines.get_mut(number))
        {
            *place = Some(line.unchecked_into());
        }
    }
    lines
}
