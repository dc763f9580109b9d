//! The résumé's own elements: shown, hidden and folded as the matches say;
//! and the marks and bars of its years, dimmed likewise.
//!
//! Only what a new answer changes is touched. Never asks anything itself.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement};

use super::browser::{all, by_id, document};
use super::skills::groups;
use crate::query::{Bits, Index, Matches, Years};

/// The elements of the prerendered page.
pub struct Sheet {
    /// The lines; a missing one was taken out of the page.
    pub lines: Vec<Option<HtmlElement>>,
    /// The entries, and the sections below, of which none is missing.
    pub entries: Vec<Option<Element>>,
    sections: Vec<Option<Element>>,
    /// Which lines are not hidden. Lines of an entry that has nothing to show
    /// are out of sight with it, and stay as they are until it has.
    shown: Bits,
    standing_entries: Bits,
    standing_sections: Bits,
    /// The bars of those entries that have one.
    bars: Vec<Option<Element>>,
    standing_bars: Bits,
    /// The years that have a mark for each tag.
    years: Years,
    marks: Vec<Option<Element>>,
    lit: Bits,
    lit_next: Bits,
    /// How the reader had folded the page before the filter: what was open.
    folds: Option<Vec<(HtmlDetailsElement, bool)>>,
}

impl Sheet {
    /// Finds the elements of a page that shows everything.
    pub fn of(index: &Index) -> Option<Self> {
        let root = by_id("resume")?;
        let (years, marks) = find_marks(index)?;
        let mut lit = Bits::none(marks.len());
        years.lit(index, &Matches::room(index), &mut lit);
        Some(Self {
            lines: find_numbered(&root, "data-line", index.lines())
                .into_iter()
                .map(|line| line.map(JsCast::unchecked_into))
                .collect(),
            entries: find(&root, "[data-entry]", index.entries())?,
            sections: find(&root, "details.section", index.sections)?,
            bars: find_numbered(&document().document_element()?, "data-bar", index.entries()),
            shown: Bits::all(index.lines()),
            standing_entries: Bits::all(index.entries()),
            standing_sections: Bits::all(index.sections),
            standing_bars: Bits::all(index.entries()),
            years,
            marks,
            lit_next: lit.clone(),
            lit,
            folds: None,
        })
    }

    /// The years that a mark may stand for.
    pub fn years(&self) -> Range<u32> {
        self.years.first..self.years.first + self.years.len() as u32
    }

    /// Keeps how the page is folded, for when nothing is asked any more.
    pub fn keep_folds(&mut self) -> &[(HtmlDetailsElement, bool)] {
        let details = self.entries.iter().chain(&self.sections).flatten();
        let details = details.filter_map(|element| details_of(element).cloned());
        let folds = details.map(|element| (element.clone(), element.open()));
        self.folds.insert(folds.collect())
    }

    /// Shows an answer; `filtered` says whether anything was asked.
    pub fn show(&mut self, index: &Index, matches: &Matches, filtered: bool) {
        if filtered && self.folds.is_none() {
            // A filter opens what it finds something in, however it was folded.
            for (element, open) in self.keep_folds() {
                if !*open {
                    element.set_open(true);
                }
            }
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

    /// Dims the bars and marks of what an answer leaves out.
    pub fn dim(&mut self, index: &Index, matches: &Matches) {
        self.years.lit(index, matches, &mut self.lit_next);
        for (elements, now, before) in [
            (&self.bars, &matches.entries, &mut self.standing_bars),
            (&self.marks, &self.lit_next, &mut self.lit),
        ] {
            before.follow(now, |at, is_lit| {
                if let Some(Some(element)) = elements.get(at) {
                    let _ = element.toggle_attribute_with_force("data-dim", !is_lit);
                }
                true
            });
        }
    }

    /// Folds every entry to its headline.
    pub fn fold(&self) {
        for details in self.entries.iter().flatten().filter_map(details_of) {
            details.set_open(false);
        }
    }

    /// Opens everything that has something to show.
    pub fn unfold(&self) {
        let elements = self.entries.iter().chain(&self.sections).flatten();
        for details in elements.filter_map(details_of) {
            details.set_open(!details.has_attribute("data-empty"));
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

/// Elements that are known by their order: nothing, if some were taken out.
fn find(root: &Element, selector: &str, count: usize) -> Option<Vec<Option<Element>>> {
    let found: Vec<_> = all(root, selector).into_iter().map(Some).collect();
    (found.len() == count).then_some(found)
}

/// Elements that know their numbers, which count where something has removed
/// one.
fn find_numbered(root: &Element, attribute: &str, count: usize) -> Vec<Option<Element>> {
    let mut elements = vec![None; count];
    for element in all(root, &("[".to_owned() + attribute + "]")) {
        let number = element.get_attribute(attribute);
        if let Some(place) = number
            .and_then(|number| number.parse::<usize>().ok())
            .and_then(|number| elements.get_mut(number))
        {
            *place = Some(element);
        }
    }
    elements
}

/// The marks, tag by tag and year by year.
fn find_marks(index: &Index) -> Option<(Years, Vec<Option<Element>>)> {
    let form = by_id("filter")?;
    let head = form.query_selector("thead th").ok()?;
    let number = |name: &str| head.as_ref()?.get_attribute(name)?.parse().ok();
    let first: u32 = number("data-first").unwrap_or(0);
    let years = first..first + number("data-years").unwrap_or(0);
    let mut marks = vec![None; index.tags.len() * years.len()];
    let mut rows = all(&form, "tbody tr").into_iter();
    for (skill, keywords) in groups(index) {
        for tag in [skill].into_iter().chain(keywords) {
            for mark in rows.next().iter().flat_map(|row| all(row, MARK)) {
                let place =
                    year_of(&mark, &years).map(|year| tag * years.len() + (year - first) as usize);
                if let Some(place) = place.and_then(|place| marks.get_mut(place)) {
                    *place = Some(mark);
                }
            }
        }
    }
    Some((Years::new(index, years), marks))
}

/// What is a mark.
pub const MARK: &str = "circle";

/// The year in whose middle a mark stands: it says so in tenths of a percent of the row.
pub fn year_of(mark: &Element, years: &Range<u32>) -> Option<u32> {
    let place = mark.get_attribute("cx")?;
    let digits = place.bytes().filter(u8::is_ascii_digit).take(4);
    let tenths = digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    let year = years.start + tenths * years.len() as u32 / 1000;
    // Another program may have moved it.
    years.contains(&year).then_some(year)
}
