//! Which tags each line is evidence for, found once, natively.
//!
//! Never knows queries.

use super::index::{Data, Entry, Index, Line, Span, Tag};
use super::mention::Names;
use super::text::fold;
use crate::model::{self, Date, Period, Resume, TagId};

/// How many skills all lines can show, each counted for each line: many times
/// what any résumé has. All of it is in the module, and skills that imply one
/// another are many for each that a line names.
pub const EVIDENCE: usize = 1_000_000;

impl Data {
    /// What the engine needs of a résumé.
    #[must_use]
    pub fn of(resume: &Resume) -> Self {
        Self::up_to(usize::MAX, resume).0
    }

    /// The same; nothing if its lines show more than [`EVIDENCE`].
    #[must_use]
    pub fn bounded(resume: &Resume) -> Option<Self> {
        let (data, shown) = Self::up_to(EVIDENCE, resume);
        (shown <= EVIDENCE).then_some(data)
    }

    /// Those of a résumé's lines that come before there is more evidence than
    /// `most`, and how much there is.
    fn up_to(most: usize, resume: &Resume) -> (Self, usize) {
        let mut build = Build {
            resume,
            names: names(resume),
            lines: Vec::new(),
            shown: 0,
            most,
        };
        let mut entries = Vec::new();
        for entry in resume.sections.iter().flat_map(|section| &section.entries) {
            let first = build.lines.len();
            build.add(entry, &entry.lines);
            entries.push(Entry {
                heading: fold(&heading(entry)),
                lines: (build.lines.len() - first) as u32,
                tag: entry.tag,
                span: entry.period.map(span),
            });
        }
        let data = Self {
            tags: resume.tags.iter().map(tag).collect(),
            sections: (resume.sections.iter())
                .map(|section| section.entries.len() as u32)
                .collect(),
            entries,
            lines: build.lines,
        };
        (data, build.shown)
    }
}

impl Index {
    /// The index of a résumé, for the current month.
    #[must_use]
    pub fn of(resume: &Resume, today: u32) -> Self {
        Self::new(Data::of(resume), today, fold)
    }
}

struct Build<'r> {
    resume: &'r Resume,
    names: Names,
    lines: Vec<Line>,
    /// How many skills the lines show so far.
    shown: usize,
    /// After how many it is enough.
    most: usize,
}

impl Build<'_> {
    fn add(&mut self, entry: &model::Entry, lines: &[model::Line]) {
        for line in lines {
            if self.shown > self.most {
                return;
            }
            let at = self.lines.len();
            let text = line.text.to_plain();
            let named = self.named(entry, line);
            let mut mentioned = match line.skills {
                None => self.with_implied(self.names.mentioned_in(&text)),
                Some(_) => Vec::new(),
            };
            mentioned.retain(|tag| named.binary_search(tag).is_err());
            self.shown += named.len() + mentioned.len();
            self.lines.push(Line {
                text: fold(&text),
                nested: 0,
                named,
                mentioned,
            });
            self.add(entry, &line.lines);
            self.lines[at].nested = (self.lines.len() - at - 1) as u32;
        }
    }

    /// The tags a line names, or else those of its entry; and that of a
    /// skill's own entry.
    fn named(&self, entry: &model::Entry, line: &model::Line) -> Vec<TagId> {
        let mut tags = line.skills.as_ref().unwrap_or(&entry.skills).clone();
        tags.extend(entry.tag);
        self.with_implied(tags)
    }

    /// The tags and all that these imply, sorted, each once.
    fn with_implied(&self, mut tags: Vec<TagId>) -> Vec<TagId> {
        for at in 0..tags.len() {
            let tag = usize::from(tags[at]);
            tags.extend(&self.resume.tags[tag].implies);
        }
        tags.sort_unstable();
        tags.dedup();
        tags
    }
}

/// The names and aliases of all tags.
fn names(resume: &Resume) -> Names {
    Names::new((0..).zip(&resume.tags).flat_map(|(id, tag)| {
        let names = std::iter::once(&tag.name).chain(&tag.aliases);
        names.map(move |name| (name.as_str(), id))
    }))
}

fn tag(tag: &model::Tag) -> Tag {
    Tag {
        name: tag.name.clone(),
        key: tag.name.to_lowercase(),
        skill: tag.implies.first().copied().filter(|_| tag.keyword),
    }
}

/// What a period covers at most: a year counts from its first month to its
/// last.
fn span(period: Period) -> Span {
    let (first, last) = match period {
        Period::At(date) | Period::Until(date) => (date, Some(date)),
        Period::From(start, end) => (start, end),
    };
    Span {
        first: first.months().0,
        last: last.map(|date: Date| date.months().1),
    }
}

/// What can be found of an entry besides its lines.
fn heading(entry: &model::Entry) -> String {
    let plain = |text: &Option<model::Inline>| text.as_ref().map(model::Inline::to_plain);
    [
        plain(&entry.title),
        plain(&entry.organisation),
        entry.place.clone(),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" ")
}
