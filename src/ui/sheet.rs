//! The résumé's own elements: shown, hidden and folded as the matches say.
//!
//! Only what a new answer changes is touched. Never asks anything itself.

use web_sys::Element;

use super::browser::{all, by_id};
use crate::query::{Bits, Data, Matches};

/// The elements of the prerendered page.
pub struct Sheet {
    lines: Vec<Option<Element>>,
    entries: Vec<Option<Element>>,
    sections: Vec<Option<Element>>,
    /// What stands at the moment.
    shown: Bits,
    open_entries: Bits,
    open_sections: Bits,
    /// How the reader had folded the page before the filter: which elements
    /// were open.
    folds: Option<Vec<(Element, bool)>>,
}

impl Sheet {
    /// Finds the elements of a page that shows everything.
    pub fn of(data: &Data) -> Option<Self> {
        let root = by_id("resume")?;
        let (lines, entries, sections) =
            (data.lines.len(), data.entries.len(), data.sections.len());
        Some(Self {
            lines: find_lines(&root, lines),
            entries: find(&root, "[data-entry]", entries),
            sections: find(&root, "details.section", sections),
            shown: Bits::all(lines),
            open_entries: Bits::all(entries),
            open_sections: Bits::all(sections),
            folds: None,
        })
    }

    /// Shows an answer; `filtered` says whether anything was asked.
    pub fn show(&mut self, matches: &Matches, filtered: bool) {
        if filtered && self.folds.is_none() {
            let details = self.entries.iter().chain(&self.sections).flatten();
            let folds: Vec<_> = (details.filter(|element| is_details(element)))
                .map(|element| (element.clone(), is_open(element)))
                .collect();
            // A filter opens what it finds something in, however it was folded.
            for (element, _) in &folds {
                fold(element, true);
            }
            self.folds = Some(folds);
        }
        matches.shown.each_change(&self.shown, |at, shown| {
            if let Some(Some(line)) = self.lines.get(at) {
                let _ = line.toggle_attribute_with_force("hidden", !shown);
            }
        });
        self.shown.clone_from(&matches.shown);
        stand(&self.entries, &matches.entries, &mut self.open_entries);
        stand(&self.sections, &matches.sections, &mut self.open_sections);
        if !filtered && let Some(folds) = self.folds.take() {
            for (element, open) in &folds {
                fold(element, *open);
            }
        }
    }
}

/// Opens an element and all that it is folded into.
pub fn unfold(element: &Element) {
    let mut next = Some(element.clone());
    while let Some(element) = next {
        if is_details(&element) {
            fold(&element, true);
        }
        next = element.parent_element();
    }
}

/// Folds what has nothing to show, and opens what has.
fn stand(elements: &[Option<Element>], now: &Bits, before: &mut Bits) {
    now.each_change(before, |at, stands| {
        if let Some(Some(element)) = elements.get(at) {
            let _ = element.toggle_attribute_with_force("data-empty", !stands);
            if is_details(element) {
                fold(element, stands);
            }
        }
    });
    before.clone_from(now);
}

fn fold(element: &Element, open: bool) {
    let _ = element.toggle_attribute_with_force("open", open);
}

fn is_open(element: &Element) -> bool {
    element.has_attribute("open")
}

fn is_details(element: &Element) -> bool {
    element.tag_name() == "DETAILS"
}

fn find(root: &Element, selector: &str, count: usize) -> Vec<Option<Element>> {
    let mut found: Vec<_> = all(root, selector).into_iter().map(Some).collect();
    found.resize(count, None);
    found
}

/// Lines know their numbers, which count where something has removed one.
fn find_lines(root: &Element, count: usize) -> Vec<Option<Element>> {
    let found = all(root, "li[data-line]");
    if found.len() == count {
        return found.into_iter().map(Some).collect();
    }
    let mut lines = vec![None; count];
    for line in found {
        let number = line.get_attribute("data-line");
        if let Some(place) = number
            .and_then(|number| number.parse::<usize>().ok())
            .and_then(|number| lines.get_mut(number))
        {
            *place = Some(line);
        }
    }
    lines
}
