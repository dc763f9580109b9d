//! What the engine needs of a résumé, and no more: it is all that the browser
//! gets besides the page.
//!
//! Never holds what is shown.

use serde::{Deserialize, Serialize};

use super::Bits;
use super::haystack::Haystack;

/// Makes a text comparable: no case, no accents. The index holds folded text,
/// so that whoever asks has to fold the same way.
pub type Fold = fn(&str) -> String;

/// The part of a résumé that answers queries, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Data {
    /// The vocabulary; a tag is known by its place here.
    pub tags: Vec<Tag>,
    /// How many entries each section has, in the order of the page.
    pub sections: Vec<u32>,
    /// All entries, in the order of the page.
    pub entries: Vec<Entry>,
    /// All lines, in the order of the page: a line stands before those nested
    /// in it.
    pub lines: Vec<Line>,
}

/// A skill or keyword.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// As its button shows it.
    pub name: String,
    /// As URLs hold it: the name in lower case.
    pub key: String,
    /// The skill it is a keyword of; it comes before its keywords.
    pub skill: Option<u16>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its headline, folded for comparison.
    pub heading: String,
    /// How many lines it has, nested ones included.
    pub lines: u32,
    /// The tag that the entry is about, in the section of skills.
    pub tag: Option<u16>,
    /// When it was.
    pub span: Option<Span>,
}

/// Months, the first and the last, counted from January of the year 0; no
/// last one means that it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first month.
    pub first: u32,
    /// The last month.
    pub last: Option<u32>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its words, folded for comparison.
    pub text: String,
    /// How many lines are nested in it, at any depth.
    pub nested: u32,
    /// The tags that the file says it is evidence for, implied ones included.
    pub named: Vec<u16>,
    /// Further tags, that its text mentions, implied ones included.
    pub mentioned: Vec<u16>,
}

/// [`Data`] made ready to be asked.
#[derive(Debug, Clone)]
pub struct Index {
    /// The vocabulary; a tag is known by its place here.
    pub tags: Vec<Tag>,
    /// For every tag, the lines that are evidence for it.
    pub evidence: Vec<Bits>,
    /// For every tag, those lines that only mention it.
    pub mentions: Vec<Bits>,
    /// For every tag, the months of all dated entries with evidence for it,
    /// each counted once.
    pub experience: Vec<u32>,
    /// For every line, its entry.
    pub entry_of: Vec<u32>,
    /// For every line, the line it is nested in.
    pub parent_of: Vec<Option<u32>>,
    /// For every line, how many are nested in it, at any depth.
    pub nested: Vec<u32>,
    /// For every entry, its first line.
    pub first_line: Vec<u32>,
    /// For every entry, its section.
    pub section_of: Vec<u32>,
    /// For every entry, the tag it is about.
    pub about: Vec<Option<u16>>,
    /// For every entry, its first and last month.
    pub months: Vec<Option<(u32, u32)>>,
    /// How many sections there are.
    pub sections: usize,
    /// The words of all lines.
    pub(super) text: Haystack,
    /// The words of all headlines.
    pub(super) headings: Haystack,
    /// How its texts were folded.
    pub fold: Fold,
}

impl Index {
    /// Makes data ready. `today` is the current month, counted as [`Span`]
    /// counts; what goes on is taken to last until then.
    #[must_use]
    pub fn new(data: Data, today: u32, fold: Fold) -> Self {
        let lines = data.lines.len();
        let mut evidence = vec![Bits::none(lines); data.tags.len()];
        let mut mentions = evidence.clone();
        let mut parent_of = vec![None; lines];
        for (at, line) in data.lines.iter().enumerate() {
            let note = |sets: &mut [Bits], tags: &[u16]| {
                for &tag in tags {
                    if let Some(set) = sets.get_mut(usize::from(tag)) {
                        set.add(at);
                    }
                }
            };
            note(&mut evidence, &line.named);
            note(&mut evidence, &line.mentioned);
            note(&mut mentions, &line.mentioned);
            // Inner lines come later and overwrite what outer ones set.
            let nested = at + 1..(at + 1 + line.nested as usize).min(lines);
            parent_of[nested].fill(Some(at as u32));
        }
        let months: Vec<_> = (data.entries.iter())
            .map(|entry| {
                let span = entry.span?;
                Some((span.first, span.last.unwrap_or(today.max(span.first))))
            })
            .collect();
        let mut entry_of = Vec::with_capacity(lines);
        let mut first_line = Vec::new();
        for (at, entry) in data.entries.iter().enumerate() {
            first_line.push(entry_of.len() as u32);
            entry_of.resize(entry_of.len() + entry.lines as usize, at as u32);
        }
        let mut section_of = Vec::new();
        for (at, entries) in data.sections.iter().enumerate() {
            section_of.resize(section_of.len() + *entries as usize, at as u32);
        }
        let experience = (evidence.iter())
            .map(|lines| experience(lines, &entry_of, &months))
            .collect();
        Self {
            evidence,
            mentions,
            experience,
            parent_of,
            nested: data.lines.iter().map(|line| line.nested).collect(),
            entry_of,
            first_line,
            section_of,
            about: data.entries.iter().map(|entry| entry.tag).collect(),
            months,
            sections: data.sections.len(),
            text: Haystack::new(data.lines.iter().map(|line| line.text.as_str())),
            headings: Haystack::new(data.entries.iter().map(|entry| entry.heading.as_str())),
            tags: data.tags,
            fold,
        }
    }

    /// How many lines there are.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.entry_of.len()
    }

    /// The words of a line, folded.
    #[must_use]
    pub fn text(&self, line: usize) -> &str {
        self.text.get(line)
    }

    /// The words of an entry's headline, folded.
    #[must_use]
    pub fn heading(&self, entry: usize) -> &str {
        self.headings.get(entry)
    }

    /// The lines of an entry.
    #[must_use]
    pub fn lines_of(&self, entry: usize) -> std::ops::Range<usize> {
        let next = self.first_line.get(entry + 1);
        let end = next.map_or(self.lines(), |next| *next as usize);
        self.first_line[entry] as usize..end
    }

    /// How many entries there are.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.section_of.len()
    }
}

/// The months of the entries that hold one of the lines, each once.
fn experience(lines: &Bits, entry_of: &[u32], months: &[Option<(u32, u32)>]) -> u32 {
    let spans = || months.iter().flatten();
    let start = spans().map(|(first, _)| *first).min().unwrap_or(0);
    let end = spans().map(|(_, last)| *last + 1).max().unwrap_or(0);
    let mut counted = Bits::none(end.saturating_sub(start) as usize);
    let mut before = None;
    lines.each(|line| {
        let entry = entry_of[line] as usize;
        if before != Some(entry)
            && let Some((first, last)) = months[entry]
        {
            (first..=last).for_each(|month| counted.add((month - start) as usize));
        }
        before = Some(entry);
    });
    counted.count()
}
