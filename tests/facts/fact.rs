//! What a fact is, and those of the person, the sections and the vocabulary.
//!
//! Words are quoted as the page shows them, so that a fact lost, moved or
//! changed is found; the rest of each sentence is free.

use crate::skills::SKILLS;
use crate::studies::{DEGREES, HOBBIES};
use crate::work::JOBS;

/// What an entry or a line has to say.
#[derive(Clone, Copy)]
pub struct Fact {
    /// Words of its text.
    pub says: &'static [&'static str],
    /// Where its links lead.
    pub links: &'static [&'static str],
    /// The skills and keywords it names; none where its text decides.
    pub skills: &'static [&'static str],
    /// What stands under it, in this order.
    pub lines: &'static [Fact],
}

/// The start of a [`Fact`]: the words it says.
pub const fn says(says: &'static [&'static str]) -> Fact {
    Fact {
        says,
        links: &[],
        skills: &[],
        lines: &[],
    }
}

impl Fact {
    /// Where its links lead.
    pub const fn links(mut self, links: &'static [&'static str]) -> Self {
        self.links = links;
        self
    }

    /// The skills it names.
    pub const fn skills(mut self, skills: &'static [&'static str]) -> Self {
        self.skills = skills;
        self
    }

    /// What stands under it.
    pub const fn lines(mut self, lines: &'static [Self]) -> Self {
        self.lines = lines;
        self
    }
}

/// The skills, in the order of their buttons.
pub const VOCABULARY: [&str; 31] = [
    "Python",
    "Java",
    "Hadoop",
    "MapReduce",
    "YARN",
    "HBase",
    "Hive",
    "Presto",
    "Scalding",
    "ZooKeeper",
    "AWS",
    "Scrum",
    "Rust",
    "Leadership",
    "Distributed systems",
    "Parallel computing",
    "Data pipelines",
    "APIs",
    "Cassandra",
    "Storage",
    "File systems",
    "Operating systems",
    "Networks",
    "Security",
    "Operations",
    "Cost optimisation",
    "Build tools",
    "Open source",
    "Bots",
    "Bioinformatics",
    "Audio",
];

/// Who it is, and how to get in touch.
pub const PERSON: Fact = says(&[
    "Milo Polte",
    "Senior Software Engineer",
    "762 Shotwell St",
    "San Francisco, CA 94110",
    "607-280-3615",
    "milo.polte@gmail.com",
    "mostly professional work",
    "mostly hobby work",
    "GitHub",
    "LinkedIn",
])
.links(&[
    "mailto:milo.polte@gmail.com",
    "https://github.com/sqrl",
    "https://github.com/hyena",
    "https://www.linkedin.com/in/milopolte",
]);

/// A section's id, its heading and introduction, and its entries by id.
pub type Section = (&'static str, Fact, &'static [(&'static str, Fact)]);

/// The sections, in the page's order.
pub const SECTIONS: &[Section] = &[
    ("work", says(&["Work experience"]), JOBS),
    (
        "skills",
        says(&[
            "Technologies and skills",
            "many technologies and languages",
            "at work and at play",
            "\"strong opinions weakly held\"",
            "great",
            "awful",
        ]),
        SKILLS,
    ),
    ("education", says(&["Education"]), DEGREES),
    (
        "interests",
        says(&["Hobbies and other activities"]),
        HOBBIES,
    ),
];
