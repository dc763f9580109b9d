//! The résumé that a new owner begins with: their answers, and examples of
//! the rest in comments.
//!
//! Never writes a file.

use std::path::Path;

use url::Url;

use crate::import::scalar;

use crate::source::{self, Audience, Problem};

/// The comments and examples; the answers stand in place of [`PLACE`].
const SKELETON: &str = include_str!("starter.yaml");

const PLACE: &str = "@basics\n";

/// Hosts of profiles whose names are written in another way.
const NETWORKS: [(&str, &str); 4] = [
    ("github.com", "GitHub"),
    ("gitlab.com", "GitLab"),
    ("linkedin.com", "LinkedIn"),
    ("stackoverflow.com", "Stack Overflow"),
];

/// What a new owner says of themselves; all but the name can be left blank.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// Their name.
    pub name: String,
    /// The headline under it.
    pub headline: String,
    /// Their e-mail address.
    pub email: String,
    /// Addresses where else they are to be found; https where they do not
    /// say.
    pub links: Vec<String>,
}

/// The text of a résumé file that is sure to be read without a problem.
///
/// # Errors
///
/// What is wrong with an answer.
pub fn write(answers: &Answers) -> Result<String, String> {
    if answers.name.trim().is_empty() {
        return Err("a résumé needs a name".to_owned());
    }
    let mut basics = String::new();
    put(&mut basics, "  name", &answers.name);
    put(&mut basics, "  label", &answers.headline);
    put(&mut basics, "  email", &answers.email);
    let links = answers.links.iter().map(|link| link.trim());
    let links: Vec<&str> = links.filter(|link| !link.is_empty()).collect();
    if !links.is_empty() {
        basics.push_str("  profiles:\n");
    }
    for link in links.into_iter().map(whole) {
        put(&mut basics, "    - network", &network(&link));
        put(&mut basics, "      url", &link);
    }
    let text = SKELETON.replacen(PLACE, &basics, 1);
    match source::parse(Path::new("resume.yaml"), &text, Audience::World) {
        Ok(source) => match source.report.problems() {
            [] => Ok(text),
            [first, ..] => Err(told(first)),
        },
        Err(report) => Err(report.problems().first().map_or_else(String::new, told)),
    }
}

/// What stands above the first key of every file: how to read it.
pub(crate) fn head() -> &'static str {
    let end = SKELETON.find("\n\n").map_or(0, |end| end + 1);
    &SKELETON[..end]
}

/// Adds a key that was answered.
fn put(basics: &mut String, key: &str, answer: &str) {
    let words: Vec<&str> = answer.split_ascii_whitespace().collect();
    if !words.is_empty() {
        basics.extend([key, ": ", &scalar::inline(&words.join(" "), false), "\n"]);
    }
}

fn told(problem: &Problem) -> String {
    match &problem.help {
        Some(help) => format!("{}: {help}", problem.message),
        None => problem.message.clone(),
    }
}

/// An address that says how to reach it.
fn whole(link: &str) -> String {
    if link.contains(':') {
        link.to_owned()
    } else {
        format!("https://{link}")
    }
}

/// What a link is called: its host.
fn network(link: &str) -> String {
    let url = Url::parse(link).ok();
    let host = url.as_ref().and_then(Url::host_str).unwrap_or(link);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let known = NETWORKS.iter().find(|(name, _)| *name == host);
    known.map_or(host, |(_, name)| name).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Resume;

    fn answers(name: &str, headline: &str, email: &str, links: &[&str]) -> Answers {
        Answers {
            name: name.to_owned(),
            headline: headline.to_owned(),
            email: email.to_owned(),
            links: links.iter().map(ToString::to_string).collect(),
        }
    }

    fn read(text: &str) -> Resume {
        let source = source::parse(Path::new("resume.yaml"), text, Audience::World);
        let mut source = source.unwrap_or_else(|report| panic!("{report}\n{text}"));
        let problems = source.report.problems();
        assert!(problems.is_empty(), "{}\n{text}", source.report);
        source.editions.remove(0).resume
    }

    #[test]
    fn answers_stand_where_they_belong() {
        let links = ["https://www.github.com/zoë", "example.org/~z", " "];
        let written = write(&answers(
            "Zoë Quill",
            "Smith: iron",
            "z@example.org",
            &links,
        ));
        let person = read(&written.unwrap()).person;
        assert_eq!(person.name, "Zoë Quill");
        assert_eq!(person.label.as_deref(), Some("Smith: iron"));
        assert_eq!(person.email.as_deref(), Some("z@example.org"));
        let profiles = person.profiles.iter();
        let profiles: Vec<_> = profiles
            .map(|profile| (profile.network.as_str(), profile.url.as_deref().unwrap()))
            .collect();
        let expected = [
            ("GitHub", "https://www.github.com/zoë"),
            ("example.org", "https://example.org/~z"),
        ];
        assert_eq!(profiles, expected);
    }

    #[test]
    fn examples_count_without_their_mark() {
        let text = write(&answers("A", "", "", &[])).unwrap();
        assert!(read(&text).sections.is_empty());
        let (header, examples) = text.split_once("basics:").unwrap();
        let lines = examples.lines().map(|line| match line.strip_prefix('#') {
            Some(example) if example.starts_with("  ") || !example.starts_with(' ') => example,
            _ => line,
        });
        let lines: Vec<&str> = lines.collect();
        let keys = header.lines().filter_map(|line| line.strip_prefix("# "));
        let keys = keys.filter(|line| {
            let key = line.split_once(": ").map_or("", |(key, _)| key);
            !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase())
        });
        let keys: Vec<&str> = keys.collect();
        assert_eq!(keys.len(), 7, "{keys:?}");
        let text = format!("{}\nbasics:{}", keys.join("\n"), lines.join("\n"));
        let resume = source::parse(Path::new("r"), &text, Audience::World);
        let resume = resume.unwrap_or_else(|report| panic!("{report}"));
        assert!(resume.report.problems().is_empty(), "{}", resume.report);
        let sections = resume
            .editions
            .iter()
            .map(|each| each.resume.sections.len());
        assert_eq!(sections.collect::<Vec<_>>(), [5, 4]);
    }

    #[test]
    fn wrong_answers_are_told() {
        let check = |answers: Answers, expected: &str| {
            let error = write(&answers).unwrap_err();
            assert!(error.contains(expected), "{error}");
        };
        check(answers(" ", "", "", &[]), "needs a name");
        check(answers("A", "", "a at b", &[]), "is not an e-mail address");
        check(
            answers("A", "", "", &["javascript:a()"]),
            "of the kind `javascript:`",
        );
        check(answers("A\u{7}", "", "", &[]), "control character");
    }

    proptest! {
        #[test]
        fn every_answer_is_read_back(
            // What changes the direction is refused where it does not end.
            name in "[^\\p{Cc}\\p{Z}\u{202a}-\u{202e}\u{2066}-\u{2069}]{1,3}\
                ([^\\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffe}\u{ffff}]{0,12}\
                [^\\p{Cc}\\p{Z}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fffe}\u{ffff}])?",
            headline in "([-?:,\\[\\]{}#&*!|>'\"%@` ~.a-z0-9\\\\\u{feff}\u{2028}\u{fffd}🦀é李]|null|yes|: | #){0,12}",
            email in "[a-z'+!#*`{|}~.-]{1,9}@[a-z.]{1,9}",
        ) {
            let text = write(&answers(&name, &headline, &email, &[])).unwrap();
            let words = |text: &str| {
                let words: Vec<&str> = text.split_ascii_whitespace().collect();
                words.join(" ").trim().to_owned()
            };
            let person = read(&text).person;
            prop_assert_eq!(person.name, words(&name));
            prop_assert_eq!(person.label.unwrap_or_default(), words(&headline));
            prop_assert_eq!(person.email.unwrap_or_default(), email);
        }
    }
}
