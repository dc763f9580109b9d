//! Résumés of every shape that a file can give, with words that mean
//! something to the forms they are written in.
//!
//! Never tests anything.

mod text;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use resume::model::{
    Accent, Colour, Date, Entry, Inline, Line, Location, Period, Person, Profile, Resume, Section,
    Tag, TagId, Theme, Typeface,
};
use resume::words::{Language, Word};
pub use text::{href, inline, words};

/// Some values, others each time: where a program is asked, all at once are
/// quicker than one by one.
pub fn some<T>(strategy: impl Strategy<Value = T>, number: usize) -> Vec<T> {
    let mut runner = TestRunner::default();
    let value = |_| strategy.new_tree(&mut runner).unwrap().current();
    (0..number).map(value).collect()
}

pub fn date() -> impl Strategy<Value = Date> {
    (1000u16..3000, of((1u8..=12, of(1u8..=28)))).prop_map(|(year, rest)| Date {
        year,
        month: rest.map(|(month, _)| month),
        day: rest.and_then(|(_, day)| day),
    })
}

/// A language, and perhaps other words for what stands in every form.
fn language() -> impl Strategy<Value = Language> {
    let tag = select(vec!["en", "en-GB", "de-AT", "es", "fr", "ja", "ar"]);
    (tag, of(words())).prop_map(|(tag, own)| {
        let mut language = Language::of(tag).unwrap();
        if let Some(own) = own.filter(|own| !own.contains(['{', '}'])) {
            language.words.set(Word::Present, &[own]).unwrap();
        }
        language
    })
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        date().prop_map(Period::At),
        date().prop_map(Period::Until),
        date().prop_map(|date| Period::From(date, None)),
        date().prop_map(|date| Period::From(date, Some(date))),
        (date(), date()).prop_map(|(a, b)| Period::From(a.min(b), Some(a.max(b)))),
    ]
}

/// A résumé, its ids and the skills that it names all there.
pub fn resume() -> impl Strategy<Value = Resume> {
    let tags = vec(
        (words(), vec(words(), 0..2), any::<bool>(), any::<u16>()),
        0..5,
    );
    let sections = vec((words(), vec(entry(), 1..4)), 0..4);
    let url = of(Just("https://example.org/cv/".to_owned()));
    let offline = any::<bool>();
    (
        person(),
        tags.prop_map(vocabulary),
        sections,
        theme(),
        language(),
        url,
        offline,
    )
        .prop_map(|(person, tags, sections, theme, language, url, offline)| {
            let sections = sections.into_iter().enumerate();
            let mut sections: Vec<_> = sections
                .map(|(at, (title, entries))| Section {
                    id: format!("section-{at}"),
                    title,
                    entries,
                })
                .collect();
            if !tags.is_empty() {
                sections.push(skills(&tags));
            }
            let entries = sections.iter_mut().flat_map(|section| &mut section.entries);
            for (at, entry) in entries.enumerate() {
                entry.id = format!("entry-{at}");
                known(&mut entry.skills, tags.len());
                name(&mut entry.lines, tags.len());
            }
            Resume {
                person,
                sections,
                tags,
                theme,
                language,
                url,
                offline,
            }
        })
}

fn name(lines: &mut [Line], tags: usize) {
    for line in lines {
        if let Some(skills) = &mut line.skills {
            known(skills, tags);
        }
        name(&mut line.lines, tags);
    }
}

/// Makes of any numbers those of tags, each once.
fn known(skills: &mut Vec<TagId>, tags: usize) {
    if tags == 0 {
        skills.clear();
    }
    for skill in skills.iter_mut() {
        *skill %= tags as TagId;
    }
    skills.sort_unstable();
    skills.dedup();
}

/// The section that lists the skills, as the source makes it.
fn skills(tags: &[Tag]) -> Section {
    let named = tags.iter().enumerate().filter(|(_, tag)| !tag.keyword);
    let entries = named.map(|(at, tag)| {
        let keywords = tags
            .iter()
            .filter(|other| other.keyword && other.implies.contains(&(at as TagId)));
        let keywords: Vec<_> = keywords.map(|tag| tag.name.clone()).collect();
        let line = Line {
            text: Inline::plain(keywords.join(", ")),
            skills: None,
            paragraph: true,
            lines: Vec::new(),
        };
        Entry {
            title: Some(Inline::plain(match at % 3 {
                2 => format!("The art of {at}"),
                _ => tag.name.clone(),
            })),
            tag: Some(at as TagId),
            lines: if keywords.is_empty() {
                Vec::new()
            } else {
                vec![line]
            },
            ..Entry::default()
        }
    });
    Section {
        id: "skills".to_owned(),
        title: "Skills".to_owned(),
        entries: entries.collect(),
    }
}

/// Skills and keywords by different names; a keyword belongs to the first.
fn vocabulary(parts: Vec<(String, Vec<String>, bool, u16)>) -> Vec<Tag> {
    let tags = parts.into_iter().enumerate();
    let tags = tags.map(|(at, (name, aliases, keyword, _))| Tag {
        name: format!("{name} {at}"),
        aliases,
        implies: if keyword && at > 0 {
            vec![0]
        } else {
            Vec::new()
        },
        keyword: keyword && at > 0,
    });
    tags.collect()
}

fn person() -> impl Strategy<Value = Person> {
    let location = (
        of(words()),
        of(words()),
        of(words()),
        of(words()),
        of("[A-Z]{2}"),
    );
    let location = location.prop_map(|(street, city, region, code, country)| Location {
        street,
        city,
        region,
        code,
        country,
    });
    let email = of("[a-z']{1,6}[.+_][a-z]{1,6}@[a-z]{1,6}\\.org");
    let phone = of(prop_oneof![
        "\\+[0-9]{2} \\([0-9]{2}\\) [0-9-]{4,8}[0-9]",
        words()
    ]);
    let parts = (words(), of(words()), email, phone, of(web()), location);
    (parts, vec(profile(), 0..4)).prop_map(
        |((name, label, email, phone, url, location), profiles)| {
            let line = [
                &location.street,
                &location.city,
                &location.region,
                &location.code,
            ];
            let line: Vec<_> = line.into_iter().flatten().map(String::as_str).collect();
            Person {
                name,
                label,
                email,
                phone,
                url,
                address: (!line.is_empty()).then(|| line.join(", ")),
                location,
                profiles,
            }
        },
    )
}

fn web() -> impl Strategy<Value = String> {
    href().prop_map(|href| match href.strip_prefix("mailto:") {
        Some(_) => "https://example.org/".to_owned(),
        None => href,
    })
}

fn profile() -> impl Strategy<Value = Profile> {
    let network = prop_oneof![
        words(),
        select(&["GitHub", "Phone", "Web"][..]).prop_map(str::to_owned)
    ];
    (network, of(words()), of(web()), of(words())).prop_map(|(network, username, url, note)| {
        Profile {
            network,
            username,
            url,
            note,
        }
    })
}

fn entry() -> impl Strategy<Value = Entry> {
    let headline = (of(inline()), of(inline()), of(web()), of(words()));
    let when = (of(period()), of(words()));
    let rest = (vec(any::<TagId>(), 0..2), vec(line(2), 0..4));
    (headline, when, rest).prop_map(
        |((title, organisation, url, place), (period, dates), (skills, lines))| {
            let mut entry = Entry {
                title,
                organisation,
                url,
                place,
                period,
                dates,
                skills,
                lines,
                ..Entry::default()
            };
            if !entry.has_headline() && entry.lines.is_empty() {
                entry.title = Some(Inline::plain("Something"));
            }
            entry
        },
    )
}

fn line(depth: u32) -> BoxedStrategy<Line> {
    let skills = || of(vec(any::<TagId>(), 0..3));
    let paragraph = (inline(), skills()).prop_map(|(text, skills)| Line {
        text,
        skills,
        paragraph: true,
        lines: Vec::new(),
    });
    if depth == 0 {
        return paragraph
            .prop_map(|line| Line {
                paragraph: false,
                ..line
            })
            .boxed();
    }
    let beneath = vec(line(depth - 1), 0..3).prop_map(|mut lines| {
        // Only an entry has paragraphs.
        for line in &mut lines {
            line.paragraph = false;
        }
        lines
    });
    let item = (inline(), skills(), beneath).prop_map(|(text, skills, lines)| Line {
        text,
        skills,
        paragraph: false,
        lines,
    });
    prop_oneof![1 => paragraph, 3 => item].boxed()
}

fn theme() -> impl Strategy<Value = Theme> {
    let colour = || any::<[u8; 3]>().prop_map(Colour);
    let accent = (colour(), colour()).prop_map(|(light, dark)| Accent { light, dark });
    let typefaces = Typeface::NAMES.map(|(_, typeface)| typeface);
    (of(accent), select(typefaces.to_vec()))
        .prop_map(|(accent, typeface)| Theme { accent, typeface })
}
