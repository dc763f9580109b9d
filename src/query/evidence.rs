//! Which tags each line is evidence for, found once, natively.
//!
//! Never knows queries.

use super::index::{Data, Entry, Index, Line, Tag};
use super::mention::Names;
use super::text::fold;
use crate::model::{self, Resume, TagId};

impl Data {
    /// What the engine needs of a résumé.
    #[must_use]
    pub fn of(resume: &Resume) -> Self {
        let mut build = Build {
            resume,
            names: names(resume),
            lines: Vec::new(),
        };
        let mut entries = Vec::new();
        for entry in resume.sections.iter().flat_map(|section| &section.entries) {
            let first = build.lines.len();
            build.add(entry, &entry.lines);
            entries.push(Entry {
                heading: fold(&heading(entry)),
                lines: (build.lines.len() - first) as u32,
                tag: entry.tag,
            });
        }
        Self {
            tags: resume.tags.iter().map(tag).collect(),
            sections: (resume.sections.iter())
                .map(|section| section.entries.len() as u32)
                .collect(),
            entries,
            lines: build.lines,
        }
    }
}

impl Index {
    /// The index of a résumé.
    #[must_use]
    pub fn of(resume: &Resume) -> Self {
        Data::of(resume).into()
    }
}

struct Build<'r> {
    resume: &'r Resume,
    names: Names,
    lines: Vec<Line>,
}

impl Build<'_> {
    fn add(&mut self, entry: &model::Entry, lines: &[model::Line]) {
        for line in lines {
            let at = self.lines.len();
            let text = line.text.to_plain();
            self.lines.push(Line {
                tags: self.tags(entry, line, &text),
                text: fold(&text),
                nested: 0,
            });
            self.add(entry, &line.lines);
            self.lines[at].nested = (self.lines.len() - at - 1) as u32;
        }
    }

    /// The tags a line names, or else those of its entry and those its text
    /// mentions; that of a skill's own entry; and all that these imply.
    fn tags(&self, entry: &model::Entry, line: &model::Line, text: &str) -> Vec<TagId> {
        let mut tags = line.skills.clone().unwrap_or_else(|| {
            let mut tags = self.names.mentioned_in(text);
            tags.extend(&entry.skills);
            tags
        });
        tags.extend(entry.tag);
        let implied: Vec<_> = (tags.iter())
            .flat_map(|tag| &self.resume.tags[usize::from(*tag)].implies)
            .copied()
            .collect();
        tags.extend(implied);
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
