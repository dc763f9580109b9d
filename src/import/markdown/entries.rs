//! What stands in a section: entries with their headlines, and the lines
//! under them.
//!
//! Never knows how blocks are written.

use super::blocks::{Block, beneath};
use super::lines::{
    address, fill, first_line, fluency, is_brief, is_half, lines, put_paragraph, row_text, said,
};
use super::skills;
use crate::import::draft::{Map, Section, Value};
use crate::import::headline::{self, Headline};
use crate::import::rich::{BREAK, Rich};
use crate::import::{dates, parts, titles, when};
use crate::source::{Problem, quote};

/// What is made of a section's blocks.
pub struct Entries<'n> {
    pub kind: &'n str,
    pub notes: &'n mut Vec<Problem>,
    /// Entries so far.
    list: Vec<Map>,
    /// Whether the last of them can take more lines.
    open: bool,
}

impl<'n> Entries<'n> {
    pub fn read(
        kind: &'n str,
        blocks: &[Block],
        section: &mut Section,
        notes: &'n mut Vec<Problem>,
    ) {
        let mut entries = Self {
            kind,
            notes,
            list: Vec::new(),
            open: false,
        };
        entries.blocks(blocks);
        section.entries.append(&mut entries.list);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut at = 0;
        while at < blocks.len() {
            at += 1;
            match &blocks[at - 1] {
                Block::Heading(level, text) => {
                    let body = beneath(&blocks[at..], *level);
                    at += body.len();
                    self.headed(text, body);
                }
                Block::Definitions(list) => {
                    for (term, bodies) in list {
                        self.definition(term, bodies);
                    }
                }
                Block::Items(items) => self.items(items),
                Block::Table(rows) => self.table(rows),
                Block::Quote(inner) => self.blocks(inner),
                Block::Paragraph(text) => self.paragraph(text),
                Block::Rule => self.open = false,
            }
        }
    }

    fn push(&mut self, entry: Map) {
        if !entry.is_empty() {
            self.list.push(entry);
        }
        self.open = true;
    }

    /// The entry that lines go to; one without headline if there is none.
    fn last(&mut self) -> &mut Map {
        if !self.open || self.list.is_empty() {
            self.list.push(Map::default());
            self.open = true;
        }
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    /// Entries under a term.
    fn definition(&mut self, term: &Rich, bodies: &[Vec<Block>]) {
        let when = dates::whole(&term.words());
        if let Some(when) = &when {
            when::doubt(when, term, self.notes);
        }
        if when.is_some() {
            for body in bodies {
                self.dated(when.as_ref(), body);
            }
            return;
        }
        let mut entry = Map::default();
        let mut found = headline::read(self.kind, term, self.notes);
        let mut body: Vec<Block> = bodies.concat();
        self.lead(&mut found, &mut body);
        headline::put(self.kind, &found, &mut entry);
        fill(&mut entry, found.rest, &body);
        self.push(entry);
        self.open = false;
    }

    /// An entry whose first paragraph is its headline.
    fn dated(&mut self, when: Option<&dates::When>, body: &[Block]) {
        let mut body = body.to_vec();
        let mut entry = Map::default();
        let mut found = Headline::default();
        if let Some(Block::Paragraph(text)) = body.first() {
            let (first, rest) = first_line(text);
            found = headline::read(self.kind, &first, self.notes);
            match rest {
                Some(rest) => body[0] = Block::Paragraph(rest),
                None => drop(body.remove(0)),
            }
        }
        if let Some(when) = when
            && let Some(inner) = found.when.replace(when.clone())
        {
            // Two dates: the second is a part of the text.
            let words = inner.label.unwrap_or_else(|| said(inner.start, inner.end));
            body.insert(0, Block::Paragraph(Rich::plain(&words, 0)));
        }
        headline::put(self.kind, &found, &mut entry);
        fill(&mut entry, found.rest, &body);
        self.push(entry);
        self.open = false;
    }

    /// An entry under a heading of its own.
    fn headed(&mut self, text: &Rich, body: &[Block]) {
        let mut body = body.to_vec();
        let mut found = headline::read(self.kind, text, self.notes);
        self.lead(&mut found, &mut body);
        let mut entry = Map::default();
        headline::put(self.kind, &found, &mut entry);
        fill(&mut entry, found.rest, &body);
        self.push(entry);
        self.open = false;
    }

    /// Takes what the lines right under a heading say of its date, its
    /// company and its place.
    fn lead(&mut self, found: &mut Headline, body: &mut Vec<Block>) {
        if let Some(Block::Quote(inner)) = body.first()
            && let [Block::Paragraph(text)] = &inner[..]
            && dates::last(&text.string()).is_some()
        {
            body[0] = Block::Paragraph(text.clone());
        }
        while let Some(Block::Heading(_, text) | Block::Paragraph(text)) = body.first() {
            let heading = matches!(body.first(), Some(Block::Heading(..)));
            let text = text.clone();
            let lines = text.lines();
            let mut taken = 0;
            for line in &lines {
                if !self.leads(found, line, heading) {
                    break;
                }
                taken += 1;
            }
            if taken == 0 {
                break;
            }
            if taken == lines.len() {
                body.remove(0);
                continue;
            }
            let mut rest = Rich::default();
            for line in &lines[taken..] {
                rest.join(" ", line.clone());
            }
            body[0] = Block::Paragraph(rest);
            break;
        }
    }

    fn leads(&mut self, found: &mut Headline, line: &Rich, heading: bool) -> bool {
        let words = line.words();
        let plain = line
            .clone()
            .unstressed()
            .trimmed_of(|c| c.is_whitespace() || "()[]".contains(c));
        if found.when.is_none()
            && let Some(when) = dates::whole(&plain.words())
        {
            when::doubt(&when, line, self.notes);
            found.when = Some(when);
            return true;
        }
        let short = words.chars().count() < 90 && !words.ends_with(['.', ':', '!', '?']);
        let stressed = line.stressed() > 1 || heading;
        if !short {
            return false;
        }
        let mut dated = Headline::default();
        let mut left = line.clone().trimmed();
        when::take_date(&mut dated, &mut left, &mut Vec::new());
        let dated = dated.when.filter(|_| found.when.is_none());
        if dated.is_none() && !(stressed && is_half(found)) {
            return false;
        }
        if let Some(when) = dated {
            when::doubt(&when, line, self.notes);
            found.when = Some(when);
        } else {
            left = line.clone().trimmed();
        }
        let mut place = Rich::default();
        for part in parts::pieces(&left) {
            let school = self.kind == "education" && titles::is_school(&part.words());
            let firm = found.title.is_blank() && titles::is_title(&found.organisation.words());
            if firm {
                found.title = std::mem::take(&mut found.organisation);
            }
            if found.organisation.is_blank() && (!found.title.is_blank() || school) {
                found.url = found.url.take().or_else(|| address(&part));
                found.organisation = part.unstressed();
            } else if found.title.is_blank() && (stressed || titles::is_title(&part.words())) {
                found.title = part.unstressed();
            } else {
                place.join(", ", part);
            }
        }
        let brief = place.words().split_whitespace().count() < 6;
        if found.place.is_blank() && brief && place.link().is_none() {
            found.place = place.unstressed();
        } else if !place.is_blank() {
            found.rest.push(place);
        }
        true
    }

    fn items(&mut self, items: &[Vec<Block>]) {
        for item in items {
            let Some(Block::Paragraph(text)) = item.first() else {
                let lines = lines(item);
                self.last().add_all("highlights", lines);
                continue;
            };
            let (first, rest) = first_line(text);
            let mut found = Headline::default();
            let mut left = first.clone().trimmed();
            when::take_date(&mut found, &mut left, &mut Vec::new());
            let short = first.words().chars().count() < 160;
            let dated = found.when.is_some() && short && !left.is_blank();
            let entries = ["work", "education", "projects", "volunteer"].contains(&self.kind);
            let named = [
                "awards",
                "certificates",
                "publications",
                "languages",
                "references",
            ]
            .contains(&self.kind);
            let fresh = !self.open
                || self.list.last().is_none_or(|last| {
                    last.get("studyType").is_none() && last.get("position").is_none()
                });
            if (dated && (entries || named) && fresh) || (named && short) {
                self.dated(None, item);
            } else if self.kind == "interests"
                && item.len() == 1
                && rest.is_none()
                && is_brief(&first)
            {
                let mut entry = Map::default();
                let whole = first.0.iter().all(|letter| letter.mark.link.is_some());
                let href = first
                    .link()
                    .filter(|href| whole && href.starts_with("http"));
                let name = href
                    .as_ref()
                    .map_or_else(|| first.clone(), |href| first.clone().without_link(href));
                entry.put("name", name.markdown());
                entry.put("url", href.as_deref().unwrap_or_default());
                self.push(entry);
                self.open = false;
            } else {
                let lines = lines(std::slice::from_ref(&Block::Items(vec![item.clone()])));
                self.last().add_all("highlights", lines);
            }
        }
        if self.kind == "languages" {
            self.list.iter_mut().for_each(fluency);
        }
    }

    fn paragraph(&mut self, text: &Rich) {
        if ["interests", "languages"].contains(&self.kind)
            && let Some(parts) = skills::list(text)
        {
            for part in parts {
                let mut entry = Map::default();
                let key = if self.kind == "languages" {
                    "language"
                } else {
                    "name"
                };
                entry.put(key, part.markdown());
                self.push(entry);
            }
            self.list.iter_mut().for_each(fluency);
            self.open = false;
            return;
        }
        let (first, rest) = first_line(text);
        let stressed = first.stressed();
        let entries = !["summary", "skills", "languages", "interests"].contains(&self.kind);
        let mut found = Headline::default();
        let mut left = first.clone().trimmed();
        when::take_date(&mut found, &mut left, &mut Vec::new());
        let short = first.words().chars().count() < 120;
        let titled = stressed > 1 && (stressed == first.len() || found.when.is_some());
        if entries && short && (titled || found.when.is_some() && !left.is_blank()) {
            let bare = dates::whole(&first.clone().unstressed().words()).is_some();
            if bare && !self.list.is_empty() {
                let mut found = Headline::default();
                self.leads(&mut found, &first, false);
                if let Some(when) = &found.when
                    && self.last().get("startDate").is_none()
                {
                    let kind = self.kind;
                    headline::put_when(kind, when, self.last());
                    return;
                }
            }
            let mut body: Vec<Block> = rest.map(Block::Paragraph).into_iter().collect();
            let mut found = headline::read(self.kind, &first, self.notes);
            self.lead(&mut found, &mut body);
            let mut entry = Map::default();
            headline::put(self.kind, &found, &mut entry);
            fill(&mut entry, found.rest, &body);
            self.push(entry);
            return;
        }
        put_paragraph(self.last(), text);
    }

    fn table(&mut self, rows: &[Vec<Rich>]) {
        let dated = |row: &[Rich]| row.iter().any(|cell| dates::whole(&cell.words()).is_some());
        let mut rows = rows;
        if let [head, rest @ ..] = rows
            && !dated(head)
            && rest.iter().any(|row| dated(row))
        {
            let message = format!("{} is the head of a table", quote(&row_text(head)));
            let at = head.first().map(Rich::span).unwrap_or_default();
            self.notes.push(Problem::hint(at, message).help("left out"));
            rows = rest;
        }
        for row in rows {
            if let ([name, rest @ ..], "languages") = (&row[..], self.kind) {
                let mut entry = Map::default();
                entry.put("language", name.markdown());
                entry.put("fluency", row_text(rest));
                self.push(entry);
                self.open = false;
                continue;
            }
            let (when, rest): (Vec<_>, Vec<_>) = row
                .iter()
                .cloned()
                .partition(|cell| dates::whole(&cell.words()).is_some());
            if let [date] = &when[..]
                && !rest.is_empty()
            {
                let mut text = Rich::default();
                for cell in rest {
                    text.join(&BREAK.to_string(), cell);
                }
                let when = dates::whole(&date.words());
                let mut found = headline::read(self.kind, &text, self.notes);
                found.when = when;
                let mut entry = Map::default();
                headline::put(self.kind, &found, &mut entry);
                fill(&mut entry, found.rest, &[]);
                self.push(entry);
                self.open = false;
            } else {
                let text = row_text(row);
                self.last().add("highlights", Value::Text(text));
            }
        }
    }
}
