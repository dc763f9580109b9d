//! Our own Markdown, read back as the résumé that it was made of: see
//! `export::markdown`. What was added to it by hand is read as what it would
//! be if we had written it.
//!
//! Never guesses: what is not in our form is left to those who do.

mod blocks;
mod comment;
mod contact;
mod exact;
mod headline;
mod keys;
mod lists;
mod text;
mod write;
mod written;

use std::collections::HashMap;
use std::iter;

use blocks::{Block, Kind};
use comment::Hidden;
use text::{inline, plain};
pub use write::write;

use crate::model::{Date, Entry, Inline, Line, Period, Person, Resume, Section, TagId, Theme};
use crate::source;
use crate::words::{Language, Word, Words};

/// Reads our own Markdown; nothing if a text is not in that form.
#[must_use]
pub fn read(text: &str) -> Option<Resume> {
    if !text.starts_with("% ") {
        return None;
    }
    let mut resume = Resume {
        person: Person::default(),
        sections: Vec::new(),
        tags: Vec::new(),
        theme: Theme::default(),
        language: Language::default(),
        url: None,
        offline: true,
    };
    let mut rest = Vec::new();
    let (mut tag, mut words) = (resume.language.tag.clone(), "{}".to_owned());
    for block in blocks::read(text)? {
        let hidden = &block.hidden;
        if block.kind != Kind::Comment || block.depth > 0 {
            rest.push(block);
        } else if let Some(lines) = block.comment.strip_prefix("skills:\n") {
            resume.tags = comment::vocabulary(lines)?;
        } else if let Some(texts) = hidden.all("theme") {
            resume.theme = comment::theme(texts)?;
        } else if let Some(url) = hidden.one("site") {
            resume.url = Some(url.clone());
        } else if let Some(own) = hidden.one("language") {
            tag.clone_from(own);
        } else if let Some(own) = block.comment.strip_prefix("words: ") {
            own.clone_into(&mut words);
        } else if let Some(offline) = hidden.one("offline") {
            resume.offline = offline != "false";
        } else {
            rest.push(block);
        }
    }
    let first = rest.iter().position(|block| block.kind == Kind::Heading);
    let body = rest.split_off(first.unwrap_or(rest.len()));
    resume.language = source::language_of(&tag, &words)?;
    let words = &resume.language.words;
    resume.person = person(&rest, words)?;
    let tags = comment::places(&resume.tags)?;
    let mut blocks = body.into_iter().peekable();
    while let Some(heading) = blocks.next() {
        let mut section = Section {
            id: heading.hidden.one("id")?.clone(),
            title: plain(&heading.text)?,
            entries: Vec::new(),
        };
        let mut reader = Reader {
            tags: &tags,
            at: words.text(Word::At),
            section: &mut section,
            base: 0,
            listed: false,
        };
        while let Some(block) = blocks.next_if(|block| block.kind != Kind::Heading) {
            let below = match block.kind {
                Kind::Term if !block.hidden.has("id") => Some(blocks.next()?),
                _ => None,
            };
            reader.block(&block, below.as_ref())?;
        }
        resume.sections.push(section);
    }
    Some(resume)
}

fn person(blocks: &[Block], words: &Words) -> Option<Person> {
    let mut person = Person::default();
    for block in blocks {
        match block.kind {
            Kind::Title => person.name = plain(&block.text)?,
            Kind::Paragraph if person.label.is_none() => person.label = Some(plain(&block.text)?),
            Kind::Contact => contact::read(&mut person, block, words)?,
            _ => return None,
        }
    }
    Some(person)
}

/// A section on its way.
struct Reader<'s> {
    tags: &'s HashMap<String, TagId>,
    /// What stands between title and organisation.
    at: &'s str,
    section: &'s mut Section,
    /// How deep the lines of the last entry stand.
    base: usize,
    /// Whether that entry is an item, which has no lines.
    listed: bool,
}

impl Reader<'_> {
    /// Reads a block; `below` is the first one under a date.
    fn block(&mut self, block: &Block, below: Option<&Block>) -> Option<()> {
        let named = block.hidden.has("id");
        match (block.kind, below) {
            (Kind::Term, Some(below)) => {
                let mut entry = match below.kind {
                    Kind::Comment => Entry::default(),
                    Kind::Paragraph => headline::read(&below.text, true, self.at)?,
                    _ => return None,
                };
                when(&mut entry, plain(&block.text)?, &below.hidden)?;
                self.entry(entry, &below.hidden, 1, false)
            }
            (Kind::Term, None) => {
                let entry = headline::read(&block.text, false, self.at)?;
                self.entry(entry, &block.hidden, 1, false)
            }
            (Kind::Comment, _) if named => {
                let entry = Entry {
                    place: block.hidden.one("place").cloned(),
                    url: block.hidden.one("url").cloned(),
                    ..Entry::default()
                };
                self.entry(entry, &block.hidden, 0, false)
            }
            (Kind::Item, _) if block.depth == 0 && (named || self.listed) => {
                let entry = headline::read(&block.text, false, self.at)?;
                self.entry(entry, &block.hidden, 0, true)
            }
            (Kind::Item | Kind::Paragraph, _) => self.line(block),
            _ => None,
        }
    }

    fn entry(&mut self, mut entry: Entry, about: &Hidden, base: usize, listed: bool) -> Option<()> {
        entry.id = about.one("id").cloned().unwrap_or_default();
        entry.skills = self.skills(about.all("skills").unwrap_or_default())?;
        let title = entry.title.as_ref().map(Inline::to_plain);
        entry.tag = match (about.all("tag"), title) {
            (Some([]), _) => None,
            (Some(names), _) => Some(*self.tags.get(&names[0])?),
            (None, Some(title)) if self.section.id == "skills" => self.tags.get(&title).copied(),
            (None, _) => None,
        };
        self.section.entries.push(entry);
        (self.base, self.listed) = (base, listed);
        Some(())
    }

    fn skills(&self, names: &[String]) -> Option<Vec<TagId>> {
        let tags = names.iter().map(|name| self.tags.get(name).copied());
        tags.collect()
    }

    fn line(&mut self, block: &Block) -> Option<()> {
        let skills = match block.hidden.all("skills") {
            Some(names) => Some(self.skills(names)?),
            None => None,
        };
        let line = Line {
            text: inline(&block.text)?,
            skills,
            paragraph: block.kind == Kind::Paragraph,
            lines: Vec::new(),
        };
        let mut lines = &mut self.section.entries.last_mut()?.lines;
        for _ in self.base..block.depth {
            if lines.is_empty() {
                break;
            }
            lines = &mut lines.last_mut()?.lines;
        }
        lines.push(line);
        Some(())
    }
}

/// When an entry was, by what is shown and what is hidden.
fn when(entry: &mut Entry, shown: String, about: &Hidden) -> Option<()> {
    if let Some(period) = about.all("label") {
        entry.period = match period {
            [] => None,
            [period, ..] => Some(comment::iso(period)?),
        };
        entry.dates = Some(shown);
    } else if let Some(period) = about.one("period") {
        entry.period = Some(comment::iso(period)?);
    } else {
        entry.period = period(&shown);
        if entry.period.is_none() {
            entry.dates = Some(shown);
        }
    }
    Some(())
}

/// `Jan 2017 – Present`
fn period(words: &str) -> Option<Period> {
    Some(match words.split_once(" – ") {
        None => Period::At(date(words)?),
        Some((start, "Present")) => Period::From(date(start)?, None),
        Some((start, end)) => Period::From(date(start)?, Some(date(end)?)),
    })
}

/// `2017`, `Jan 2017`, `31 Jan 2017`
fn date(words: &str) -> Option<Date> {
    let parts: Vec<&str> = words.split(' ').collect();
    let year = parts.last()?.parse().ok().filter(|year| *year > 0)?;
    let day = (parts.len() > 2).then(|| parts[0].parse().ok()).flatten();
    let months = iter::once(None).chain((1..=12).map(Some));
    let mut dates = months.map(|month| Date { year, month, day });
    dates.find(|date| date.to_string() == words)
}
