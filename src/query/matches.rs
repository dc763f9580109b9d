//! The answer to a query: which lines, entries and sections stand, and how
//! many lines each further tag would leave.
//!
//! Never changes the index or the query.

use super::{Bits, Index, Query};

/// What a query finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matches {
    /// The lines that answer the query themselves.
    pub matching: Bits,
    /// Those, the lines they are nested in, and the lines nested in them.
    pub shown: Bits,
    /// The entries that have something to show.
    pub entries: Bits,
    /// The sections that have something to show.
    pub sections: Bits,
    /// For every tag, how many lines would match if it were chosen, too.
    pub counts: Vec<u32>,
}

/// Answers a query. `fold` makes a text comparable the way the index was
/// made: without case and accents.
#[must_use]
pub fn apply(index: &Index, query: &Query, fold: fn(&str) -> String) -> Matches {
    let data = &index.data;
    let (found, headings) = with_text(index, &fold(&query.text));
    let tagged = with_tags(index, query);
    let mut matching = tagged.clone();
    matching.keep(&found);
    let shown = with_context(index, &matching);
    let counts = (0..data.tags.len())
        .map(|tag| count_with(index, query, tag, &tagged, &found))
        .collect();

    let mut entries = Bits::none(data.entries.len());
    let mut sections = Bits::none(data.sections.len());
    shown.each_change(&Bits::none(data.lines.len()), |line, _| {
        if let Some(&entry) = index.entry_of.get(line) {
            entries.add(entry as usize);
        }
    });
    for (at, entry) in data.entries.iter().enumerate() {
        // What is only a headline has no line that could match for it.
        let chosen = |tag| query.tags.binary_search(&tag).is_ok();
        if entry.lines == 0
            && headings.has(at)
            && (query.tags.is_empty() || entry.tag.is_some_and(chosen))
        {
            entries.add(at);
        }
    }
    for (at, &section) in index.section_of.iter().enumerate() {
        if entries.has(at) {
            sections.add(section as usize);
        }
    }
    Matches {
        matching,
        shown,
        entries,
        sections,
        counts,
    }
}

/// The lines, and the entries by their headlines, in which every word of the
/// text is found.
fn with_text(index: &Index, folded: &str) -> (Bits, Bits) {
    let data = &index.data;
    let mut lines = Bits::all(data.lines.len());
    let mut headings = Bits::all(data.entries.len());
    for word in folded.split_whitespace() {
        let mut in_heading = Bits::none(data.entries.len());
        for (at, entry) in data.entries.iter().enumerate() {
            if entry.heading.contains(word) {
                in_heading.add(at);
            }
        }
        let mut in_line = Bits::none(data.lines.len());
        for (at, line) in data.lines.iter().enumerate() {
            let entry = index.entry_of.get(at).map_or(0, |entry| *entry as usize);
            if in_heading.has(entry) || line.text.contains(word) {
                in_line.add(at);
            }
        }
        lines.keep(&in_line);
        headings.keep(&in_heading);
    }
    (lines, headings)
}

/// The lines that are evidence for the chosen tags; all lines if none is.
fn with_tags(index: &Index, query: &Query) -> Bits {
    let lines = index.data.lines.len();
    let mut chosen = (query.tags.iter()).filter_map(|tag| index.evidence.get(usize::from(*tag)));
    let Some(first) = chosen.next() else {
        return Bits::all(lines);
    };
    let mut found = first.clone();
    for evidence in chosen {
        if query.all {
            found.keep(evidence);
        } else {
            found.join(evidence);
        }
    }
    found
}

/// How many lines match with one tag more.
fn count_with(index: &Index, query: &Query, tag: usize, tagged: &Bits, found: &Bits) -> u32 {
    let evidence = &index.evidence[tag];
    if query.tags.is_empty() {
        evidence.count_common(found)
    } else if query.all {
        let mut both = evidence.clone();
        both.keep(tagged);
        both.count_common(found)
    } else {
        tagged.count_either(evidence, found)
    }
}

/// Adds the lines that matching ones are nested in, and those nested in them.
fn with_context(index: &Index, matching: &Bits) -> Bits {
    let mut shown = matching.clone();
    let mut covered = 0;
    for (at, line) in index.data.lines.iter().enumerate() {
        if matching.has(at) {
            covered = covered.max(at + 1 + line.nested as usize);
            let mut parent = index.parent_of[at];
            while let Some(line) = parent {
                if shown.has(line as usize) {
                    break;
                }
                shown.add(line as usize);
                parent = index.parent_of[line as usize];
            }
        } else if at < covered {
            shown.add(at);
        }
    }
    shown
}
