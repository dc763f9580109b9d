//! Marks in the text of lines, where a search found its words.
//!
//! Leaves the page as it was when they are gone. Never searches the index.

use web_sys::{Element, Node, Text};

use super::browser::{document, fold};
use crate::query::{Bits, Term};

/// The marks that are in the page.
#[derive(Default)]
pub struct Marks(Vec<Element>);

impl Marks {
    /// Takes all marks away.
    pub fn clear(&mut self) {
        for mark in self.0.drain(..) {
            let Some(parent) = mark.parent_node() else {
                continue;
            };
            while let Some(child) = mark.first_child() {
                let _ = parent.insert_before(&child, Some(&mark));
            }
            let _ = parent.remove_child(&mark);
            parent.normalize();
        }
    }

    /// Marks what the terms find in a line, but not in the lines under it.
    pub fn add(&mut self, line: &Element, terms: &[Term]) {
        let mut texts = Vec::new();
        gather(line, &mut texts);
        // The words of the line, folded; for every byte of them the letter
        // that it comes from, counted in UTF-16 as the DOM does.
        let mut folded = String::new();
        let mut origins = Vec::new();
        let mut starts = Vec::new();
        let mut length = 0;
        for text in &texts {
            starts.push(length);
            for letter in text.data().chars() {
                folded.push_str(&fold(letter.encode_utf8(&mut [0; 4])));
                let next = length + letter.len_utf16() as u32;
                origins.resize(folded.len(), (length, next));
                length = next;
            }
        }
        let mut found = Bits::none(length as usize);
        for term in terms.iter().filter(|term| !term.without) {
            for (at, _) in folded.match_indices(&term.text) {
                let (first, _) = origins[at];
                let (_, last) = origins[at + term.text.len() - 1];
                (first..last).for_each(|letter| found.add(letter as usize));
            }
        }
        // From the end, so that what is still to be marked keeps its place.
        for (text, start) in texts.iter().zip(starts).rev() {
            let mut end = start + text.length();
            while end > start {
                let is_found = |letter: u32| found.has(letter as usize);
                let first = (start..end)
                    .rev()
                    .find(|letter| is_found(*letter) != is_found(end - 1));
                let first = first.map_or(start, |letter| letter + 1);
                if is_found(first) {
                    self.wrap(text, first - start, end - start);
                }
                end = first;
            }
        }
    }

    /// Puts a mark around a part of a text.
    fn wrap(&mut self, text: &Text, from: u32, to: u32) {
        if to < text.length() {
            let _ = text.split_text(to);
        }
        let part = if from > 0 {
            let Ok(part) = text.split_text(from) else {
                return;
            };
            part
        } else {
            text.clone()
        };
        let (Ok(mark), Some(parent)) = (document().create_element("mark"), part.parent_node())
        else {
            return;
        };
        let _ = parent.insert_before(&mark, Some(&part));
        let _ = mark.append_child(&part);
        self.0.push(mark);
    }
}

/// The texts of a line, but not of the list under it.
fn gather(node: &Node, texts: &mut Vec<Text>) {
    use wasm_bindgen::JsCast;
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        match child.dyn_into::<Text>() {
            Ok(text) => texts.push(text),
            Err(child) if child.node_name() != "UL" => gather(&child, texts),
            Err(_) => {}
        }
    }
}
