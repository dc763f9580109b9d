//! A résumé made from its Markdown again, from what pandoc reads and what the
//! comments say.
//!
//! Reads our own form only; never guesses.

use std::collections::BTreeMap;

use resume::model::{
    Accent, Colour, Date, Entry, Inline, Line, Location, Period, Person, Profile, Resume, Section,
    Span, Tag, TagId, Theme, Typeface,
};

use crate::pandoc::{self, Block, Piece, Text};

/// What a comment says.
type Hidden = BTreeMap<String, Vec<String>>;

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
                resume.tags = vocabulary(&text)
            }
            Block::Comment(text) if text.starts_with("theme:") => resume.theme = theme(&text),
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
                lines
                    .into_iter()
                    .for_each(|line| contact(&mut resume.person, line));
            }
            (block, None) => panic!("{block:?} before all sections"),
        }
    }
    resume
}

fn contact(person: &mut Person, line: Text) {
    let hidden = hidden(&line);
    let mut pieces = line.spans.into_iter();
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

/// An entry that has only its headline, its address and its place.
fn headline(text: Text, dated: bool) -> Entry {
    let mut entry = Entry::default();
    let mut pieces = text.spans.into_iter().peekable();
    let marked = matches!(
        pieces.peek(),
        Some(Piece::Plain(Span::Emphasis(_)) | Piece::Classed(..))
    );
    let starts =
        |span: &Piece| matches!(span, Piece::Plain(Span::Text(text)) if text.starts_with('('));
    let bare = dated && pieces.peek().is_some_and(starts);
    let mut place = String::new();
    let mut whole = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Plain(Span::Emphasis(inner)) if entry.title.is_none() && marked => {
                named(&mut entry, inner)
            }
            Piece::Classed(class, text) if class == "title" => entry.title = Some(text),
            Piece::Classed(_, text) => {
                place.clear();
                entry.organisation = Some(text);
            }
            Piece::Plain(Span::Link { href, .. }) if marked || bare => entry.url = Some(href),
            Piece::Plain(Span::Text(text)) if marked || bare => place.push_str(&text),
            Piece::Plain(span) => whole.push(span),
        }
    }
    let place = place.trim();
    if !place.is_empty() && place != "at" {
        let place = place
            .strip_prefix('(')
            .and_then(|place| place.strip_suffix(')'));
        entry.place = place.map(str::to_owned);
    }
    if !whole.is_empty() {
        assert!(!marked && !bare, "{whole:?}");
        match (&whole[..], entry.title.is_none()) {
            // An address alone, under a date.
            ([Span::Link { href, text }], true) if pandoc::address(&text.to_plain()) == *href => {
                entry.url = Some(href.clone())
            }
            _ => entry.title = Some(Inline(whole)),
        }
    }
    entry
}

/// `Title at [Organisation](url)`
fn named(entry: &mut Entry, text: Inline) {
    let mut spans = text.0;
    if let Some(Span::Link { .. }) = spans.last() {
        let Some(Span::Link { href, text }) = spans.pop() else {
            unreachable!();
        };
        entry.url = Some(href);
        if spans.is_empty() {
            entry.title = Some(text);
            return;
        }
        let Some(Span::Text(last)) = spans.last_mut() else {
            panic!("{spans:?} before a link");
        };
        last.truncate(last.strip_suffix(" at ").unwrap().len());
        spans.retain(|span| *span != Span::Text(String::new()));
        (entry.title, entry.organisation) = (Some(Inline(spans)), Some(text));
        return;
    }
    let at = spans
        .iter()
        .position(|span| matches!(span, Span::Text(text) if text.contains(" at ")));
    let Some(at) = at else {
        entry.title = Some(Inline(spans));
        return;
    };
    let mut after = spans.split_off(at);
    let Span::Text(text) = after.remove(0) else {
        unreachable!();
    };
    let (before, rest) = text.split_once(" at ").unwrap();
    let some = |text: &str| (!text.is_empty()).then(|| Span::Text(text.to_owned()));
    spans.extend(some(before));
    after.splice(0..0, some(rest));
    (entry.title, entry.organisation) = (Some(Inline(spans)), Some(Inline(after)));
}

fn hidden(text: &Text) -> Hidden {
    text.comment.as_deref().map(parse).unwrap_or_default()
}

/// `key: text, text; key`
fn parse(comment: &str) -> Hidden {
    let parts = split(comment.trim(), ';').into_iter().map(|part| {
        let (key, texts) = part.split_once(':').unwrap_or((&part, ""));
        (key.to_owned(), texts_of(texts))
    });
    parts.collect()
}

fn texts_of(list: &str) -> Vec<String> {
    let texts = split(list, ',').into_iter().map(|text| text_of(&text));
    texts.collect()
}

fn text_of(text: &str) -> String {
    if text.starts_with('"') {
        return serde_json::from_str(text).unwrap();
    }
    text.to_owned()
}

/// Parts between marks that stand in no quotes.
fn split(text: &str, mark: char) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        if c == mark && !quoted {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    let parts = parts.iter().map(|part| part.trim_matches(' ').to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

fn vocabulary(comment: &str) -> Vec<Tag> {
    let lines = || {
        comment
            .lines()
            .skip(1)
            .filter(|line| !line.trim().is_empty())
    };
    let names: Vec<_> = lines()
        .map(|line| text_of(&split(&split(line, '<')[0], '=')[0]))
        .collect();
    let tags = lines().zip(&names).map(|(line, name)| {
        let parts = split(line, '<');
        let find = |name: String| names.iter().position(|other| *other == name).unwrap() as TagId;
        let aliases = split(&parts[0], '=').get(1).map(|list| texts_of(list));
        let implies = parts
            .get(1)
            .map(|list| texts_of(list).into_iter().map(find).collect());
        Tag {
            name: name.clone(),
            aliases: aliases.unwrap_or_default(),
            implies: implies.unwrap_or_default(),
            keyword: line.starts_with("    "),
        }
    });
    tags.collect()
}

fn theme(comment: &str) -> Theme {
    let texts = &parse(comment)["theme"];
    let typeface = Typeface::NAMES
        .iter()
        .find(|(name, _)| Some(*name) == texts.last().map(String::as_str));
    let accent = (texts.len() > 1).then(|| Accent {
        light: Colour::from_hex(&texts[0]).unwrap(),
        dark: Colour::from_hex(&texts[1]).unwrap(),
    });
    Theme {
        accent,
        typeface: typeface.unwrap().1,
    }
}

fn iso(period: &str) -> Period {
    let date = |text: &str| text.parse::<Date>().unwrap();
    match period.split_once('/') {
        None => Period::At(date(period)),
        Some(("..", end)) => Period::Until(date(end)),
        Some((start, "..")) => Period::From(date(start), None),
        Some((start, end)) => Period::From(date(start), Some(date(end))),
    }
}

/// `2017`, `Jan 2017`, `31 Jan 2017`
fn date(words: &str) -> Date {
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
    let words: Vec<_> = words.split(' ').rev().collect();
    let month = words
        .get(1)
        .map(|name| months.split(' ').position(|month| month == *name));
    Date {
        year: words[0].parse().unwrap(),
        month: month.map(|at| at.unwrap() as u8 + 1),
        day: words.get(2).map(|day| day.parse().unwrap()),
    }
}
