//! Everything that a résumé says, leaf by leaf, to be looked for in a form.
//!
//! Never knows a form.

use resume::model::{Inline, Line, Resume, Span};

/// What a form has to show.
#[derive(Debug)]
pub enum Leaf {
    Words(String),
    /// Where a link leads.
    Href(String),
}

/// Words with single spaces between them.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is said of how to reach the person.
pub fn contact(resume: &Resume) -> Vec<Leaf> {
    let person = &resume.person;
    let mut leaves = Leaves::default();
    leaves.words(&person.name);
    let texts = [&person.label, &person.phone, &person.address, &person.email];
    texts
        .into_iter()
        .flatten()
        .for_each(|text| leaves.words(text));
    person.url.iter().for_each(|url| leaves.href(url));
    for profile in &person.profiles {
        leaves.words(&profile.network);
        profile.url.iter().for_each(|url| leaves.href(url));
        profile.note.iter().for_each(|note| leaves.words(note));
        // An address that holds it says it.
        let within = |name: &&String| profile.url.as_ref().is_some_and(|url| url.contains(*name));
        let username = profile.username.iter().filter(|name| !within(name));
        username.for_each(|name| leaves.words(name));
    }
    leaves.0
}

/// All that a résumé says.
pub fn all(resume: &Resume) -> Vec<Leaf> {
    let mut leaves = Leaves(contact(resume));
    for section in &resume.sections {
        leaves.words(&section.title);
        for entry in &section.entries {
            let names = [&entry.title, &entry.organisation];
            names
                .into_iter()
                .flatten()
                .for_each(|name| leaves.inline(name));
            entry.place.iter().for_each(|place| leaves.words(place));
            entry.url.iter().for_each(|url| leaves.href(url));
            if let Some(period) = resume.language.period(entry) {
                leaves.words(&period);
            }
            leaves.lines(&entry.lines);
        }
    }
    resume.tags.iter().for_each(|tag| leaves.words(&tag.name));
    leaves.0
}

#[derive(Default)]
struct Leaves(Vec<Leaf>);

impl Leaves {
    fn words(&mut self, text: &str) {
        let words = fold(text);
        if !words.is_empty() {
            self.0.push(Leaf::Words(words));
        }
    }

    fn href(&mut self, href: &str) {
        self.0.push(Leaf::Href(href.to_owned()));
    }

    fn lines(&mut self, lines: &[Line]) {
        for line in lines {
            self.inline(&line.text);
            self.lines(&line.lines);
        }
    }

    fn inline(&mut self, text: &Inline) {
        for span in &text.0 {
            match span {
                Span::Text(text) | Span::Code(text) => self.words(text),
                Span::Emphasis(inner) | Span::Strong(inner) => self.inline(inner),
                Span::Link { href, text } => {
                    self.inline(text);
                    self.href(href);
                }
            }
        }
    }
}
