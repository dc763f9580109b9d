//! A résumé made from its Markdown again, from what pandoc reads and what the
//! comments say.
//!
//! Reads our own form only; never guesses.

mod comment;
mod headline;

use resume::model::{
    Entry, Inline, Line, Location, Period, Person, Profile, Resume, Section, Span, Tag, TagId,
    Theme,
};

use self::comment::{Hidden, date, iso, parse};
use self::headline::headline;
use crate::pandoc::{self, Block, Piece, Text};

pub fn resume(markdown: &str) -> Resume {
    let (title, blocks) = pandoc::read(markdown);
    let mut resume = Resume {
        person: Person {
            name: title.unwrap().words(),
            ..Person::default()
        },
        sections: Vec::new(),
        tags: Vec::new(),
        theme: Theme::default(),
        url: None,
    };
    let mut rest = Vec::new();
    for block in blocks {
        match block {
            Block::Comment(text) if text.starts_with("skills:\n") => {
                resume.tags = comment::vocabulary(&text);
            }
            Block::Comment(text) if text.starts_with("theme:") => {
                resume.theme = comment::theme(&text);
            }
            Block::Comment(text) if text.starts_with("site:") => {
                resume.url = Some(comment::parse(&text)["site"][0].clone());
            }
            block => rest.push(block),
        }
    }
    let tags = Tags(resume.tags.clone());
    for block in rest {
        let section = resume.sections.last_mut();
        match (block, section) {
            (Block::Heading(text), _) => resume.sections.push(Section {
                id: hidden(&text)["id"][0].clone(),
                title: text.words(),
                entries: Vec::new(),
            }),
            (block, Some(section)) => tags.block(section, block),
            (Block::Paragraph(text), None) => resume.person.label = Some(text.words()),
            (Block::Lines(lines), None) => {
                for line in lines {
                    contact(&mut resume.person, line);
                }
            }
            (block, None) => panic!("{block:?} before all sections"),
        }
    }
    resume
}

fn contact(person: &mut Person, text: Text) {
    let hidden = hidden(&text);
    let mut pieces = text.spans.into_iter();
    let Some(Piece::Plain(Span::Strong(name))) = pieces.next() else {
        panic!("a line without a name");
    };
    let name = name.to_plain().strip_suffix(':').unwrap().to_owned();
    let (mut link, mut text, mut username) = (None, String::new(), None);
    for piece in pieces {
        match piece {
            Piece::Plain(Span::Link { href, text }) => link = Some((href, text.to_plain())),
            Piece::Plain(Span::Text(more)) => text.push_str(&more),
            Piece::Classed(_, name) => username = Some(name.to_plain()),
            Piece::Plain(other) => panic!("{other:?}"),
        }
    }
    let text = text.trim().to_owned();
    let some = (!text.is_empty()).then(|| text.clone());
    match name.as_str() {
        _ if hidden.contains_key("profile") => {}
        "E-mail" => return person.email = link.map(|(_, text)| text),
        "Phone" => return person.phone = some,
        "Web" => return person.url = link.map(|(href, _)| href),
        "Address" => {
            person.address = some;
            if let Some(parts) = hidden.get("location") {
                let mut parts = parts
                    .iter()
                    .map(|part| Some(part.clone()).filter(|part| !part.is_empty()));
                let mut next = || parts.next().unwrap();
                person.location = Location {
                    street: next(),
                    city: next(),
                    region: next(),
                    code: next(),
                    country: next(),
                };
            }
            return;
        }
        _ => {}
    }
    let (shown, note) = match text.find('(') {
        Some(at) => (text[..at].trim(), text[at + 1..].strip_suffix(')')),
        None => (text.as_str(), None),
    };
    let shown = Some(shown.to_owned()).filter(|shown| !shown.is_empty());
    let (url, linked) = link.unzip();
    let linked = linked.filter(|text| Some(pandoc::address(text)) != url);
    person.profiles.push(Profile {
        network: name,
        username: username.or(linked).or(shown),
        url,
        note: note.map(str::to_owned),
    });
}

/// The vocabulary, to look names up in.
struct Tags(Vec<Tag>);

impl Tags {
    fn find(&self, name: &str) -> TagId {
        let at = self.0.iter().position(|tag| tag.name == name);
        at.unwrap_or_else(|| panic!("no skill {name:?}")) as TagId
    }

    fn skills(&self, hidden: &Hidden) -> Option<Vec<TagId>> {
        Some(
            hidden
                .get("skills")?
                .iter()
                .map(|name| self.find(name))
                .collect(),
        )
    }

    fn block(&self, section: &mut Section, block: Block) {
        match block {
            Block::Comment(text) => {
                let hidden = parse(&text);
                let one = |key| hidden.get(key).map(|texts: &Vec<String>| texts[0].clone());
                let entry = Entry {
                    place: one("place"),
                    url: one("url"),
                    ..Entry::default()
                };
                self.entry(section, entry, &hidden);
            }
            Block::Definitions(items) => {
                for (term, blocks) in items {
                    self.definition(section, term, blocks);
                }
            }
            Block::Items(items) => {
                for mut item in items {
                    let Block::Paragraph(text) = &item[0] else {
                        panic!("{item:?}");
                    };
                    let about = hidden(text);
                    if !about.contains_key("id") {
                        section
                            .entries
                            .last_mut()
                            .unwrap()
                            .lines
                            .push(self.item(item));
                        continue;
                    }
                    let Block::Paragraph(text) = item.remove(0) else {
                        unreachable!();
                    };
                    self.entry(section, headline(text, false), &about);
                }
            }
            Block::Paragraph(_) => section
                .entries
                .last_mut()
                .unwrap()
                .lines
                .extend(self.lines(vec![block])),
            other => panic!("{other:?} in a section"),
        }
    }

    fn definition(&self, section: &mut Section, term: Text, mut blocks: Vec<Block>) {
        let about = hidden(&term);
        if about.contains_key("id") {
            let entry = Entry {
                lines: self.lines(blocks),
                ..headline(term, false)
            };
            return self.entry(section, entry, &about);
        }
        let (first, about) = match blocks.remove(0) {
            Block::Paragraph(text) => {
                let about = hidden(&text);
                (headline(text, true), about)
            }
            Block::Comment(text) => (Entry::default(), parse(&text)),
            other => panic!("{other:?} in place of a headline"),
        };
        let mut entry = Entry {
            lines: self.lines(blocks),
            ..first
        };
        let words = term.words();
        if let Some(period) = about.get("label") {
            entry.dates = Some(words);
            entry.period = period.first().map(|period| iso(period));
        } else if let Some(period) = about.get("period") {
            entry.period = Some(iso(&period[0]));
        } else {
            entry.period = Some(match words.split_once(" – ") {
                None => Period::At(date(&words)),
                Some((start, "Present")) => Period::From(date(start), None),
                Some((start, end)) => Period::From(date(start), Some(date(end))),
            });
        }
        self.entry(section, entry, &about);
    }

    fn entry(&self, section: &mut Section, mut entry: Entry, about: &Hidden) {
        entry.id.clone_from(&about["id"][0]);
        entry.skills = self.skills(about).unwrap_or_default();
        let title = entry.title.as_ref().map(Inline::to_plain);
        entry.tag = match about.get("tag") {
            Some(name) => name.first().map(|name| self.find(name)),
            None if section.id == "skills" => {
                let at = self
                    .0
                    .iter()
                    .position(|tag| Some(tag.name.replace('\u{a0}', " ")) == title);
                at.map(|at| at as TagId)
            }
            None => None,
        };
        section.entries.push(entry);
    }

    fn lines(&self, blocks: Vec<Block>) -> Vec<Line> {
        let lines = blocks.into_iter().flat_map(|block| match block {
            Block::Paragraph(text) => vec![self.line(text, true)],
            Block::Items(items) => items.into_iter().map(|item| self.item(item)).collect(),
            other => panic!("{other:?} among lines"),
        });
        lines.collect()
    }

    fn item(&self, mut blocks: Vec<Block>) -> Line {
        let beneath = blocks.split_off(1);
        let Some(Block::Paragraph(text)) = blocks.pop() else {
            panic!("an item without a text");
        };
        Line {
            lines: self.lines(beneath),
            ..self.line(text, false)
        }
    }

    fn line(&self, text: Text, paragraph: bool) -> Line {
        Line {
            skills: self.skills(&hidden(&text)),
            text: text.inline(),
            paragraph,
            lines: Vec::new(),
        }
    }
}

fn hidden(text: &Text) -> Hidden {
    text.comment.as_deref().map(parse).unwrap_or_default()
}
