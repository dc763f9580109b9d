//! The answer to a query: which lines, entries and sections stand, and how
//! many lines each further tag would leave.
//!
//! Never changes the index or the query; and once made, an answer is filled
//! again and again without growing.

use super::term::{Term, terms};
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
    /// What the text asks for.
    pub terms: Vec<Term>,
    work: Work,
}

/// Sets that are needed on the way. What an answer leaves in them is no part
/// of it.
#[derive(Debug, Clone)]
struct Work {
    every_line: Bits,
    every_entry: Bits,
    /// Lines that the chosen tags find.
    tagged: Bits,
    /// Lines that text and years find.
    wanted: Bits,
    /// Of these, the ones that no unwanted tag has.
    found: Bits,
    /// Entries that everything else finds by their headlines and dates.
    headings: Bits,
    in_lines: Bits,
    in_headings: Bits,
}

impl Matches {
    /// Room for answers; what is in it is none yet.
    #[must_use]
    pub fn room(index: &Index) -> Self {
        let lines = Bits::all(index.lines());
        let entries = Bits::all(index.entries());
        Self {
            matching: lines.clone(),
            shown: lines.clone(),
            entries: entries.clone(),
            sections: Bits::all(index.sections),
            counts: vec![0; index.tags.len()],
            terms: Vec::new(),
            work: Work {
                tagged: lines.clone(),
                wanted: lines.clone(),
                found: lines.clone(),
                in_lines: lines.clone(),
                every_line: lines,
                headings: entries.clone(),
                in_headings: entries.clone(),
                every_entry: entries,
            },
        }
    }

    /// Fills in the answer to a query, in place of the one before.
    pub fn answer(&mut self, index: &Index, query: &Query) {
        self.terms = terms(&query.text, index.fold);
        self.find_by_text(index);
        self.find_by_year(index, query);
        self.find_by_tags(index, query);
        self.matching.copy(&self.work.tagged);
        self.matching.keep(&self.work.found);
        self.add_context(index);
        self.stand(index, query);
        for tag in 0..self.counts.len() {
            self.counts[tag] = self.count_with(index, query, tag);
        }
    }

    /// The lines, and the entries by their headlines, in which every word is
    /// found, and none that is not wanted.
    fn find_by_text(&mut self, index: &Index) {
        let work = &mut self.work;
        work.found.copy(&work.every_line);
        work.headings.copy(&work.every_entry);
        for term in &self.terms {
            work.in_headings.clear();
            index.headings.search(&term.text, &mut work.in_headings);
            work.in_lines.clear();
            index.text.search(&term.text, &mut work.in_lines);
            work.in_headings.each(|entry| {
                for line in index.lines_of(entry) {
                    work.in_lines.add(line);
                }
            });
            if term.without {
                work.found.drop(&work.in_lines);
                work.headings.drop(&work.in_headings);
            } else {
                work.found.keep(&work.in_lines);
                work.headings.keep(&work.in_headings);
            }
        }
    }

    /// Of these, the ones whose entries overlap the years.
    fn find_by_year(&mut self, index: &Index, query: &Query) {
        if query.from.is_none() && query.to.is_none() {
            return;
        }
        let from = u32::from(query.from.unwrap_or(0)) * 12;
        let to = u32::from(query.to.unwrap_or(u16::MAX)) * 12 + 11;
        let overlaps = |entry: usize| {
            index.months[entry].is_some_and(|(first, last)| first <= to && last >= from)
        };
        let work = &mut self.work;
        work.in_headings.clear();
        (0..index.entries())
            .filter(|entry| overlaps(*entry))
            .for_each(|entry| work.in_headings.add(entry));
        work.in_lines.clear();
        for (line, entry) in index.entry_of.iter().enumerate() {
            if work.in_headings.has(*entry as usize) {
                work.in_lines.add(line);
            }
        }
        work.headings.keep(&work.in_headings);
        work.found.keep(&work.in_lines);
    }

    /// The lines that are evidence for the chosen tags, all lines if none is;
    /// and of what is found otherwise, those that no unwanted tag has.
    fn find_by_tags(&mut self, index: &Index, query: &Query) {
        let evidence = |tag: &u16| index.evidence.get(usize::from(*tag));
        let work = &mut self.work;
        work.tagged.copy(&work.every_line);
        let mut chosen = query.tags.iter().filter_map(evidence);
        if let Some(first) = chosen.next() {
            work.tagged.copy(first);
        }
        for evidence in chosen {
            if query.all {
                work.tagged.keep(evidence);
            } else {
                work.tagged.join(evidence);
            }
        }
        work.wanted.copy(&work.found);
        for evidence in query.without.iter().filter_map(evidence) {
            work.found.drop(evidence);
        }
    }

    /// Adds the lines that matching ones are nested in, and those nested in
    /// them.
    fn add_context(&mut self, index: &Index) {
        let shown = &mut self.shown;
        shown.copy(&self.matching);
        let mut covered = 0;
        self.matching.each(|line| {
            let end = line + 1 + index.nested[line] as usize;
            (line.max(covered)..end).for_each(|line| shown.add(line));
            covered = covered.max(end);
            let mut parent = index.parent_of[line];
            while let Some(line) = parent {
                shown.add(line as usize);
                parent = index.parent_of[line as usize];
            }
        });
    }

    /// Finds the entries and sections that have something to show.
    fn stand(&mut self, index: &Index, query: &Query) {
        let entries = &mut self.entries;
        entries.clear();
        self.shown
            .each(|line| entries.add(index.entry_of[line] as usize));
        // What is only a headline has no line that could match for it.
        let has = |tags: &[u16], tag| tags.binary_search(&tag).is_ok();
        for (entry, about) in index.about.iter().enumerate() {
            if index.lines_of(entry).is_empty()
                && self.work.headings.has(entry)
                && (query.tags.is_empty() || about.is_some_and(|tag| has(&query.tags, tag)))
                && !about.is_some_and(|tag| has(&query.without, tag))
            {
                entries.add(entry);
            }
        }
        self.sections.clear();
        entries.each(|entry| self.sections.add(index.section_of[entry] as usize));
    }

    /// How many lines match with one tag more.
    fn count_with(&mut self, index: &Index, query: &Query, tag: usize) -> u32 {
        let evidence = &index.evidence[tag];
        let work = &mut self.work;
        // Choosing an unwanted tag ends its being unwanted.
        let others = query
            .without
            .iter()
            .filter(|other| usize::from(**other) != tag);
        if others.clone().count() < query.without.len() {
            work.in_lines.copy(&work.wanted);
            for other in others.filter_map(|other| index.evidence.get(usize::from(*other))) {
                work.in_lines.drop(other);
            }
        } else {
            work.in_lines.copy(&work.found);
        }
        let found = &work.in_lines;
        if query.tags.is_empty() {
            evidence.count_common(found)
        } else if query.all {
            evidence.count_in_both(&work.tagged, found)
        } else {
            work.tagged.count_either(evidence, found)
        }
    }
}

impl PartialEq for Work {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Work {}

/// Answers a query.
#[must_use]
pub fn apply(index: &Index, query: &Query) -> Matches {
    let mut matches = Matches::room(index);
    matches.answer(index, query);
    matches
}
