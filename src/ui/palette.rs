//! The command palette: sections, entries, skills, downloads and commands,
//! found by a few letters.
//!
//! A combobox with a list, as the ARIA Authoring Practices have it
//! (<https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>). Never does what is
//! chosen.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::browser::{self, all, by_id};
use super::commands::{Command, ESCAPE, OFFERED};
use crate::query::Index;
use crate::words::{Word, Words};

const ID: &str = "palette";

/// What can be chosen.
#[derive(Clone)]
pub enum Choice {
    /// A section or an entry.
    Part(Element),
    /// A skill.
    Skill(u16),
    /// The page in another form.
    Download(HtmlElement),
    /// Something to do.
    Command(Command),
}

/// The palette; made when it is first opened.
pub struct Palette {
    words: &'static Words,
    found: RefCell<Vec<Found>>,
}

struct Found {
    choice: Choice,
    name: String,
    /// What is to be said of it besides.
    kind: String,
    /// Both, folded for comparison.
    text: String,
}

impl Palette {
    /// A palette that says these words.
    pub fn new(words: &'static Words) -> Self {
        Self {
            words,
            found: RefCell::default(),
        }
    }

    /// Opens it, with all there is to choose.
    pub fn open(&self, index: &Index) {
        let Some(dialog) = browser::dialog(ID, self.words.text(Word::Menu), self.words.dialog(1))
        else {
            return;
        };
        if dialog.open() {
            dialog.close();
            return;
        }
        *self.found.borrow_mut() = gather(index, self.words);
        if let Some(input) = input(&dialog) {
            input.set_value("");
        }
        let _ = dialog.show_modal();
        self.list(&dialog);
    }

    /// What a click chooses; one beside the palette closes it.
    pub fn clicked(&self, target: &Element) -> Option<Choice> {
        let dialog = shown()?;
        if target.is_same_node(Some(&dialog)) {
            dialog.close();
        }
        let option = target.closest("#choices li").ok()??;
        self.take(&dialog, &option)
    }

    /// What a key chooses; arrows go through the list.
    pub fn pressed(&self, event: &KeyboardEvent) -> Option<Choice> {
        let dialog = shown()?;
        let options = all(&dialog, "li");
        let now = options.iter().position(|it| it.id() == "choice");
        let last = options.len().checked_sub(1);
        let next = match event.key().as_str() {
            "Enter" => return self.take(&dialog, options.get(now?)?),
            "ArrowDown" => now
                .filter(|now| Some(*now) != last)
                .map_or(0, |now| now + 1),
            "ArrowUp" => now.filter(|now| *now > 0).map_or(last?, |now| now - 1),
            _ => return None,
        };
        event.prevent_default();
        if let Some(now) = now {
            mark(&options[now], false);
        }
        mark(options.get(next)?, true);
        None
    }

    /// Shows what is found by what was typed.
    pub fn typed(&self, target: &Element) {
        if let Some(dialog) = shown()
            && dialog.contains(Some(target))
        {
            self.list(&dialog);
        }
    }

    fn list(&self, dialog: &Element) {
        let (Some(input), Some(list)) = (input(dialog), by_id("choices")) else {
            return;
        };
        let typed = browser::fold(&input.value());
        list.set_inner_html("");
        let mut count = 0;
        for (at, found) in self.found.borrow().iter().enumerate() {
            if !typed
                .split_whitespace()
                .all(|word| found.text.contains(word))
            {
                continue;
            }
            if let Some(option) = option(at, found) {
                let _ = list.append_child(&option);
                if count == 0 {
                    mark(&option, true);
                }
                count += 1;
            }
        }
        // Only what is not seen anyway is said.
        if let Ok(Some(status)) = dialog.query_selector("[role=status]") {
            let nothing = self.words.text(Word::NothingFound);
            status.set_text_content((count == 0).then_some(nothing));
        }
    }

    fn take(&self, dialog: &HtmlDialogElement, option: &Element) -> Option<Choice> {
        let at: usize = option.get_attribute("data-at")?.parse().ok()?;
        // Before anything is done, as closing gives the focus back.
        dialog.close();
        Some(self.found.borrow().get(at)?.choice.clone())
    }
}

fn gather(index: &Index, words: &Words) -> Vec<Found> {
    let mut list = Vec::new();
    let mut add = |choice, name: &str, kind: &str| {
        let text = browser::fold(name) + " " + &browser::fold(kind);
        let (name, kind) = (name.to_owned(), kind.to_owned());
        list.push(Found {
            choice,
            name,
            kind,
            text,
        });
    };
    for ((command, key), name) in OFFERED.into_iter().zip(words.from(Word::Search)) {
        let key = if key == ESCAPE {
            words.text(Word::Escape)
        } else {
            key
        };
        add(Choice::Command(command), name, key);
    }
    let Some(root) = by_id("resume") else {
        return list;
    };
    for part in all(&root, ".section, .entry") {
        let kind = if part.class_name() == "section" {
            Word::Section
        } else {
            Word::Entry
        };
        let kind = words.text(kind);
        let heading = part.query_selector("h2, h3").ok().flatten();
        if let Some(name) = heading.and_then(|heading| heading.text_content()) {
            // A section without its heading would be named by its first entry.
            add(Choice::Part(part), &name, kind);
        }
    }
    for (at, tag) in index.tags.iter().enumerate() {
        add(Choice::Skill(at as u16), &tag.name, words.text(Word::Skill));
    }
    if let Some(body) = browser::document().body() {
        for link in all(&body, "a[data-export]") {
            let name = link.text_content().unwrap_or_default();
            let kind = words.text(Word::Download);
            add(Choice::Download(link.unchecked_into()), &name, kind);
        }
    }
    list
}

fn option(at: usize, found: &Found) -> Option<Element> {
    let make = |name| browser::document().create_element(name).ok();
    let option = make("li")?;
    option.set_attribute("role", "option").ok()?;
    option.set_attribute("data-at", &at.to_string()).ok()?;
    option.set_text_content(Some(&found.name));
    let kind = make("small")?;
    kind.set_text_content(Some(&found.kind));
    option.append_child(&kind).ok()?;
    mark(&option, false);
    Some(option)
}

/// Makes an option the one that Enter takes, or another one.
fn mark(option: &Element, is_active: bool) {
    option.set_id(if is_active { "choice" } else { "" });
    let selected = if is_active { "true" } else { "false" };
    let _ = option.set_attribute("aria-selected", selected);
    if is_active {
        browser::scroll_near(option);
    }
}

fn input(dialog: &Element) -> Option<HtmlInputElement> {
    dialog.query_selector("input").ok()??.dyn_into().ok()
}

/// The palette, if it is open.
fn shown() -> Option<HtmlDialogElement> {
    let dialog: HtmlDialogElement = by_id(ID)?.unchecked_into();
    dialog.open().then_some(dialog)
}
