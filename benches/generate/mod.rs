//! Résumés of any length that read like real ones, to be measured: jobs of about eight lines, some
//! of them nested, skills and keywords, tags on most lines, common words and rare ones.
//!
//! The same length always makes the same résumé. Never knows what is measured.

mod random;
mod words;

use resume::model::{
    Date, Entry, Inline, Line, Period, Person, Resume, Section, Span, Tag, TagId, Theme,
};
use resume::words::Language;

use random::Random;
use words::{KEYWORDS, PLACES, SKILLS, STARTS, WORDS};

/// How many lines the measured résumés have.
pub const SIZES: [usize; 4] = [30, 300, 3_000, 30_000];

/// The month that ongoing jobs last until, counted from January of the year 0.
#[allow(dead_code, reason = "only one of the benches asks for the index")]
pub const TODAY: u32 = 2025 * 12;

/// A word that stands in one line, in the middle of each résumé.
pub const RARE: &str = "zymurgy";

/// Two words that often follow each other.
pub const PHRASE: &str = "query service";

/// A résumé of so many lines.
pub fn resume(lines: usize) -> Resume {
    let mut maker = Maker {
        random: Random(lines as u64),
        words: list(WORDS),
        starts: list(STARTS),
        places: list(PLACES),
        tags: tags(lines),
        left: lines,
        half: lines / 2,
        entries: 0,
    };
    let skills = maker.skills();
    let rest = maker.left;
    let mut section = |id: &str, title: &str, leave: usize| Section {
        id: id.to_owned(),
        title: title.to_owned(),
        entries: maker.jobs(leave),
    };
    let work = section("work", "Work experience", rest / 4);
    let projects = section("projects", "Projects", rest / 12);
    let education = section("education", "Education", 0);
    Resume {
        person: Person {
            name: "Robin Sample".to_owned(),
            label: Some("Engineer".to_owned()),
            email: Some("robin@example.org".to_owned()),
            ..Person::default()
        },
        sections: vec![work, skills, projects, education],
        tags: maker.tags,
        theme: Theme::default(),
        language: Language::default(),
        url: None,
        offline: true,
    }
}

/// The vocabulary: 30 skills for the shortest résumé, all of them for the longest; every third one
/// has keywords.
fn tags(lines: usize) -> Vec<Tag> {
    let skills = match lines {
        0..=99 => 30,
        100..=999 => 40,
        1_000..=9_999 => 50,
        _ => 60,
    };
    let tag = |name: &str, skill: Option<usize>| Tag {
        name: name.to_owned(),
        aliases: Vec::new(),
        implies: skill.map(|skill| skill as TagId).into_iter().collect(),
        keyword: skill.is_some(),
    };
    let mut tags: Vec<_> = (list(SKILLS).into_iter().take(skills))
        .map(|name| tag(name, None))
        .collect();
    let keywords = list(KEYWORDS).into_iter().enumerate().take(skills / 2);
    tags.extend(keywords.map(|(at, name)| tag(name, Some(at / 2 * 3))));
    tags
}

fn list(words: &'static str) -> Vec<&'static str> {
    words.split(", ").collect()
}

struct Maker {
    random: Random,
    words: Vec<&'static str>,
    starts: Vec<&'static str>,
    places: Vec<&'static str>,
    tags: Vec<Tag>,
    /// How many lines are still to be made.
    left: usize,
    /// How many are left when the rare word has its turn.
    half: usize,
    entries: usize,
}

impl Maker {
    /// The section of skills: an entry each, and a line for some of them.
    fn skills(&mut self) -> Section {
        let skills = self.tags.iter().filter(|tag| !tag.keyword).count();
        let with_line = self.left / 30;
        let entries = (0..skills)
            .map(|at| Entry {
                title: Some(Inline::plain(self.tags[at].name.clone())),
                tag: Some(at as TagId),
                lines: (0..usize::from(at < with_line))
                    .map(|_| self.line(0))
                    .collect(),
                ..self.entry()
            })
            .collect();
        Section {
            id: "skills".to_owned(),
            title: "Skills".to_owned(),
            entries,
        }
    }

    /// Jobs of about eight lines each, the latest first, until so many lines are left.
    fn jobs(&mut self, leave: usize) -> Vec<Entry> {
        let mut jobs = Vec::new();
        while self.left > leave {
            let lines = self.random.between(4, 12).min(self.left - leave);
            jobs.push(self.job(lines));
        }
        jobs.sort_by_key(|job| match job.period {
            Some(Period::From(start, _)) => std::cmp::Reverse(start),
            _ => unreachable!("every job has a beginning"),
        });
        jobs
    }

    fn job(&mut self, lines: usize) -> Entry {
        let start = self.random.between(1985 * 12, 2024 * 12) as u32;
        let length = self.random.between(5, 50) as u32;
        let end = (!self.random.one_in(12)).then(|| date((start + length).min(TODAY)));
        let enough = self.left - lines;
        let mut own = Vec::new();
        while self.left > enough {
            own.push(self.line(self.left - enough - 1));
        }
        let title = format!("{} engineer", capital(self.word()));
        let organisation = format!("{} {}", capital(self.word()), capital(self.word()));
        Entry {
            title: Some(Inline::plain(title)),
            organisation: Some(Inline::plain(organisation)),
            place: Some(self.places[self.random.below(self.places.len())].to_owned()),
            period: Some(Period::From(date(start), end)),
            lines: own,
            ..self.entry()
        }
    }

    fn entry(&mut self) -> Entry {
        self.entries += 1;
        Entry {
            id: format!("entry-{}", self.entries),
            ..Entry::default()
        }
    }

    /// A line, with up to `room` lines nested in it.
    fn line(&mut self, room: usize) -> Line {
        let nested = match self.random.below(5) {
            0 => self.random.between(1, 4).min(room),
            _ => 0,
        };
        let text = self.text();
        self.left -= 1;
        Line {
            text,
            skills: self.skills_of_line(),
            paragraph: false,
            lines: (0..nested).map(|_| self.line(0)).collect(),
        }
    }

    /// Seven lines in ten name their skills, one is evidence for none, and what the rest is
    /// evidence for is what it mentions.
    fn skills_of_line(&mut self) -> Option<Vec<TagId>> {
        let count = match self.random.below(10) {
            0..7 => self.random.between(1, 4),
            7 => 0,
            _ => return None,
        };
        let mut skills: Vec<_> = (0..count).map(|_| self.tag()).collect();
        skills.sort_unstable();
        skills.dedup();
        Some(skills)
    }

    fn tag(&mut self) -> TagId {
        self.random.zipf(self.tags.len()) as TagId
    }

    fn word(&mut self) -> &'static str {
        self.words[self.random.zipf(self.words.len())]
    }

    /// A sentence of ten to twenty words, marked up now and then.
    fn text(&mut self) -> Inline {
        let mut words = vec![self.starts[self.random.below(self.starts.len())].to_owned()];
        for _ in 0..self.random.between(9, 20) {
            words.push(self.word().to_owned());
        }
        let at = self.random.between(1, words.len());
        let tag = usize::from(self.tag());
        match self.random.below(12) {
            0..4 => words[at].clone_from(&self.tags[tag].name),
            4 => PHRASE.clone_into(&mut words[at]),
            // Rare words: each of them stands in a few lines at most.
            5 => words[at] = format!("{}{}", self.word(), self.random.below(100_000)),
            _ => {}
        }
        if self.left == self.half {
            RARE.clone_into(&mut words[at]);
        }
        let marked = Inline::plain(words.split_off(words.len() - 2).join(" "));
        let plain = Span::Text(words.join(" ") + " ");
        let last = match self.random.below(20) {
            0 => Span::Strong(marked),
            1 => Span::Emphasis(marked),
            2 => Span::Link {
                href: "https://example.org/".to_owned(),
                text: marked,
            },
            _ => return Inline(vec![plain, marked.0[0].clone()]),
        };
        Inline(vec![plain, last])
    }
}

fn date(month: u32) -> Date {
    Date {
        year: (month / 12) as u16,
        month: Some((month % 12) as u8 + 1),
        day: None,
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}
