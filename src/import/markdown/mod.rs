//! Markdown as pandoc reads it (<https://pandoc.org/MANUAL.html>), in the
//! styles in which people keep a résumé: definition lists of dates, headings
//! for each job, plain lists.
//!
//! Comments are noted and left out, those of our own export, too: they say what
//! Markdown cannot show, and would be read in `blocks`, where `Piece::Comment`
//! is.
//!
//! Never writes YAML.

mod blocks;
mod entries;
mod html;
mod inline;
mod lines;
mod meta;
mod skills;
mod tidy;

use blocks::{Block, Document, is_section};
use entries::Entries;

use super::contact::Contact;
use super::dates;
use super::draft::{Draft, Map, Section};
use super::kinds;
use super::rich::{BREAK, Rich};
use super::titles;
use crate::source::{Problem, quote};

/// Reads a whole text.
pub fn read(text: &str) -> (Draft, Vec<Problem>) {
    let Document {
        meta,
        blocks,
        mut notes,
    } = blocks::read(text);
    let mut contact = Contact::default();
    let mut draft = Draft::default();
    if let Some(range) = meta {
        meta::read(text, range, &mut contact, &mut draft, &mut notes);
    }
    let mut reader = Reader {
        contact,
        draft,
        notes,
        about: Vec::new(),
    };
    reader.document(blocks);
    reader.finish()
}

struct Reader {
    contact: Contact,
    draft: Draft,
    notes: Vec<Problem>,
    /// Paragraphs about the person.
    about: Vec<String>,
}

impl Reader {
    fn document(&mut self, mut blocks: Vec<Block>) {
        self.title_block(&mut blocks);
        let level = self.title(&mut blocks);
        let first = blocks.iter().position(|block| is_section(block, level));
        let rest = blocks.split_off(first.unwrap_or(blocks.len()));
        self.preamble(blocks);
        let mut rest = rest.into_iter().peekable();
        while let Some(block) = rest.next() {
            let Block::Heading(_, title) = block else {
                continue;
            };
            let mut body = Vec::new();
            while let Some(block) = rest.next_if(|block| !is_section(block, level)) {
                body.push(block);
            }
            self.section(&title, body);
        }
    }

    /// `% Title`, each line of which begins so.
    fn title_block(&mut self, blocks: &mut Vec<Block>) {
        let Some(Block::Paragraph(text)) = blocks.first() else {
            return;
        };
        if text.0.first().is_none_or(|letter| letter.c != '%') {
            return;
        }
        let lines = text.lines();
        let mut left = Rich::default();
        for (number, line) in lines.into_iter().enumerate() {
            let line = line.trimmed_of(|c| c.is_whitespace() || c == '%');
            match number {
                0 => left = self.named(line),
                _ if dates::whole(&line.words()).is_some() => {
                    let message = format!("{} is the date of the document", quote(&line.words()));
                    self.notes
                        .push(Problem::hint(line.span(), message).help("left out"));
                }
                _ => left.join(&BREAK.to_string(), line),
            }
        }
        blocks.remove(0);
        if !left.is_blank() {
            blocks.insert(0, Block::Paragraph(left));
        }
    }

    /// Takes a name from a title: the rest of it.
    fn named(&mut self, title: Rich) -> Rich {
        let mut parts = Vec::new();
        let mut cut = vec![title];
        for between in [" | ", " – ", " — ", " - ", ", ", ": ", " · ", " • "] {
            cut = cut.iter().flat_map(|part| split(part, between)).collect();
        }
        for part in cut {
            let heading = matches!(kinds::of(&part.words()), Some("title" | "summary"));
            if !heading && self.contact.basics.get("name").is_none() {
                self.contact
                    .basics
                    .put("name", part.trimmed_of(is_edge).words());
            } else if !heading {
                parts.push(part);
            }
        }
        let mut left = Rich::default();
        for part in parts {
            left.join(", ", part);
        }
        left
    }

    /// Takes the heading that is the title: the level of sections.
    fn title(&mut self, blocks: &mut Vec<Block>) -> usize {
        let known = |text: &Rich| matches!(kinds::of(&text.words()), Some(kind) if kind != "title");
        let first = blocks
            .iter()
            .position(|block| matches!(block, Block::Heading(..)));
        if let Some(at) = first
            && let Block::Heading(_, text) = blocks[at].clone()
            && (!known(&text) || at == 0 && text.words().to_lowercase().starts_with("resume"))
            && self.contact.basics.get("name").is_none()
        {
            blocks.remove(at);
            let left = self.named(text);
            if !left.is_blank() {
                blocks.insert(at, Block::Paragraph(left));
            }
        }
        let levels = blocks.iter().filter_map(|block| match block {
            Block::Heading(level, text) => Some((*level, known(text))),
            _ => None,
        });
        let levels: Vec<_> = levels.collect();
        let sure = levels
            .iter()
            .filter(|(_, known)| *known)
            .map(|(level, _)| *level)
            .min();
        sure.or(levels.iter().map(|(level, _)| *level).min())
            .unwrap_or(1)
    }

    /// What stands before all sections.
    fn preamble(&mut self, blocks: Vec<Block>) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => self.preface(&text),
                Block::Heading(_, text) => {
                    if self.contact.basics.get("name").is_none() {
                        self.contact.basics.put("name", text.words());
                    } else {
                        self.preface(&text);
                    }
                }
                Block::Quote(inner) => self.preamble(inner),
                Block::Rule => {}
                Block::Table(rows) => rows.into_iter().for_each(|row| self.row(row)),
                block => blocks::texts(&[block])
                    .iter()
                    .for_each(|text| self.preface(text)),
            }
        }
    }

    /// A label and what it is for, or cells that have nothing to do with each
    /// other.
    fn row(&mut self, row: Vec<Rich>) {
        let row: Vec<_> = row.into_iter().filter(|cell| !cell.is_blank()).collect();
        match &row[..] {
            [label, value] if !Contact::is_contact(label) && label.lower().len() < 30 => {
                let mut text = label.clone().trimmed_of(|c| c.is_whitespace() || c == ':');
                text.join(": ", value.clone());
                self.preface(&text);
            }
            cells => cells.iter().for_each(|cell| self.preface(cell)),
        }
    }

    fn preface(&mut self, text: &Rich) {
        if text.is_blank() {
            return;
        }
        let mut left = text.clone();
        if self.contact.basics.get("name").is_none() && !Contact::is_contact(&text.lines()[0]) {
            let lines = text.lines();
            if lines[0].words().split_whitespace().count() <= 6 {
                let message = format!("{} was taken for the name", quote(&lines[0].words()));
                self.notes
                    .push(Problem::hint(lines[0].span(), message).help("no heading says it"));
                self.contact.basics.put("name", lines[0].words());
                let cut = lines
                    .get(1)
                    .and_then(|next| text.0.iter().position(|letter| letter.at == next.0[0].at));
                left = text.slice(cut.unwrap_or(text.len())..text.len());
            }
        }
        if left.is_blank() {
            return;
        }
        // A paragraph is one for its whole length.
        let long = left.words().split_whitespace().count() > 25
            && left.0.iter().all(|letter| letter.c != BREAK);
        if long && !Contact::is_contact(&left) {
            self.about.push(left.markdown());
            return;
        }
        let beside = Contact::is_contact(&left);
        for bit in self.contact.take(&left, &mut self.notes) {
            self.unplaced(&bit, beside);
        }
    }

    /// Words in a contact block that are no way to reach anyone; `beside`
    /// words that are.
    fn unplaced(&mut self, bit: &Rich, beside: bool) {
        let words = bit.words();
        if !words.contains(char::is_alphanumeric) {
            return;
        }
        let brief = words.split_whitespace().count() <= 8 && !words.ends_with('.');
        let brief = brief && bit.link().is_none();
        let label = self.contact.basics.get("label").is_none();
        let title = titles::is_title(&words);
        let place = self.contact.has_address() || beside && bit.stressed() == 0;
        if brief && label && (title || !place) {
            if title {
                self.contact.basics.put("label", words);
            } else {
                self.headline(bit, words);
            }
        } else if brief && !title {
            self.contact.place(bit, &mut self.notes);
        } else {
            self.about.push(bit.markdown());
        }
    }

    /// Takes words for the headline that are not known as one.
    fn headline(&mut self, text: &Rich, words: String) {
        let message = format!("{} was taken for the headline", quote(&words));
        self.notes.push(Problem::hint(text.span(), message));
        self.contact.basics.put("label", words);
    }

    fn section(&mut self, title: &Rich, mut body: Vec<Block>) {
        self.closing(&mut body);
        let words = title.words();
        let kind = kinds::of(&words).unwrap_or_default();
        let plain = body
            .iter()
            .all(|block| matches!(block, Block::Paragraph(_) | Block::Rule));
        if kind == "basics" {
            self.preamble(body);
            return;
        }
        let label = self.contact.basics.get("label").is_none();
        if body.is_empty() && kind.is_empty() && label && self.draft.sections.is_empty() {
            self.headline(title, words);
            return;
        }
        let summary = kind == "summary" && plain && !self.draft.has("summary");
        if summary {
            let texts = blocks::texts(&body);
            let texts = texts
                .iter()
                .flat_map(|text| text.split(|letter| letter.c == BREAK));
            self.about.extend(texts.map(|text| text.markdown()));
            let section = self.draft.section("summary");
            section.title = Some(words);
            return;
        }
        let own = ["", "summary", "title"].contains(&kind) || self.draft.has(kind);
        let key = if own {
            self.draft.free_key(&words)
        } else {
            kind.to_owned()
        };
        let mut section = Section {
            key,
            title: Some(words.clone()),
            ..Section::default()
        };
        let kind = if own && !self.draft.has(kind) {
            ""
        } else {
            kind
        };
        match kind {
            "skills" if section.key == "skills" => {
                skills::read(&body, &mut section, &mut self.notes);
            }
            // The keys of its own kind are known in its own section alone.
            _ => Entries::read(&section.key.clone(), &body, &mut section, &mut self.notes),
        }
        if section.entries.is_empty() {
            let intro = section.summary.take();
            let mut entry = Map::default();
            entry.put("summary", intro.unwrap_or_default());
            if entry.is_empty() {
                entry.put("name", title.markdown());
                let message = format!("nothing stands under {}", quote(&words));
                self.notes.push(Problem::hint(title.span(), message));
            }
            section.entries.push(entry);
        }
        self.draft.add(section);
    }

    /// Takes a contact block from the end of a section.
    fn closing(&mut self, body: &mut Vec<Block>) {
        while let Some(block) = body.last() {
            let at = body.len() - 1;
            let ruled = at > 0 && matches!(body[at - 1], Block::Rule);
            let quoted = matches!(block, Block::Quote(_));
            let texts = blocks::texts(std::slice::from_ref(block));
            let contact = !texts.is_empty() && texts.iter().all(Contact::is_contact);
            if !(contact && (ruled || quoted)) {
                return;
            }
            body.pop();
            for text in texts {
                for bit in self.contact.take(&text, &mut self.notes) {
                    self.unplaced(&bit, true);
                }
            }
        }
    }

    fn finish(mut self) -> (Draft, Vec<Problem>) {
        if self.contact.basics.get("name").is_none() {
            let message = "no name was found";
            self.notes
                .push(Problem::hint(0..0, message).help("write it in `basics`"));
            self.contact.basics.put("name", "Your Name");
        }
        if !self.about.is_empty() {
            self.contact
                .basics
                .add_paragraph("summary", &self.about.join("\n\n"));
            if !self.draft.has("summary") {
                let section = Section {
                    key: "summary".to_owned(),
                    ..Section::default()
                };
                self.draft.sections.insert(0, section);
            }
        }
        self.draft.basics = self.contact.finish();
        (self.draft, self.notes)
    }
}

/// Whether a letter at the edge of a name is none of it.
fn is_edge(c: char) -> bool {
    !c.is_alphanumeric() && !".)\"'”’".contains(c)
}

fn split(text: &Rich, between: &str) -> Vec<Rich> {
    match text.find(between, 0) {
        None => vec![text.clone()],
        Some(at) => {
            let next = at + between.chars().count();
            vec![
                text.slice(0..at).trimmed(),
                text.slice(next..text.len()).trimmed(),
            ]
        }
    }
}
